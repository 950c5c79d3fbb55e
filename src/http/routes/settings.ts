import { saved } from '#contract/parts.ts'
import { orderSettings, shippingSettings, writeOrderSettings, writeShippingSettings } from '#contract/settings.ts'
import { allMethods, methodList, writeMethod } from '#contract/shipping-methods.ts'
import type { MerchantId } from '#core/ids.ts'
import { saveMethods, saveOrderSettings, saveShippingSettings, versionOfMethods } from '#flows/configure.ts'
import type { Deps } from '#flows/deps.ts'
import { acting } from '../acting.ts'
import { type Api, about, BULK_BYTES } from '../api.ts'
import { callerOf } from '../guard.ts'
import { checkedValue } from '../refusal.ts'

/** The sections of the settings, each saved by itself (O9), and the shipping methods they name. */
export function settingsRoutes(api: Api, deps: Deps): void {
  const read = (merchant: MerchantId) => deps.transaction(merchant, 'app', (tx) => tx.store.readSettings())

  const orders = about('settings:read', ['getOrderSettings', 'Settings', 'The Orders section'], orderSettings)
  api.get('/settings/orders', orders, async (request) =>
    writeOrderSettings((await read(callerOf(request).merchant)).orders),
  )

  const putOrders = about(
    'settings:write',
    ['saveOrderSettings', 'Settings', 'Saves the Orders section'],
    orderSettings,
  )
  const ordersOptions = { ...putOrders, bodyLimit: BULK_BYTES, schema: { ...putOrders.schema, body: orderSettings } }
  api.put('/settings/orders', ordersOptions, async (request) =>
    writeOrderSettings(
      checkedValue(await saveOrderSettings(acting(deps, request), callerOf(request).merchant, request.body)).orders,
    ),
  )

  const shipping = about('settings:read', ['getShippingSettings', 'Settings', 'The Shipping section'], shippingSettings)
  api.get('/settings/shipping', shipping, async (request) =>
    writeShippingSettings((await read(callerOf(request).merchant)).shipping),
  )

  const putShipping = about(
    'settings:write',
    ['saveShippingSettings', 'Settings', 'Saves the Shipping section'],
    shippingSettings,
  )
  const shippingOptions = { ...putShipping, schema: { ...putShipping.schema, body: shippingSettings } }
  api.put('/settings/shipping', shippingOptions, async (request) =>
    writeShippingSettings(
      checkedValue(await saveShippingSettings(acting(deps, request), callerOf(request).merchant, request.body)),
    ),
  )

  const methods = about('settings:read', ['listShippingMethods', 'Settings', 'Shipping methods'], methodList)
  api.get('/shipping-methods', methods, async (request) =>
    deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const { currency } = await tx.store.merchantFacts()
      const rows = await tx.store.listMethods()
      return { rows: rows.map((method) => writeMethod(method, currency)), version: versionOfMethods(deps, rows) }
    }),
  )

  const putMethods = about(
    'settings:write',
    ['saveShippingMethods', 'Settings', 'Replaces the list of shipping methods'],
    saved,
  )
  const methodsOptions = { ...putMethods, bodyLimit: BULK_BYTES, schema: { ...putMethods.schema, body: allMethods } }
  api.put('/shipping-methods', methodsOptions, async (request) => {
    const checked = await saveMethods(acting(deps, request), callerOf(request).merchant, request.body)
    return { saved: checkedValue(checked).length }
  })
}
