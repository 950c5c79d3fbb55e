/** Of which items the list is: all, or those of one of its filters. */
export const CATALOG_FILTERS = ['linked', 'unlinked', 'refused', 'differs', 'held', 'out-of-stock', 'amazon'] as const
export type CatalogFilter = (typeof CATALOG_FILTERS)[number]

/** Items, and those of a filter, are counted up to this many: the last digit of 200,000 is not worth the wait. */
export const MOST_ITEMS_COUNTED = 100_000

/** In which orders the list may stand; with a minus the other way round. */
export const CATALOG_SORTS = ['id', '-id', 'description', '-description', 'price', '-price'] as const
export type CatalogSort = (typeof CATALOG_SORTS)[number]
