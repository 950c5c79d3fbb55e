import type { MerchantId } from '#core/ids.ts'
import type { CancellationMessage, ConfirmationMessage, RefundMessage } from '#core/shipments/order-feed.ts'
import type { PackageAtAmazon } from '#core/shipments/package.ts'
import type { Tx } from './db.ts'

/** A package of a submission, its carrier still by the merchant's name (S3). */
export type PackageToSend = Omit<ConfirmationMessage, 'carrier' | 'shipDay'> & { readonly carrier: string }

/** The packages of a submission that it still holds, by message. */
export const packagesToSend = (tx: Tx, merchant: MerchantId, submissionId: number): Promise<PackageToSend[]> =>
  tx.query<PackageToSend>(
    `select o.message_number as number, o.order_id || lpad(p.package_number::text, 4, '0') as shipment, a.amazon_order_id as "amazonOrderId", p.shipped_at as "shippedAt", p.carrier, p.service, p.tracking,
       (select coalesce(jsonb_agg(jsonb_build_object('line', i.line_id, 'quantity', i.quantity_amazon) order by i.line_id), '[]')
        from millrace.package_items i where i.merchant_id = $1 and i.order_id = p.order_id and i.package_number = p.package_number) as items
     from millrace.outbox o join millrace.orders a on a.merchant_id = o.merchant_id and a.order_id = o.order_id
       join millrace.packages p on p.merchant_id = o.merchant_id and p.order_id = o.order_id and p.package_number = o.subject
     where o.merchant_id = $1 and o.submission_id = $2 and o.state = 'taken' order by o.message_number`,
    [merchant, submissionId],
  )

/** The cancellations of a submission that it still holds: whole orders, line by line. */
export const cancellationsToSend = (
  tx: Tx,
  merchant: MerchantId,
  submissionId: number,
): Promise<CancellationMessage[]> =>
  tx.query<CancellationMessage>(
    `select o.message_number as number, a.amazon_order_id as "amazonOrderId", c.reason,
       (select coalesce(jsonb_agg(l.line_id order by l.position), '[]') from millrace.order_lines l
        where l.merchant_id = $1 and l.order_id = o.order_id and l.quantity_amazon > 0) as lines
     from millrace.outbox o join millrace.orders a on a.merchant_id = o.merchant_id and a.order_id = o.order_id
       join millrace.cancellations c on c.merchant_id = o.merchant_id and c.order_id = o.order_id and c.request_number = o.subject
     where o.merchant_id = $1 and o.submission_id = $2 and o.state = 'taken' order by o.message_number`,
    [merchant, submissionId],
  )

/** The refunds of a submission that it still holds, with what goes back for each line. */
export const refundsToSend = (tx: Tx, merchant: MerchantId, submissionId: number): Promise<RefundMessage[]> =>
  tx.query<RefundMessage>(
    `select o.message_number as number, a.amazon_order_id as "amazonOrderId", r.reason, r.currency,
       (select coalesce(jsonb_agg(jsonb_build_object('line', l.line_id, 'item', l.item_amount, 'tax', l.tax_amount, 'shipping', l.shipping_amount,
          'shippingTax', l.shipping_tax_amount, 'giftWrap', l.gift_wrap_amount, 'giftWrapTax', l.gift_wrap_tax_amount,
          'quantityCancelled', l.quantity_cancelled) order by l.line_id), '[]')
        from millrace.refund_lines l where l.merchant_id = $1 and l.refund_id = r.refund_id) as lines
     from millrace.outbox o join millrace.orders a on a.merchant_id = o.merchant_id and a.order_id = o.order_id
       join millrace.refunds r on r.merchant_id = o.merchant_id and r.refund_id = o.subject
     where o.merchant_id = $1 and o.submission_id = $2 and o.state = 'taken' order by o.message_number`,
    [merchant, submissionId],
  )

/** What Amazon shows of the orders whose packages a submission sent; orders of which it shows none are left out. */
export const shownOfSubmission = (
  tx: Tx,
  merchant: MerchantId,
  submissionId: number,
): Promise<{ readonly amazonOrderId: string; readonly packages: readonly PackageAtAmazon[] }[]> =>
  tx.query(
    `select distinct on (a.order_id) a.amazon_order_id as "amazonOrderId", a.amazon_packages as packages
     from millrace.outbox o join millrace.orders a on a.merchant_id = o.merchant_id and a.order_id = o.order_id
     where o.merchant_id = $1 and o.submission_id = $2 and o.kind = 'confirmation' and o.state = 'sent' and a.amazon_packages <> '[]'`,
    [merchant, submissionId],
  )
