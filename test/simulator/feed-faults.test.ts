import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { envelope, feedDesk } from './feed-desk.ts'
import { counts } from './feed-report.ts'
import { HOUR, MINUTE } from './seller-central.ts'

const TYPE = 'POST_ORDER_FULFILLMENT_DATA'
const operation = 'createFeed'

/** A desk with orders to ship, and a feed that ships them all. */
async function deskWithOrders(count = 3) {
  const desk = await feedDesk()
  const orderIds = desk.control.placeOrders({}, count)
  const bodies = orderIds.map(
    (id) =>
      `<AmazonOrderID>${id}</AmazonOrderID><FulfillmentDate>2026-11-10T12:00:00Z</FulfillmentDate><FulfillmentData><CarrierCode>UPS</CarrierCode></FulfillmentData>`,
  )
  const text = envelope('OrderFulfillment', bodies)
  const statuses = () => orderIds.map((id) => desk.control.order(id)?.fulfillment?.fulfillmentStatus)
  const statusOf = async (feedId: string) => (await desk.feed(feedId)).processingStatus
  return { ...desk, orderIds, text, statuses, statusOf }
}
const SHIPPED = 'SHIPPED'
const OPEN = 'UNSHIPPED'

test('a feed can hang in the queue for ever; later ones of its type pass it, and it can be cancelled', async () => {
  const desk = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'feed-hangs', as: 'IN_QUEUE' })
  const hung = await desk.give(TYPE, desk.text)
  const later = await desk.give(TYPE, desk.text)
  desk.control.advance(24 * HOUR)
  expect([await desk.statusOf(hung), await desk.statusOf(later)]).toEqual(['IN_QUEUE', 'DONE'])
  expect((await desk.call('DELETE', `/feeds/2021-06-30/feeds/${hung}`)).status).toBe(200)
  expect(desk.control.clock().nextEventAt).toBeNull()
})

test('a feed can hang in work for ever, and all others of its type wait behind it', async () => {
  const desk = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'feed-hangs', as: 'IN_PROGRESS' })
  const hung = await desk.give(TYPE, desk.text)
  const behind = await desk.give(TYPE, desk.text)
  desk.control.advance(24 * HOUR)
  expect([await desk.statusOf(hung), await desk.statusOf(behind)]).toEqual(['IN_PROGRESS', 'IN_QUEUE'])
  expect(desk.statuses()).toEqual([OPEN, OPEN, OPEN])
})

test.each(['IN_QUEUE', 'IN_PROGRESS'] as const)('a feed can hang %s for a while', async (as) => {
  const desk = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'feed-hangs', as, ms: 8 * HOUR })
  const feedId = await desk.give(TYPE, desk.text)
  desk.control.advance(8 * HOUR + 29_999)
  expect(await desk.statusOf(feedId)).toBe(as)
  desk.control.advance(MINUTE + 1)
  expect([await desk.statusOf(feedId), desk.statuses()]).toEqual(['DONE', [SHIPPED, SHIPPED, SHIPPED]])
})

test.each([
  ['FATAL', undefined, [OPEN, OPEN, OPEN]],
  ['FATAL', 'none', [OPEN, OPEN, OPEN]],
  ['FATAL', 'some', [SHIPPED, SHIPPED, OPEN]],
  ['FATAL', 'all', [SHIPPED, SHIPPED, SHIPPED]],
  ['CANCELLED', undefined, [OPEN, OPEN, OPEN]],
] as const)('a feed can end %s with %s of it done, and no report', async (...row) => {
  const [as, done, statuses] = row
  const desk = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'feed-ends', as, done })
  const feedId = await desk.give(TYPE, desk.text)
  desk.control.advance(2 * MINUTE)
  const feed = await desk.feed(feedId)
  expect([feed.processingStatus, feed.resultFeedDocumentId, desk.statuses()]).toEqual([as, undefined, statuses])
})

test('a fault may wait for a feed of its type', async () => {
  const desk = await deskWithOrders()
  desk.control.addFault({ operation, kind: 'feed-ends', as: 'FATAL', feedType: 'POST_PAYMENT_ADJUSTMENT_DATA' })
  const feedId = await desk.give(TYPE, desk.text)
  desk.control.advance(2 * MINUTE)
  expect([await desk.statusOf(feedId), desk.control.faults().length]).toEqual(['DONE', 1])
})

test('a processing report can be cut off, be missing, or be called gzip and be none; the work is done all the same', async () => {
  const desk = await deskWithOrders()
  const report = async (as: 'CUT' | 'MISSING' | 'NOT_GZIP') => {
    desk.control.addFault({ operation, kind: 'bad-processing-report', as })
    const feedId = await desk.give(TYPE, desk.text)
    desk.control.advance(2 * MINUTE)
    return (await desk.feed(feedId)).resultFeedDocumentId
  }
  const cut = await desk.download(await desk.document(await report('CUT')))
  expect([cut.startsWith('<?xml'), cut.includes('</AmazonEnvelope>')]).toEqual([true, false])
  expect(desk.statuses()).toEqual([SHIPPED, SHIPPED, SHIPPED])
  expect(await report('MISSING')).toBeUndefined()
  const plain = await desk.document(await report('NOT_GZIP'))
  expect(plain.compressionAlgorithm).toBe('GZIP')
  const bytes = Buffer.from(await (await fetch(plain.url)).arrayBuffer())
  expect(() => gunzipSync(bytes)).toThrow('incorrect header')
  expect(counts(bytes.toString())).toEqual([3, 0, 3, 0])
})

test('a processing report is compressed, lives 28 days, and its address five minutes', async () => {
  const desk = await deskWithOrders()
  const feedId = await desk.give(TYPE, desk.text)
  desk.control.advance(2 * MINUTE)
  const { resultFeedDocumentId } = await desk.feed(feedId)
  const found = await desk.document(resultFeedDocumentId)
  expect(found).toMatchObject({ feedDocumentId: resultFeedDocumentId, compressionAlgorithm: 'GZIP' })
  expect(await desk.download(found)).toContain('<MessagesSuccessful>3<')
  const unpacked = await desk.document(`${resultFeedDocumentId}?enableContentEncodingUrlHeader=true`)
  expect(await (await fetch(unpacked.url)).text()).toContain('<MessagesSuccessful>3<')
  expect((await desk.put(found.url, 'x')).status).toBe(403)
  desk.control.advance(5 * MINUTE)
  expect((await fetch(found.url)).status).toBe(403)
  desk.control.setFeeds({ compress: false })
  desk.control.advance(29 * 24 * HOUR)
  expect((await desk.call('GET', `/feeds/2021-06-30/documents/${resultFeedDocumentId}`)).status).toBe(404)
  expect(await desk.statusOf(feedId)).toBe('DONE')
})

test('a processing report is no document to feed again', async () => {
  const desk = await deskWithOrders()
  const feedId = await desk.give(TYPE, desk.text)
  desk.control.advance(2 * MINUTE)
  const { resultFeedDocumentId } = await desk.feed(feedId)
  expect((await desk.create(resultFeedDocumentId, TYPE)).status).toBe(400)
})

test('storage can fail, on the way up and on the way down', async () => {
  const desk = await deskWithOrders()
  const { url } = await desk.newDocument()
  desk.control.addFault({ operation: 'uploadFeedDocument', kind: 'error', status: 500 })
  const failed = await desk.put(url, desk.text)
  expect([failed.status, await failed.text()]).toEqual([500, expect.stringContaining('<Code>InternalError</Code>')])
  desk.control.addFault({ operation: 'uploadFeedDocument', kind: 'reset-after' })
  await expect(desk.put(url, desk.text)).rejects.toThrow('fetch failed')
  const feedId = await desk.give(TYPE, desk.text)
  desk.control.advance(2 * MINUTE)
  const { url: down } = await desk.document((await desk.feed(feedId)).resultFeedDocumentId)
  desk.control.addFault({ operation: 'downloadFeedDocument', kind: 'throttle' })
  expect((await fetch(down)).status).toBe(503)
  desk.control.addFault({ operation: 'downloadFeedDocument', kind: 'huge-body', bytes: 5_000_000 })
  expect(gunzipSync(Buffer.from(await (await fetch(down)).arrayBuffer())).length).toBe(5_000_000)
})
