import type { CenterCode, ItemId, MerchantId, MethodId } from '#core/ids.ts'
import type { QueueGroup } from '#core/shipments/sum-queue.ts'
import type { Tx } from './db.ts'
import { DEADLINE } from './order-conditions.ts'

/** An order that waits to be shipped, without its buyer; instants epoch ms. */
export type QueuedOrder = {
  readonly orderId: number
  /** Where it was ordered: `amazon`, or a channel of the merchant's own (H3). */
  readonly channel: string
  readonly amazonOrderId: string
  readonly shipBy: number | null
  /** Where it stands in the queue: its deadline, or the end of all time. */
  readonly place: number
  readonly center: CenterCode | null
  readonly methodId: MethodId | null
  /** The carrier of its shipping method. */
  readonly carrier: string | null
  readonly shipCountry: string | null
  readonly shipState: string | null
  /** What is still open of it, in our units. */
  readonly lines: readonly {
    readonly lineId: string
    readonly sellerSku: string
    readonly title: string
    readonly itemId: ItemId | null
    readonly open: number
  }[]
}

/** Which part of the queue is asked for; null for no limit; epoch ms. */
export type QueueAsked = {
  readonly center: string | null
  readonly method: string | null
  readonly channel: string | null
  readonly from: number | null
  readonly before: number | null
}

/** The end of all time as a cursor can carry it: later than every deadline. */
const NEVER = 8_640_000_000_000_000

const ORDER = `select o.order_id as "orderId", o.channel, o.amazon_order_id as "amazonOrderId", o.ship_by as "shipBy",
  case when o.ship_by is null then ${NEVER}::float8 else extract(epoch from o.ship_by)::float8 * 1000 end as place,
  o.center_code as center, o.method_id as "methodId",
  (select m.carrier from millrace.shipping_methods m where m.merchant_id = $1 and m.method_id = o.method_id) as carrier,
  o.ship_country as "shipCountry", o.ship_state as "shipState",
  coalesce((select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'sellerSku', l.seller_sku, 'title', l.title, 'itemId', l.item_id,
      'open', ceil(l.quantity::numeric * (l.quantity_amazon - l.fulfilled_amazon) / l.quantity_amazon)) order by l.position)
    from millrace.order_lines l
    where l.merchant_id = $1 and l.order_id = o.order_id and l.quantity_amazon > l.fulfilled_amazon), '[]') as lines
  from millrace.orders o`

/** What we ship. */
const WAITS = `o.merchant_id = $1 and o.stage = 'Shipping Department' and not o.fulfilled_by_amazon`

const ASKED = `${WAITS} and ($2::text is null or o.center_code = $2) and ($3::text is null or o.method_id = $3) and ($4::text is null or o.channel = $4)
  and ($5::float8 is null or ${DEADLINE} >= to_timestamp($5 / 1000))
  and ($6::float8 is null or ${DEADLINE} < to_timestamp($6 / 1000))`

const asked = ({ center, method, channel, from, before }: QueueAsked) => [center, method, channel, from, before]

/** Orders in Shipping Department that we ship, the earliest deadline first, those without one last (S6). */
export const listQueue = (
  tx: Tx,
  merchant: MerchantId,
  page: QueueAsked & { readonly after: readonly [place: number, orderId: number] | null; readonly limit: number },
): Promise<QueuedOrder[]> =>
  tx.query<QueuedOrder>(
    `${ORDER} where ${ASKED}
       and ($7::float8 is null or (${DEADLINE}, o.order_id)
         > (case when $7 >= ${NEVER} then 'infinity'::timestamptz else to_timestamp($7 / 1000) end, $8::bigint))
     order by ${DEADLINE}, o.order_id limit $9`,
    [merchant, ...asked(page), page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  )

/** The numbers of all orders of a part of the queue, the earliest deadline first. */
export async function queuedNumbers(
  tx: Tx,
  merchant: MerchantId,
  part: QueueAsked & { readonly limit: number },
): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select o.order_id as id from millrace.orders o where ${ASKED}
     order by ${DEADLINE}, o.order_id limit $7`,
    [merchant, ...asked(part), part.limit],
  )
  return rows.map(({ id }) => id)
}

/** One order of the queue by our number or its channel's, or null. */
export async function findQueued(tx: Tx, merchant: MerchantId, key: number | string): Promise<QueuedOrder | null> {
  const named = typeof key === 'number' ? 'o.order_id' : 'o.amazon_order_id'
  const [row] = await tx.query<QueuedOrder>(`${ORDER} where ${WAITS} and ${named} = $2`, [merchant, key])
  return row ?? null
}

/** What waits in one look, by center, method and channel; `today` and `tomorrow` are the ends of these days, epoch ms. */
export const groupQueue = (
  tx: Tx,
  merchant: MerchantId,
  ends: { readonly now: number; readonly today: number; readonly tomorrow: number },
): Promise<QueueGroup[]> =>
  tx.query<QueueGroup>(
    `select o.center_code as center, o.method_id as method, o.channel, count(*)::int as all,
       (count(*) filter (where o.ship_by < to_timestamp($2::float8 / 1000)))::int as late,
       (count(*) filter (where o.ship_by >= to_timestamp($2::float8 / 1000) and o.ship_by < to_timestamp($3::float8 / 1000)))::int as today,
       (count(*) filter (where o.ship_by >= to_timestamp($3::float8 / 1000) and o.ship_by < to_timestamp($4::float8 / 1000)))::int as tomorrow
     from millrace.orders o where ${WAITS} group by 1, 2, 3`,
    [merchant, ends.now, ends.today, ends.tomorrow],
  )
