import { leadTimeIn, offersIn, ruledOffers, selectorKey, stockIn } from './listing-attributes.ts'
import {
  type Attributes,
  findListing,
  type Issue,
  type Listing,
  type ListingSettings,
  type LiveOffer,
  type LiveStock,
} from './listing-book.ts'
import { priceIssue } from './listing-issues.ts'
import type { OrderDocument } from './order-document.ts'
import type { World } from './state.ts'

/** Amazon's handling time where the seller lets Amazon decide. */
const AUTOMATED_LEAD_TIME_DAYS = 1

type Submitted = { readonly attributes: Attributes; readonly channel: string }

/** The quantities that buyers meet: with another channel in charge, the merchant's own offering is cancelled. */
export function settleStock(listing: Listing, submitted: Submitted, settings: ListingSettings): void {
  const stated = stockIn(submitted.attributes)
  const cancelled = (one: LiveStock): LiveStock => ({ channel: one.channel, quantity: 0 })
  const stock =
    submitted.channel === 'DEFAULT' ? stated : stated.map((one) => (one.channel === 'DEFAULT' ? cancelled(one) : one))
  listing.live = { ...listing.live, channel: submitted.channel, stock }
  settleLeadTime(listing, submitted.attributes, settings)
}

/** The handling time in force: Amazon's own, else the SKU's, else the account's. */
export function settleLeadTime(listing: Listing, attributes: Attributes, settings: ListingSettings): void {
  const leadTimeDays = listing.automatedHandlingTime
    ? AUTOMATED_LEAD_TIME_DAYS
    : (leadTimeIn(attributes) ?? settings.accountLeadTimeDays)
  listing.live = { ...listing.live, leadTimeDays }
}

/** The prices that buyers meet, and what Amazon then finds wrong with them. */
export function settlePrices(listing: Listing, attributes: Attributes, jump: number): void {
  const ruled = ruledOffers(attributes)
  const known = new Map(listing.live.offers.map((offer) => [keyOf(offer), offer]))
  const stated = offersIn(attributes)
  const offers = stated.map((offer) => {
    const before = known.get(keyOf(offer))
    return before && ruled.includes(keyOf(offer)) ? { ...offer, amount: before.amount } : offer
  })
  const touched = new Set(stated.filter((offer) => known.get(keyOf(offer))?.amount !== offer.amount))
  const found = [...touched].flatMap((offer) => priceIssues(offer, known.get(keyOf(offer))?.amount, jump))
  const places = new Set([...touched].map((offer) => offer.marketplaceId))
  const others = listing.live.issues.filter(
    (issue) => !(issue.categories.includes('INVALID_PRICE') && issue.marketplaceIds?.some((id) => places.has(id))),
  )
  listing.live = { ...listing.live, offers, issues: [...others, ...found] }
}

const keyOf = ({ marketplaceId, currency, audience }: LiveOffer) =>
  selectorKey('purchasable_offer', { marketplace_id: marketplaceId, currency, audience })

function priceIssues(offer: LiveOffer, before: number | undefined, jump: number): Issue[] {
  const { amount, minimum, maximum, marketplaceId } = offer
  const outside = (minimum !== undefined && amount < minimum) || (maximum !== undefined && amount > maximum)
  const leap = before !== undefined && (amount > before * jump || amount < before / jump)
  if (outside)
    return [priceIssue(marketplaceId, 'Potential pricing error: the price is outside of its minimum and maximum.')]
  return leap
    ? [priceIssue(marketplaceId, 'Potential pricing error: the price differs greatly from recent prices.')]
    : []
}

/** How many buyers can have now, from the channel in charge; undefined means always. */
export function sellable({ live, amazonQuantity }: Listing): number | undefined {
  if (live.channel !== 'DEFAULT') return amazonQuantity
  const own = live.stock.find((one) => one.channel === 'DEFAULT')
  return own?.always ? undefined : (own?.quantity ?? 0)
}

const hindered = (listing: Listing, marketplaceId: string, action: string) =>
  listing.live.issues.some(
    (issue) =>
      (issue.marketplaceIds?.includes(marketplaceId) ?? true) &&
      issue.enforcements?.actions.some((one) => one.action === action),
  )

/** The statuses of a listing in a marketplace. */
export function statusesOf(listing: Listing, marketplaceId: string): string[] {
  const place = listing.places.get(marketplaceId)
  const priced = listing.live.offers.some((offer) => offer.marketplaceId === marketplaceId)
  const on = place !== undefined && !place.inactive
  const buyable = on && priced && sellable(listing) !== 0 && !hindered(listing, marketplaceId, 'LISTING_SUPPRESSED')
  const found = on && !hindered(listing, marketplaceId, 'SEARCH_SUPPRESSED')
  return [...(buyable ? ['BUYABLE'] : []), ...(found ? ['DISCOVERABLE'] : [])]
}

/** An order takes its units out of the quantity that buyers meet; what was submitted stays as it was. */
export function takeOrderFromStock(world: World, sellerId: string, order: OrderDocument): void {
  if (order.fulfillment?.fulfillmentStatus === 'CANCELLED') return
  for (const { product, quantityOrdered } of order.orderItems) {
    const listing = findListing(world.listings, sellerId, product.sellerSku ?? '')
    if (listing) takeFromStock(listing, quantityOrdered)
  }
}

function takeFromStock(listing: Listing, quantity: number): void {
  if (listing.live.channel !== 'DEFAULT') {
    listing.amazonQuantity = Math.max(0, listing.amazonQuantity - quantity)
    return
  }
  const left = (one: LiveStock): LiveStock =>
    one.channel === 'DEFAULT' && one.quantity !== undefined
      ? { ...one, quantity: Math.max(0, one.quantity - quantity) }
      : one
  listing.live = { ...listing.live, stock: listing.live.stock.map(left) }
}
