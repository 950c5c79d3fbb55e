import type { Sort } from '../sorting.ts'

/** What the list of orders can be sorted by (X1). */
export const ORDER_SORT_KEYS = ['number', 'placed', 'shipBy'] as const
export type OrderSortKey = (typeof ORDER_SORT_KEYS)[number]
export type OrderSort = Sort<OrderSortKey>

/** How it is sorted where nobody asks: the newest first, and the earliest deadline first where deadlines are looked for (X1). */
export const usualOrderSort = (byDeadline: boolean): OrderSort => (byDeadline ? 'shipBy' : '-placed')

/** Where an order stands in a list: what it is sorted by, and its number. */
export type OrderPlace = readonly [value: number, orderId: number]

/** The end of all time as a cursor can carry it: later than every deadline. */
export const NEVER = 8_640_000_000_000_000

type Placed = { readonly orderId: number; readonly placedAt: number; readonly shipBy: number | null }

/** Where an order stands under each sorting; without a deadline it comes after all that have one (X1). */
export const ORDER_PLACES: Readonly<Record<OrderSortKey, (order: Placed) => number>> = {
  number: ({ orderId }) => orderId,
  placed: ({ placedAt }) => placedAt,
  shipBy: ({ shipBy }) => shipBy ?? NEVER,
}
