import type { ConnectionId } from '#core/ids.ts'
import { startOfDay } from '#core/orders/merchant-time.ts'
import type { OrderSettings } from '#core/settings/settings.ts'
import type { Tx } from './deps.ts'

const DAY = 24 * 3_600_000
/** The longest back-fill. */
const LONGEST = 366 * DAY

/** A back-fill of what an earlier date lets in; `runId` is null where another one is under way, and nothing was begun. Epoch ms. */
export type EarlierDays = {
  readonly connection: ConnectionId
  readonly runId: number | null
  readonly from: number
  readonly to: number
}

/** Begins a back-fill of the days that an earlier date of O2 lets in, for each connection that has begun to import (O2, O18). */
export async function fillEarlierDays(
  { store, wake }: Tx,
  { before, after, now }: { readonly before: OrderSettings; readonly after: OrderSettings; readonly now: number },
): Promise<readonly EarlierDays[]> {
  if (before.notBefore === after.notBefore) return []
  const { timeZone } = await store.merchantFacts()
  const begun: EarlierDays[] = []
  for (const { id: connection, startedAt } of await store.listConnections()) {
    if (startedAt === null) continue
    const cutOff = ({ notBefore }: OrderSettings) => (notBefore === null ? startedAt : startOfDay(notBefore, timeZone))
    const to = Math.min(cutOff(before) - 1, now + (await store.amazonClockOffset(connection)) - 5 * 60_000)
    const from = Math.max(cutOff(after), to - LONGEST)
    if (from >= to) continue
    const of = { connection, kind: 'back-fill' } as const
    const isBusy = (await store.openReconciliation(of)) !== null
    const runId = isBusy ? null : await store.beginReconciliation({ ...of, askedBy: ASKED_BY, from, to, at: now })
    // While importing is paused it waits: starting again wakes it.
    if (runId !== null) await wake('backfill', connection)
    begun.push({ connection, runId, from, to })
  }
  return begun
}

const ASKED_BY = 'an earlier date in the settings'
