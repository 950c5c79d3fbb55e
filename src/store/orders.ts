import type { CenterCode, ConnectionId, ItemId, MerchantId, MethodId } from '#core/ids.ts'
import type { LineParticulars } from '#core/orders/line-particulars.ts'
import type { Stage } from '#core/orders/stage.ts'
import { type Cancellation, findCancellation } from './cancellations.ts'
import type { Tx } from './db.ts'

/** An order as lists show it. Amounts are minor units of `currency`; instants epoch ms. */
export type OrderSummary = {
  readonly orderId: number
  /** Where it was ordered: `amazon`, or a channel of the merchant's own (H3). */
  readonly channel: string
  readonly amazonOrderId: string
  readonly connection: ConnectionId
  readonly marketplaceId: string | null
  readonly stage: Stage
  readonly amazonStatus: string
  readonly serviceLevel: string | null
  readonly methodId: MethodId | null
  readonly paymentMethod: string
  /** The theme it was stamped with (O7). */
  readonly themeCode: string | null
  /** Fulfilled by Amazon: read-only (O14). */
  readonly fulfilledByAmazon: boolean
  /** False for an order in the books only: never confirmed to Amazon, no deadline is watched (O6, S6). */
  readonly toConfirm: boolean
  readonly center: CenterCode | null
  readonly placedAt: number
  readonly shipBy: number | null
  readonly currency: string | null
  readonly grandTotal: number | null
  readonly flags: readonly string[]
  /** Where it goes, as far as everybody may see it (U2). */
  readonly shipCountry: string | null
  readonly shipState: string | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** One line of an order with its amounts, and what it reserves. */
export type OrderLineDetail = {
  readonly lineId: string
  readonly sellerSku: string
  readonly asin: string | null
  readonly title: string
  readonly itemId: ItemId | null
  readonly quantityAmazon: number
  readonly fulfilledAmazon: number
  readonly quantity: number
  readonly item: number | null
  readonly shipping: number | null
  readonly giftWrap: number | null
  readonly other: number | null
  readonly tax: number | null
  readonly marketplaceTax: number | null
  readonly discount: number | null
  readonly total: number | null
  readonly gift: boolean
  readonly particulars: LineParticulars | null
  readonly allocations: readonly { readonly itemId: ItemId; readonly center: CenterCode; readonly quantity: number }[]
}

/** An order with everything but its buyer. */
export type OrderDetail = OrderSummary & {
  readonly documentId: number
  readonly methodCost: number | null
  readonly deliverBy: number | null
  readonly outsideLines: number
  readonly programs: readonly string[]
  readonly replaces: string | null
  /** Null where it is the buyer's: that one lies in the vault (O5). */
  readonly purchaseOrderNumber: string | null
  readonly buyerPurchaseOrder: boolean
  readonly approvedAt: number | null
  readonly dropped: readonly { readonly sellerSku: string; readonly asin: string | null; readonly quantity: number }[]
  readonly lines: readonly OrderLineDetail[]
  /** The buyer's newest request to cancel (O16). */
  readonly cancellation: Cancellation | null
  readonly events: readonly {
    readonly at: number
    readonly kind: string
    readonly who: string
    readonly facts: Readonly<Record<string, unknown>>
  }[]
}

/** The columns of an order in a list, of the table as `o`. */
export const ORDER_SUMMARY = `o.order_id as "orderId", o.channel, o.amazon_order_id as "amazonOrderId", o.connection_id as connection, o.marketplace_id as "marketplaceId", o.stage, o.amazon_status as "amazonStatus",
  o.service_level as "serviceLevel", o.method_id as "methodId", o.payment_method as "paymentMethod", o.theme_code as "themeCode", o.fulfilled_by_amazon as "fulfilledByAmazon", o.to_confirm as "toConfirm", o.center_code as center, o.placed_at as "placedAt", o.ship_by as "shipBy", o.currency,
  o.grand_total as "grandTotal", o.flags, o.ship_country as "shipCountry", o.ship_state as "shipState", o.created_at as "createdAt", o.updated_at as "updatedAt"`

/** One order by our number or Amazon's, or null. */
export async function findOrder(tx: Tx, merchant: MerchantId, key: number | string): Promise<OrderDetail | null> {
  const [order] = await tx.query<Omit<OrderDetail, 'lines' | 'events' | 'cancellation'>>(
    `select ${ORDER_SUMMARY}, document_id as "documentId", method_cost as "methodCost", deliver_by as "deliverBy", outside_lines as "outsideLines", programs, replaces, dropped_lines as dropped,
       purchase_order_number as "purchaseOrderNumber", buyer_purchase_order as "buyerPurchaseOrder", approved_at as "approvedAt"
     from millrace.orders o where merchant_id = $1 and ${typeof key === 'number' ? 'order_id' : 'amazon_order_id'} = $2`,
    [merchant, key],
  )
  if (!order) return null
  const lines = await tx.query<OrderLineDetail>(
    `select l.line_id as "lineId", l.seller_sku as "sellerSku", l.asin, l.title, l.item_id as "itemId", l.quantity_amazon as "quantityAmazon", l.fulfilled_amazon as "fulfilledAmazon", l.quantity,
       l.item_amount as item, l.shipping_amount as shipping, l.gift_wrap_amount as "giftWrap", l.other_amount as other, l.tax_amount as tax, l.marketplace_tax_amount as "marketplaceTax",
       l.discount_amount as discount, l.total_amount as total, l.gift, l.particulars,
       coalesce((select jsonb_agg(jsonb_build_object('itemId', a.item_id, 'center', a.center_code, 'quantity', a.quantity) order by a.item_id)
         from millrace.allocations a where a.merchant_id = l.merchant_id and a.order_id = l.order_id and a.line_id = l.line_id), '[]') as allocations
     from millrace.order_lines l where l.merchant_id = $1 and l.order_id = $2 order by l.position`,
    [merchant, order.orderId],
  )
  const events = await tx.query<OrderDetail['events'][number]>(
    'select at, kind, who, facts from millrace.order_events where merchant_id = $1 and order_id = $2 order by event_id',
    [merchant, order.orderId],
  )
  return { ...order, lines, events, cancellation: await findCancellation(tx, merchant, order.orderId) }
}

/** How many orders are in each stage. */
export async function countOrders(tx: Tx, merchant: MerchantId): Promise<Record<string, number>> {
  const rows = await tx.query<{ stage: Stage; n: number }>(
    'select stage, count(*) as n from millrace.orders where merchant_id = $1 group by stage',
    [merchant],
  )
  return Object.fromEntries(rows.map((row) => [row.stage, row.n]))
}

/**
 * Orders whose next reading by getOrder is due, the oldest first: Pre-ordered ones (O13), and those that lack what Amazon refused
 * to add, unless the sweep still goes without it (O1).
 */
export function ordersToReread(tx: Tx, merchant: MerchantId, due: { at: number; limit: number }) {
  return tx.query<{ orderId: number; amazonOrderId: string; connection: ConnectionId }>(
    `select order_id as "orderId", amazon_order_id as "amazonOrderId", connection_id as connection from millrace.orders o
     where merchant_id = $1 and (stage = 'Pre-ordered' or not ${STILL_REFUSED}) and reread_at <= to_timestamp($2::float8 / 1000) order by reread_at limit $3`,
    [merchant, due.at, due.limit],
  )
}

const STILL_REFUSED = `exists (select from millrace.documents d join millrace.sweeps s using (merchant_id, connection_id), jsonb_array_elements(s.dropped_datasets) as refused
  where d.merchant_id = o.merchant_id and d.document_id = o.document_id and refused->>'dataset' = any(d.missing))`

/** Says when an order that waits to be read again is read again; one that has come to its end since is not. */
export const setReread = (tx: Tx, merchant: MerchantId, next: { orderId: number; at: number }) =>
  tx.query(
    'update millrace.orders set reread_at = to_timestamp($3::float8 / 1000) where merchant_id = $1 and order_id = $2 and reread_at is not null',
    [merchant, next.orderId, next.at],
  )

/** Gives back the stock of Pre-ordered orders placed before an instant: a pending order reserves at most 14 days (O13). Gives how many. */
export async function releaseOldReservations(
  tx: Tx,
  merchant: MerchantId,
  cut: { placedBefore: number; at: number },
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `with old as (update millrace.orders set reserved = false, updated_at = to_timestamp($3::float8 / 1000)
       where merchant_id = $1 and stage = 'Pre-ordered' and reserved and placed_at < to_timestamp($2::float8 / 1000) returning order_id),
     gone as (delete from millrace.allocations a using old where a.merchant_id = $1 and a.order_id = old.order_id returning a.order_id, a.item_id, a.center_code, a.quantity),
     sums as (select item_id, center_code, sum(quantity) as quantity from gone group by 1, 2),
     back as (update millrace.stock s set allocated = s.allocated - sums.quantity from sums
       where s.merchant_id = $1 and s.item_id = sums.item_id and s.center_code = sums.center_code),
     told as (insert into millrace.order_events (merchant_id, order_id, at, kind, who, facts)
       select $1, order_id, to_timestamp($3::float8 / 1000), 'order.reservation-released', 'Millrace', '{"after_days": 14}' from old)
     select count(*) as n from old`,
    [merchant, cut.placedBefore, cut.at],
  )
  return row?.n ?? 0
}

/** What is in orders, as one line of text each: `2 × MUG-BLUE, 1 × TEA-EARL`; a SKU without an item stands as itself. */
export async function itemsOf(
  tx: Tx,
  merchant: MerchantId,
  orderIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ order_id: number; items: string }>(
    `select order_id, string_agg(units || ' × ' || name, ', ' order by place) as items
     from (select order_id, coalesce(item_id, seller_sku) as name, sum(quantity) as units, min(position) as place
       from millrace.order_lines where merchant_id = $1 and order_id = any($2::bigint[]) group by 1, 2) as each group by order_id`,
    [merchant, [...orderIds]],
  )
  return new Map(rows.map((row) => [row.order_id, row.items]))
}
