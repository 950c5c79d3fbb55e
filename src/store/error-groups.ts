import { CAUSES_GOING_UP, CAUSES_OF_ORDERS, type ErrorKind } from '#core/error-log.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'

/** Which part of the Error Log is wanted; null: all. `cause` is what problems of one code have in common, `search` an Amazon order id or SKU. */
export type ErrorWish = {
  readonly code: string | null
  readonly cause: string | null
  readonly connection: ConnectionId | null
  readonly search: string | null
}

/** Problems of one cause: how many, since when, and the first of them as an example; epoch ms (E4). */
export type ErrorGroup = {
  readonly kind: ErrorKind
  readonly cause: string
  readonly count: number
  readonly since: number
  readonly problem: Problem
  /** The number of the first document or outbox row; null where it has none. */
  readonly first: number | null
  /** The Amazon order id or SKU of the first. */
  readonly name: string
}

const MOST_GROUPS = 100

const causeIn = (problem: string, facts: readonly string[]): string =>
  `coalesce(${facts.map((fact) => `${problem}->'facts'->>'${fact}'`).join(', ')}, '')`

/** The cause of an order's problem, of one that went up: expressions over a problem. */
export const causeOfOrder = (problem: string): string => causeIn(problem, CAUSES_OF_ORDERS)
export const causeGoingUp = (problem: string): string => causeIn(problem, CAUSES_GOING_UP)

const GROUP = `select kind, cause, count(distinct id)::int as count, min(at) as since, (array_agg(problem order by at, id))[1] as problem,
  (array_agg(id order by at, id))[1] as first, (array_agg(name order by at, id))[1] as name
  from each where ($2::text is null or problem->>'code' = $2) and ($3::text is null or cause = $3)
  group by kind, problem->>'code', cause order by count desc, since, cause limit ${MOST_GROUPS}`

const paramsOf = (merchant: MerchantId, { code, cause, connection, search }: ErrorWish) => [
  merchant,
  code,
  cause,
  connection,
  search,
]

/** The problems of inbound orders by their causes, what keeps most first (E1, E4). */
export const groupDocuments = (tx: Tx, merchant: MerchantId, wish: ErrorWish): Promise<ErrorGroup[]> =>
  tx.query<ErrorGroup>(
    `with each as (
       select 'inbound-order' as kind, d.document_id as id, d.received_at as at, d.reference as name, p.problem, ${causeOfOrder('p.problem')} as cause
       from millrace.documents d cross join lateral jsonb_array_elements(d.problems) as p (problem)
       where d.merchant_id = $1 and (d.state = 'held' or d.problems <> '[]') and ($4::text is null or d.connection_id = $4)
         and ($5::text is null or strpos(lower(d.reference), lower($5)) > 0 or strpos(lower(p.problem->'facts'->>'sku'), lower($5)) > 0))
     ${GROUP}`,
    paramsOf(merchant, wish),
  )

/** What went up and waits for a person, by its causes (E5). */
export const groupOutbox = (tx: Tx, merchant: MerchantId, wish: ErrorWish): Promise<ErrorGroup[]> =>
  tx.query<ErrorGroup>(
    `with each as (
       select o.kind, o.outbox_id as id, coalesce(o.failing_since, o.sent_at, o.entered_at) as at, r.amazon_order_id as name, o.problem, ${causeGoingUp('o.problem')} as cause
       from millrace.outbox o join millrace.orders r on r.merchant_id = o.merchant_id and r.order_id = o.order_id
       where o.merchant_id = $1 and o.state not in ('settled', 'removed') and o.state in ('refused', 'unsure') and o.problem is not null
         and ($4::text is null or o.connection_id = $4) and ($5::text is null or strpos(lower(r.amazon_order_id), lower($5)) > 0))
     ${GROUP}`,
    paramsOf(merchant, wish),
  )

const REFUSED = `f.merchant_id = $1 and f.connection_id in (select connection_id from millrace.connections where merchant_id = $1)
  and f.state in ('held', 'refused', 'differs') and f.problem is not null`

/** Stock and prices that Amazon refused, shows otherwise, or a guard holds, by their causes (E5). */
export const groupSkus = (tx: Tx, merchant: MerchantId, wish: ErrorWish): Promise<ErrorGroup[]> =>
  tx.query<ErrorGroup>(
    `with each as (
       select f.field as kind, f.seller_sku || ' ' || f.connection_id as sku, coalesce(f.sent_at, f.desired_at) as at, f.seller_sku as name, f.problem, ${causeGoingUp('f.problem')} as cause
       from millrace.sku_fields f where ${REFUSED} and ($4::text is null or f.connection_id = $4) and ($5::text is null or strpos(lower(f.seller_sku), lower($5)) > 0))
     select kind, cause, count(distinct sku)::int as count, min(at) as since, (array_agg(problem order by at, sku))[1] as problem, null::bigint as first, (array_agg(name order by at, sku))[1] as name
     from each where ($2::text is null or problem->>'code' = $2) and ($3::text is null or cause = $3)
     group by kind, problem->>'code', cause order by count desc, since, cause limit ${MOST_GROUPS}`,
    paramsOf(merchant, wish),
  )

/** How many SKUs have their stock, and their price, refused (E5). */
export async function countRefusedSkus(tx: Tx, merchant: MerchantId): Promise<{ stock: number; price: number }> {
  const rows = await tx.query<{ field: 'stock' | 'price'; n: number }>(
    `select f.field, count(distinct (f.connection_id, f.seller_sku))::int as n from millrace.sku_fields f where ${REFUSED} group by f.field`,
    [merchant],
  )
  return { stock: 0, price: 0, ...Object.fromEntries(rows.map(({ field, n }) => [field, n])) }
}

/** A SKU whose stock or price is refused, with the item that it is, if that is known; epoch ms (E5). */
export type RefusedSku = {
  readonly sellerSku: string
  readonly field: 'stock' | 'price'
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly state: 'held' | 'refused' | 'differs'
  readonly title: string
  readonly itemId: string | null
  readonly problem: Problem
  readonly since: number
}

/** Where a refused SKU stands in their list. */
export type RefusedSkuKey = readonly [sku: string, connection: string, marketplace: string]

/** A page of the SKUs of one field and cause, in the order of their names (E5). */
export const listRefusedSkus = (
  tx: Tx,
  merchant: MerchantId,
  wish: ErrorWish & {
    readonly field: 'stock' | 'price'
    readonly after: RefusedSkuKey | null
    readonly limit: number
  },
): Promise<RefusedSku[]> =>
  tx.query<RefusedSku>(
    `select f.seller_sku as "sellerSku", f.field, f.connection_id as connection, f.marketplace_id as "marketplaceId", f.state, coalesce(l.title, '') as title,
       coalesce(l.item_id, m.item_id, i.item_id) as "itemId", f.problem, coalesce(f.sent_at, f.desired_at) as since
     from millrace.sku_fields f
     left join lateral (select l.title, l.item_id from millrace.listings l where l.merchant_id = $1 and l.connection_id = f.connection_id and l.seller_sku = f.seller_sku
       order by l.item_id is null, l.marketplace_id limit 1) l on true
     left join millrace.sku_mappings m on m.merchant_id = $1 and m.seller_sku = f.seller_sku
     left join millrace.items i on i.merchant_id = $1 and i.item_id = f.seller_sku
     where ${REFUSED} and f.field = $6 and ($2::text is null or f.problem->>'code' = $2) and ($3::text is null or ${causeGoingUp('f.problem')} = $3)
       and ($4::text is null or f.connection_id = $4) and ($5::text is null or strpos(lower(f.seller_sku), lower($5)) > 0)
       and ($7::text is null or (f.seller_sku, f.connection_id, f.marketplace_id) > ($7, $8, $9))
     order by f.seller_sku, f.connection_id, f.marketplace_id limit $10`,
    [
      ...paramsOf(merchant, wish),
      wish.field,
      wish.after?.[0] ?? null,
      wish.after?.[1] ?? null,
      wish.after?.[2] ?? null,
      wish.limit,
    ],
  )
