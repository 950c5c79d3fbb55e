/** Why an order is not imported. */
export type SkipReason =
  | 'before-cutoff'
  | 'ignored-order'
  | 'ignored-items'
  | 'fulfilled-by-amazon'
  | 'fba-not-ready'
  | 'cancelled'
  | 'shipped-before-import'
