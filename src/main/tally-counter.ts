import type { Log } from '#flows/deps.ts'
import type { Pool } from '#store/db.ts'
import { addTallies, type Tally } from '#store/tallies.ts'

const WRITTEN_AFTER = 1000

/** Counts what the deployment's metrics tell of all processes together. */
export type TallyCounter = {
  add(name: string, labels: readonly string[], amount: number): void
  /** Writes what is not written yet; resolves when it is. */
  flush(): Promise<void>
}

/** Gathers counts and writes them once a second, as calls are; a process that is killed loses those of its last second (X5). */
export function createTallyCounter({ pool, log }: { readonly pool: Pool; readonly log: Log }): TallyCounter {
  let waiting = new Map<string, Tally>()
  let timer: NodeJS.Timeout | undefined
  let written: Promise<void> = Promise.resolve()

  const write = async () => {
    const tallies = [...waiting.values()]
    waiting = new Map()
    if (tallies.length === 0) return
    await addTallies(pool, tallies).catch(() => log.alarm('Counts could not be kept.', { lines: tallies.length }))
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    written = written.then(write)
    return written
  }
  return {
    add(name, labels, amount) {
      const key = [name, ...labels].join('\n')
      waiting.set(key, { name, labels, amount: (waiting.get(key)?.amount ?? 0) + amount })
      timer ??= setTimeout(() => void flush(), WRITTEN_AFTER).unref()
    },
    flush,
  }
}
