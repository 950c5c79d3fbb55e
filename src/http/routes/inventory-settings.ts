import { inventoryBody, inventoryReply, writeInventoryReply } from '#contract/inventory-settings.ts'
import type { MerchantId } from '#core/ids.ts'
import { saveInventorySettings } from '#flows/configure-inventory.ts'
import type { Deps } from '#flows/deps.ts'
import { readPriceNotices } from '#flows/read-price-notices.ts'
import { acting } from '../acting.ts'
import { type Api, about } from '../api.ts'
import { callerOf, nameOf } from '../guard.ts'
import { checkedValue } from '../refusal.ts'

/** The Inventory section of the settings, with what the marketplaces say about prices (I1, I3-I6, I13). */
export function inventorySettingsRoutes(api: Api, deps: Deps): void {
  const read = (merchant: MerchantId) =>
    deps.transaction(merchant, 'app', async ({ store }) =>
      writeInventoryReply(await store.readInventorySettings(), await readPriceNotices(store)),
    )

  const get = about('settings:read', ['getInventorySettings', 'Settings', 'The Inventory section'], inventoryReply)
  api.get('/settings/inventory', get, async (request) => read(callerOf(request).merchant))

  const put = about(
    'settings:write',
    ['saveInventorySettings', 'Settings', 'Saves the Inventory section'],
    inventoryReply,
  )
  api.put('/settings/inventory', { ...put, schema: { ...put.schema, body: inventoryBody } }, async (request) => {
    const caller = callerOf(request)
    const { priceNotices: _shown, ...entered } = request.body
    checkedValue(await saveInventorySettings(acting(deps, request), caller.merchant, { entered, who: nameOf(caller) }))
    return read(caller.merchant)
  })
}
