import { allCarriers, writeCarrier } from '#contract/carriers.ts'
import { pageOf } from '#contract/parts.ts'
import {
  findQuery,
  queuedOrder,
  queueQuery,
  queueSums,
  sumsQuery,
  writeQueued,
  writeSums,
} from '#contract/shipping-queue.ts'
import type { Deps } from '#flows/deps.ts'
import { findToShip, readQueue, sumUpQueue } from '#flows/read-queue.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

/** The clerk's queue: what waits to be shipped, with what goes into the parcel (S6). */
export function shippingQueueRoutes(api: Api, deps: Deps): void {
  const words = [
    'listShippingQueue',
    'Shipments',
    'Orders in Shipping Department, the earliest deadline first, with what is open of them',
  ] as const
  const list = about('orders:read', words, pageOf(queuedOrder))
  api.get('/shipping-queue', { ...list, schema: { ...list.schema, querystring: queueQuery } }, async (request) => {
    const { after, limit, ...filter } = request.query
    const key = readCursor(after, ['number', 'number'])
    if (key && key[0] < 0) throw badCursor()
    const now = deps.now()
    const rows = await readQueue(deps, callerOf(request).merchant, { filter, after: key, limit })
    return pageReply(rows, {
      limit,
      write: (row) => writeQueued(row, now),
      keyOf: (row) => [row.place, row.orderId],
    })
  })

  const sums = about(
    'orders:read',
    [
      'sumShippingQueue',
      'Shipments',
      'How many orders wait to be shipped, by deadline, center, method and channel; each beside the filters that are set',
    ],
    queueSums,
  )
  const sumsOptions = { ...sums, schema: { ...sums.schema, querystring: sumsQuery } }
  api.get('/shipping-queue/sums', sumsOptions, async (request) =>
    writeSums(await sumUpQueue(deps, callerOf(request).merchant, request.query)),
  )

  const find = about(
    'orders:read',
    ['findInShippingQueue', 'Shipments', 'The order that was scanned; a refusal says why it cannot be shipped'],
    queuedOrder,
  )
  api.get('/shipping-queue/find', { ...find, schema: { ...find.schema, querystring: findQuery } }, async (request) => {
    const found = await findToShip(deps, callerOf(request).merchant, request.query.order.trim())
    return writeQueued(goodValue(found), deps.now())
  })
  carrierRoute(api, deps)
}

function carrierRoute(api: Api, deps: Deps): void {
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
