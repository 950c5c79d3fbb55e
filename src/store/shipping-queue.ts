import type { CenterCode, ItemId, MerchantId, MethodId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** An order that waits to be shipped, without its buyer; instants epoch ms. */
export type QueuedOrder = {
  readonly orderId: number
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

/** The end of all time as a cursor can carry it: later than every deadline. */
const NEVER = 8_640_000_000_000_000

/** Orders in Shipping Department that we ship, the earliest deadline first, those without one last (S6). */
export const listQueue = (
  tx: Tx,
  merchant: MerchantId,
  page: {
    readonly center: string | undefined
    readonly after: readonly [place: number, orderId: number] | null
    readonly limit: number
  },
): Promise<QueuedOrder[]> =>
  tx.query<QueuedOrder>(
    `select o.order_id as "orderId", o.amazon_order_id as "amazonOrderId", o.ship_by as "shipBy",
       case when o.ship_by is null then ${NEVER}::float8 else extract(epoch from o.ship_by)::float8 * 1000 end as place,
       o.center_code as center, o.method_id as "methodId",
       (select m.carrier from millrace.shipping_methods m where m.merchant_id = $1 and m.method_id = o.method_id) as carrier,
       o.ship_country as "shipCountry", o.ship_state as "shipState",
       coalesce((select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'sellerSku', l.seller_sku, 'title', l.title, 'itemId', l.item_id,
           'open', ceil(l.quantity::numeric * (l.quantity_amazon - l.fulfilled_amazon) / l.quantity_amazon)) order by l.position)
         from millrace.order_lines l
         where l.merchant_id = $1 and l.order_id = o.order_id and l.quantity_amazon > l.fulfilled_amazon), '[]') as lines
     from millrace.orders o
     where o.merchant_id = $1 and o.stage = 'Shipping Department' and not o.fulfilled_by_amazon
       and ($2::text is null or o.center_code = $2)
       and ($3::float8 is null or (coalesce(o.ship_by, 'infinity'::timestamptz), o.order_id)
         > (case when $3 >= ${NEVER} then 'infinity'::timestamptz else to_timestamp($3 / 1000) end, $4::bigint))
     order by coalesce(o.ship_by, 'infinity'::timestamptz), o.order_id limit $5`,
    [merchant, page.center ?? null, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  )
