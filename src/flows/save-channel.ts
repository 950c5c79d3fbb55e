import { type Channel, checkChannel } from '#core/channel-orders/channel.ts'
import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import type { Deps } from './deps.ts'

/** Adds a channel beside Amazon, or changes its name and how long its buyers' data is kept; who did it stands in the audit (H3, U4). */
export async function saveChannel(
  deps: Deps,
  merchant: MerchantId,
  { entered, who }: { readonly entered: Channel; readonly who: string },
): Promise<Checked<Channel>> {
  const checked = checkChannel(entered)
  if (checked.ok)
    await deps.transaction(merchant, 'app', async (tx) => {
      const { code, keepDays } = checked.value
      await tx.store.saveChannel(checked.value)
      const facts = { section: 'channels', channel: code, keepDays }
      tx.audit.note({ at: deps.now(), act: 'settings-changed', who, facts })
      await tx.wake('purge-buyer-data')
    })
  return checked
}

/** Removes a channel of which no order is here: its code stands before the numbers of its orders. */
export const removeChannel = (
  deps: Deps,
  merchant: MerchantId,
  { code, who }: { readonly code: string; readonly who: string },
): Promise<Result<Channel>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const channel = (await tx.store.listChannels()).find((each) => each.code === code)
    if (!channel) return failed('not-found', { what: `channel [${code}]` })
    if (!(await tx.store.removeChannel(code)))
      return failed('still-used', { what: `The channel [${code}]`, by: `${channel.orders} orders` })
    const facts = { section: 'channels', channel: code, change: 'removed' }
    tx.audit.note({ at: deps.now(), act: 'settings-changed', who, facts })
    return ok(channel)
  })
