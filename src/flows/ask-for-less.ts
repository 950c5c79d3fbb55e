import type { Refusal } from '#amazon/port.ts'
import { nextLess } from '#core/orders/search-window.ts'
import { problem } from '#core/problems.ts'
import type { SweepChange } from '#store/sweeps.ts'
import type { Deps } from './deps.ts'
import { sweepProblem } from './sweep-problem.ts'
import type { SweepRun } from './sweep-run.ts'

const MINUTE = 60_000

/**
 * After a refused search in which Amazon names nothing: with Amazon's clock, where ours was not it; then without the
 * datasets that the import can do without, then without more (O1). At most three calls an hour; decision 0007.
 */
export async function askForLess(deps: Deps, run: SweepRun, refusal: Refusal): Promise<{ again: number | null }> {
  const { connection, sweep, search } = run
  const now = deps.now()
  const offset = refusal.amazonNow === undefined ? sweep.clockOffset : refusal.amazonNow - now
  const wrongClock = Math.abs(offset - sweep.clockOffset) > MINUTE
  const less = wrongClock ? [] : nextLess(search.params.includedData)
  if (less === null) return giveUp(deps, run, refusal)
  const change: SweepChange = {
    ...sweep,
    windowTo: null,
    nextToken: null,
    tokenAt: null,
    params: null,
    droppedDatasets: wrongClock ? sweep.droppedDatasets : leftOut(run, less, now),
    clockOffset: offset,
    completedAt: null,
  }
  return deps.transaction(run.merchant, 'app', async (tx) => {
    const moved = await tx.store.moveSweep({ connection: connection.id, fence: sweep.fence, change })
    if (!moved) return { again: now + run.interval }
    if (less.length > 0) {
      const told = problem('asked-for-less', { datasets: less.join(', '), connection: connection.id })
      await tx.store.noteProblem({ connection: connection.id, problem: told, at: now })
    }
    return { again: now }
  })
}

/** Asking for less did not help: the refusal is shown, and in an hour everything is asked for again. */
async function giveUp(deps: Deps, run: SweepRun, { problem: fault }: Refusal): Promise<{ again: number | null }> {
  const over = { connection: run.connection.id, codes: ['asked-for-less'] as const, at: deps.now() }
  await deps.transaction(run.merchant, 'app', (tx) => tx.store.clearProblems(over))
  return sweepProblem(deps, run, fault)
}

/** What is left out from now on: each dataset from the watermark at which it was left out first. */
const leftOut = ({ sweep }: SweepRun, datasets: readonly string[], now: number): SweepChange['droppedDatasets'] => [
  ...sweep.droppedDatasets.filter((d) => !datasets.includes(d.dataset)),
  ...datasets.map((dataset) => ({
    dataset,
    since: now,
    watermark: sweep.droppedDatasets.find((d) => d.dataset === dataset)?.watermark ?? sweep.watermark,
  })),
]
