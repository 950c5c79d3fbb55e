/** Why an order is not imported. */
export type SkipReason =
  | 'before-cutoff'
  | 'ignored-order'
  | 'ignored-items'
  | 'fulfilled-by-amazon'
  | 'fba-not-ready'
  | 'cancelled'
  | 'shipped-before-import'

/** The same, as the end of a sentence. */
export const WHY_SKIPPED: Readonly<Record<SkipReason, string>> = {
  'before-cutoff': 'it was placed before the date from which orders are imported',
  'ignored-order': 'it is on the list of ignored order ids',
  'ignored-items': 'all of its items are on the list of ignored item ids',
  'fulfilled-by-amazon': 'it is fulfilled by Amazon',
  'fba-not-ready': 'it is fulfilled by Amazon and not on its way there: it is pending, or cannot be fulfilled',
  cancelled: 'it was cancelled at Amazon',
  'shipped-before-import': 'it was shipped before import',
}
