import { allCarriers, writeCarrier } from '#contract/carriers.ts'
import { pageOf } from '#contract/parts.ts'
import { queuedOrder, queueQuery, writeQueued } from '#contract/shipping-queue.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'

/** The clerk's queue: what waits to be shipped, with what goes into the parcel (S6). */
export function shippingQueueRoutes(api: Api, deps: Deps): void {
  const words = [
    'listShippingQueue',
    'Shipments',
    'Orders in Shipping Department, the earliest deadline first, with what is open of them',
  ] as const
  const list = about('orders:read', words, pageOf(queuedOrder))
  api.get('/shipping-queue', { ...list, schema: { ...list.schema, querystring: queueQuery } }, async (request) => {
    const { after, limit, center } = request.query
    const key = readCursor(after, ['number', 'number'])
    if (key && key[0] < 0) throw badCursor()
    const now = deps.now()
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listQueue({ center, after: key, limit }),
    )
    return pageReply(rows, {
      limit,
      write: (row) => writeQueued(row, now),
      keyOf: (row) => [row.place, row.orderId],
    })
  })

  const names = about(
    'shipments:write',
    ['listShippingCarriers', 'Shipments', 'The carriers that a package may be entered with'],
    allCarriers,
  )
  api.get('/shipping-queue/carriers', names, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listCarriers())
    return { carriers: rows.map(writeCarrier) }
  })
}
