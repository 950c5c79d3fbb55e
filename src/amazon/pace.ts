import { backOff, type Operation, statedRate, USAGE_PLANS } from './rate-limits.ts'

/** The buckets that all workers share, the time and chance. */
type PaceParts = {
  readonly quota: {
    takeToken(bucket: {
      readonly key: string
      readonly rate: number
      readonly burst: number
    }): Promise<{ readonly granted: boolean; readonly readyAt: number }>
    blockUntil(key: string, readyAt: number): Promise<unknown>
    retune(key: string, rate: number): Promise<unknown>
  }
  now(): number
  random(): number
}

/** The pace of each bucket: what rate Amazon grants, and how often in a row it said no. */
export function createPace({ quota, now, random }: PaceParts) {
  const rates = new Map<string, number>()
  const throttledInARow = new Map<string, number>()
  const rateOf = (key: string, operation: Operation): number => rates.get(key) ?? USAGE_PLANS[operation].rate
  return {
    /** Null when a token was granted, else when to come again. */
    async take(key: string, operation: Operation): Promise<number | null> {
      const { granted, readyAt } = await quota.takeToken({
        key,
        rate: rateOf(key, operation),
        burst: USAGE_PLANS[operation].burst,
      })
      return granted ? null : readyAt
    },
    async throttled(key: string, operation: Operation): Promise<number> {
      const times = (throttledInARow.get(key) ?? 0) + 1
      throttledInARow.set(key, times)
      const readyAt = now() + backOff(rateOf(key, operation), times, random())
      await quota.blockUntil(key, readyAt)
      return readyAt
    },
    async answered(key: string, operation: Operation, header: string | readonly string[] | undefined): Promise<void> {
      throttledInARow.delete(key)
      const rate = statedRate(typeof header === 'string' ? header : undefined)
      if (rate === null || rate === rateOf(key, operation)) return
      rates.set(key, rate)
      await quota.retune(key, rate)
    },
  }
}
