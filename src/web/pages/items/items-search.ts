import { CATALOG_FILTERS, CATALOG_SORTS, type CatalogFilter, type CatalogSort } from '#core/catalog/catalog-list.ts'

/** What stands in the address of the list of items. */
export type ItemsSearch = { find?: string; only?: CatalogFilter; sort?: CatalogSort }

/** Reads it, whatever somebody typed there. */
export function readItemsSearch({ find, only, sort }: Record<string, unknown>): ItemsSearch {
  const filter = CATALOG_FILTERS.find((each) => each === only)
  const order = CATALOG_SORTS.find((each) => each === sort)
  return {
    ...(typeof find === 'string' && find.trim() !== '' && { find: find.trim().slice(0, 100) }),
    ...(filter && { only: filter }),
    ...(order && { sort: order }),
  }
}

/** The tabs of an item. */
export const ITEM_TABS = ['item', 'inventory', 'amazon', 'other', 'history'] as const
export type ItemTab = (typeof ITEM_TABS)[number]

/** What stands in the address of an item: its tab, and the marketplace or the SKU that the tab is about. */
export type ItemSearch = { tab?: ItemTab; place?: string; sku?: string }

/** Reads it. */
export function readItemSearch({ tab, place, sku }: Record<string, unknown>): ItemSearch {
  const known = ITEM_TABS.find((each) => each === tab)
  return {
    ...(known && { tab: known }),
    ...(typeof place === 'string' && { place: place.slice(0, 40) }),
    ...(typeof sku === 'string' && sku !== '' && { sku: sku.slice(0, 200) }),
  }
}

/** What stands in the address of the matching of listings: of which connection, and which SKU alone. */
export type MatchSearch = { connection?: string; sku?: string }

/** Reads it. */
export const readMatchSearch = ({ connection, sku }: Record<string, unknown>): MatchSearch => ({
  ...(typeof connection === 'string' && connection !== '' && { connection: connection.slice(0, 100) }),
  ...((typeof sku === 'string' || typeof sku === 'number') && sku !== '' && { sku: String(sku).slice(0, 200) }),
})
