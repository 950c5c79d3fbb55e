import type { Sought, Span } from '#core/orders/order-filter.ts'
import { NEVER, type OrderPlace, type OrderSort, type OrderSortKey, usualOrderSort } from '#core/orders/order-sort.ts'
import type { Stage } from '#core/orders/stage.ts'
import { readSort } from '#core/sorting.ts'
import { byInstant, byNumber, keyset, type SortKey } from './keyset.ts'
import { ORDER_SUMMARY } from './orders.ts'

/** Which orders are wanted, in which order, and after which one; what is left out filters nothing. */
export type OrdersWanted = {
  readonly sought?: Sought | null | undefined
  readonly stage?: Stage | undefined
  readonly amazonOrderId?: string | undefined
  readonly amazonStatus?: string | undefined
  readonly connection?: string | undefined
  readonly channel?: string | undefined
  readonly marketplaceId?: string | undefined
  readonly placed?: Span | undefined
  readonly shipBy?: Span | undefined
  readonly sort?: OrderSort | undefined
  readonly after?: OrderPlace | null | undefined
  readonly limit: number
}

const OPEN: Span = { from: null, before: null }
/** When order `o` must leave, of one without a deadline never. Row-level security lets a case into an index, and no coalesce. */
export const DEADLINE = `(case when o.ship_by is null then 'infinity'::timestamptz else o.ship_by end)`

/** What orders are sorted by, as SQL of `o`. */
export const ORDER_SORTS: Readonly<Record<OrderSortKey, SortKey>> = {
  number: byNumber('o.order_id'),
  placed: byInstant('o.placed_at'),
  shipBy: {
    by: DEADLINE,
    read: (param) =>
      `to_timestamp(case when ${param}::float8 >= ${NEVER} then 'infinity' else ${param}::float8 / 1000 end)`,
  },
}

/** That an instant lies in a span of two parameters, each of which may be null. */
export const within = (column: string, from: string, before: string) =>
  `(${from}::float8 is null or ${column} >= to_timestamp(${from}::float8 / 1000)) and (${before}::float8 is null or ${column} < to_timestamp(${before}::float8 / 1000))`
const is = (column: string, param: string) => `(${param}::text is null or ${column} = ${param})`

/** Every filter but the one by words; one that is not asked for is gone before the statement is planned. */
export const ORDER_FILTERS = [
  'o.merchant_id = $1',
  is('o.stage', '$5'),
  is('o.amazon_status', '$6'),
  is('o.connection_id', '$7'),
  is('o.marketplace_id', '$8'),
  is('o.amazon_order_id', '$9'),
  is('o.amazon_order_id', '$10'),
  within('o.placed_at', '$11', '$12'),
  within(DEADLINE, '$13', '$14'),
  is('o.channel', '$15'),
].join(' and ')

/** A wish for orders as a statement needs it: parameters 1 to 15 of `ORDER_FILTERS`, how it is sorted, and what comes after the cursor. */
export type OrderQuery = {
  readonly params: readonly unknown[]
  readonly key: OrderSortKey
  readonly downwards: boolean
  readonly beyond: string
  readonly order: string
  readonly limit: number
  readonly placed: Span
  readonly shipBy: Span
  readonly after: OrderPlace | null
}

/** Writes down a wish. */
export function orderQuery(merchant: string, wanted: OrdersWanted): OrderQuery {
  const { sought = null, after = null, placed = OPEN, shipBy = OPEN, limit } = wanted
  const { key, downwards } = readSort(wanted.sort ?? usualOrderSort(isSet(shipBy)))
  const { after: beyond, order } = keyset(ORDER_SORTS[key], {
    id: ORDER_SORTS.number,
    downwards,
    params: ['$3', '$4'],
  })
  const params = [
    ...[merchant, limit, after?.[0] ?? null, after?.[1] ?? null],
    ...[wanted.stage, wanted.amazonStatus, wanted.connection, wanted.marketplaceId, wanted.amazonOrderId].map(
      (each) => each ?? null,
    ),
    sought?.kind === 'amazon-order' ? sought.id : null,
    ...[placed.from, placed.before, shipBy.from, shipBy.before],
    wanted.channel ?? null,
  ]
  return { params, key, downwards, beyond, order, limit, placed, shipBy, after }
}

/** Whether a span has an end on either side. */
export const isSet = ({ from, before }: Span): boolean => from !== null || before !== null

/** Reads orders as lists show them; further parameters begin at 16. */
export const selectOrders = ({ beyond, order }: OrderQuery, from: string, condition = ''): string =>
  `select ${ORDER_SUMMARY} from ${from} where ${ORDER_FILTERS} and ${beyond} ${condition} order by ${order} limit $2`
