import type { Item } from '#core/catalog/item.ts'
import { ONE_TO_ONE } from '#core/catalog/resolve-sku.ts'
import type { MerchantId } from '#core/ids.ts'
import { type ListingStanding, listingStanding } from '#core/inventory/listing-standing.ts'
import { type ReportedQuantity, reportedQuantity } from '#core/inventory/reported-quantity.ts'
import type { CatalogPage, CatalogWish } from '#store/catalog-list.ts'
import type { ItemListing } from '#store/item-listings.ts'
import type { Deps } from './deps.ts'

/** A listing and how it stands. */
export type StandingListing = ItemListing & { readonly standing: ListingStanding }

/** An item as the list shows it. */
export type ListedItem = {
  readonly item: Item
  readonly onHand: number
  readonly allocated: number
  /** What Amazon would be told of one pack of it (I2). */
  readonly reported: ReportedQuantity
  readonly listings: readonly StandingListing[]
}

/** Of one page no more listings are loaded than this. */
const MOST_LISTINGS = 20_000

/** A page of items with what lies there, what Amazon is told, and how their listings stand (X1, I2, I10). */
export function listCatalog(
  deps: Deps,
  merchant: MerchantId,
  wish: CatalogWish,
): Promise<{ readonly rows: readonly ListedItem[]; readonly next: CatalogPage['next']; readonly currency: string }> {
  return deps.transaction(merchant, 'app', async ({ store }) => {
    const { currency } = await store.merchantFacts()
    const { ids, next } = await store.catalogPage(wish)
    if (ids.length === 0) return { rows: [], next, currency }
    const { untracked } = await store.readInventorySettings()
    const counted = await store.countedItems(ids)
    const listings = byItem(await store.listingsOfItems({ ids, limit: MOST_LISTINGS }))
    const rows = ids.flatMap((id): ListedItem[] => {
      const item = counted.items.get(id)
      if (!item) return []
      const levels = counted.centers.flatMap(({ code }) => counted.level(id, code) ?? [])
      return [
        {
          item,
          onHand: levels.reduce((sum, level) => sum + level.onHand, 0),
          allocated: levels.reduce((sum, level) => sum + level.allocated, 0),
          reported: reportedQuantity(item, ONE_TO_ONE, { ...counted, untracked }),
          listings: (listings.get(id) ?? []).map(withStanding),
        },
      ]
    })
    return { rows, next, currency }
  })
}

function byItem(listings: readonly ItemListing[]): ReadonlyMap<string, readonly ItemListing[]> {
  const found = new Map<string, ItemListing[]>()
  for (const listing of listings) found.set(listing.itemId, [...(found.get(listing.itemId) ?? []), listing])
  return found
}

/** A listing with how it stands; configured is one that is linked, or whose item has an Amazon tab (I1). */
export const withStanding = (listing: ItemListing): StandingListing => ({
  ...listing,
  standing: listingStanding({ ...listing, configured: listing.linked || listing.hasTab }),
})
