import type { Log } from '#flows/deps.ts'
import type { Pool } from '#store/db.ts'
import { addTallies, type Tally } from '#store/tallies.ts'
import { gatherCounts } from './gathered-counts.ts'

/** Counts what the deployment's metrics tell of all processes together. */
export type TallyCounter = {
  add(name: string, labels: readonly string[], amount: number): void
  /** Writes what is not written yet; resolves when it is. */
  flush(): Promise<void>
}

/** Gathers counts and writes them once a second, as calls are (X5). */
export function createTallyCounter({ pool, log }: { readonly pool: Pool; readonly log: Log }): TallyCounter {
  const { change, flush } = gatherCounts<Tally>((tallies) =>
    addTallies(pool, tallies).catch(() => log.alarm('Counts could not be kept.', { lines: tallies.length })),
  )
  return {
    add: (name, labels, amount) =>
      change([name, ...labels].join('\n'), (before) => ({ name, labels, amount: (before?.amount ?? 0) + amount })),
    flush,
  }
}
