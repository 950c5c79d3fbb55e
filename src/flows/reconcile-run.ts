import type { Connection } from '#core/connection.ts'
import type { MerchantId } from '#core/ids.ts'
import { OF_DEPLOYMENT } from '#core/known-authorization-problems.ts'
import { nextNight } from '#core/orders/next-night.ts'
import { type Problem, problem, tell } from '#core/problems.ts'
import type { Reconciliation, ReconciliationChange } from '#store/reconciliations.ts'
import type { Deps, Tx } from './deps.ts'

/** What one step of a reconciliation works on; a late run is told by its fence. */
export type ReconcileRun = {
  readonly merchant: MerchantId
  readonly connection: Connection
  readonly run: Reconciliation
  readonly fence: number
  /** Amazon's clock minus ours, ms. */
  readonly clockOffset: number
  readonly timeZone: string
}

/** When work is wanted again. */
export type Again = { readonly again: number | null }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** So long a useful answer of Amazon is waited for. */
const PATIENCE = 2 * HOUR

/** Everything that a run may have said before and that is over once one ends well. */
const OVER = [
  'report-refused',
  'report-fatal',
  'report-cancelled',
  'report-stuck',
  'report-cut',
  'report-garbled',
  'report-rows-unreadable',
  'report-unreadable',
  'orders-not-fetched',
] as const

/** True while no later run has taken over; a step writes nothing otherwise. */
export const isOurs = (tx: Tx, { run, fence }: ReconcileRun): Promise<boolean> =>
  tx.store.holdReconciler({ connection: run.connection, kind: run.kind, fence })

/** Writes what a step found out and says when the next one is wanted; nothing when a later run has taken over. */
export async function goOn(
  deps: Deps,
  step: ReconcileRun,
  { again, ...change }: Omit<ReconciliationChange, 'runId'> & { readonly again: number },
): Promise<Again> {
  return deps.transaction(step.merchant, 'app', async (tx) => {
    if (!(await isOurs(tx, step))) return { again: deps.now() + MINUTE }
    await tx.store.moveReconciliation({ runId: step.run.runId, ...change })
    return { again }
  })
}

/** Ends a run that came to its end: what could not be fetched is shown, and the next night is planned (O18). */
export async function endRun(deps: Deps, step: ReconcileRun): Promise<Again> {
  return deps.transaction(step.merchant, 'app', async (tx) => {
    const now = deps.now()
    if (!(await isOurs(tx, step))) return { again: now + MINUTE }
    const { run } = step
    const after = await tx.store.findReconciliation(run.runId)
    const open = (after?.differing.open ?? 0) + (after?.differing.failed ?? 0)
    const told = open > 0 ? problem('orders-not-fetched', { orders: open }) : null
    const whole = told === null && run.progress.incomplete !== true
    await tx.store.moveReconciliation({
      runId: run.runId,
      state: 'done',
      endedAt: now,
      ...(told ? { problem: told } : {}),
    })
    if (run.kind === 'back-fill') return { again: null }
    if (whole) await tx.store.clearProblems({ connection: run.connection, codes: OVER, at: now })
    if (told) await tx.store.noteProblem({ connection: run.connection, problem: told, at: now })
    return planNight(deps, tx, { step, coveredTo: whole ? run.to : null })
  })
}

/** Gives a run up: the problem is shown in its sentence, and the next night tries again (O18). */
export async function failRun(deps: Deps, step: ReconcileRun, found: Problem): Promise<Again> {
  const { run, merchant } = step
  const isReport = run.state === 'ask' || run.state === 'wait' || run.state === 'read'
  const told =
    found.code === 'access-denied' && isReport ? problem('report-refused', { connection: run.connection }) : found
  // A back-fill has another way: what the report cannot tell, a search of the range can.
  if (run.kind === 'back-fill' && isReport) {
    const reason = tell(told).sentence.replace(/ It is (asked for again next night|asked again|tried again)\.$/, '')
    const why = `${reason} So the range is searched page by page.`
    return goOn(deps, step, {
      state: 'search',
      progress: { partFrom: run.from, searchOnly: true },
      why,
      again: deps.now(),
    })
  }
  return deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    if (!(await isOurs(tx, step))) return { again: now + MINUTE }
    await tx.store.moveReconciliation({ runId: run.runId, state: 'failed', problem: told, endedAt: now })
    if (!OF_DEPLOYMENT.includes(told.code))
      deps.log.alarm('A reconciliation could not be finished.', {
        merchant,
        connection: run.connection,
        code: told.code,
      })
    if (run.kind === 'back-fill') return { again: null }
    await tx.store.noteProblem({ connection: run.connection, problem: told, at: now })
    return planNight(deps, tx, { step, coveredTo: null })
  })
}

/** After a problem of Amazon's side: again in some minutes, for two hours; every other one ends the run. */
export function afterTrouble(deps: Deps, step: ReconcileRun, found: Problem): Promise<Again> {
  const { progress } = step.run
  const now = deps.now()
  const since = progress.troubleSince ?? now
  const passes = ['amazon-down', 'answer-unreadable', 'answer-too-large', 'throttled'].includes(found.code)
  if (!passes || now - since >= PATIENCE) return failRun(deps, step, found)
  return goOn(deps, step, { progress: { ...progress, troubleSince: since }, again: now + 10 * MINUTE })
}

async function planNight(
  deps: Deps,
  tx: Tx,
  { step, coveredTo }: { step: ReconcileRun; coveredTo: number | null },
): Promise<Again> {
  const nextAt = nextNight(deps.now(), step.timeZone, deps.random())
  await tx.store.planReconciliation({ connection: step.run.connection, kind: 'night', nextAt, coveredTo })
  return { again: nextAt }
}
