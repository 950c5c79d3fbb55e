// What orders cost in calls at Amazon, and how soon they are placed. Both sides have one virtual clock, which moves from
// event to event; the program's own work runs by its schedule.
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import type { Workshop } from '#jobs/work.ts'
import { MERCHANT } from '#main/demo/sample-merchant.ts'
import { withMerchant } from '#store/db.ts'
import type { Control } from '../src/simulator/control.ts'
import { randomFrom } from '../src/simulator/random.ts'
import { ORDINARY } from './orders-to-place.ts'

/** A shop on one clock with its Amazon. */
export type OnOneClock = { readonly shop: Workshop; readonly control: Control }

/** What so many orders cost; `minutes` from visible at Amazon to placed, one for each order. */
export type Cost = {
  readonly orders: number
  readonly searchesPerOrder: number
  readonly otherCalls: Readonly<Record<string, number>>
  readonly minutes: readonly number[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** searchOrders keeps back what is newer than this. */
const KEPT_BACK = 2 * MINUTE
const LATEST = 2 * HOUR

/** Orders that wait at Amazon when importing starts. */
export async function backlog({ shop, control }: OnOneClock, orders: number): Promise<Cost> {
  const started = control.now()
  for (let n = 0; n < orders; n++) control.placeOrder({ ...draft(n), createdAt: started - HOUR - n * 1000, lagMs: 0 })
  for (let placed = 0; placed < orders; placed = (await placedAt(shop)).size) {
    await runDue(shop)
    await moveOn({ shop, control }, Number.POSITIVE_INFINITY, started + DAY)
  }
  const minutes = [...(await placedAt(shop)).values()].map((at) => (at - started) / MINUTE)
  return { ...costOf(control, orders), minutes }
}

/** Orders that come one by one over a day, each visible after Amazon's usual lag. */
export async function dayOfOrders(on: OnOneClock, orders: number): Promise<Cost> {
  const random = randomFrom('a day of orders')
  await runDue(on.shop)
  return ordersAt(
    on,
    Array.from({ length: orders }, () => on.control.now() + random.whole(0, DAY)),
  )
}

/** The hours (UTC) in which 95 % of a shop's orders come: nine in the morning until eleven at night in New York. */
const OPEN = { from: 14 * HOUR, to: 28 * HOUR }
const IN_OPEN = 0.95

/** When so many orders of a shop that has its hours come, in the day that begins then. */
export function timesInHours(start: number, orders: number): number[] {
  const random = randomFrom('a day with hours')
  return Array.from({ length: orders }, (_, n) => {
    const [first, last] = n < orders * IN_OPEN ? [OPEN.from, OPEN.to] : [OPEN.to, OPEN.from + DAY]
    const at = random.whole(first, last) % DAY
    return start + ((at - (start % DAY) + DAY) % DAY)
  })
}

/** The same for a shop that has its hours: the day before is known from what waited at Amazon when importing began. */
export async function dayWithHours(on: OnOneClock, orders: number): Promise<Cost> {
  const { shop, control } = on
  for (const [n, at] of timesInHours(control.now() - DAY, orders).entries())
    control.placeOrder({ ...draft(n), createdAt: at - 5 * MINUTE, lagMs: 0 })
  while ((await placedAt(shop)).size < orders) {
    await runDue(shop)
    await moveOn(on, Number.POSITIVE_INFINITY, control.now() + HOUR)
  }
  control.clearRequests()
  return ordersAt(on, timesInHours(control.now(), orders))
}

/** The first day of a shop that has its hours, begun at any of them: the orders of the day before lie at Amazon and are not wanted. */
export async function firstDay(on: OnOneClock, orders: number): Promise<Cost> {
  const start = on.control.now()
  for (const [n, at] of timesInHours(start - DAY, orders).entries())
    on.control.placeOrder({ ...draft(n), createdAt: at, updatedAt: at, lagMs: 0 })
  return ordersAt(on, timesInHours(start, orders))
}

/** Orders that come at these times. */
async function ordersAt({ shop, control }: OnOneClock, at: readonly number[]): Promise<Cost> {
  const random = randomFrom('lags')
  const orders = at.length
  const known = new Set((await placedAt(shop)).keys())
  const start = control.now()
  const times = at.toSorted((a, b) => a - b)
  const visible = new Map<string, number>()
  while (visible.size < orders || (await placedAt(shop)).size < orders + known.size) {
    const due = (await nextWorkAt(shop)) ?? Number.POSITIVE_INFINITY
    for (let next = times[visible.size]; next !== undefined && next < due; next = times[visible.size]) {
      control.moveClock({ set: next })
      const lagMs = random.whole(20_000, 90_000)
      visible.set(control.placeOrder({ ...draft(visible.size), lagMs }), next + Math.max(KEPT_BACK, lagMs))
    }
    await moveOn({ shop, control }, Number.POSITIVE_INFINITY, start + DAY + LATEST)
    await runDue(shop)
  }
  const placed = [...(await placedAt(shop))].filter(([id]) => !known.has(id))
  const minutes = placed.map(([id, at]) => (at - (visible.get(id) ?? 0)) / MINUTE)
  return { ...costOf(control, orders), minutes }
}

const draft = (n: number) => ORDINARY[n % ORDINARY.length] ?? {}

/** Moves the clock to the program's next work or to `next`, whichever comes first. */
async function moveOn({ shop, control }: OnOneClock, next: number, latest: number): Promise<void> {
  const to = Math.max(control.now(), Math.min(next, (await nextWorkAt(shop)) ?? Number.POSITIVE_INFINITY))
  if (to > latest) throw new Error('The orders were not placed in time.')
  control.moveClock({ set: to })
}

/** When each order was placed, by the program's clock. */
async function placedAt({ pool }: Workshop): Promise<Map<string, number>> {
  const rows = await withMerchant(pool, MERCHANT.id, (tx) =>
    tx.query<{ id: string; at: number }>(`select amazon_order_id as id, created_at as at from millrace.orders`),
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Counts every request since the merchant was connected. */
function costOf(control: Control, orders: number): Omit<Cost, 'minutes'> {
  const calls: Record<string, number> = {}
  for (const { operation = 'unknown' } of control.requests()) calls[operation] = (calls[operation] ?? 0) + 1
  const { searchOrders = 0, ...otherCalls } = calls
  return { orders, searchesPerOrder: searchOrders / orders, otherCalls }
}
