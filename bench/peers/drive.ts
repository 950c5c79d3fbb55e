// Drives one peer's pattern through the day, against a simulated Amazon of its own.
import { SELLER } from '#main/demo/sample-merchant.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { askerOf } from './asking.ts'
import { type DaySize, scriptDay } from './day.ts'
import { countsOf, type Outcome } from './outcome.ts'
import type { Pattern } from './patterns.ts'
import { stockWork } from './stock-work.ts'

const MINUTE = 60_000
/** The paces of Orders v0: the list, and each operation that is asked for an order. */
const V0 = { list: { rate: 0.0167, burst: 20 }, each: { rate: 0.5, burst: 30 } }
/** Amazon shows nothing younger; a cursor without this overlap loses orders (peers.md 4), and none is lost here. */
const OVERLAP = 2 * MINUTE
const RATES = { patchListingsItem: 5, createFeed: 0.0083, createFeedDocument: 0.5, getFeed: 2, getFeedDocument: 0.0222 }

/** A day of one peer: its v0 calls are put to searchOrders and getOrder, at v0's pace. */
export async function drivePeer(
  pattern: Pattern,
  at: { readonly start: number; readonly size: DaySize },
): Promise<Outcome> {
  const { control, url, close } = await startSimulator({ clock: 'virtual', start: at.start })
  try {
    const { orders, stock } = pattern
    control.setQuota('searchOrders', V0.list)
    // Each of its operations has a bucket of its own, and they are asked in turn.
    control.setQuota('getOrder', { rate: V0.each.rate * orders.callsEach, burst: V0.each.burst * orders.callsEach })
    const changed = new Map<string, number>()
    const day = scriptDay(control, at.size, ({ sku, quantity }) => void changed.set(sku, quantity))
    const rates = { ...RATES, searchOrders: V0.list.rate, getOrder: V0.each.rate * orders.callsEach }
    const ask = askerOf(day, { url, now: () => control.now(), tokenEachCall: orders.tokenEachCall, rates })
    const known = new Set<string>()
    let cursor = day.start

    const lookForOrders = async () => {
      const from = orders.listsAllAgain ? day.start : cursor - OVERLAP
      cursor = control.now()
      for (let token: string | null = null, first = true; first || token !== null; first = false) {
        const query = new URLSearchParams({ maxResultsPerPage: String(orders.pageSize) })
        query.set('lastUpdatedAfter', new Date(Math.min(from, control.now() - OVERLAP)).toISOString())
        if (token !== null) query.set('paginationToken', token)
        const page = await ask({ operation: 'searchOrders', path: `/orders/2026-01-01/orders?${query}` })
        for (const { orderId } of page.orders) {
          if (known.has(orderId)) continue
          known.add(orderId)
          for (let n = 0; n < orders.callsEach; n++)
            await ask({ operation: 'getOrder', path: `/orders/2026-01-01/orders/${orderId}` })
          day.placed(orderId)
        }
        token = page.pagination?.nextToken ?? null
      }
    }

    const sendStock = stock && stockWork(stock.by, { ask, changed, sellerId: SELLER.sellingPartnerId })
    let [nextOrders, nextStock] = [day.start, stock ? day.start : Number.POSITIVE_INFINITY]
    const isDone = () => (stock ? day.isOver() : day.left().orders === 0 && control.now() > day.end)
    while (!isDone() && control.now() < day.end + 4 * 60 * MINUTE) {
      await day.passTo(Math.max(control.now(), Math.min(nextOrders, nextStock)))
      if (control.now() >= nextOrders) {
        await lookForOrders()
        nextOrders = Math.max(nextOrders + orders.everyMinutes * MINUTE, control.now())
      }
      if (sendStock && stock && control.now() >= nextStock) {
        await sendStock()
        nextStock = Math.max(nextStock + stock.everyMinutes * MINUTE, control.now())
      }
    }
    return { name: pattern.name, ...countsOf(control, day, at.size) }
  } finally {
    await close()
  }
}
