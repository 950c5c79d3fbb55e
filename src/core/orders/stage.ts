/** Where an order stands in the merchant's order system. */
export const STAGES = ['Pre-ordered', 'Shipping Department', 'Hold', 'Completed Order', 'Rejected'] as const
export type Stage = (typeof STAGES)[number]
