import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { SubmissionKind } from '#core/shipments/submission.ts'
import type { Tx } from './db.ts'

/** Which runs are wanted: looks at SKUs (hourly, complete, Manual Upload), feeds, files. */
export const RUN_KINDS = ['changes', 'complete', 'manual', 'feed', 'file'] as const
export type RunKind = (typeof RUN_KINDS)[number]

/** A run of what goes up: a look at SKUs, a feed or a file; instants in epoch ms. */
export type RunUp = {
  readonly kind: RunKind
  readonly number: number
  readonly connection: ConnectionId
  /** What a feed or file holds; null for a look at SKUs. */
  readonly of: SubmissionKind | null
  readonly by: string
  readonly at: number
  readonly endedAt: number | null
  /** Of a look, that all its SKUs were looked at. */
  readonly walkedAt: number | null
  /** Of a feed or file where it stands; null for a look. */
  readonly state: string | null
  /** How many entries a feed or file has, how many SKUs a look was asked for; null: all. */
  readonly entries: number | null
  readonly afterSku: SellerSku | null
  readonly feedId: string | null
  readonly problem: Problem | null
}

/** Which runs; `before`: when the last one seen began, and its kind and number. */
export type RunsWish = {
  readonly kind: RunKind | null
  readonly span: { readonly from: number; readonly to: number } | null
  readonly before: readonly [at: number, kind: string, number: number] | null
  readonly limit: number
}

const LOOK = `c.kind, c.cycle_id as number, c.connection_id as connection, null::text as "of", c.asked_by as by, c.began_at as at, c.ended_at as "endedAt", c.walked_at as "walkedAt",
  null::text as state, cardinality(c.skus) as entries, c.after_sku as "afterSku", null::text as "feedId", c.problem`
const SUBMISSION = `s.way as kind, s.submission_id as number, s.connection_id as connection, s.kind as "of", s.made_by as by, s.made_at as at, s.ended_at as "endedAt", null::timestamptz as "walkedAt",
  s.state, s.messages as entries, null::text as "afterSku", s.feed_id as "feedId", s.problem`
const within = (at: string, kind: string, number: string) =>
  `($2::text is null or ${kind} = $2) and ($3::float8 is null or ${at} >= to_timestamp($3 / 1000) and ${at} < to_timestamp($4::float8 / 1000))
   and ($5::float8 is null or (${at}, ${kind}, ${number}) < (to_timestamp($5 / 1000), $6, $7::bigint))`

/** Runs, the newest first (I1, I7, I8, S5, H2). */
export const listRuns = (tx: Tx, merchant: MerchantId, { kind, span, before, limit }: RunsWish): Promise<RunUp[]> =>
  tx.query<RunUp>(
    `select * from (
       (select ${LOOK} from millrace.cycles c where c.merchant_id = $1 and ${within('c.began_at', 'c.kind', 'c.cycle_id')} order by c.began_at desc, c.kind desc, c.cycle_id desc limit $8)
       union all
       (select ${SUBMISSION} from millrace.submissions s where s.merchant_id = $1 and ${within('s.made_at', 's.way', 's.submission_id')} order by s.made_at desc, s.way desc, s.submission_id desc limit $8)
     ) every order by at desc, kind desc, number desc limit $8`,
    [
      merchant,
      kind,
      span?.from ?? null,
      span?.to ?? null,
      before?.[0] ?? null,
      before?.[1] ?? null,
      before?.[2] ?? null,
      limit,
    ],
  )

/** A look at SKUs with how many of them it has looked at, and which were chosen; or null. Of a look at all that is over, nothing is counted. */
export async function findLook(
  tx: Tx,
  merchant: MerchantId,
  cycleId: number,
): Promise<
  | (RunUp & {
      readonly skus: readonly SellerSku[] | null
      readonly looked: number
      readonly all: number
    })
  | null
> {
  const [row] = await tx.query<
    RunUp & { readonly skus: readonly SellerSku[] | null; readonly looked: number; readonly all: number }
  >(
    `select ${LOOK}, c.skus, coalesce(cardinality(c.skus), n.every)::int as all,
       case when c.walked_at is not null then coalesce(cardinality(c.skus), n.every)
         when c.skus is null then n.past else (select count(*) from unnest(c.skus) s where s <= c.after_sku) end::int as looked
     from millrace.cycles c, lateral (
       select count(*) as every, count(*) filter (where seller_sku <= c.after_sku) as past from millrace.listings l
       where c.skus is null and c.walked_at is null and l.merchant_id = $1 and l.connection_id = c.connection_id and l.gone_at is null) n
     where c.merchant_id = $1 and c.cycle_id = $2`,
    [merchant, cycleId],
  )
  return row ?? null
}

/** The last hourly look of each connection, and the feed of stock and prices under way. */
export const standingOf = (
  tx: Tx,
  merchant: MerchantId,
): Promise<
  {
    readonly connection: ConnectionId
    readonly lastLookAt: number | null
    readonly completeSince: number | null
    readonly feedSince: number | null
    readonly feedId: string | null
    readonly nextAuditAt: number | null
  }[]
> =>
  tx.query(
    `select c.connection_id as connection,
       (select y.began_at from millrace.cycles y where y.merchant_id = $1 and y.connection_id = c.connection_id and y.kind <> 'manual' order by y.cycle_id desc limit 1) as "lastLookAt",
       (select min(y.began_at) from millrace.cycles y where y.merchant_id = $1 and y.connection_id = c.connection_id and y.kind = 'complete' and y.ended_at is null) as "completeSince",
       s.made_at as "feedSince", s.feed_id as "feedId", a.next_at as "nextAuditAt"
     from millrace.connections c
       left join millrace.auditors a on a.merchant_id = $1 and a.connection_id = c.connection_id
       left join lateral (select made_at, feed_id from millrace.submissions s where s.merchant_id = $1 and s.connection_id = c.connection_id and s.kind = 'listings' and s.way = 'feed'
         and s.ended_at is null limit 1) s on true
     where c.merchant_id = $1 order by c.connection_id`,
    [merchant],
  )

/** One entry of a feed or file about orders, as it stands now. */
export type OrderEntry = {
  readonly orderNumber: number
  readonly amazonOrderId: string
  readonly state: string
  readonly problem: Problem | null
}

/** The entries of a feed or file about orders, a page at a time in the order of their messages. */
export const entriesOf = (
  tx: Tx,
  merchant: MerchantId,
  page: { readonly submissionId: number; readonly after: number | null; readonly limit: number },
): Promise<(OrderEntry & { readonly message: number })[]> =>
  tx.query(
    `select o.order_id as "orderNumber", r.amazon_order_id as "amazonOrderId", o.state, o.problem, coalesce(o.message_number, 0) as message
     from millrace.outbox o join millrace.orders r on r.merchant_id = $1 and r.order_id = o.order_id
     where o.merchant_id = $1 and o.submission_id = $2 and ($3::bigint is null or coalesce(o.message_number, 0) > $3)
     order by coalesce(o.message_number, 0) limit $4`,
    [merchant, page.submissionId, page.after, page.limit],
  )
