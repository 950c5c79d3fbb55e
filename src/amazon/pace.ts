import { backOff, type Operation, statedRate, USAGE_PLANS, type UsagePlan } from './rate-limits.ts'

/** The buckets that all workers share, the time and chance. */
type PaceParts = {
  readonly quota: {
    takeToken(
      bucket: UsagePlan & { readonly key: string; readonly keep?: number },
    ): Promise<{ readonly granted: boolean; readonly readyAt: number }>
    blockUntil(key: string, readyAt: number): Promise<unknown>
    retune(key: string, rate: number): Promise<unknown>
  }
  now(): number
  random(): number
}

/** A call that is to be made, and how many of its bucket it leaves for others. */
type Taken = { readonly operation: Operation; readonly keep?: number | undefined }

/** The pace of each bucket: what rate Amazon grants, and how often in a row it said no. */
export function createPace({ quota, now, random }: PaceParts) {
  const rates = new Map<string, number>()
  const throttledInARow = new Map<string, number>()
  const rateOf = (key: string, operation: Operation): number => rates.get(key) ?? USAGE_PLANS[operation].rate
  return {
    /** Null when a token was granted, else when to come again; so many of the bucket may be left for others. */
    async take(key: string, { operation, keep = 0 }: Taken): Promise<number | null> {
      const plan = { key, rate: rateOf(key, operation), burst: USAGE_PLANS[operation].burst }
      const { granted, readyAt } = await quota.takeToken(keep > 0 ? { ...plan, keep } : plan)
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
