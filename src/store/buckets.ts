import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

/** A token bucket: calls per second, and how many may come at once. */
export type BucketPlan = {
  readonly key: string
  readonly rate: number
  readonly burst: number
  /** So many tokens are left untouched. */
  readonly keep?: number
}

/** Takes one token of a bucket shared by all workers, or says when there will be one to take (epoch ms). */
export const takeToken = (pool: Pool, plan: BucketPlan, at: number): Promise<{ granted: boolean; readyAt: number }> =>
  withoutMerchant(pool, async (tx) => {
    const [row] = await tx.query<{ granted: boolean; ready_at: number }>(
      'select granted, ready_at from deployment.take_token($1, $2, $3, to_timestamp($4::float8 / 1000), $5)',
      [plan.key, plan.rate, plan.burst, at, plan.keep ?? 0],
    )
    if (!row) throw new Error('The bucket gave no answer.')
    return { granted: row.granted, readyAt: Math.ceil(row.ready_at) + (row.granted ? 0 : 1) }
  })

/** Grants nothing before `readyAt`, and afterwards one call at a time: Amazon's bucket was empty (a 429). */
export const blockUntil = (pool: Pool, key: string, readyAt: number) =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      `update deployment.buckets set tokens = 1, at = greatest(at, to_timestamp($2::float8 / 1000)), blocked_until = greatest(blocked_until, to_timestamp($2::float8 / 1000)) where key = $1`,
      [key, readyAt],
    ),
  )

/** Takes over the rate that Amazon states in its header. */
export const retuneBucket = (pool: Pool, key: string, rate: number) =>
  withoutMerchant(pool, (tx) => tx.query('update deployment.buckets set rate = $2 where key = $1', [key, rate]))

/** What is left of a bucket: how many calls at once, and how fast it fills; nothing before `blockedUntil` (epoch ms). */
export type BucketLeft = {
  readonly partner: string
  readonly operation: string
  readonly rate: number
  readonly burst: number
  readonly left: number
  readonly blockedUntil: number | null
}

/** What is left of the buckets of some selling partners; an operation that was never called has none (X5). */
export const bucketsOf = (pool: Pool, partners: readonly string[], now: number): Promise<BucketLeft[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<BucketLeft>(
      `select split_part(key, '/', 2) as partner, split_part(key, '/', 3) as operation, rate, burst,
         floor(least(burst, tokens + greatest(0, extract(epoch from to_timestamp($2::float8 / 1000) - at)) * rate))::int as left,
         case when blocked_until > to_timestamp($2::float8 / 1000) then blocked_until end as "blockedUntil"
       from deployment.buckets where split_part(key, '/', 2) = any($1::text[]) order by 1, 2`,
      [partners, now],
    ),
  )
