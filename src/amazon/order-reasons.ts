import type { CancelReason } from '#core/orders/decide-cancellation.ts'

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

const REFUND_REASONS: Readonly<Record<string, string>> = {
  'no-inventory': 'NoInventory',
  'customer-return': 'CustomerReturn',
  'general-adjustment': 'GeneralAdjustment',
  'could-not-ship': 'CouldNotShip',
  'different-item': 'DifferentItem',
}

/** Amazon's word for our reason to give money back (O16). */
export function refundReason(reason: string): string {
  const word = REFUND_REASONS[reason]
  if (word === undefined) throw new Error(`There is no word of Amazon's for the refund reason ${reason}.`)
  return word
}
