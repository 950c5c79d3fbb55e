import type { Parts } from '#core/orders/missing-parts.ts'
import type { Decided } from '#store/import-record.ts'
import type { Deps } from './deps.ts'
import { importOrders } from './import-orders.ts'
import { type Again, afterTrouble, endRun, isOurs, type ReconcileRun } from './reconcile-run.ts'

const AT_ONCE = 20
const MINUTE = 60_000
/** Before the next night what is left is shown and compared anew. */
const LONGEST_NIGHT = 20 * 60 * MINUTE

/** Refusals that are about one order: the others go on. */
const OF_ONE_ORDER: readonly string[] = ['not-found-at-amazon', 'request-refused']

/** Fetches orders that differ by getOrder, some a run, and imports each at once, by the same import as every other (O18). */
export async function fetchDiffering(deps: Deps, step: ReconcileRun): Promise<Again> {
  const { merchant, run, connection } = step
  const { open, leftOut } = await deps.transaction(merchant, 'app', async (tx) => ({
    open: await tx.store.openDiffering({ runId: run.runId, limit: AT_ONCE }),
    leftOut: await tx.store.refusedDatasets(connection.id),
  }))
  const isLate = run.kind === 'night' && deps.now() - run.beganAt > LONGEST_NIGHT
  if (open.length === 0 || isLate) return endRun(deps, step)
  for (const { amazonOrderId: id } of open) {
    const answer = await deps.amazon.getOrder(connection, id, leftOut)
    if (answer.ok === 'wait') return { again: answer.wait.readyAt }
    if (!answer.ok && !OF_ONE_ORDER.includes(answer.problem.code)) return afterTrouble(deps, step, answer.problem)
    const ours = await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
      if (!(await isOurs(tx, step))) return false
      const end = answer.ok
        ? endWithout(
            leftOut,
            await importOrders(deps, tx, {
              merchant,
              connection: connection.id,
              wires: [answer.value],
              who: run.kind === 'night' ? 'reconciliation' : 'back-fill',
              // What came with less decides nothing anew of the same version.
              again: leftOut.length === 0,
              leftOut,
            }),
          )
        : {
            state: answer.problem.code === 'not-found-at-amazon' ? ('gone' as const) : ('failed' as const),
            outcome: answer.problem.code,
          }
      await tx.store.settleDiffering({ runId: run.runId, at: deps.now(), orders: [{ id, ...end }] })
      return true
    })
    if (!ours) return { again: deps.now() + MINUTE }
  }
  return { again: deps.now() }
}

/** The same, but what was read with less and changed nothing may differ all the same: the next night looks again. */
function endWithout(leftOut: Parts, decided: readonly Decided[]) {
  const end = endOf(decided)
  const isUnsure = leftOut.length > 0 && end.state === 'unchanged'
  return isUnsure ? { state: 'failed' as const, outcome: 'dataset-refused' } : end
}

/** What the import made of an order, in a word: `placed`, `skipped cancelled`, `unchanged`. */
export function endOf(decided: readonly Decided[]): {
  readonly state: 'fetched' | 'unchanged'
  readonly outcome: string
} {
  const outcome = decided[0]?.outcome
  if (!outcome || outcome.kind === 'unchanged') return { state: 'unchanged', outcome: 'unchanged' }
  return { state: 'fetched', outcome: outcome.kind === 'skipped' ? `skipped ${outcome.reason}` : outcome.kind }
}
