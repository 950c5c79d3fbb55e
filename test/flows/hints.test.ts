import { expect, test } from 'vitest'
import { connect } from '#flows/connect.ts'
import { takeHints } from '#flows/take-hints.ts'
import { nextDay, passSeconds, SECOND, type Told, takeAll, told } from '../make/hints.ts'
import { addMerchantOf } from '../make/other-merchant.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, orderOf, type Seller } from '../make/seller-views.ts'

const FAULT = 'sendNotification'

const problems = async (seller: Seller | Told) =>
  (await seller.deps.deployment.listDeploymentProblems()).map(({ problem }) => problem.code).sort()
const rows = async (seller: Told, table: string) =>
  Number((await seller.database.ownerPool().query(`select count(*) from ${table}`)).rows[0].count)
const subscribed = (seller: Told) => seller.store((store) => store.listSubscriptions())

test('[O1] an order that Amazon tells of is placed within 30 seconds, by one call and long before the next sweep', async () => {
  const seller = await told()
  seller.control.advance(MINUTE)
  await seller.run()
  seller.control.clearRequests()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await passSeconds(seller, 30)
  expect(await endOf(seller, id)).toBe('placed')
  expect([callsOf(seller, 'getOrder'), callsOf(seller, 'searchOrders')]).toEqual([1, 0])
  seller.control.alterOrder(id, { cancel: { by: 'BUYER' } })
  await passSeconds(seller, 30)
  expect((await orderOf(seller, id))?.stage).toBe('Rejected')
  expect(seller.control.queues()).toMatchObject([{ waiting: 0, sent: 2, deleted: 2 }])
})

test('[O1] many changes of one order, doubled and out of order, are one call; what a sweep brought meanwhile is none', async () => {
  const seller = await told()
  seller.control.addFault({ operation: FAULT, kind: 'double-notification', always: true })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  for (let n = 0; n < 5; n++) seller.control.alterOrder(id, {})
  await passSeconds(seller, 20)
  expect(seller.control.queues()).toMatchObject([{ waiting: 0, sent: 12 }])
  expect(callsOf(seller, 'getOrder')).toBeLessThanOrEqual(2)
  expect(await endOf(seller, id)).toBe('placed')
  const calls = callsOf(seller, 'getOrder')
  seller.control.addFault({ operation: FAULT, kind: 'late-notification', ms: HOUR, always: true })
  seller.control.alterOrder(id, { cancel: { by: 'BUYER' } })
  await seller.pass(20 * MINUTE)
  expect((await orderOf(seller, id))?.stage).toBe('Rejected')
  seller.control.advance(HOUR)
  await takeAll(seller)
  await seller.pass(MINUTE)
  expect(callsOf(seller, 'getOrder')).toBe(calls)
})

test('[O1] a flood of orders is read by a page of the sweep, not each by a call, and all are placed', async () => {
  const seller = await told()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'MUG-BLUE' }] }, 130)
  await passSeconds(seller, 12)
  expect(callsOf(seller, 'getOrder')).toBe(20)
  await seller.pass(4 * MINUTE)
  expect(callsOf(seller, 'getOrder')).toBeLessThan(100)
  for (const id of ids) expect(await endOf(seller, id)).toBe('placed')
  expect(await rows(seller, 'millrace.hinted_orders')).toBe(0)
})

test('[O1] an order that Amazon does not show yet is asked for again, and left to the sweep after four times', async () => {
  const seller = await told()
  const payload = { OrderChangeNotification: { SellerId: 'A3HARBORGOODS', AmazonOrderId: '111-0000000-0000001' } }
  seller.control.notify({ type: 'ORDER_CHANGE', payload })
  await passSeconds(seller, 10)
  expect(callsOf(seller, 'getOrder')).toBe(1)
  await seller.pass(10 * MINUTE)
  expect(callsOf(seller, 'getOrder')).toBe(4)
  expect(await rows(seller, 'millrace.hinted_orders')).toBe(0)
})

test('[O1] without a queue, and with every notification lost, orders come by the sweep', async () => {
  const lost = await told()
  lost.control.addFault({ operation: FAULT, kind: 'lose-notification', always: true })
  const none = await makeSeller()
  for (const seller of [lost, none]) {
    const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
    await seller.pass(15 * MINUTE)
    expect(await endOf(seller, id)).toBe('placed')
    expect(callsOf(seller, 'getOrder')).toBe(0)
  }
  expect(await takeHints(none.deps, { waitSeconds: 0 })).toEqual({ messages: 0, problem: null })
})

test('a message goes only after the commit of what it causes: a broken database loses none, and a second coming causes nothing', async () => {
  const seller = await told()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(10 * SECOND)
  const away = Object.assign(new Error('gone'), { code: '57P01' })
  const broken: typeof seller.deps = { ...seller.deps, transaction: async () => Promise.reject(away) }
  expect(await takeHints(broken, { waitSeconds: 0 })).toMatchObject({ messages: 1 })
  expect(seller.control.queues()).toMatchObject([{ waiting: 1, deleted: 0 }])
  seller.control.addFault({ operation: 'deleteMessageBatch', kind: 'redeliver' })
  seller.control.advance(MINUTE)
  expect(await takeAll(seller)).toBe(1)
  expect(await rows(seller, `deployment.hints where hint_id not like 'last %'`)).toBe(1)
  await passSeconds(seller, 6)
  expect(await endOf(seller, id)).toBe('placed')
  const calls = callsOf(seller, 'getOrder')
  seller.control.advance(2 * MINUTE)
  expect(await takeAll(seller)).toBe(1)
  await passSeconds(seller, 10)
  expect([callsOf(seller, 'getOrder'), await rows(seller, 'millrace.hinted_orders')]).toEqual([calls, 0])
  expect(seller.control.queues()).toMatchObject([{ waiting: 0, deleted: 1 }])
})

test('what is strange is told once, removed, and nothing of it is kept: junk, strangers, unknown types', async () => {
  const seller = await told()
  const { arn } = seller
  const junk = [
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{"detail":5}',
    'x'.repeat(2_000_000),
    '{"NotificationType":"ORDER_CHANGE"}',
  ]
  for (const body of junk) seller.control.putMessage({ arn, body: `${body}` })
  const buyer = 'Ida Hidden, 12 Secret Lane'
  const frame = { NotificationMetadata: { NotificationId: 'n-1' }, NotificationType: 'ORDER_CHANGE' }
  const odd = { ...frame, Payload: { OrderChangeNotification: { SellerId: 'A3HARBORGOODS', AmazonOrderId: buyer } } }
  seller.control.putMessage({ arn, body: JSON.stringify(odd) })
  const order = { SellerId: 'ANOBODYHERE99', AmazonOrderId: '111-0000000-0000002' }
  seller.control.notify({ type: 'ORDER_CHANGE', arn, payload: { OrderChangeNotification: order } })
  seller.control.notify({ type: 'ANY_OFFER_CHANGED', arn, payload: { buyer } })
  await takeAll(seller)
  await takeAll(seller)
  expect(seller.control.queues()).toMatchObject([{ waiting: 0 }])
  expect(await problems(seller)).toEqual(['hint-for-nobody', 'hint-of-unknown-type', 'hint-unreadable'])
  const kept = await seller.database.ownerPool().query(`select facts::text from deployment.problems`)
  expect(JSON.stringify([kept.rows, seller.alarms, seller.notes])).not.toMatch(/Ida|Secret Lane|ANOBODY/)
  expect(await rows(seller, 'millrace.hinted_orders')).toBe(0)
  seller.control.advance(8 * DAY)
  await takeAll(seller)
  expect(await problems(seller)).toEqual([])
})

test('[C3] what Amazon tells of a paused, revoked or suspended one causes nothing', async () => {
  const seller = await told()
  const owner = seller.database.ownerPool()
  const tell = async () => {
    seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
    seller.control.advance(10 * SECOND)
    await takeAll(seller)
    return rows(seller, 'millrace.hinted_orders')
  }
  await owner.query(`update millrace.connections set importing = false`)
  expect(await tell()).toBe(0)
  await owner.query(`update millrace.connections set importing = true, state = 'revoked'`)
  expect(await tell()).toBe(0)
  await owner.query(
    `update millrace.connections set state = 'authorized'; update deployment.merchants set suspended_at = to_timestamp(0)`,
  )
  expect(await tell()).toBe(0)
  await owner.query(`update deployment.merchants set suspended_at = null`)
  expect(await tell()).toBe(1)
})

test('[M1][M2] what Amazon tells of one merchant is looked at for that one alone, each with its own subscriptions', async () => {
  const seller = await told()
  const { deps, control } = seller
  const second = await addMerchantOf(deps, 'SECND')
  control.putSeller({ sellerId: 'A9SECONDSELLER' })
  const refreshToken = control.authorize({ sellerId: 'A9SECONDSELLER' })
  const connected = await connect(deps, second, { region: 'na', sellingPartnerId: 'A9SECONDSELLER', refreshToken })
  if (!connected.ok) throw new Error(connected.problem.code)
  await seller.database
    .ownerPool()
    .query(`update millrace.connections set importing = true, started_at = to_timestamp(0)`)
  await seller.run()
  expect(
    control
      .subscriptions()
      .map(({ sellerId }) => sellerId)
      .sort(),
  ).toEqual([...Array(3).fill('A3HARBORGOODS'), ...Array(3).fill('A9SECONDSELLER')])
  control.placeOrder({ sellerId: 'A9SECONDSELLER', lines: [{ sku: 'MUG-BLUE' }] })
  control.advance(10 * SECOND)
  await takeAll(seller)
  const hinted = await seller.database
    .ownerPool()
    .query('select merchant_id, connection_id from millrace.hinted_orders')
  expect(hinted.rows).toEqual([{ merchant_id: 'SECND', connection_id: 'na-A9SECONDSELLER' }])
  expect(await seller.store((store) => store.nextHinted(seller.connection))).toBeNull()
})

test('the destination and the subscriptions are made once, looked for daily, and made anew where they are missing or lead elsewhere', async () => {
  const seller = await told()
  const topics = async () => (await subscribed(seller)).map(({ topic, problem }) => [topic, problem])
  expect(await topics()).toEqual([
    ['feeds', null],
    ['orders', null],
    ['reports', null],
  ])
  expect(seller.control.subscriptions()).toHaveLength(3)
  await nextDay(seller)
  expect([callsOf(seller, 'createSubscription'), callsOf(seller, 'getSubscription')]).toEqual([0, 3])
  seller.control.forgetSubscriptions()
  await nextDay(seller)
  expect(seller.control.subscriptions()).toHaveLength(3)
  // Another queue: a new destination, and the subscriptions lead there.
  const other = seller.control.putQueue({ name: 'another' })
  const queue = seller.deps.hintQueue
  if (!queue) throw new Error('no queue')
  const moved = { ...seller.deps, hintQueue: { ...queue, arn: other.arn } }
  seller.shop.deps = moved
  await moved.deployment.wakeSubscriptions({ arn: other.arn, at: moved.now() })
  await seller.run()
  const sent = () => seller.control.queues().map((each) => each.sent)
  const [before = 0] = sent()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  seller.control.advance(10 * SECOND)
  expect(sent()).toEqual([before, 1])
})

test('a queue that Amazon may not send to is said beside each subscription, and mended by itself once it may', async () => {
  const seller = await makeSeller({ queue: true })
  const arn = seller.deps.hintQueue?.arn ?? ''
  seller.control.putQueue({ allowsAmazon: false })
  await seller.deps.deployment.wakeSubscriptions({ arn, at: seller.deps.now() })
  await seller.run()
  const codes = async () =>
    (await seller.store((s) => s.listSubscriptions())).map(({ problem }) => problem?.code ?? 'ok')
  expect(await codes()).toEqual(['request-refused', 'request-refused', 'request-refused'])
  seller.control.putQueue({ allowsAmazon: true })
  await nextDay(seller)
  expect(await codes()).toEqual(['ok', 'ok', 'ok'])
})

test('an outage of the queue is told after ten minutes, a refusal at once, and both are over with the next answer', async () => {
  const seller = await told()
  seller.control.addFault({ operation: 'receiveMessage', kind: 'error', status: 503, always: true })
  expect((await takeHints(seller.deps, { waitSeconds: 0 })).problem?.code).toBe('hint-queue-away')
  expect(await problems(seller)).toEqual([])
  seller.control.advance(11 * MINUTE)
  await takeHints(seller.deps, { waitSeconds: 0 })
  expect(await problems(seller)).toEqual(['hint-queue-away'])
  seller.control.clearFaults()
  await takeHints(seller.deps, { waitSeconds: 0 })
  expect(await problems(seller)).toEqual([])
  const fault = { operation: 'receiveMessage', kind: 'error', status: 403, code: 'InvalidClientTokenId' } as const
  seller.control.addFault({ ...fault, count: 3 })
  await takeHints(seller.deps, { waitSeconds: 0 })
  expect(await problems(seller)).toEqual(['hint-queue-refused'])
})
