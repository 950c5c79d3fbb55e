import type { ListingToMatch } from '../catalog/match-listings.ts'
import type { ItemId } from '../ids.ts'

/** A listing as people see it; amounts are minor units, instants epoch ms. */
export type ShownListing = ListingToMatch & {
  readonly marketplaceId: string
  readonly itemId: ItemId | null
  readonly asin: string | null
  readonly channel: string | null
  readonly active: boolean
  readonly quantity: number | null
  readonly price: number | null
  readonly currency: string | null
  readonly listedAt: number | null
  readonly goneAt: number | null
}
