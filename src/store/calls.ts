import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Pool } from './db.ts'
import { withoutMerchant } from './db.ts'

/** Calls at Amazon of one merchant, connection, operation and day (UTC, that of `at`), and how they ended. */
export type CountedCalls = {
  readonly merchant: MerchantId
  readonly connection: ConnectionId
  readonly operation: string
  readonly at: number
  readonly calls: number
  readonly throttled: number
  readonly failed: number
}

/** What a merchant's calls of one day and operation came to. */
export type CallCount = {
  readonly connectionId: string
  readonly operation: string
  readonly day: string
  readonly calls: number
  readonly throttled: number
  readonly failed: number
}

/** Adds to what is counted per merchant, connection, operation and day (UTC); a merchant that is gone is passed over. */
export const countCalls = (pool: Pool, counted: readonly CountedCalls[]) =>
  withoutMerchant(pool, (tx) =>
    tx.query(
      `insert into deployment.calls as c (merchant_id, connection_id, operation, day, calls, throttled, failed)
       select n.merchant, n.connection, n.operation, (to_timestamp(n.at / 1000) at time zone 'UTC')::date, n.calls, n.throttled, n.failed
         from jsonb_to_recordset($1::jsonb) as n (merchant text, connection text, operation text, at double precision,
                calls bigint, throttled bigint, failed bigint)
         join deployment.merchants m on m.merchant_id = n.merchant
        order by 1, 2, 3, 4
       on conflict (merchant_id, connection_id, operation, day) do update
         set calls = c.calls + excluded.calls, throttled = c.throttled + excluded.throttled, failed = c.failed + excluded.failed`,
      [JSON.stringify(counted)],
    ),
  )

/** The calls of a merchant since a day, the newest day first. */
export const listCalls = (pool: Pool, merchant: MerchantId, since: number): Promise<CallCount[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<CallCount>(
      `select connection_id as "connectionId", operation, day::text, calls, throttled, failed from deployment.calls
       where merchant_id = $1 and day >= (to_timestamp($2::float8 / 1000) at time zone 'UTC')::date order by day desc, connection_id, operation`,
      [merchant, since],
    ),
  )

/** Where a count stands in the list of them: day, connection, operation. */
export type CallKey = readonly [day: string, connection: string, operation: string]

/** A page of the same. */
export const pageOfCalls = (
  pool: Pool,
  merchant: MerchantId,
  { since, after, limit }: { readonly since: number; readonly after: CallKey | null; readonly limit: number },
): Promise<CallCount[]> =>
  withoutMerchant(pool, (tx) =>
    tx.query<CallCount>(
      `select connection_id as "connectionId", operation, day::text, calls, throttled, failed from deployment.calls
       where merchant_id = $1 and day >= (to_timestamp($2::float8 / 1000) at time zone 'UTC')::date
         and ($3::date is null or day < $3::date or (day = $3::date and (connection_id, operation) > ($4, $5)))
       order by day desc, connection_id, operation limit $6`,
      [merchant, since, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
    ),
  )
