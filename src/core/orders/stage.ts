/** Where an order stands in the merchant's order system; the other stages of the reference belong to another product. */
export const STAGES = [
  'Accounts Receivable',
  'Pre-ordered',
  'Shipping Department',
  'Hold',
  'Completed Order',
  'Rejected',
] as const
export type Stage = (typeof STAGES)[number]
