import { amountIn } from './listing-attributes.ts'
import type { Attributes, Entry, Issue, Listing } from './listing-book.ts'
import { schedule } from './listing-draft.ts'
import { settleLeadTime, settlePrices, settleStock } from './listing-live.ts'
import { Refusal } from './place-order.ts'
import type { World } from './state.ts'

/** What another hand changes of a listing, or Amazon itself; live at once. */
export type ListingAlteration = {
  /** As another tool of the seller would: submitted and live. */
  readonly quantity?: number
  readonly leadTimeDays?: number
  readonly price?: number
  /** Where price, inactive and clearing are meant; all marketplaces without it. */
  readonly marketplaceId?: string
  /** What buyers meet only: what was submitted stays. */
  readonly liveQuantity?: number
  readonly inactive?: boolean
  readonly automatedHandlingTime?: boolean
  readonly amazonQuantity?: number
  /** An issue that appears later. */
  readonly issue?: Partial<Issue>
  readonly clearIssues?: boolean
}

/** Carries an alteration out. */
export function alterListing(world: World, listing: Listing, change: ListingAlteration): Listing {
  const now = world.clock.now()
  const { settings } = world.listings
  listing.amazonQuantity = change.amazonQuantity ?? listing.amazonQuantity
  if (change.quantity !== undefined || change.leadTimeDays !== undefined) {
    listing.attributes = { ...listing.attributes, fulfillment_availability: recounted(listing.attributes, change) }
    listing.stockTurn = ++listing.turn
    settleStock(listing, listing, settings)
  }
  if (change.automatedHandlingTime !== undefined) {
    listing.automatedHandlingTime = change.automatedHandlingTime
    settleLeadTime(listing, listing.attributes, settings)
  }
  if (change.price !== undefined) {
    listing.priceTurn = ++listing.turn
    listing.attributes = { ...listing.attributes, purchasable_offer: repriced(listing, change) }
    settlePrices(listing, listing.attributes, Number.POSITIVE_INFINITY)
  }
  if (change.liveQuantity !== undefined) setLiveQuantity(listing, change.liveQuantity)
  for (const place of listing.places.values())
    if ((change.marketplaceId ?? place.marketplaceId) === place.marketplaceId)
      place.inactive = change.inactive ?? place.inactive
  if (change.clearIssues) listing.live = { ...listing.live, issues: [] }
  if (change.issue) listing.live = { ...listing.live, issues: [...listing.live.issues, issueOf(change.issue)] }
  listing.updatedAt = now
  return listing
}

function recounted(attributes: Attributes, { quantity, leadTimeDays }: ListingAlteration): Entry[] {
  const given = {
    ...(quantity === undefined ? {} : { quantity }),
    ...(leadTimeDays === undefined ? {} : { lead_time_to_ship_max_days: leadTimeDays }),
  }
  return (attributes.fulfillment_availability ?? []).map((entry) =>
    entry.fulfillment_channel_code === 'DEFAULT' ? { ...entry, ...given } : entry,
  )
}

function repriced({ attributes }: Listing, { price, marketplaceId }: ListingAlteration): Entry[] {
  const offers = attributes.purchasable_offer ?? []
  if (offers.length === 0) throw new Refusal('The listing has no offer.')
  return offers.map((offer) =>
    (marketplaceId ?? offer.marketplace_id) === offer.marketplace_id &&
    offer.audience !== 'B2B' &&
    amountIn(offer, 'our_price') !== undefined
      ? { ...offer, our_price: schedule(price ?? 0) }
      : offer,
  )
}

function setLiveQuantity(listing: Listing, quantity: number): void {
  const stock = listing.live.stock.map((one) => (one.channel === 'DEFAULT' ? { ...one, quantity } : one))
  listing.live = { ...listing.live, stock }
}

const issueOf = (issue: Partial<Issue>): Issue => ({
  code: '99300',
  message: 'An issue that Amazon found later.',
  severity: 'ERROR',
  categories: [],
  ...issue,
})
