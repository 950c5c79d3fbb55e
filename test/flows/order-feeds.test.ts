import { expect, test } from 'vitest'
import { cancelOrder } from '#flows/cancel-order.ts'
import { HOUR, MINUTE, makeSeller, type SellerOptions } from '../make/seller.ts'
import { callsOf, orderOf, problemsOf, type Seller } from '../make/seller-views.ts'
import { importOrders, makeRefund, outboxOf, packageToSend, submissionsOf } from '../make/things-to-send.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }] }
const FEED_CALLS = [
  'createFeedDocument',
  'uploadFeedDocument',
  'createFeed',
  'getFeed',
  'getFeeds',
  'getFeedDocument',
  'downloadFeedDocument',
]

const feedCalls = (seller: Seller): Record<string, number> =>
  Object.fromEntries(FEED_CALLS.map((name) => [name, callsOf(seller, name)] as const).filter(([, calls]) => calls > 0))

/** Orders with a package each that waits for a feed. */
async function makeWaiting(count: number, options: SellerOptions = {}) {
  const seller = await makeSeller(options)
  const ids = await importOrders(
    seller,
    Array.from({ length: count }, () => MUG),
  )
  for (const id of ids) await packageToSend(seller, id)
  return { seller, ids }
}

const atAmazon = (seller: Seller, id: string) => {
  const order = seller.control.order(id)
  return { status: order?.fulfillment?.fulfillmentStatus, packages: order?.packages?.length ?? 0 }
}

/** Lets hours pass on both sides, running what falls due every quarter of one. */
async function leap(seller: Seller, ms: number) {
  for (let gone = 0; gone < ms; gone += 15 * MINUTE) {
    seller.control.advance(15 * MINUTE)
    await seller.run()
  }
}

test('[S5] a package without a tracking number goes up by feed, without an invented one, in six calls', async () => {
  const seller = await makeSeller()
  const [id = ''] = await importOrders(seller, [MUG])
  await packageToSend(seller, id, { service: 'First-Class <Mail> & more' })
  await seller.run()
  expect(await outboxOf(seller)).toMatchObject([{ state: 'taken', way: 'feed' }])
  await seller.pass(3 * MINUTE)
  const text = seller.control.feeds()[0]?.text ?? ''
  expect(text).toContain('<CarrierCode>USPS</CarrierCode>')
  expect(text).toContain('<ShippingMethod>First-Class &lt;Mail&gt; &amp; more</ShippingMethod>')
  expect(text).not.toContain('ShipperTrackingNumber')
  expect(await outboxOf(seller)).toMatchObject([{ state: 'sent', code: null }])
  const [feed] = await submissionsOf(seller)
  expect(feed).toMatchObject({ kind: 'confirmation', state: 'done', amazonState: 'DONE', messages: 1, problem: null })
  expect(atAmazon(seller, id)).toEqual({ status: 'SHIPPED', packages: 1 })
  const { getFeeds: _, ...each } = Object.fromEntries(FEED_CALLS.map((name) => [name, 1]))
  expect(feedCalls(seller)).toEqual(each)
  // S4: the next sweep shows it, under the number that Amazon chose.
  await seller.pass(20 * MINUTE)
  expect(await outboxOf(seller)).toMatchObject([{ state: 'settled' }])
  expect(callsOf(seller, 'getOrder')).toBe(0)
  expect(await problemsOf(seller)).toEqual([])
})

test('[S3] a carrier that Amazon does not list goes by its name; one that nobody knows is refused, and the others go', async () => {
  const seller = await makeSeller()
  const ids = await importOrders(seller, [MUG, MUG, MUG])
  await seller.store((store) =>
    store.replaceCarriers([{ carrier: 'Dock Van', amazonCode: 'Other', amazonName: 'Dock & Van Ltd' }]),
  )
  const carriers = ['Nobody Knows', 'dock  van', 'UPS']
  for (const [index, id] of ids.entries())
    await packageToSend(seller, id, { carrier: carriers[index] ?? '', tracking: `00${index}` })
  await seller.pass(3 * MINUTE)
  expect(await outboxOf(seller)).toMatchObject([
    { state: 'refused', code: 'carrier-unknown' },
    { state: 'sent' },
    { state: 'sent' },
  ])
  const text = seller.control.feeds()[0]?.text ?? ''
  expect(text).toContain('<CarrierName>Dock &amp; Van Ltd</CarrierName>')
  expect(text).toContain('<ShipperTrackingNumber>001</ShipperTrackingNumber>')
  expect((await submissionsOf(seller))[0]).toMatchObject({ state: 'done', messages: 2 })
})

test('[S5] each message that Amazon refuses is refused in its words, and the others are sent', async () => {
  const { seller, ids } = await makeWaiting(3)
  seller.control.alterOrder(ids[1] ?? '', { cancel: { by: 'AMAZON', reason: 'Other' } })
  await seller.pass(3 * MINUTE)
  const rows = await outboxOf(seller)
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'refused', 'sent'])
  expect(rows[1]).toMatchObject({
    code: 'refused-by-report',
    words: expect.stringMatching(/Failed to find order item list/),
  })
})

test('[S5] a feed that is cancelled at Amazon goes up again by itself', async () => {
  const { seller, ids } = await makeWaiting(2)
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-ends', as: 'CANCELLED' })
  await seller.pass(3 * MINUTE)
  expect(await problemsOf(seller)).toEqual(['feed-cancelled confirmation'])
  expect(await outboxOf(seller)).toMatchObject([{ state: 'waiting', attempts: 1, code: 'feed-cancelled' }, {}])
  await seller.pass(25 * MINUTE)
  expect((await submissionsOf(seller)).map(({ state }) => state)).toEqual(['failed', 'done'])
  expect(ids.map((id) => atAmazon(seller, id))).toEqual(ids.map(() => ({ status: 'SHIPPED', packages: 1 })))
  expect(await problemsOf(seller)).toEqual([])
})

test.each(['none', 'some', 'all'] as const)(
  '[S5] a feed that Amazon gives up after %s of it goes up again and adds no parcel',
  async (done) => {
    const { seller, ids } = await makeWaiting(2)
    seller.control.addFault({ operation: 'createFeed', kind: 'feed-ends', as: 'FATAL', done })
    await seller.pass(3 * MINUTE)
    expect(await problemsOf(seller)).toEqual(['feed-fatal confirmation'])
    await seller.pass(40 * MINUTE)
    expect((await outboxOf(seller)).map(({ state }) => state)).toEqual(['settled', 'settled'])
    expect(ids.map((id) => atAmazon(seller, id))).toEqual(ids.map(() => ({ status: 'SHIPPED', packages: 1 })))
  },
)

test('[O16] a cancellation goes up as a refusal of the whole order, each line with the reason', async () => {
  const seller = await makeSeller()
  const [id = ''] = await importOrders(seller, [{ lines: [{ sku: 'MUG-BLUE' }, { sku: 'TOWEL-LINEN' }] }])
  await cancelOrder(seller.deps, seller.merchant, { order: id, reason: 'pricing-error', who: 'a test' })
  await seller.pass(3 * MINUTE)
  const text = seller.control.feeds()[0]?.text ?? ''
  expect(text.match(/<CancelReason>GeneralAdjustment<\/CancelReason>/g)).toHaveLength(2)
  expect(atAmazon(seller, id).status).toBe('CANCELLED')
  expect(await outboxOf(seller)).toMatchObject([{ kind: 'cancellation', state: 'sent' }])
  await seller.pass(15 * MINUTE)
  expect(await outboxOf(seller)).toMatchObject([{ state: 'settled' }])
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Rejected' })
})

test('[O16] a refund is paid once and settled by the processing report', async () => {
  const { seller, ids } = await makeWaiting(2)
  await seller.pass(25 * MINUTE)
  for (const id of ids) await makeRefund(seller, id)
  await seller.pass(3 * MINUTE)
  expect(seller.control.refunds()).toMatchObject(ids.map((orderId) => ({ orderId, total: 500 })))
  expect((await outboxOf(seller, 'refund')).map(({ state }) => state)).toEqual(['settled', 'settled'])
  const events = (await orderOf(seller, ids[0] ?? ''))?.events ?? []
  expect(events.at(-1)).toMatchObject({ kind: 'refund.paid', who: 'Millrace', facts: { refund: 1 } })
})

test('[O16] a refund that Amazon refuses says why, and nothing is paid', async () => {
  const seller = await makeSeller()
  const [id = ''] = await importOrders(seller, [MUG])
  await packageToSend(seller, id)
  await seller.pass(25 * MINUTE)
  await makeRefund(seller, id)
  // Meanwhile somebody else gave back all of it.
  await seller.database.ownerPool().query('update millrace.refund_lines set item_amount = 9900')
  await seller.pass(3 * MINUTE)
  expect(seller.control.refunds()).toEqual([])
  expect(await outboxOf(seller, 'refund')).toMatchObject([
    { state: 'refused', code: 'refused-by-report', words: expect.stringMatching(/exceeds/) },
  ])
})

test.each([
  ['FATAL', 'none', 0],
  ['FATAL', 'all', 1],
] as const)('[O16] a refund feed that ends %s after %s of it is never sent again by itself', async (as, done, paid) => {
  const { seller, ids } = await makeWaiting(1)
  await seller.pass(25 * MINUTE)
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-ends', as, done })
  await makeRefund(seller, ids[0] ?? '')
  await leap(seller, 3 * HOUR)
  expect(await outboxOf(seller, 'refund')).toMatchObject([{ state: 'unsure', code: 'refund-unsure' }])
  expect(seller.control.refunds()).toHaveLength(paid)
  expect(await problemsOf(seller)).toContain('feed-unsure refund')
})

test('[O16] a cancelled refund feed paid nothing and goes up again', async () => {
  const { seller, ids } = await makeWaiting(1)
  await seller.pass(25 * MINUTE)
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-ends', as: 'CANCELLED' })
  await makeRefund(seller, ids[0] ?? '')
  await seller.pass(30 * MINUTE)
  expect(seller.control.refunds()).toHaveLength(1)
  expect(await outboxOf(seller, 'refund')).toMatchObject([{ state: 'settled' }])
})

test('[E5] a feed that Amazon does not finish is told after half an hour, two hours and eight; nothing is sent twice', async () => {
  const { seller, ids } = await makeWaiting(1)
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-hangs', as: 'IN_PROGRESS', ms: 9 * HOUR })
  await seller.pass(20 * MINUTE)
  expect(await problemsOf(seller)).toEqual([])
  const told = async () => {
    const found = await seller.store((store) => store.listProblems())
    return found.map(({ problem }) => problem.facts.time)
  }
  await leap(seller, 30 * MINUTE)
  expect(await told()).toEqual(['30 minutes'])
  await leap(seller, 2 * HOUR)
  expect(await told()).toEqual(['2 hours'])
  await leap(seller, 6 * HOUR)
  expect(await told()).toEqual(['8 hours'])
  expect(callsOf(seller, 'createFeed')).toBe(1)
  await leap(seller, HOUR)
  expect(await told()).toEqual([])
  expect(atAmazon(seller, ids[0] ?? '')).toEqual({ status: 'SHIPPED', packages: 1 })
})
