import type { Sort } from '../sorting.ts'

/** What the list of orders can be sorted by (X1). */
export const ORDER_SORT_KEYS = ['number', 'placed'] as const
export type OrderSortKey = (typeof ORDER_SORT_KEYS)[number]
export type OrderSort = Sort<OrderSortKey>

/** How it is sorted where nobody asks: the newest first. */
export const USUAL_ORDER_SORT: OrderSort = '-number'
