import { problem } from '#core/problems.ts'
import { afterReading, pauseAfter, type Refused } from '#core/shipments/after-confirmation.ts'
import type { ConfirmationRow } from '#store/confirmations.ts'
import type { ConfirmRun } from './confirm-run.ts'
import { endConfirmations, ifSame } from './confirmation-ends.ts'
import type { Deps } from './deps.ts'
import { readShipped } from './read-shipped.ts'

/** Reads the order of a refused confirmation by its number and decides: it is there, it is tried again, or a person decides (S1). */
export async function readRefused(
  deps: Deps,
  run: ConfirmRun,
  { row, known }: { readonly row: ConfirmationRow; readonly known: Refused },
): Promise<void> {
  const { outboxId, attempts } = row
  const at = deps.now()
  const read = await readShipped(deps, run, row)
  const nextAt = read.ok === 'wait' ? read.wait.readyAt : at + pauseAfter(attempts, deps.random())
  const next = read.ok === true ? afterReading(read.value, known) : { kind: 'again' as const, at: nextAt }
  await ifSame(deps, { merchant: run.merchant, row }, async (tx) => {
    if (next.kind === 'again') return tx.store.noteTry({ outboxId, problem: known.problem, nextAt: next.at, at })
    if (next.kind === 'refused')
      return endConfirmations(tx, [{ row, end: { outboxId, state: 'refused', problem: next.problem } }], at)
    const number = read.ok === true && read.value.number !== null ? { number: read.value.number } : {}
    const end = { outboxId, state: 'settled', by: 'read', problem: next.note, ...number } as const
    return endConfirmations(tx, [{ row, end }], at)
  })
}

/** Reads the order of a confirmation whose call did not come through, and lets it go by feed where Amazon has nothing of it (S5). */
export async function readBeforeFeed(deps: Deps, run: ConfirmRun, row: ConfirmationRow): Promise<void> {
  const read = await readShipped(deps, run, row)
  if (read.ok !== true) return
  const at = deps.now()
  const { outboxId } = row
  const { shown, status } = read.value
  const what = `package ${row.number} of order ${row.amazonOrderId}`
  await ifSame(deps, { merchant: run.merchant, row }, async (tx) => {
    if (shown === 'seen')
      return endConfirmations(tx, [{ row, end: { outboxId, state: 'settled', by: 'read', problem: null } }], at)
    if (status === 'cancelled') {
      const cancelled = problem('cancelled-at-amazon', { what })
      return endConfirmations(tx, [{ row, end: { outboxId, state: 'refused', problem: cancelled } }], at)
    }
    await tx.store.sendByFeed({ outboxId, at })
    return tx.wake('order-feeds', run.connection.id)
  })
}
