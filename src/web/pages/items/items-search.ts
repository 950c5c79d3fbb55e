import { CATALOG_FILTERS, CATALOG_SORTS, type CatalogFilter, type CatalogSort } from '#core/catalog/catalog-list.ts'
import { oneOf, saidIn, textOf } from '../../parts/read-address.ts'

/** What stands in the address of the list of items. */
export type ItemsSearch = {
  readonly find?: string | undefined
  readonly only?: CatalogFilter | undefined
  readonly sort?: CatalogSort | undefined
}

/** Reads it, whatever somebody typed there. */
export const readItemsSearch = ({ find, only, sort }: Record<string, unknown>): ItemsSearch =>
  saidIn({ find: textOf(find, 100), only: oneOf(only, CATALOG_FILTERS), sort: oneOf(sort, CATALOG_SORTS) })

/** The tabs of an item. */
export const ITEM_TABS = ['item', 'inventory', 'amazon', 'other', 'history'] as const
export type ItemTab = (typeof ITEM_TABS)[number]

/** What stands in the address of an item: its tab, and the marketplace or the SKU that the tab is about. */
export type ItemSearch = {
  readonly tab?: ItemTab | undefined
  readonly place?: string | undefined
  readonly sku?: string | undefined
}

/** Reads it. */
export const readItemSearch = ({ tab, place, sku }: Record<string, unknown>): ItemSearch =>
  saidIn({ tab: oneOf(tab, ITEM_TABS), place: textOf(place, 40), sku: textOf(sku, 200) })

/** What stands in the address of the matching of listings: of which connection, and which SKU alone. */
export type MatchSearch = { readonly connection?: string | undefined; readonly sku?: string | undefined }

/** Reads it. */
export const readMatchSearch = ({ connection, sku }: Record<string, unknown>): MatchSearch =>
  saidIn({ connection: textOf(connection, 100), sku: textOf(sku, 200) })
