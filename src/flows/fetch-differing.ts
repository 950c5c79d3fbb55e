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
  const open = await deps.transaction(merchant, 'app', (tx) =>
    tx.store.openDiffering({ runId: run.runId, limit: AT_ONCE }),
  )
  const isLate = run.kind === 'night' && deps.now() - run.beganAt > LONGEST_NIGHT
  if (open.length === 0 || isLate) return endRun(deps, step)
  for (const { amazonOrderId: id } of open) {
    const answer = await deps.amazon.getOrder(connection, id)
    if (answer.ok === 'wait') return { again: answer.wait.readyAt }
    if (!answer.ok && !OF_ONE_ORDER.includes(answer.problem.code)) return afterTrouble(deps, step, answer.problem)
    const ours = await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
      if (!(await isOurs(tx, step))) return false
      const end = answer.ok
        ? endOf(
            await importOrders(deps, tx, {
              merchant,
              connection: connection.id,
              wires: [answer.value],
              who: run.kind === 'night' ? 'reconciliation' : 'back-fill',
              again: true,
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

/** What the import made of an order, in a word: `placed`, `skipped cancelled`, `unchanged`. */
export function endOf(decided: readonly Decided[]): {
  readonly state: 'fetched' | 'unchanged'
  readonly outcome: string
} {
  const outcome = decided[0]?.outcome
  if (!outcome || outcome.kind === 'unchanged') return { state: 'unchanged', outcome: 'unchanged' }
  return { state: 'fetched', outcome: outcome.kind === 'skipped' ? `skipped ${outcome.reason}` : outcome.kind }
}
