import type { MerchantId } from '#core/ids.ts'
import type { OrderToShow } from '#core/pii/order-to-show.ts'
import type { Tx } from './db.ts'

/** Orders by our numbers or Amazon's, with what a label or a packing slip says of them; those that are not there are left out. */
export const ordersToShow = (
  tx: Tx,
  merchant: MerchantId,
  keys: readonly (number | string)[],
): Promise<OrderToShow[]> =>
  tx.query<OrderToShow>(
    `select o.order_id as "orderId", o.amazon_order_id as "amazonOrderId", o.stage, o.amazon_status as "amazonStatus", o.fulfilled_by_amazon as "fulfilledByAmazon",
       o.service_level as "serviceLevel", o.method_id as "methodId",
       (select max(p.shipped_at) from millrace.packages p where p.merchant_id = $1 and p.order_id = o.order_id) as "shippedAt",
       coalesce((select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'sellerSku', l.seller_sku, 'title', l.title, 'itemId', l.item_id, 'quantity', l.quantity) order by l.position)
         from millrace.order_lines l where l.merchant_id = $1 and l.order_id = o.order_id), '[]') as lines
     from millrace.orders o where o.merchant_id = $1 and (o.order_id = any($2::bigint[]) or o.amazon_order_id = any($3::text[]))
     order by o.order_id`,
    [merchant, keys.filter((key) => typeof key === 'number'), keys.filter((key) => typeof key === 'string')],
  )
