import { NEVER, type OrderSortKey } from '#core/orders/order-sort.ts'
import type { Tx } from './db.ts'
import { isSet, ORDER_FILTERS, ORDER_SORTS, type OrderQuery, selectOrders } from './order-conditions.ts'
import type { OrderSummary } from './orders.ts'

/** How far each way is gone before the next is taken. */
export type HowFar = {
  /** So many orders are looked at in the order of the list, before anything else. */
  readonly near: number
  /** Of a filter that the database expects to find so few, all are read and sorted. */
  readonly few: number
}
const HOW_FAR: HowFar = { near: 2000, few: 20_000 }

/** Whether orders are filtered by one thing and sorted by another, so that no index has both. */
export function isAcross({ key, params, placed, shipBy }: OrderQuery): boolean {
  const [stage, status, connection, marketplace, ...ids] = params.slice(4, 10)
  if (ids.some((id) => id !== null)) return false
  if (key === 'placed') return isSet(shipBy)
  const isNamed = [stage, status, connection, marketplace, params[14]].some((each) => each !== null)
  return isNamed || isSet(placed) || (key === 'number' && isSet(shipBy))
}

/**
 * A page of orders that are filtered by one thing and sorted by another (X1): those near in the order of the list, where enough of them
 * fit; else all that the filter finds, where they are few; else day by day, the most promising first. Each way gives the same page.
 */
export async function ordersAcross(tx: Tx, query: OrderQuery, { near, few } = HOW_FAR): Promise<OrderSummary[]> {
  const select = (from: string, more: readonly unknown[] = []) =>
    tx.query<OrderSummary>(selectOrders(query, from), [...query.params, ...more])
  const { beyond, order, limit, downwards } = query
  const found = await select(
    `(select * from millrace.orders o where o.merchant_id = $1 and ${beyond} order by ${order} limit ${near}) o`,
  )
  if (found.length === limit) return found
  const all = `select o.order_id, ${ORDER_SORTS[query.key].by} as sorted from millrace.orders o where ${ORDER_FILTERS} and ${beyond} offset 0`
  const way = downwards ? 'desc' : 'asc'
  const first =
    (await expectedRows(tx, `${all} limit $2`, query.params)) <= few
      ? `(select r.order_id from (${all}) r order by r.sorted ${way}, r.order_id ${way} limit $2)`
      : `(select unnest($16::bigint[]) as order_id)`
  const numbers = first.includes('$16') ? [await firstByDays(tx, query)] : []
  return select(`${first} f join millrace.orders o on o.merchant_id = $1 and o.order_id = f.order_id`, numbers)
}

/** How many rows the database expects under a limit, without reading them. */
async function expectedRows(tx: Tx, sql: string, params: readonly unknown[]): Promise<number> {
  type Plan = { readonly 'Plan Rows': number; readonly Plans?: readonly Plan[] }
  const [row] = await tx.query<{ 'QUERY PLAN': readonly { readonly Plan: Plan }[] }>(
    `explain (format json) ${sql}`,
    params,
  )
  return row?.['QUERY PLAN'][0]?.Plan.Plans?.[0]?.['Plan Rows'] ?? 0
}

const DAY = 86_400_000
/** So many days are read at once, then four times as many, until no day that is left can have an order that comes before. */
const DAYS_AT_ONCE = 4

const ms = (instant: string) =>
  `(case when ${instant} = 'infinity' then ${NEVER}::float8 else extract(epoch from ${instant})::float8 * 1000 end)`

/** The least and the greatest of a day's orders, and of one order, as numbers. */
const BOUNDS: Readonly<Record<OrderSortKey, { from: string; to: string; one: string }>> = {
  number: { from: 'd.number_from::float8', to: 'd.number_to::float8', one: 'o.sorted::float8' },
  placed: { from: `d.day::float8 * ${DAY}`, to: `(d.day::float8 + 1) * ${DAY}`, one: ms('o.sorted') },
  shipBy: { from: ms('d.deadline_from'), to: ms('d.deadline_to'), one: ms('o.sorted') },
}

type PromisingDay = { readonly day: number; readonly bound: number }

/** The days that may have orders of a query, the most promising first: `bound` is the least, or downwards the greatest, that one can have. */
function promisingDays(tx: Tx, { params, key, downwards, placed, shipBy, after }: OrderQuery): Promise<PromisingDay[]> {
  const { from, to } = BOUNDS[key]
  const [best, rest, way] = downwards ? [to, from, 'desc'] : [from, to, 'asc']
  return tx.query<PromisingDay>(
    `select d.day, ${best} as bound from millrace.order_days d
     where d.merchant_id = $1 and ($2::float8 is null or d.day >= $2) and ($3::float8 is null or d.day <= $3)
       and ($4::float8 is null or ${ms('d.deadline_to')} >= $4) and ($5::float8 is null or ${ms('d.deadline_from')} < $5)
       and ($6::float8 is null or ${rest} ${downwards ? '<=' : '>='} $6) order by bound ${way}, d.day ${way}`,
    [params[0], ...[placed.from, placed.before].map(dayOf), shipBy.from, shipBy.before, after?.[0] ?? null],
  )
}

const dayOf = (at: number | null) => (at === null ? null : Math.floor(at / DAY))

/** The numbers of the first orders of a query, read day by day, and of some that come later. */
async function firstByDays(tx: Tx, query: OrderQuery): Promise<number[]> {
  const { params, key, downwards, beyond, limit } = query
  const days = await promisingDays(tx, query)
  const found: { readonly id: number; readonly place: number }[] = []
  const isBefore = (one: number, other: number) => (downwards ? one > other : one < other)
  const way = downwards ? 'desc' : 'asc'
  for (let at = 0, count = DAYS_AT_ONCE; at < days.length; at += count, count *= 4) {
    const last = found.toSorted((a, b) => (downwards ? b.place - a.place : a.place - b.place))[limit - 1]
    // An instant may have parts of a millisecond that numbers do not tell.
    const bound = (days[at]?.bound ?? 0) + (downwards ? 1 : -1)
    if (last && isBefore(last.place, bound)) break
    const some = days.slice(at, at + count).map(({ day }) => day * DAY)
    found.push(
      ...(await tx.query<{ id: number; place: number }>(
        `select o.order_id as id, ${BOUNDS[key].one} as place
         from (select to_timestamp(day / 1000) as from, to_timestamp(day / 1000 + 86400) as before from unnest($16::float8[]) as day offset 0) d
           cross join lateral (select o.order_id, ${ORDER_SORTS[key].by} as sorted from millrace.orders o
             where ${ORDER_FILTERS} and ${beyond} and o.placed_at >= d.from and o.placed_at < d.before offset 0) o
         order by o.sorted ${way}, o.order_id ${way} limit $2`,
        [...params, some],
      )),
    )
  }
  return found.map(({ id }) => id)
}
