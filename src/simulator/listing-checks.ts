import { amountIn } from './listing-attributes.ts'
import type { Attributes, Entry, Issue, Listing } from './listing-book.ts'
import { findingIssue, ISSUES } from './listing-issues.ts'
import { marketplace } from './marketplaces.ts'
import { productType } from './product-type-book.ts'
import type { Schema } from './product-type-pieces.ts'
import { type Requirements, schemaOf } from './product-type-schema.ts'
import { schemaFindings } from './schema-findings.ts'
import type { World } from './state.ts'

/** Attributes that are to be looked at, and how strictly. */
export type Looked = {
  readonly attributes: Attributes
  readonly productType: string
  readonly marketplaceIds: readonly string[]
  readonly requirements: Requirements
  /** The required attributes must be there. */
  readonly enforced: boolean
  readonly listing: Listing | undefined
}

const schemas = new Map<string, Schema>()
const WITHOUT_CENTS = ['JPY']

/** Everything that Amazon finds at once in attributes that were sent. */
export function attributeIssues(world: World, looked: Looked): Issue[] {
  const type = productType(world.productTypes, looked.productType)
  if (!type) return [ISSUES.unknownProductType(looked.productType)]
  const findings = looked.marketplaceIds.flatMap((marketplaceId, index) => {
    const { requirements, enforced } = looked
    const key = `${type.name} ${marketplaceId} ${requirements} ${enforced}`
    const schema = schemas.get(key) ?? schemaOf(type, { marketplaceId, requirements, enforced })
    schemas.set(key, schema)
    return schemaFindings(schema, ownEntries(looked.attributes, marketplaceId, index === 0))
  })
  const issues = findings.map(findingIssue)
  for (const [name, entries] of Object.entries(looked.attributes))
    if (entries.some((entry) => namesOther(entry, looked.marketplaceIds))) issues.push(ISSUES.otherMarketplace(name))
  if (issues.length > 0) return unique(issues)
  return [
    ...(looked.attributes.fulfillment_availability ?? []).flatMap(availabilityIssues),
    ...(looked.attributes.purchasable_offer ?? []).flatMap((offer) => offerIssues(offer, looked.listing)),
  ]
}

/** The entries of one marketplace; those that name none count for the first. */
function ownEntries(attributes: Attributes, marketplaceId: string, first: boolean): Record<string, readonly Entry[]> {
  const kept: Record<string, readonly Entry[]> = {}
  for (const [name, entries] of Object.entries(attributes)) {
    const own = entries.filter((entry) => (entry.marketplace_id ?? (first ? marketplaceId : '')) === marketplaceId)
    if (own.length > 0) kept[name] = own
  }
  return kept
}

const namesOther = (entry: Entry, asked: readonly string[]) =>
  entry.marketplace_id !== undefined && !asked.includes(String(entry.marketplace_id))

const unique = (issues: readonly Issue[]) => [...new Map(issues.map((one) => [JSON.stringify(one), one])).values()]

/** Handling time travels with a quantity, and a quantity not with "always available". */
function availabilityIssues(entry: Entry): Issue[] {
  const name = 'fulfillment_availability'
  if (entry.quantity !== undefined && entry.is_inventory_available === true) return [ISSUES.quantityTwice()]
  const counted = entry.quantity !== undefined || entry.is_inventory_available !== undefined
  return entry.lead_time_to_ship_max_days !== undefined && !counted ? [ISSUES.missingField(name, 'quantity')] : []
}

function offerIssues(offer: Entry, listing: Listing | undefined): Issue[] {
  const place = marketplace(String(offer.marketplace_id))
  if (offer.currency !== place.currency) return [ISSUES.price(`The currency must be ${place.currency}.`)]
  const amounts = ['our_price', 'discounted_price', 'minimum_seller_allowed_price', 'maximum_seller_allowed_price'].map(
    (name) => amountIn(offer, name),
  )
  const [own, , minimum] = amounts
  if (amounts.some((amount) => amount === 0)) return [ISSUES.price('The price must be greater than zero.')]
  const digits = WITHOUT_CENTS.includes(place.currency) ? 0 : 2
  if (amounts.some((amount) => amount !== undefined && Number(amount.toFixed(digits)) !== amount))
    return [ISSUES.price(`The price has more than ${digits} decimal places.`)]
  const live = listing?.live.offers.find((one) => one.marketplaceId === place.id && one.audience === 'ALL')
  const price = own ?? live?.amount
  if (minimum !== undefined && price !== undefined && minimum > price)
    return [ISSUES.price('The minimum price is greater than the selling price.')]
  return []
}
