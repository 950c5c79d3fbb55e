import type { CancelReason } from '#core/orders/decide-cancellation.ts'
import type { RefundReason } from '#core/orders/refund.ts'

/** Amazon's words for our reasons to cancel. Its XML knows no pricing error; its files do (O16). */
export const CANCEL_REASON_IN_XML: Readonly<Record<CancelReason, string>> = {
  'no-inventory': 'NoInventory',
  'buyer-cancelled': 'BuyerCanceled',
  'general-adjustment': 'GeneralAdjustment',
  'pricing-error': 'GeneralAdjustment',
  'undeliverable-address': 'ShippingAddressUndeliverable',
  'customer-exchange': 'CustomerExchange',
}

/** The same for a file that is uploaded in Seller Central. */
export const CANCEL_REASON_IN_FILE: Readonly<Record<CancelReason, string>> = {
  ...CANCEL_REASON_IN_XML,
  'pricing-error': 'PricingError',
}

/** Amazon's words for our reasons to give money back (O16). */
export const REFUND_REASON: Readonly<Record<RefundReason, string>> = {
  'customer-return': 'CustomerReturn',
  'general-adjustment': 'GeneralAdjustment',
  'no-inventory': 'NoInventory',
  'could-not-ship': 'CouldNotShip',
  'different-item': 'DifferentItem',
}
