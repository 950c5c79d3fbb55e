import { deadline, deadlineQuery, writeDeadlines } from '#contract/deadlines.ts'
import { pageOf } from '#contract/parts.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'

const HOUR = 3_600_000

/** The deadline watch: what must be shipped soon, or should have been, and what is missing (S6). */
export function deadlineRoutes(api: Api, deps: Deps): void {
  const words = [
    'listDeadlines',
    'Shipments',
    'Orders near or past their time to ship, without a confirmation that Amazon knows; the earliest first',
  ] as const
  const list = about('orders:read', words, pageOf(deadline))
  api.get('/deadlines', { ...list, schema: { ...list.schema, querystring: deadlineQuery } }, (request) => {
    const { after, limit, withinHours } = request.query
    const key = readCursor(after, ['number', 'number'])
    if (key && key[0] < 0) throw badCursor()
    const now = deps.now()
    return deps.transaction(callerOf(request).merchant, 'app', async (tx) => {
      const clock = await tx.store.merchantFacts()
      const time = (at: number) => merchantTime(at, clock)
      const until = now + withinHours * HOUR
      const found = await tx.store.ordersWithDeadline({ until, after: key, limit })
      const { next } = pageReply(found, { limit, write: () => null, keyOf: (row) => [row.shipBy, row.orderId] })
      return { rows: writeDeadlines(found, { now, time }), next }
    })
  })
}
