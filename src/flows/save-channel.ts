import { type Channel, checkChannel } from '#core/channel-orders/channel.ts'
import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Checked } from '#core/settings/faults.ts'
import type { Deps, Tx } from './deps.ts'

/** Adds a channel beside Amazon, or changes its name and how long its buyers' data is kept; who did it stands in the audit (H3, U4). */
export async function saveChannel(deps: Deps, merchant: MerchantId, entered: Channel): Promise<Checked<Channel>> {
  const checked = checkChannel(entered)
  if (checked.ok)
    await deps.transaction(merchant, 'app', async (tx) => {
      await tx.store.saveChannel(checked.value)
      noteSaved(deps, tx, checked.value)
      await tx.wake('purge-buyer-data')
    })
  return checked
}

/** Makes this the list of channels, as a configuration says it; each that differs stands in the audit (X4, H3). */
export async function writeChannels(
  deps: Noting,
  tx: Tx,
  { before, after }: { readonly before: readonly Channel[]; readonly after: readonly Channel[] },
): Promise<void> {
  const old = new Map(before.map((channel) => [channel.code, channel]))
  const differing = after.filter(({ code, name, keepDays }) => {
    const was = old.get(code)
    return was?.name !== name || was.keepDays !== keepDays
  })
  for (const channel of differing) {
    await tx.store.saveChannel(channel)
    noteSaved(deps, tx, channel)
  }
  const kept = new Set(after.map(({ code }) => code))
  for (const { code } of before)
    if (!kept.has(code) && (await tx.store.removeChannel(code))) noteRemoved(deps, tx, code)
  if (differing.length > 0) await tx.wake('purge-buyer-data')
}

type Noting = Pick<Deps, 'by' | 'now'>

function noteSaved({ by, now }: Noting, tx: Tx, { code, keepDays }: Channel): void {
  const facts = { section: 'channels', channel: code, keepDays }
  tx.audit.note({ at: now(), act: 'settings-changed', who: by.who, facts })
}

function noteRemoved({ by, now }: Noting, tx: Tx, code: string): void {
  const facts = { section: 'channels', channel: code, change: 'removed' }
  tx.audit.note({ at: now(), act: 'settings-changed', who: by.who, facts })
}

/** Removes a channel of which no order is here: its code stands before the numbers of its orders. */
export const removeChannel = (deps: Deps, merchant: MerchantId, code: string): Promise<Result<Channel>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const channel = (await tx.store.listChannels()).find((each) => each.code === code)
    if (!channel) return failed('not-found', { what: `channel [${code}]` })
    if (!(await tx.store.removeChannel(code)))
      return failed('still-used', { what: `The channel [${code}]`, by: `${channel.orders} orders` })
    noteRemoved(deps, tx, code)
    return ok(channel)
  })
