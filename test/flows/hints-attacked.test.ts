import { expect, test } from 'vitest'
import { clearConnection } from '#flows/clear-connection.ts'
import { connect } from '#flows/connect.ts'
import { takeHints } from '#flows/take-hints.ts'
import { nextDay, passSeconds, SECOND, type Told, takeAll, told } from '../make/hints.ts'
import { addMerchantOf } from '../make/other-merchant.ts'
import { DAY, HOUR, MINUTE } from '../make/seller.ts'
import { callsOf, endOf, orderOf, stockOf } from '../make/seller-views.ts'

const problems = async (seller: Told) =>
  (await seller.deps.deployment.listDeploymentProblems()).map(({ problem }) => problem.code).sort()
const rows = async (seller: Told, table: string) =>
  Number((await seller.database.ownerPool().query(`select count(*) from ${table}`)).rows[0].count)
const subscribed = async (seller: Told) =>
  (await seller.store((store) => store.listSubscriptions())).map(({ problem }) => problem?.code ?? 'ok')

/** Tells of an order in words of the attacker's choice. */
const say = (seller: Told, told: { id: string; order: string; summary?: object; at?: number; seller?: string }) => {
  const { id, order, summary = {}, at = seller.deps.now(), seller: SellerId = 'A3HARBORGOODS' } = told
  const change = { SellerId, AmazonOrderId: order, OrderChangeTrigger: { TimeOfOrderChange: new Date(at) } }
  const body = {
    NotificationType: 'ORDER_CHANGE',
    EventTime: new Date(at),
    Payload: { OrderChangeNotification: { ...change, Summary: summary } },
    NotificationMetadata: { NotificationId: id },
  }
  seller.control.putMessage({ arn: seller.arn, body: JSON.stringify(body) })
}

test('[O1] one message a hundred times, and a hundred messages about one order, are one call each', async () => {
  const seller = await told()
  seller.control.addFault({ operation: 'sendNotification', kind: 'lose-notification', always: true })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  for (let n = 0; n < 100; n++) say(seller, { id: 'the-same', order: id })
  await passSeconds(seller, 8)
  expect([await endOf(seller, id), callsOf(seller, 'getOrder')]).toEqual(['placed', 1])
  for (let n = 0; n < 100; n++) say(seller, { id: `another-${n}`, order: id })
  await passSeconds(seller, 8)
  expect(callsOf(seller, 'getOrder')).toBe(2)
  expect(seller.control.queues()).toMatchObject([{ waiting: 0, deleted: 200 }])
  expect(await rows(seller, 'millrace.hinted_orders')).toBe(0)
})

test('[O1] what a message says of an order is never believed: its status, its items, its time', async () => {
  const seller = await told()
  seller.control.addFault({ operation: 'sendNotification', kind: 'lose-notification', always: true })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(12 * MINUTE)
  const before = await stockOf(seller, 'MUG-BLUE')
  const lies = [
    { OrderStatus: 'Canceled', OrderItems: [] },
    { OrderStatus: 'Shipped', NumberOfItemsShipped: 2, OrderItems: [{ SellerSKU: 'MUG-BLUE', Quantity: 900 }] },
    { OrderStatus: { $ne: null }, MarketplaceId: ['A1F83G8C2ARO7P'] },
    { MarketplaceId: 'A1F83G8C2ARO7P' },
  ]
  const times = [0, seller.deps.now() + 1000 * DAY, -62_000_000_000_000, 8_640_000_000_000_000]
  for (const [n, summary] of lies.entries())
    for (const [m, at] of times.entries()) say(seller, { id: `lie-${n}-${m}`, order: id, summary, at })
  await passSeconds(seller, 10)
  await seller.pass(15 * MINUTE)
  expect((await orderOf(seller, id))?.stage).toBe('Shipping Department')
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual(before)
  expect(await rows(seller, 'millrace.hinted_orders')).toBe(0)
  expect(seller.control.queues()).toMatchObject([{ waiting: 0 }])
})

test('[O1] junk of every kind among true messages keeps none of them back', async () => {
  const seller = await told()
  const { arn, control } = seller
  const deep = (open: string, close: string) => `${open.repeat(100_000)}${close.repeat(100_000)}`
  const named = { NotificationMetadata: { NotificationId: 'n' }, Payload: { x: { SellerId: 'A3HARBORGOODS' } } }
  const odd = (type: unknown, more: object) => JSON.stringify({ ...named, NotificationType: type, ...more })
  const nul = String.fromCharCode(0)
  const junk = [
    deep('[', ']'),
    deep('{"a":', '}').replace(/}$/, '1}'),
    '{"__proto__":{"NotificationType":"ORDER_CHANGE"}}',
    odd('__PROTO__', {}),
    odd(['ORDER_CHANGE'], {}),
    odd('FEED_PROCESSING_FINISHED', { Payload: { a: { sellerId: 'A3HARBORGOODS', feedId: { a: 1 } } } }),
    odd('LISTINGS_ITEM_STATUS_CHANGE', { Payload: { SellerId: 'A3HARBORGOODS', Sku: `MUG${nul}` } }),
    odd('LISTINGS_ITEM_STATUS_CHANGE', { Payload: { SellerId: 'A3HARBORGOODS', Sku: '\ud800' } }),
    odd('APPLICATION_OAUTH_CLIENT_NEW_SECRET', { Payload: { x: { clientId: 'a', newClientSecret: 7 } } }),
    odd('REPORT_PROCESSING_FINISHED', { NotificationMetadata: { NotificationId: `n${nul}` } }),
  ]
  const ids = junk.map((body) => {
    control.putMessage({ arn, body })
    return control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  })
  await passSeconds(seller, 20)
  for (const id of ids) expect(await endOf(seller, id)).toBe('placed')
  expect(control.queues()).toMatchObject([{ waiting: 0 }])
  expect(await problems(seller)).toContain('hint-unreadable')
})

test('[O1] messages three hours late cost no call where the sweep was here, and one where the order is still unknown', async () => {
  const seller = await told()
  seller.control.addFault({ operation: 'sendNotification', kind: 'late-notification', ms: 3 * HOUR, always: true })
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 30)
  await seller.pass(20 * MINUTE)
  seller.control.clearRequests()
  seller.control.advance(3 * HOUR)
  await seller.run()
  expect(await takeAll(seller)).toBe(30)
  await passSeconds(seller, 8)
  expect(callsOf(seller, 'getOrder')).toBe(0)
  for (const id of ids) expect(await endOf(seller, id)).toBe('placed')
})

test('[M2] what comes for a suspended merchant is dropped without a word: the operator is told nothing that is not so', async () => {
  const seller = await told()
  await seller.deps.deployment.suspendMerchant({ id: seller.merchant, at: seller.deps.now() })
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(10 * SECOND)
  expect(await takeAll(seller)).toBe(1)
  expect([await problems(seller), await rows(seller, 'millrace.hinted_orders')]).toEqual([[], 0])
})

test('[C6] a connection that is cleared has Amazon tell nothing more; what another merchant asked for since stays', async () => {
  const seller = await told()
  const { control, deps, merchant, connection } = seller
  const clear = () => clearConnection(deps, merchant, { connection, who: 'tess@example.com' })
  await clear()
  control.addFault({ operation: 'deleteSubscriptionById', kind: 'error', status: 503, count: 2 })
  await seller.run()
  expect(control.subscriptions()).toHaveLength(3)
  await seller.pass(2 * HOUR)
  expect([control.subscriptions(), await subscribed(seller)]).toEqual([[], []])
  control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  control.advance(10 * SECOND)
  expect([await takeAll(seller), await problems(seller)]).toEqual([0, []])
})

test('[M1] a selling partner that goes over to another merchant keeps what that one asked for', async () => {
  const seller = await told()
  const { control, deps, merchant, connection } = seller
  await clearConnection(deps, merchant, { connection, who: 'tess@example.com' })
  const second = await addMerchantOf(deps, 'SECND')
  const refreshToken = control.authorize({ sellerId: 'A3HARBORGOODS' })
  const connected = await connect(deps, second, { region: 'na', sellingPartnerId: 'A3HARBORGOODS', refreshToken })
  expect(connected.ok).toBe(true)
  await seller.run()
  await seller.pass(2 * HOUR)
  expect(control.subscriptions()).toHaveLength(3)
  expect(await subscribed(seller)).toEqual([])
})

test('a destination that is gone at Amazon is made anew at once when a connection needs it, and by the day for those that had it', async () => {
  const seller = await told()
  const { control, deps } = seller
  control.forgetDestinations()
  // As when this one is authorized anew in the hours in which the destination is remembered.
  await seller.database.ownerPool().query(`update deployment.due set at = to_timestamp(0) where kind = 'subscriptions'`)
  await seller.pass(MINUTE)
  expect([await subscribed(seller), control.subscriptions().length]).toEqual([['ok', 'ok', 'ok'], 3])
  control.forgetDestinations()
  await nextDay(seller)
  expect([await subscribed(seller), control.subscriptions().length]).toEqual([['ok', 'ok', 'ok'], 3])
  expect(callsOf(seller, 'createDestination')).toBe(2)
  const id = control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await passSeconds(seller, 20)
  expect([await endOf(seller, id), deps.now() > 0]).toEqual(['placed', true])
})

test('a queue that was deleted is told at once, orders come by the sweeps, and all goes on when it is there again', async () => {
  const seller = await told()
  const { control } = seller
  control.removeQueue(seller.arn)
  expect((await takeHints(seller.deps, { waitSeconds: 0 })).problem?.code).toBe('hint-queue-refused')
  const id = control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(15 * MINUTE)
  expect([await endOf(seller, id), await problems(seller)]).toEqual(['placed', ['hint-queue-refused']])
  control.putQueue()
  const next = control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await passSeconds(seller, 20)
  expect([await endOf(seller, next), await problems(seller)]).toEqual(['placed', []])
})
