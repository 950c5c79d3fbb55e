import { expect, test } from 'vitest'
import { orderFeeds } from '#flows/send-order-feeds.ts'
import { withMerchant } from '#store/db.ts'
import { US } from '../../src/simulator/order-draft.ts'
import { whereReadable } from '../make/database-dump.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, problemsOf, type Seller } from '../make/seller-views.ts'
import { importOrders, makeRefund, outboxOf, packageToSend, submissionsOf } from '../make/things-to-send.ts'

const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }] }

/** Orders with a package each that waits for a feed. */
async function makeWaiting(count: number) {
  const seller = await makeSeller()
  const ids = await importOrders(
    seller,
    Array.from({ length: count }, () => MUG),
  )
  for (const id of ids) await packageToSend(seller, id)
  return { seller, ids }
}

const statesOf = async (seller: Seller, kind?: string) => (await outboxOf(seller, kind)).map(({ state }) => state)

test.each([
  { as: 'CUT', keep: 300 },
  { as: 'CUT', keep: 700 },
  { as: 'CUT', keep: 0 },
  { as: 'MISSING' },
  { as: 'NOT_GZIP' },
] as const)('[S5][O16] a processing report that cannot be read is never "all well": %j', async (fault) => {
  const { seller, ids } = await makeWaiting(1)
  await seller.pass(25 * MINUTE)
  const [id = ''] = ids
  seller.control.addFault({ operation: 'createFeed', kind: 'bad-processing-report', ...fault })
  await makeRefund(seller, id)
  await seller.pass(30 * MINUTE)
  expect(await outboxOf(seller, 'refund')).toMatchObject([{ state: 'unsure', code: 'refund-unsure' }])
  expect(seller.control.refunds(id)).toHaveLength(1)
  expect(await problemsOf(seller)).toEqual(['feed-unsure refund'])
  expect(callsOf(seller, 'createFeed')).toBe(2)
})

test('[S5] packages of a feed whose report cannot be read are sent, and the sweep settles them', async () => {
  const { seller } = await makeWaiting(2)
  seller.control.addFault({ operation: 'createFeed', kind: 'bad-processing-report', as: 'CUT', keep: 400 })
  await seller.pass(40 * MINUTE)
  expect(await statesOf(seller)).toEqual(['settled', 'settled'])
  expect(await submissionsOf(seller)).toMatchObject([{ state: 'unsure', problem: { code: 'feed-unsure' } }])
})

test.each(['createFeedDocument', 'createFeed', 'getFeed', 'getFeedDocument'] as const)(
  '[S5] a throttled %s comes again at its time, and one feed is sent',
  async (operation) => {
    const { seller } = await makeWaiting(1)
    seller.control.addFault({ operation, kind: 'throttle' })
    await seller.pass(30 * MINUTE)
    expect(await statesOf(seller)).toEqual(['settled'])
    expect(seller.control.feeds()).toHaveLength(1)
  },
)

test.each(['createFeedDocument', 'createFeed', 'getFeed', 'getFeedDocument'] as const)(
  '[S5] a %s that fails at Amazon is tried again, and one feed is sent',
  async (operation) => {
    const { seller } = await makeWaiting(1)
    seller.control.addFault({ operation, kind: 'error', status: 503 })
    await seller.pass(40 * MINUTE)
    expect(await statesOf(seller)).toEqual(['settled'])
    expect(seller.control.feeds()).toHaveLength(1)
  },
)

test('[S5][E6] a feed that Amazon does not take leaves its packages waiting, with its words and a growing pause', async () => {
  const { seller } = await makeWaiting(1)
  seller.control.addFault({ operation: 'createFeed', kind: 'error', status: 403, code: 'Unauthorized', always: true })
  await seller.pass(20 * MINUTE)
  const [row] = await outboxOf(seller)
  expect(row).toMatchObject({ state: 'waiting', code: 'access-denied' })
  expect(row?.attempts).toBeGreaterThan(2)
  expect(await problemsOf(seller)).toEqual(['feed-refused confirmation'])
  seller.control.clearFaults()
  await seller.pass(40 * MINUTE)
  expect(await statesOf(seller)).toEqual(['settled'])
  expect(await problemsOf(seller)).toEqual([])
})

test('[S5] one feed of a kind is open at a time, and few packages wait twenty minutes for others to come', async () => {
  const { seller, ids } = await makeWaiting(1)
  await seller.pass(MINUTE)
  const more = await importOrders(seller, [MUG])
  await packageToSend(seller, more[0] ?? '')
  await seller.pass(3 * MINUTE)
  expect(seller.control.feeds()).toHaveLength(1)
  await seller.pass(8 * MINUTE)
  expect(seller.control.feeds()).toHaveLength(2)
  expect(seller.control.order(ids[0] ?? '')?.packages).toHaveLength(1)
})

test('[S6] the earliest deadline goes first, and a near one waits for nothing', async () => {
  const { seller } = await makeWaiting(1)
  await seller.pass(5 * MINUTE)
  const ids = await importOrders(seller, [MUG, MUG, MUG])
  const now = seller.control.now()
  const due = [null, now + 90 * MINUTE, now + 60 * MINUTE]
  for (const [index, id] of ids.entries()) {
    const dueBy = due[index]
    await packageToSend(seller, id, dueBy ? { dueBy } : {})
  }
  await seller.run()
  const text = seller.control.feeds()[1]?.text ?? ''
  const order = [...text.matchAll(/<AmazonOrderID>([^<]+)/g)].map(([, id]) => id)
  expect(order).toEqual([ids[2], ids[1], ids[0]])
})

test('[S5] a feed holds packages of one marketplace', async () => {
  const { seller } = await makeWaiting(3)
  await seller.database
    .ownerPool()
    .query(
      `update millrace.outbox set marketplace_id = 'A2EUQ1WTGCTBG2' where outbox_id = (select max(outbox_id) from millrace.outbox)`,
    )
  await seller.run()
  expect(await submissionsOf(seller)).toMatchObject([{ marketplaceId: US, messages: 2 }])
})

test('[S5] a package that is corrected while its feed is under way leaves it and goes up again', async () => {
  const { seller } = await makeWaiting(2)
  await seller.run()
  await withMerchant(seller.shop.pool, seller.merchant, (tx) =>
    tx.query(`update millrace.outbox set state = 'waiting', submission_id = null, message_number = null
      where outbox_id = (select min(outbox_id) from millrace.outbox)`),
  )
  await seller.pass(3 * MINUTE)
  expect(await statesOf(seller)).toEqual(['waiting', 'sent'])
  await seller.pass(40 * MINUTE)
  expect(await statesOf(seller)).toEqual(['settled', 'settled'])
})

test('[S5] while the authorization is revoked nothing is asked, and afterwards it goes on', async () => {
  const { seller } = await makeWaiting(1)
  await seller.store((store) => store.setConnectionState({ connection: seller.connection, state: 'revoked' }))
  await seller.pass(10 * MINUTE)
  expect(callsOf(seller, 'createFeedDocument')).toBe(0)
  await seller.store((store) => store.setConnectionState({ connection: seller.connection, state: 'authorized' }))
  seller.control.advance(HOUR)
  await seller.pass(5 * MINUTE)
  expect(seller.control.feeds()).toHaveLength(1)
})

test('[S5] two runs at the same moment send one feed', async () => {
  const { seller } = await makeWaiting(2)
  const runs = [0, 1].map(() => orderFeeds(seller.deps, seller.merchant, seller.connection))
  await Promise.allSettled(runs)
  await seller.pass(30 * MINUTE)
  expect(seller.control.feeds()).toHaveLength(1)
  expect(await statesOf(seller)).toEqual(['settled', 'settled'])
})

test('[S4] what a sweep showed before the end of the feed was looked at is settled at once, without a call', async () => {
  const { seller } = await makeWaiting(2)
  seller.control.addFault({ operation: 'createFeed', kind: 'feed-hangs', as: 'IN_PROGRESS', ms: 22 * MINUTE })
  await seller.run()
  for (let minute = 0; minute < 60 && !(await statesOf(seller)).includes('settled'); minute++) {
    expect(await statesOf(seller)).toEqual(['taken', 'taken'])
    await seller.pass(MINUTE)
  }
  expect(await statesOf(seller)).toEqual(['settled', 'settled'])
  expect(callsOf(seller, 'getFeed')).toBe(5)
  expect(callsOf(seller, 'getOrder')).toBe(0)
})

test('[M4] the signed addresses of documents are kept nowhere', async () => {
  const { seller } = await makeWaiting(1)
  seller.control.addFault({ operation: 'createFeed', kind: 'bad-processing-report', as: 'NOT_GZIP' })
  await seller.pass(30 * MINUTE)
  expect(await whereReadable(seller.database, ['X-Amz-Signature'])).toEqual([])
  expect(seller.alarms.join()).not.toContain('X-Amz')
})
