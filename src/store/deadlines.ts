import type { MerchantId } from '#core/ids.ts'
import type { Stage } from '#core/orders/stage.ts'
import type { WatchedOrder } from '#core/shipments/deadlines.ts'
import type { Tx } from './db.ts'

/** An order whose deadline is watched. */
export type OrderWithDeadline = WatchedOrder & {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly marketplaceId: string | null
  readonly stage: Stage
}

/** Orders to be shipped by an instant that Amazon does not know as shipped, the earliest first; never Amazon's own or those in the books only (S6). */
export const ordersWithDeadline = (
  tx: Tx,
  merchant: MerchantId,
  wish: { readonly until: number; readonly after: readonly [shipBy: number, orderId: number] | null; limit: number },
): Promise<OrderWithDeadline[]> =>
  tx.query<OrderWithDeadline>(
    `select o.order_id as "orderId", o.amazon_order_id as "amazonOrderId", o.marketplace_id as "marketplaceId", o.stage, o.ship_by as "shipBy",
       coalesce(l.ordered, 0)::int as ordered, coalesce(l.fulfilled, 0)::int as left,
       (select coalesce(jsonb_agg(b.state), '[]') from millrace.outbox b where b.merchant_id = $1 and b.kind = 'confirmation' and b.order_id = o.order_id) as confirmations
     from millrace.orders o
       left join lateral (select sum(quantity_amazon) as ordered, sum(fulfilled_amazon) as fulfilled from millrace.order_lines where merchant_id = $1 and order_id = o.order_id) l on true
     where o.merchant_id = $1 and o.order_id in (select order_id from millrace.orders
         where merchant_id = $1 and to_confirm and stage in ('Shipping Department', 'Hold', 'Accounts Receivable') and ship_by <= to_timestamp($2::float8 / 1000)
       union all select order_id from millrace.outbox where merchant_id = $1 and kind = 'confirmation' and state in ('waiting', 'taken', 'refused', 'unsure'))
       and o.to_confirm and o.ship_by <= to_timestamp($2::float8 / 1000) and not o.fulfilled_by_amazon and o.amazon_status not in ('CANCELLED', 'PENDING', 'PENDING_AVAILABILITY')
       and ($3::float8 is null or (o.ship_by, o.order_id) > (to_timestamp($3::float8 / 1000), $4::bigint))
     order by o.ship_by, o.order_id limit $5`,
    [merchant, wish.until, wish.after?.[0] ?? null, wish.after?.[1] ?? null, wish.limit],
  )
