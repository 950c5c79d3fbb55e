import { priceNow } from './listing-attributes.ts'
import type { Attributes, Entry, Issue, Listing, LiveOffer } from './listing-book.ts'
import { statusesOf } from './listing-live.ts'
import { marketplace } from './marketplaces.ts'
import { typeInForce } from './product-type-book.ts'
import type { World } from './state.ts'

export const LISTING_DATASETS = [
  'summaries',
  'attributes',
  'issues',
  'offers',
  'fulfillmentAvailability',
  'procurement',
  'relationships',
  'productTypes',
]

type Asked = { readonly marketplaceIds: readonly string[]; readonly datasets: ReadonlySet<string> }

/** A listing as Listings Items answers it: attributes are what was submitted, the rest is what is live. */
export function wireListing(world: World, listing: Listing, { marketplaceIds, datasets }: Asked) {
  const places = marketplaceIds.filter((id) => listing.places.has(id))
  const productType = typeInForce(world.productTypes, listing.productType)
  const parts: Readonly<Record<string, () => unknown>> = {
    summaries: () => places.map((id) => summary(listing, id, productType)),
    attributes: () => attributesFor(listing.attributes, marketplaceIds),
    issues: () => issuesFor(listing, places),
    offers: () =>
      listing.live.offers
        .filter((one) => places.includes(one.marketplaceId))
        .map((one) => wireOffer(one, world.clock.now())),
    fulfillmentAvailability: () =>
      listing.live.stock.map(({ channel, quantity }) => ({
        fulfillmentChannelCode: channel,
        ...(quantity === undefined ? {} : { quantity }),
      })),
    relationships: () => places.map((marketplaceId) => ({ marketplaceId, relationships: relationshipsOf(listing) })),
    productTypes: () => places.map((marketplaceId) => ({ marketplaceId, productType })),
  }
  const told = Object.entries(parts).filter(([name]) => datasets.has(name))
  return { sku: listing.sku, ...Object.fromEntries(told.map(([name, part]) => [name, part()])) }
}

function summary(listing: Listing, marketplaceId: string, productType: string) {
  const place = listing.places.get(marketplaceId)
  const [name] = listing.attributes.item_name ?? []
  return {
    marketplaceId,
    asin: listing.asin,
    productType,
    conditionType: place?.conditionType,
    status: statusesOf(listing, marketplaceId),
    ...(listing.live.channel === 'DEFAULT' ? {} : { fnSku: `X00${listing.listingId.slice(-7)}` }),
    itemName: typeof name?.value === 'string' ? name.value : listing.sku,
    createdDate: new Date(place?.createdAt ?? listing.bornAt).toISOString(),
    lastUpdatedDate: new Date(listing.updatedAt).toISOString(),
  }
}

/** Entries of the asked marketplaces, and those that belong to none. */
function attributesFor(attributes: Attributes, marketplaceIds: readonly string[]): Attributes {
  const shown = (entry: Entry) =>
    entry.marketplace_id === undefined || marketplaceIds.includes(String(entry.marketplace_id))
  const kept = Object.entries(attributes).map(([name, entries]): [string, readonly Entry[]] => [
    name,
    name === 'fulfillment_availability' ? entries : entries.filter(shown),
  ])
  return Object.fromEntries(kept.filter(([, entries]) => entries.length > 0))
}

function issuesFor(listing: Listing, places: readonly string[]): Issue[] {
  return listing.live.issues
    .filter((issue) => issue.marketplaceIds?.some((id) => places.includes(id)) ?? true)
    .map((issue) => ({ ...issue, marketplaceIds: issue.marketplaceIds ?? places }))
}

function wireOffer(offer: LiveOffer, now: number) {
  const { marketplaceId, audience, currency } = offer
  const digits = marketplace(marketplaceId).currency === 'JPY' ? 0 : 2
  return {
    marketplaceId,
    offerType: audience === 'B2B' ? 'B2B' : 'B2C',
    price: { currencyCode: currency, amount: priceNow(offer, now).toFixed(digits) },
    audience: { value: audience, displayName: audience === 'B2B' ? 'Business' : 'Sell on Amazon' },
  }
}

function relationshipsOf({ attributes }: Listing) {
  const [parent] = attributes.child_parent_sku_relationship ?? []
  return typeof parent?.parent_sku === 'string' ? [{ type: 'VARIATION', parentSkus: [parent.parent_sku] }] : []
}
