import { OF_DEPLOYMENT } from '#core/known-authorization-problems.ts'
import { afterSweepProblem } from '#core/orders/after-sweep-problem.ts'
import type { Problem } from '#core/problems.ts'
import { problem } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { moveAuthorization, refusalSignal } from './move-authorization.ts'
import type { SweepRun } from './sweep-run.ts'

/** Records why a sweep could not go on, and what it does next: go on from where it was safe, with less, or stop (O1, C1). */
export async function sweepProblem(deps: Deps, run: SweepRun, fault: Problem): Promise<{ again: number | null }> {
  const { merchant, connection, sweep, search } = run
  return deps.transaction(merchant, 'app', async (tx) => {
    const now = deps.now()
    // A later run has taken over: what this one met is no longer so, or the later one meets it too.
    if (!(await tx.store.holdSweep({ connection: connection.id, fence: sweep.fence })))
      return { again: now + run.interval }
    const dataset = fault.code === 'dataset-refused' ? String(fault.facts.dataset) : ''
    const told = problem(fault.code, { ...fault.facts, connection: connection.id })
    const since = await tx.store.noteProblem({ connection: connection.id, subject: dataset, problem: told, at: now })
    const next = afterSweepProblem({ code: fault.code, since, now, interval: run.interval, random: deps.random() })
    const dropped = dataset
      ? [
          ...sweep.droppedDatasets.filter((d) => d.dataset !== dataset),
          {
            dataset,
            since: now,
            watermark: sweep.droppedDatasets.find((d) => d.dataset === dataset)?.watermark ?? sweep.watermark,
          },
        ]
      : sweep.droppedDatasets
    const keepsWindow = next.keepsWindow && search.token !== null
    await tx.store.moveSweep({
      connection: connection.id,
      fence: sweep.fence,
      change: keepsWindow
        ? { ...sweep, droppedDatasets: dropped, completedAt: null }
        : {
            ...sweep,
            windowTo: null,
            nextToken: null,
            tokenAt: null,
            params: null,
            droppedDatasets: dropped,
            completedAt: null,
          },
    })
    if (next.revoked) {
      const signal = await refusalSignal(tx, connection.id, now)
      await moveAuthorization(tx, { connection: connection.id, signal, at: now })
    }
    // What is wrong with the application is one alarm of the deployment, whoever meets it (C5).
    if (!OF_DEPLOYMENT.includes(fault.code))
      deps.log.alarm('The sweep met a problem.', { merchant, connection: connection.id, code: fault.code })
    return { again: next.again }
  })
}
