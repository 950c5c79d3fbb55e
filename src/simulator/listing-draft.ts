import type { Attributes, Entry, Listing } from './listing-book.ts'
import { settlePrices, settleStock } from './listing-live.ts'
import { stableDigits, usualAsin } from './listing-names.ts'
import { NOTHING_LIVE } from './listing-new.ts'
import { marketplace } from './marketplaces.ts'
import { Refusal, timeOf } from './place-order.ts'
import { productType } from './product-type-book.ts'
import { amazonChannel } from './product-type-offer.ts'
import { SAMPLE } from './sample-merchant.ts'
import type { World } from './state.ts'

/** Compact description of a listing as it stands at Amazon; what is left out is usual. */
export type ListingDraft = {
  readonly sku: string
  readonly sellerId?: string
  readonly marketplaceIds?: readonly string[]
  readonly productType?: string
  readonly title?: string
  readonly asin?: string
  /** One for all marketplaces, or each its own. */
  readonly price?: number | Readonly<Record<string, number>>
  readonly minimumPrice?: number
  readonly maximumPrice?: number
  readonly businessPrice?: number
  readonly salePrice?: { readonly amount: number; readonly from: string; readonly until: string }
  /** Amazon sets the price by this rule. */
  readonly pricingRule?: string
  readonly quantity?: number
  /** Sold without counting. */
  readonly alwaysAvailable?: boolean
  readonly leadTimeDays?: number
  readonly restockDate?: string
  /** Amazon decides on the handling time, whatever the seller says. */
  readonly automatedHandlingTime?: boolean
  /** Fulfilled by Amazon, which has so many. */
  readonly amazonQuantity?: number
  readonly condition?: string
  readonly inactive?: boolean
  readonly identifiers?: Readonly<Record<string, string>>
  readonly attributes?: Attributes
  readonly createdAt?: string | number
}

/** A listing as a draft describes it, live at once. */
export function draftedListing(world: World, draft: ListingDraft): Listing {
  const sellerId = draft.sellerId ?? SAMPLE.sellerId
  const places = draft.marketplaceIds ?? [SAMPLE.marketplaceId]
  const [home] = places
  if (!world.sellers.has(sellerId)) throw new Refusal(`No seller ${sellerId}.`)
  if (!draft.sku || home === undefined) throw new Refusal('A listing needs a SKU and a marketplace.')
  const type = draft.productType ?? 'PRODUCT'
  if (!productType(world.productTypes, type)) throw new Refusal(`No product type ${type}.`)
  const createdAt = timeOf(draft.createdAt) ?? world.clock.now()
  const attributes = attributesOf(draft, places)
  const channel = draft.amazonQuantity === undefined ? 'DEFAULT' : amazonChannel(home)
  const conditionType = draft.condition ?? 'new_new'
  const listing: Listing = {
    sellerId,
    sku: draft.sku,
    listingId: stableDigits(`${sellerId} ${draft.sku}`),
    asin: draft.asin ?? usualAsin(draft.sku),
    bornAt: createdAt,
    productType: type,
    attributes,
    channel,
    live: NOTHING_LIVE,
    places: new Map(
      places.map((id) => [id, { marketplaceId: id, createdAt, conditionType, inactive: draft.inactive ?? false }]),
    ),
    updatedAt: createdAt,
    turn: 0,
    stockTurn: 0,
    priceTurn: 0,
    automatedHandlingTime: draft.automatedHandlingTime ?? false,
    amazonQuantity: draft.amazonQuantity ?? 0,
    strandedQuantity: 0,
    identifiers: draft.identifiers ?? {},
  }
  settleStock(listing, { attributes, channel }, world.listings.settings)
  settlePrices(listing, attributes, world.listings.settings.priceJump)
  return listing
}

function attributesOf(draft: ListingDraft, places: readonly string[]): Attributes {
  const placed = (more: (marketplaceId: string) => Entry): Entry[] =>
    places.map((marketplace_id) => ({ ...more(marketplace_id), marketplace_id }))
  const said = (value: string) =>
    placed((marketplaceId) => ({ value, language_tag: marketplace(marketplaceId).language }))
  const offers = places.flatMap((marketplaceId) => offersOf(draft, marketplaceId))
  return {
    item_name: said(draft.title ?? `Harbor Goods ${draft.sku}`),
    brand: said('Harbor Goods'),
    condition_type: placed(() => ({ value: draft.condition ?? 'new_new' })),
    merchant_suggested_asin: placed(() => ({ value: draft.asin ?? usualAsin(draft.sku) })),
    fulfillment_availability: [availabilityOf(draft, places[0] ?? '')],
    ...(offers.length > 0 ? { purchasable_offer: offers } : {}),
    ...draft.attributes,
  }
}

function availabilityOf(draft: ListingDraft, home: string): Entry {
  if (draft.amazonQuantity !== undefined) return { fulfillment_channel_code: amazonChannel(home), marketplace_id: home }
  return {
    fulfillment_channel_code: 'DEFAULT',
    ...(draft.alwaysAvailable ? { is_inventory_available: true } : { quantity: draft.quantity ?? 0 }),
    ...(draft.leadTimeDays === undefined ? {} : { lead_time_to_ship_max_days: draft.leadTimeDays }),
    ...(draft.restockDate === undefined ? {} : { restock_date: draft.restockDate }),
    marketplace_id: home,
  }
}

function offersOf(draft: ListingDraft, marketplaceId: string): Entry[] {
  const amount = typeof draft.price === 'number' ? draft.price : draft.price?.[marketplaceId]
  if (amount === undefined) return []
  const { currency } = marketplace(marketplaceId)
  const offer = (audience: string, own: number): Entry => ({
    currency,
    audience,
    our_price: schedule(own),
    marketplace_id: marketplaceId,
  })
  const sale = draft.salePrice
  const regular: Entry = {
    ...offer('ALL', amount),
    ...(draft.minimumPrice === undefined ? {} : { minimum_seller_allowed_price: schedule(draft.minimumPrice) }),
    ...(draft.maximumPrice === undefined ? {} : { maximum_seller_allowed_price: schedule(draft.maximumPrice) }),
    ...(sale
      ? { discounted_price: [{ schedule: [{ value_with_tax: sale.amount, start_at: sale.from, end_at: sale.until }] }] }
      : {}),
    ...(draft.pricingRule === undefined
      ? {}
      : { automated_pricing_merchandising_rule_plan: [{ merchandising_rule: { rule_id: draft.pricingRule } }] }),
  }
  return draft.businessPrice === undefined ? [regular] : [regular, offer('B2B', draft.businessPrice)]
}

/** A price as Amazon nests it. */
export const schedule = (amount: number) => [{ schedule: [{ value_with_tax: amount }] }]
