import type { SellerSku } from '#core/ids.ts'
import { MERCHANT_CHANNEL } from '#core/inventory/listing.ts'
import type { ListingIssue, ReadListing } from '#core/inventory/read-listing.ts'
import { parseMoney } from '#core/money.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Question, Told } from './client.ts'
import type { ChangeAnswer, ListingChange } from './listing-patches.ts'
import { isObject, wellFormed } from './read-wire.ts'

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json' | 'method'>
type Fields = { readonly [field: string]: unknown }

const PATH = '/listings/2021-08-01/items'
const MOST_SKUS = 20

/** Asks Amazon to change one SKU (I8). `preview`: only whether it would be valid. */
export const askToChange = (
  sellingPartnerId: string,
  { sellerSku, productType, marketplaceIds, patches }: ListingChange,
  preview = false,
): Asks => ({
  operation: 'patchListingsItem',
  method: 'PATCH',
  path: `${PATH}/${encodeURIComponent(sellingPartnerId)}/${encodeURIComponent(sellerSku)}`,
  query: { marketplaceIds: marketplaceIds.join(','), ...(preview ? { mode: 'VALIDATION_PREVIEW' } : {}) },
  what: `the listing ${sellerSku}`,
  json: { productType, patches },
})

/** Reads Amazon's answer to a change: INVALID comes with HTTP 200 (I10). */
export function readChangeAnswer({ body }: Told): Result<ChangeAnswer> {
  if (!isObject(body) || typeof body.status !== 'string')
    return failed('answer-unreadable', { operation: 'patchListingsItem', why: 'it has no status' })
  return ok({ taken: body.status === 'ACCEPTED' || body.status === 'VALID', issues: issuesIn(body.issues) })
}

const INCLUDED = 'summaries,attributes,issues,offers,fulfillmentAvailability,productTypes'

/** Asks for one SKU by its address: one with a comma cannot stand in a list (spapi-listings.md 9.8). */
export const askForListing = (
  sellingPartnerId: string,
  { marketplaceId, sellerSku }: { readonly marketplaceId: string; readonly sellerSku: SellerSku },
): Asks => ({
  operation: 'getListingsItem',
  path: `${PATH}/${encodeURIComponent(sellingPartnerId)}/${encodeURIComponent(sellerSku)}`,
  query: { marketplaceIds: marketplaceId, includedData: INCLUDED },
  what: `the listing ${sellerSku}`,
})

/** Reads the answer to `askForListing`. */
export const readOneListing = ({ body, amazonNow }: Told, marketplaceId: string): Result<readonly ReadListing[]> =>
  readListings({ body: { items: [body] }, amazonNow }, marketplaceId)

/** Asks for up to 20 SKUs of one marketplace as they are now (I10). */
export const askForListings = (
  sellingPartnerId: string,
  { marketplaceId, skus }: { readonly marketplaceId: string; readonly skus: readonly SellerSku[] },
): Asks => ({
  operation: 'searchListingsItems',
  path: `${PATH}/${encodeURIComponent(sellingPartnerId)}`,
  query: {
    marketplaceIds: marketplaceId,
    identifiersType: 'SKU',
    identifiers: skus.slice(0, MOST_SKUS).join(','),
    includedData: INCLUDED,
    pageSize: String(MOST_SKUS),
  },
  what: `${skus.length} listings`,
})

/** Reads the listings that Amazon shows; one that is asked for and not in the answer is not at Amazon. */
export function readListings({ body }: Told, marketplaceId: string): Result<readonly ReadListing[]> {
  const items = isObject(body) ? body.items : null
  if (!Array.isArray(items))
    return failed('answer-unreadable', { operation: 'searchListingsItems', why: 'it has no items' })
  return ok(items.filter(isObject).flatMap((item) => readListing(item, marketplaceId)))
}

function readListing(item: Fields, marketplaceId: string): readonly ReadListing[] {
  if (typeof item.sku !== 'string') return []
  const here = (list: unknown): readonly Fields[] =>
    listOf(list).filter((each) => each.marketplaceId === undefined || each.marketplaceId === marketplaceId)
  const summary = here(item.summaries)[0]
  const attributes = isObject(item.attributes) ? item.attributes : {}
  // What is live, not what was submitted: the two differ by design.
  const live = listOf(item.fulfillmentAvailability)
  const foreign = live.find(({ fulfillmentChannelCode: code }) => code !== MERCHANT_CHANNEL)
  const own = live.find(({ fulfillmentChannelCode: code }) => code === MERCHANT_CHANNEL)
  const submitted = listOf(attributes.fulfillment_availability).find(
    (entry) => entry.fulfillment_channel_code === MERCHANT_CHANNEL,
  )
  const offer = listOf(attributes.purchasable_offer).find(
    (each) => each.marketplace_id === marketplaceId && (each.audience ?? 'ALL') === 'ALL',
  )
  const price = livePrice(here(item.offers))
  return [
    {
      sellerSku: item.sku as SellerSku,
      marketplaceId,
      asin: word(summary?.asin),
      title: (word(summary?.itemName) ?? '').slice(0, 500),
      productType: word(here(item.productTypes)[0]?.productType) ?? word(summary?.productType),
      channel: word(foreign?.fulfillmentChannelCode) ?? word(own?.fulfillmentChannelCode),
      active: Array.isArray(summary?.status) && summary.status.includes('BUYABLE'),
      quantity: whole(own?.quantity),
      ...price,
      leadDays: whole(submitted?.lead_time_to_ship_max_days),
      restockOn: word(submitted?.restock_date),
      alwaysAvailable: submitted?.is_inventory_available === true,
      pricingRule: offer?.automated_pricing_merchandising_rule_plan !== undefined,
      issues: issuesIn(item.issues),
      keptOffer: offer ? keptOf(offer) : null,
    },
  ]
}

/** What we say ourselves; everything else of an offer is kept as it was read. */
const OURS = new Set([
  'our_price',
  'discounted_price',
  'minimum_seller_allowed_price',
  'maximum_seller_allowed_price',
  'marketplace_id',
  'currency',
  'audience',
])

const keptOf = (offer: Fields): Fields => Object.fromEntries(Object.entries(offer).filter(([name]) => !OURS.has(name)))

function livePrice(offers: readonly Fields[]): { readonly price: number | null; readonly currency: string | null } {
  const offer = offers.find(({ offerType }) => offerType === 'B2C') ?? offers[0]
  const price = isObject(offer?.price) ? offer.price : null
  const currency = word(price?.currencyCode ?? price?.currency)
  const amount = price?.amount
  if (currency === null || (typeof amount !== 'string' && typeof amount !== 'number')) return { price: null, currency }
  const read = parseMoney(String(amount), currency)
  return { price: read.ok ? read.value.minor : null, currency }
}

const LONGEST_MESSAGE = 500

/** Amazon's remarks; a severity of tomorrow counts as a warning. */
export const issuesIn = (list: unknown): readonly ListingIssue[] =>
  listOf(list).map((issue) => ({
    code: word(issue.code) ?? '',
    message: (word(issue.message) ?? '').slice(0, LONGEST_MESSAGE),
    severity: issue.severity === 'ERROR' || issue.severity === 'INFO' ? issue.severity : 'WARNING',
    attributes: words(issue.attributeNames),
    categories: words(issue.categories),
  }))

const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isObject) : [])
const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.flatMap((each) => word(each) ?? []) : []
const word = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? wellFormed(value.replaceAll('\0', '')) : null
const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
