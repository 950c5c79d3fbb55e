import type { CountedCall } from '#amazon/client.ts'
import type { Log } from '#flows/deps.ts'
import { type CountedCalls, countCalls } from '#store/calls.ts'
import type { Pool } from '#store/db.ts'
import { gatherCounts } from './gathered-counts.ts'

const DAY = 24 * 60 * 60_000

/** Counts calls at Amazon. */
export type CallCounter = {
  count(call: CountedCall): void
  /** Writes what is not written yet; resolves when it is. */
  flush(): Promise<void>
}

/** Amazon's answer as metrics and the log name it: the status, `none` where none came, or how it ended where nothing else is known. */
export const answerOf = ({ status, outcome }: CountedCall): string =>
  status === 0 ? 'none' : String(status ?? outcome)

type Parts = { readonly pool: Pool; readonly log: Log; now(): number }

/**
 * Gathers calls and writes them once a second: a transaction for each call would be a third of what a sweep costs. A
 * process that is killed loses the counts of its last second; Amazon's quota does not hang on them.
 */
export function createCallCounter({ pool, log, now }: Parts): CallCounter {
  const { change, flush } = gatherCounts<CountedCalls>((counted) =>
    countCalls(pool, counted).catch(() => log.alarm('Calls could not be counted.', { lines: counted.length })),
  )
  return {
    count({ merchantId: merchant, connectionId: connection, operation, outcome }) {
      const at = now()
      const key = `${merchant} ${connection} ${operation} ${Math.floor(at / DAY)}`
      const none = { merchant, connection, operation, at, calls: 0, throttled: 0, failed: 0 }
      change(key, (before = none) => ({
        ...before,
        calls: before.calls + 1,
        throttled: before.throttled + (outcome === 'throttled' ? 1 : 0),
        failed: before.failed + (outcome === 'failed' ? 1 : 0),
      }))
    },
    flush,
  }
}
