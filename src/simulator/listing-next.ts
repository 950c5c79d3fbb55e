import { selectorsOf } from './listing-attributes.ts'
import type { Attributes, Entry, Issue, Listing } from './listing-book.ts'
import { attributeIssues } from './listing-checks.ts'
import { ISSUES } from './listing-issues.ts'
import { type Patch, patched, withMarketplace } from './listing-patch.ts'
import { restrictionIssues } from './listing-restrictions.ts'
import type { Requirements } from './product-type-schema.ts'
import type { World } from './state.ts'

export type Put = {
  readonly kind: 'put'
  readonly productType: string
  readonly requirements: Requirements
  readonly attributes: Attributes
}
export type Patching = { readonly kind: 'patch'; readonly productType: string; readonly patches: readonly Patch[] }
type Target = {
  readonly listing: Listing | undefined
  readonly sku: string
  readonly marketplaceIds: readonly string[]
}

/** What a submission would make of the attributes, or everything that Amazon finds wrong with it at once. */
export type Next = { readonly attributes: Attributes } | { readonly issues: readonly Issue[] }

/** A full set: all that it leaves out is removed. What other marketplaces have stays. */
export function putAttributes(world: World, put: Put, { listing, marketplaceIds }: Target): Next {
  const attributes = Object.fromEntries(
    Object.entries(put.attributes).map(([attribute, value]): [string, readonly Entry[]] => [
      attribute,
      withMarketplace({ value }, marketplaceIds),
    ]),
  )
  const issues = attributeIssues(world, { ...put, attributes, marketplaceIds, enforced: true, listing })
  const [asin] = attributes.merchant_suggested_asin ?? []
  if (listing && asin && asin.value !== listing.asin) issues.push(ISSUES.otherAsin())
  if (!listing && typeof asin?.value === 'string')
    for (const marketplaceId of marketplaceIds)
      issues.push(...restrictionIssues(world.listings, { asin: asin.value, marketplaceId }))
  return issues.length > 0 ? { issues } : { attributes: withOthers(listing, attributes, marketplaceIds) }
}

function withOthers(listing: Listing | undefined, own: Attributes, places: readonly string[]): Attributes {
  const result: Record<string, readonly Entry[]> = { ...own }
  for (const [name, entries] of Object.entries(listing?.attributes ?? {})) {
    if (!selectorsOf(name).includes('marketplace_id')) continue
    const others = entries.filter((entry) => !places.includes(String(entry.marketplace_id)))
    if (others.length > 0) result[name] = [...others, ...(own[name] ?? [])]
  }
  return result
}

/** Patches of single attributes; only what is written anew is looked at. */
export function patchAttributes(world: World, patching: Patching, { listing, sku, marketplaceIds }: Target): Next {
  const { productType, patches } = patching
  const issues = patches.flatMap((patch) => {
    const whole = patch.op === 'add' || patch.op === 'replace'
    const attributes = { [patch.attribute]: whole ? withMarketplace(patch, marketplaceIds) : [] }
    const looked = { attributes, productType, marketplaceIds, listing }
    return attributeIssues(world, { ...looked, requirements: 'LISTING', enforced: false })
  })
  if (issues.length > 0) return { issues }
  if (!listing) return { issues: [ISSUES.unknownSku(sku)] }
  const lacking = patches.filter(({ op }) => op === 'merge').flatMap(lackingChannel)
  return lacking.length > 0 ? { issues: lacking } : patched(listing.attributes, patches, marketplaceIds)
}

function lackingChannel({ attribute, value = [] }: Patch): Issue[] {
  if (attribute !== 'fulfillment_availability') return []
  const lacks = value.some((entry) => entry.fulfillment_channel_code === undefined)
  return lacks ? [ISSUES.missingField(attribute, 'fulfillment_channel_code')] : []
}
