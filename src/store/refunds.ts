import type { MerchantId } from '#core/ids.ts'
import type { Allocation } from '#core/orders/import-context.ts'
import type { KnownRefund, Refund } from '#core/orders/refund.ts'
import type { Tx } from './db.ts'
import { moveStock } from './move-stock.ts'

/** A refund with its lines and its order (O16, E6). */
export type RefundDetail = KnownRefund & { readonly orderId: number }

const SELECT = `select r.refund_id as "refundId", r.order_id as "orderId", r.reason, r.currency, r.entered_by as "enteredBy", r.entered_at as "enteredAt",
  b.state, b.problem, b.settled_at as "settledAt", b.settled_by as "settledBy",
  (select jsonb_agg(jsonb_build_object('lineId', l.line_id, 'item', l.item_amount, 'tax', l.tax_amount, 'shipping', l.shipping_amount, 'shippingTax', l.shipping_tax_amount,
     'giftWrap', l.gift_wrap_amount, 'giftWrapTax', l.gift_wrap_tax_amount, 'quantityCancelled', l.quantity_cancelled, 'restock', l.restock) order by l.line_id)
   from millrace.refund_lines l where l.merchant_id = r.merchant_id and l.refund_id = r.refund_id) as lines
from millrace.refunds r join millrace.outbox b on b.merchant_id = r.merchant_id and b.kind = 'refund' and b.order_id = r.order_id and b.subject = r.refund_id`

/** The refunds of an order, the oldest first. */
export const listRefunds = (tx: Tx, merchant: MerchantId, orderId: number): Promise<RefundDetail[]> =>
  tx.query<RefundDetail>(`${SELECT} where r.merchant_id = $1 and r.order_id = $2 order by r.refund_id`, [
    merchant,
    orderId,
  ])

/** One refund, or null. */
export async function findRefund(tx: Tx, merchant: MerchantId, refundId: number): Promise<RefundDetail | null> {
  const [row] = await tx.query<RefundDetail>(`${SELECT} where r.merchant_id = $1 and r.refund_id = $2`, [
    merchant,
    refundId,
  ])
  return row ?? null
}

/** Who did it, and when. */
type By = { readonly who: string; readonly at: number }

/** Writes a refund with its lines and gives its number; it goes up when it is put into the outbox (O16). */
export async function addRefund(
  tx: Tx,
  merchant: MerchantId,
  { orderId, refund, by }: { readonly orderId: number; readonly refund: Refund; readonly by: By },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into millrace.refunds (merchant_id, order_id, reason, currency, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000)) returning refund_id as id`,
    [merchant, orderId, refund.reason, refund.currency, by.who, by.at],
  )
  if (!row) throw new Error('A refund got no number.')
  await tx.query(
    `insert into millrace.refund_lines (merchant_id, refund_id, line_id, item_amount, tax_amount, shipping_amount, shipping_tax_amount, gift_wrap_amount, gift_wrap_tax_amount,
       quantity_cancelled, restock)
     select $1, $2, l."lineId", l.item, l.tax, l.shipping, l."shippingTax", l."giftWrap", l."giftWrapTax", l."quantityCancelled", l.restock
     from json_to_recordset($3::json) as l ("lineId" text, item bigint, tax bigint, shipping bigint, "shippingTax" bigint, "giftWrap" bigint, "giftWrapTax" bigint,
       "quantityCancelled" integer, restock integer)`,
    [merchant, row.id, JSON.stringify(refund.lines)],
  )
  return row.id
}

/** A person says that a refund of which nobody knew was paid: it is never sent again (O16, E6). */
export const settleRefund = (tx: Tx, merchant: MerchantId, { refundId, at }: { refundId: number; at: number }) =>
  tx.query(
    `update millrace.outbox set state = 'settled', settled_by = 'person', settled_at = to_timestamp($3::float8 / 1000), problem = null
     where merchant_id = $1 and kind = 'refund' and subject = $2 and state = 'unsure'`,
    [merchant, refundId, at],
  )

/** Puts returned units back on hand (O20). */
export const putBack = (
  tx: Tx,
  merchant: MerchantId,
  back: {
    readonly orderId: number
    readonly returned: readonly Allocation[]
    readonly who: string
    readonly at: number
  },
): Promise<void> =>
  moveStock(tx, merchant, {
    orders: [
      {
        orderId: back.orderId,
        before: [],
        after: [],
        used: back.returned.map((each) => ({ ...each, quantity: -each.quantity })),
      },
    ],
    who: back.who,
    at: back.at,
  })
