import type { ConnectionId } from '#core/ids.ts'
import { problem } from '#core/problems.ts'
import type { Tx } from './deps.ts'

/** So long Amazon may take to carry a cancellation out. */
const A_DAY = 24 * 3_600_000

/**
 * Shows words to cancel that Amazon took and does not carry out: after two complete sweeps and a day nobody knows what becomes of them,
 * and a person decides again (O16, E5, E6). Shown as cancelled later, they are settled all the same.
 */
export async function watchCancellations(tx: Tx, connection: ConnectionId, at: number): Promise<void> {
  const found = problem('cancellation-not-seen')
  const silent = await tx.store.endSilentCancellations({ connection, sentBefore: at - A_DAY, problem: found })
  if (silent.length === 0) return
  const events = silent.map(({ orderId, request }) => ({
    orderId,
    kind: 'cancellation.unsure',
    facts: { request, why: found.code },
  }))
  await tx.store.addOrderEvents({ events, who: 'Millrace', at })
  await tx.store.tellNotCancelled(silent.map(({ orderId }) => orderId))
}
