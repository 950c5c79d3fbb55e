import type { SellerSku } from '../ids.ts'

/** One of Amazon's remarks about a SKU; `severity` ERROR means that the change was refused or the listing suffers. */
export type ListingIssue = {
  readonly code: string
  readonly message: string
  readonly severity: 'ERROR' | 'WARNING' | 'INFO'
  readonly attributes: readonly string[]
  readonly categories: readonly string[]
}

/** A SKU in one marketplace as Amazon shows it now. */
export type ReadListing = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly asin: string | null
  readonly title: string
  readonly productType: string | null
  /** `DEFAULT`, Amazon's channel, or null where it shows none. */
  readonly channel: string | null
  readonly active: boolean
  readonly quantity: number | null
  /** Minor units of `currency`. */
  readonly price: number | null
  readonly currency: string | null
  readonly leadDays: number | null
  readonly restockOn: string | null
  readonly alwaysAvailable: boolean
  readonly pricingRule: boolean
  readonly issues: readonly ListingIssue[]
  /** The parts of its offer that we do not own, for the marketplace itself (I4). */
  readonly keptOffer: { readonly [field: string]: unknown } | null
}
