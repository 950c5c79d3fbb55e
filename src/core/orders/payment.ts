import type { ChannelPayment } from '../channel-orders/channel-order.ts'
import type { OrderSettings } from '../settings/settings.ts'
import type { AmazonOrder } from './amazon-order.ts'

/**
 * How an order is paid in the merchant's books. A purchase order has the buyer's number, which is buyer data and stays in
 * the vault (`number` is null then), or else the Amazon order id (O5).
 */
export type Payment =
  | { readonly method: 'Amazon SC' }
  | { readonly method: 'Purchase Order'; readonly number: string | null; readonly ofBuyer: boolean }
  // Of another channel, where the payment is not ours (H3).
  | { readonly method: Exclude<ChannelPayment, 'Purchase Order'> }

/** The payment of an order that comes in; a purchase order is approved at once, so it never waits in Accounts Receivable (O5). */
export function paymentOf(order: AmazonOrder, { asPurchaseOrders }: OrderSettings): Payment {
  if (!asPurchaseOrders) return { method: 'Amazon SC' }
  const ofBuyer = order.hasPurchaseOrder
  return { method: 'Purchase Order', number: ofBuyer ? null : order.id, ofBuyer }
}
