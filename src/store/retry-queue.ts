import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'

/** What is tried again by itself: something of an order that goes up, a feed under way, stock or prices after a feed that failed, an order that Amazon sent incomplete (E6). */
export const RETRY_KINDS = [
  'confirmation',
  'cancellation',
  'refund',
  'feed',
  'stock',
  'price',
  'inbound-order',
] as const
export type RetryKind = (typeof RETRY_KINDS)[number]

/** One row of the retry queue; epoch ms. `nextAt` null: as soon as it is its turn. */
export type RetryRow = {
  readonly kind: RetryKind
  /** The number of the outbox row, the submission or the document; 0 for SKUs. */
  readonly number: number
  readonly connection: ConnectionId
  /** The Amazon order id, or what a feed is about. */
  readonly name: string
  readonly count: number
  readonly tries: number
  readonly problem: Problem | null
  readonly nextAt: number
  readonly since: number
}

/** Where a row stands in the queue: the next try, and a name that is its own. */
export type RetryKey = readonly [nextAt: number, kind: string, connection: string, number: number]

const HOUR = 3_600_000

const ROWS = `
  select o.kind, o.outbox_id as number, o.connection_id as connection, r.amazon_order_id as name, 1 as count, o.attempts as tries, o.problem, o.next_at as "nextAt", o.entered_at as since
    from millrace.outbox o join millrace.orders r on r.merchant_id = o.merchant_id and r.order_id = o.order_id
    where o.merchant_id = $1 and o.state not in ('settled', 'removed') and o.state = 'waiting'
  union all select 'feed', s.submission_id, s.connection_id, s.kind, s.messages, s.polls + s.tries, s.problem, coalesce(d.at, s.made_at), s.made_at
    from millrace.submissions s left join deployment.due d on d.merchant_id = $1 and d.subject = s.connection_id and d.kind = case s.kind when 'listings' then 'listings-feed' else 'order-feeds' end
    where s.merchant_id = $1 and s.way = 'feed' and s.ended_at is null
  union all select f.field, 0, f.connection_id, '', count(*)::int, max(f.tries), null, min(f.due_at), min(f.desired_at)
    from millrace.sku_fields f where f.merchant_id = $1 and f.state = 'due' and f.tries > 0 and f.due_at > to_timestamp($2::float8 / 1000)
      and f.connection_id in (select connection_id from millrace.connections where merchant_id = $1) group by f.field, f.connection_id
  union all select 'inbound-order', d.document_id, d.connection_id, d.reference, 1, 0, d.problems->0,
      d.decided_at + case when d.problems @> '[{"code": "missing-block"}]' then make_interval(secs => ${HOUR / 1000}) else make_interval(secs => ${(24 * HOUR) / 1000}) end, d.received_at
    from millrace.documents d where d.merchant_id = $1 and d.state = 'held' and (d.problems @> '[{"code": "missing-block"}]' or d.problems @> '[{"code": "no-destination"}]')`

/** A page of the retry queue, what is tried next first (E6). */
export const listRetries = (
  tx: Tx,
  merchant: MerchantId,
  page: { readonly at: number; readonly after: RetryKey | null; readonly limit: number },
): Promise<RetryRow[]> =>
  tx.query<RetryRow>(
    `select * from (${ROWS}) q
     where $3::float8 is null or ("nextAt", kind, connection, number) > (to_timestamp($3::float8 / 1000), $4, $5, $6::bigint)
     order by "nextAt", kind, connection, number limit $7`,
    [
      merchant,
      page.at,
      page.after?.[0] ?? null,
      page.after?.[1] ?? null,
      page.after?.[2] ?? null,
      page.after?.[3] ?? null,
      page.limit,
    ],
  )

/** How many rows the retry queue has. */
export async function countRetries(tx: Tx, merchant: MerchantId, at: number): Promise<number> {
  const [row] = await tx.query<{ n: number }>(`select count(*)::int as n from (${ROWS}) q`, [merchant, at])
  return row?.n ?? 0
}
