import { afterSilence } from '#core/shipments/read-back.ts'
import type { ConfirmationRow } from '#store/confirmations.ts'
import type { ConfirmRun } from './confirm-run.ts'
import { endConfirmations, ifSame } from './confirmation-ends.ts'
import type { Deps } from './deps.ts'
import { readShipped, type ShippedOrder } from './read-shipped.ts'

const HALF_AN_HOUR = 30 * 60_000

/** Reads the orders of packages that two complete sweeps did not show, one getOrder each, and decides (S4). A time when the quota is spent, else null. */
export async function readUnseen(deps: Deps, run: ConfirmRun): Promise<{ readonly again: number } | null> {
  for (const row of run.unseen) {
    const read = await readShipped(deps, run, row)
    if (read.ok === 'wait') return { again: read.wait.readyAt }
    if (read.ok) {
      await decide(deps, run, { row, read: read.value })
      continue
    }
    // Nothing can be told of it now; it stays as it is.
    const nextAt = deps.now() + HALF_AN_HOUR
    await deps.transaction(run.merchant, 'app', (tx) => tx.store.lookAgainAt({ outboxId: row.outboxId, nextAt }))
  }
  return null
}

type Read = { readonly row: ConfirmationRow; readonly read: ShippedOrder }

const decide = (deps: Deps, { merchant, connection }: ConfirmRun, { row, read }: Read): Promise<void> =>
  ifSame(deps, { merchant, row }, async (tx) => {
    const { outboxId, sentAgain } = row
    const at = deps.now()
    const what = `package ${row.number} of order ${row.amazonOrderId}`
    const next = afterSilence(read.full, { what, sentAgain, cancelled: read.status === 'cancelled' })
    if (next.kind === 'refused')
      return endConfirmations(tx, [{ row, end: { outboxId, state: 'refused', problem: next.problem } }], at)
    if (next.kind === 'settled') {
      const end = { outboxId, state: 'settled', by: 'read', problem: null, number: next.number } as const
      return endConfirmations(tx, [{ row, end }], at)
    }
    await tx.store.sendAgain({ outboxId, at })
    return row.way === 'feed' ? tx.wake('order-feeds', connection.id) : null
  })
