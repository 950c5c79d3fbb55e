import type { Attributes, Listing, Live } from './listing-book.ts'
import type { Submission } from './listing-change.ts'
import { stableDigits, usualAsin } from './listing-names.ts'
import type { World } from './state.ts'

type Begun = { readonly submission: Submission; readonly attributes: Attributes }

/** Nothing is live yet. */
export const NOTHING_LIVE: Live = { channel: 'DEFAULT', stock: [], leadTimeDays: 0, offers: [], issues: [] }

/** A listing that a submission creates. One that asks for Amazon's channel comes out as the merchant's all the same. */
export function newListing(world: World, { submission, attributes }: Begun): Listing {
  const { sellerId, sku, change } = submission
  const now = world.clock.now()
  const [suggested] = attributes.merchant_suggested_asin ?? []
  const asin = typeof suggested?.value === 'string' ? suggested.value : usualAsin(sku)
  const left = world.listings.leftUnits.get(`${sellerId} ${sku}`)
  const strays = left !== undefined && left.asin !== asin
  return {
    sellerId,
    sku,
    listingId: stableDigits(`${sellerId} ${sku}`),
    asin,
    bornAt: now + world.listings.settings.lagMs,
    productType: change.kind === 'put' ? change.productType : 'PRODUCT',
    attributes,
    channel: 'DEFAULT',
    live: NOTHING_LIVE,
    places: new Map(),
    updatedAt: now,
    turn: 0,
    stockTurn: 0,
    priceTurn: 0,
    automatedHandlingTime: false,
    amazonQuantity: strays ? 0 : (left?.units ?? 0),
    strandedQuantity: strays ? left.units : 0,
    identifiers: identifiersIn(attributes),
  }
}

function identifiersIn(attributes: Attributes): Record<string, string> {
  const entries = attributes.externally_assigned_product_identifier ?? []
  return Object.fromEntries(entries.map(({ type, value }) => [String(type).toUpperCase(), String(value)]))
}
