import { keepListing } from './listing-book.ts'
import { draftedListing, type ListingDraft } from './listing-draft.ts'
import type { World } from './state.ts'
import { CATALOG } from './story.ts'

const DAY = 86_400_000
const TYPES: Readonly<Record<string, string>> = {
  MUG: 'KITCHEN',
  KIT: 'KITCHEN',
  AMZ: 'TEA',
  NOTE: 'PRODUCT',
  SAMPLE: 'PRODUCT',
}

/** Sold by the sample merchant and shipped by Amazon, out of Amazon's own warehouse. */
const FULFILLED_BY_AMAZON: ListingDraft = {
  sku: 'AMZ-CANDLE-FBA',
  title: 'Harbor Goods Sea Candle, shipped by Amazon',
  productType: 'HOME',
  price: 24,
  amazonQuantity: 35,
}

/** What the sample merchant lists from the start: every SKU of the scripted day, and one that Amazon ships. */
export function putSampleListings(world: World): void {
  const drafts = Object.entries(CATALOG).map(
    ([sku, [price, title]]): ListingDraft => ({
      sku,
      title,
      price: Number(price),
      productType: TYPES[sku.split('-')[0] ?? ''] ?? 'HOME',
      quantity: 40,
      leadTimeDays: 2,
    }),
  )
  for (const draft of [...drafts, FULFILLED_BY_AMAZON])
    keepListing(world.listings, draftedListing(world, { createdAt: world.clock.now() - 90 * DAY, ...draft }))
}
