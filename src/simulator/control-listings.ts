import { alterListing, type ListingAlteration } from './listing-alteration.ts'
import {
  type CatalogItem,
  findListing,
  keepListing,
  type Listing,
  type ListingSettings,
  type Restriction,
} from './listing-book.ts'
import { draftedListing, type ListingDraft } from './listing-draft.ts'
import { statusesOf } from './listing-live.ts'
import { Refusal } from './place-order.ts'
import { SAMPLE } from './sample-merchant.ts'
import type { World } from './state.ts'

/** A listing as the side door tells it: what was submitted beside what is live. */
export type ListingRow = Omit<Listing, 'places'> & {
  readonly places: readonly {
    readonly marketplaceId: string
    readonly conditionType: string
    readonly inactive: boolean
    readonly statuses: readonly string[]
  }[]
}

/** The part of the side door about listings and product types. */
export function listingsDoor(world: World) {
  const found = (sku: string, sellerId: string): Listing => {
    const listing = findListing(world.listings, sellerId, sku)
    if (!listing) throw new Refusal(`No listing ${sku}.`)
    return listing
  }
  return {
    putListing: (draft: ListingDraft): void => keepListing(world.listings, draftedListing(world, draft)),
    putListings: (drafts: readonly ListingDraft[]): void => {
      for (const draft of drafts) keepListing(world.listings, draftedListing(world, draft))
    },
    listing: (sku: string, sellerId: string = SAMPLE.sellerId): ListingRow | undefined => {
      const listing = findListing(world.listings, sellerId, sku)
      return listing && rowOf(listing)
    },
    listings: (): ListingRow[] => [...world.listings.bySeller.values()].flatMap((own) => [...own.values()].map(rowOf)),
    alterListing: (sku: string, alteration: ListingAlteration, sellerId: string = SAMPLE.sellerId): ListingRow =>
      rowOf(alterListing(world, found(sku, sellerId), alteration)),
    /** Alters what is given of how listings come about; answers all of it. */
    setListings: (settings: Partial<ListingSettings>): ListingSettings =>
      Object.assign(world.listings.settings, settings),
    putCatalogItem: (item: CatalogItem): void => {
      world.listings.catalog.set(item.asin, item)
    },
    restrictListings: (restriction: Restriction): void => {
      world.listings.restrictions.push(restriction)
    },
    /** Takes a product type out of service; its listings belong to another from then on. */
    withdrawProductType: (name: string, successor = 'PRODUCT'): void => {
      world.productTypes.withdrawn.set(name, successor)
    },
  }
}

function rowOf({ places, ...listing }: Listing): ListingRow {
  return {
    ...listing,
    places: [...places.values()].map(({ marketplaceId, conditionType, inactive }) => ({
      marketplaceId,
      conditionType,
      inactive,
      statuses: statusesOf({ ...listing, places }, marketplaceId),
    })),
  }
}
