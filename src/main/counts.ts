import type { CountedCall } from '#amazon/client.ts'
import { lagBucket } from '#core/metrics.ts'
import type { Log } from '#flows/deps.ts'
import type { Pool } from '#store/db.ts'
import { answerOf, createCallCounter } from './call-counter.ts'
import { createTallyCounter } from './tally-counter.ts'

/** What is counted while the program runs: calls for their merchants, and what the metrics tell of the whole deployment. */
export type Counts = {
  countCall(call: CountedCall): void
  noteLags(lags: readonly number[]): void
  flush(): Promise<void>
}

type Parts = {
  readonly pool: Pool
  readonly log: Log
  now(): number
  /** Told of each call, for the metrics of this process. */
  readonly onCall: ((call: CountedCall) => void) | undefined
}

/** Counts calls and lags; each call is a line of the log as well, with ids, the answer and how long it took (X5). */
export function createCounts({ onCall, ...parts }: Parts): Counts {
  const calls = createCallCounter(parts)
  const tallies = createTallyCounter(parts)
  return {
    countCall(call) {
      const answer = answerOf(call)
      calls.count(call)
      tallies.add('calls', [call.operation, answer], 1)
      onCall?.(call)
      const { merchantId: merchant, connectionId: connection, operation, took = null } = call
      parts.log.note('Amazon answered.', { merchant, connection, operation, answer, took })
    },
    noteLags(lags) {
      for (const seconds of lags) {
        tallies.add('lags', [lagBucket(seconds)], 1)
        tallies.add('lags', ['sum'], seconds)
      }
    },
    async flush() {
      await calls.flush()
      await tallies.flush()
    },
  }
}
