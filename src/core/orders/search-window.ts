/** Everything that Amazon adds to an order on request, each a dataset (O1). */
export const DATASETS = [
  'BUYER',
  'RECIPIENT',
  'PROCEEDS',
  'EXPENSE',
  'PROMOTION',
  'CANCELLATION',
  'FULFILLMENT',
  'PACKAGES',
  'TAX',
  'PAYMENT',
] as const

/** What to ask for without, one step after the other, when Amazon refuses a search and names nothing: the import can do without the first ones (O1). */
export const LESS: readonly (readonly string[])[] = [
  ['EXPENSE', 'PROMOTION', 'CANCELLATION', 'PACKAGES', 'TAX', 'PAYMENT'],
  ['EXPENSE', 'PROMOTION', 'CANCELLATION', 'PACKAGES', 'TAX', 'PAYMENT', 'FULFILLMENT'],
]

/** The datasets to leave out next, after a refusal of these that names nothing; null when asking for less no longer helps. */
export const nextLess = (refused: readonly string[]): readonly string[] | null =>
  LESS.find((less) => less.some((dataset) => refused.includes(dataset))) ?? null

/** The exact parameters of a search; a page token is only good with the same ones (O1). Instants are ISO 8601 in UTC. */
export type SearchParams = {
  readonly lastUpdatedAfter: string
  readonly lastUpdatedBefore: string
  readonly marketplaceIds: readonly string[]
  readonly includedData: readonly string[]
}

/** The same for orders created in a range, whatever became of them since (O18). */
export type CreatedParams = Omit<SearchParams, 'lastUpdatedAfter' | 'lastUpdatedBefore'> & {
  readonly createdAfter: string
  readonly createdBefore: string
}

const OVERLAP = 5 * 60_000
const BEHIND_AMAZON = 3 * 60_000

/** The next window of a sweep: 5 minutes before the watermark to 3 minutes before Amazon's clock (O1). Null when Amazon's clock has not passed it. */
export function nextWindow(
  watermark: number,
  amazonNow: number,
): { readonly from: number; readonly to: number } | null {
  const to = amazonNow - BEHIND_AMAZON
  const from = watermark - OVERLAP
  return to > watermark ? { from, to } : null
}
