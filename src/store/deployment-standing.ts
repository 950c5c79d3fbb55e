import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'
import { JOB_CHANNEL } from './due.ts'

/** How one kind of work stands in the whole deployment; epoch ms, counts only (M2). */
export type WorkStanding = {
  readonly kind: string
  /** Due and not begun, and since when the oldest of it is due. */
  readonly due: number
  readonly oldestAt: number | null
  readonly waiting: number
  readonly running: number
  /** Pieces of it whose last run failed, and the longest row of failures. */
  readonly failing: number
  readonly mostFailures: number
  readonly lastError: string | null
}

/** How all work stands, by kind; a suspended merchant's rests and is not counted. */
export const workStanding = (pool: Pool, now: number): Promise<WorkStanding[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<WorkStanding>(
      `with d as (
         select d.kind, count(*) filter (where d.at <= to_timestamp($1::float8 / 1000)) as due,
           min(d.at) filter (where d.at <= to_timestamp($1::float8 / 1000)) as oldest, count(*) filter (where d.failures > 0) as failing,
           max(d.failures) as most, (array_agg(d.last_error order by d.failures desc) filter (where d.last_error is not null))[1] as error
         from deployment.due d join deployment.merchants m using (merchant_id) where m.suspended_at is null group by d.kind),
       j as (
         select name as kind, count(*) filter (where state < 'active') as waiting, count(*) filter (where state = 'active') as running
         from pgboss.job group by name)
       select kind, coalesce(d.due, 0) as due, d.oldest as "oldestAt", coalesce(j.waiting, 0) as waiting, coalesce(j.running, 0) as running,
         coalesce(d.failing, 0) as failing, coalesce(d.most, 0) as "mostFailures", d.error as "lastError"
       from d full join j using (kind) order by kind`,
      [now],
    ),
  )

/** The size of the database in bytes, its version, and how many processes listen for work. */
export const databaseStanding = (pool: Pool): Promise<{ bytes: number; version: string; workers: number }> =>
  withoutMerchant(pool, async (tx) => {
    const [row] = await tx.query<{ bytes: number; version: string; workers: number }>(
      `select pg_database_size(current_database()) as bytes, current_setting('server_version') as version,
         (select count(*) from pg_stat_activity where datname = current_database() and query = $1) as workers`,
      [`listen ${JOB_CHANNEL}`],
    )
    return row ?? { bytes: 0, version: '', workers: 0 }
  })

/** The calls of one connection at Amazon since a day (UTC), and how many a second its quota lets through; null: not known yet. */
export type ConnectionCalls = {
  readonly merchantId: string
  readonly connectionId: string
  readonly operation: string
  readonly calls: number
  readonly throttled: number
  readonly failed: number
  readonly rate: number | null
}

/** The calls of all connections since a day, those nearest to their quota first. */
export const callsOfConnections = (
  pool: Pool,
  { since, limit }: { readonly since: number; readonly limit: number },
): Promise<ConnectionCalls[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<ConnectionCalls>(
      `with c as (
         select merchant_id, connection_id, operation, sum(calls)::bigint as calls, sum(throttled)::bigint as throttled, sum(failed)::bigint as failed
         from deployment.calls where day >= (to_timestamp($1::float8 / 1000) at time zone 'UTC')::date group by 1, 2, 3),
       r as (select split_part(key, '/', 2) as partner, split_part(key, '/', 3) as operation, min(rate) as rate from deployment.buckets group by 1, 2)
       select c.merchant_id as "merchantId", c.connection_id as "connectionId", c.operation, c.calls, c.throttled, c.failed, r.rate
       from c left join r on r.operation = c.operation and c.connection_id like '%-' || r.partner
       order by c.calls / nullif(r.rate, 0) desc nulls last, 1, 2, 3 limit $2`,
      [since, limit],
    ),
  )
