/** Of which items the list is: all, or those of one of its filters. */
export const CATALOG_FILTERS = ['linked', 'unlinked', 'refused', 'differs', 'held', 'out-of-stock', 'amazon'] as const
export type CatalogFilter = (typeof CATALOG_FILTERS)[number]

/** In which orders the list may stand; with a minus the other way round. */
export const CATALOG_SORTS = ['id', '-id', 'description', '-description', 'price', '-price'] as const
export type CatalogSort = (typeof CATALOG_SORTS)[number]
