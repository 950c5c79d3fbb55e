import { expect, test } from 'vitest'
import { switchSending } from '#flows/switch-sending.ts'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { shipped } from '../make/ship.ts'

/** A connected merchant in New York, at 10:00 of its day, with the API before it. */
const makeShop = async (options: Parameters<typeof makeSeller>[0] = {}) => opened(await makeSeller(options))

/** The API before a seller: the numbers of its day, and how many there are in the list behind one. */
async function opened<Seller extends Awaited<ReturnType<typeof makeSeller>>>(seller: Seller) {
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const rowsOf = async (path: string) => ((await call('GET', path)).body as { rows: { count?: number }[] }).rows
  return {
    seller,
    today: async () => (await call('GET', '/today')).body as Record<string, never>,
    behind: async (path: string) => (await rowsOf(path)).reduce((sum, { count = 1 }) => sum + count, 0),
  }
}

test('[X5] before the first order nothing is counted, and the connection tells its state and dates', async () => {
  const { today } = await makeShop({ started: false })
  expect(await today()).toMatchObject({
    day: '2026-11-10',
    from: '2026-11-10T05:00:00.000Z',
    orders: { any: false, placed: 0, arrived: 0, held: 0, late: 0, dueToday: 0, refused: 0 },
    stages: {},
    stock: {},
    connections: [
      { id: 'na-A3HARBORGOODS', state: 'authorized', importing: false, startedAt: null, lastSweepAt: null },
    ],
  })
})

test("[X5] what was placed, what arrived and what is held is counted by the merchant's day, not by UTC's", async () => {
  const { seller, today } = await makeShop()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] })
  seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS-IT', quantity: 1 }] })
  await seller.pass(10 * MINUTE)
  const counted = { any: true, placed: 1, arrived: 2, held: 1, heldToday: 1 }
  expect(await today()).toMatchObject({
    orders: counted,
    stages: { 'Shipping Department': 1 },
    connections: [{ importing: true, lastSweepAt: expect.any(String) }],
  })
  // Half past midnight in UTC is half past seven in the evening in New York.
  seller.control.advance(9.4 * HOUR)
  expect(await today()).toMatchObject({ day: '2026-11-10', orders: counted })
  seller.control.advance(5 * HOUR)
  expect(await today()).toMatchObject({
    day: '2026-11-11',
    orders: { any: true, placed: 0, arrived: 0, held: 1, heldToday: 0 },
  })
})

test('[S6] what must leave before midnight and what is late are counted as the queue of the clerk has them', async () => {
  const { seller, today } = await makeShop()
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] })
  await seller.pass(10 * MINUTE)
  const until = (shipBy: number) =>
    seller.database
      .ownerPool()
      .query('update millrace.orders set ship_by = $2 where amazon_order_id = $1', [id, new Date(shipBy)])
  const now = seller.deps.now()
  await until(now + HOUR)
  expect(await today()).toMatchObject({ orders: { late: 0, dueToday: 1 } })
  await until(now - HOUR)
  expect(await today()).toMatchObject({ orders: { late: 1, dueToday: 0 } })
  await until(now + 24 * HOUR)
  expect(await today()).toMatchObject({ orders: { late: 0, dueToday: 0 } })
})

test('[X5] the list behind what waits in the Error Log has as many orders as the number: those that are placed and wait for a person too', async () => {
  const { seller, today, behind } = await makeShop()
  seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 1 }] })
  seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS-IT', quantity: 1 }] })
  await seller.pass(10 * MINUTE)
  await seller.database
    .ownerPool()
    .query(
      `update millrace.documents set problems = '[{"code": "cancellation-requested", "facts": {}}]' where state = 'placed'`,
    )
  expect(await today()).toMatchObject({ orders: { held: 2, heldToday: 2 } })
  expect(await behind('/error-log/groups?kind=inbound-order')).toBe(2)
})

test('[X5][E5] the list behind what Amazon refused has only that, of all kinds; what is tried again by itself is not among it', async () => {
  const refuse = { kind: 'error', operation: 'confirmShipment', status: 400, message: 'Invalid something' } as const
  const { today, behind } = await opened((await shipped({}, refuse)).seller)
  expect(await today()).toMatchObject({ orders: { refused: 1 } })
  expect(await behind('/error-log/groups?kind=going-up')).toBe(1)
  expect(await behind('/error-log/groups?kind=refund')).toBe(0)
  const away = { kind: 'error', operation: 'confirmShipment', status: 500, message: 'Away' } as const
  const waits = await opened((await shipped({}, away)).seller)
  expect(await waits.today()).toMatchObject({ orders: { refused: 0 } })
  expect(await waits.behind('/error-log/groups?kind=going-up')).toBe(0)
})

test('[X5] calls of today are told by operation, with how many more may come at once and when there is one more', async () => {
  const { seller, today } = await makeShop()
  await seller.pass(30 * MINUTE)
  await (seller.deps as unknown as { flush(): Promise<void> }).flush()
  const { calls } = (await today()) as unknown as { calls: { operation: string; today: number; left: number }[] }
  const search = calls.find(({ operation }) => operation === 'searchOrders')
  expect(search).toMatchObject({ connection: 'na-A3HARBORGOODS', burst: 20, throttled: 0, failed: 0 })
  expect(search?.today).toBeGreaterThan(0)
  expect(search?.left).toBeGreaterThan(0)
  expect(search?.left).toBeLessThanOrEqual(20)
})

test('[I10] stock on its way up is told by state, what was confirmed only on the day of it', async () => {
  const { seller, today } = await makeShop()
  await seller.database.ownerPool().query(
    `insert into millrace.listings (merchant_id, connection_id, seller_sku, marketplace_id, item_id, product_type, channel, quantity, price, currency, read_at)
       values ($1, $2, 'MUG-BLUE', 'ATVPDKIKX0DER', 'MUG-BLUE', 'KITCHEN', 'DEFAULT', 40, 1250, 'USD', to_timestamp(0))`,
    [seller.merchant, seller.connection],
  )
  const wish = { connection: seller.connection, stock: true, seen: true, who: 'A person' }
  expect(await switchSending(seller.deps, seller.merchant, wish)).toMatchObject({ ok: true })
  await seller.pass(10 * MINUTE)
  expect(await today()).toMatchObject({ stock: { confirmed: 1 }, price: {} })
  seller.control.advance(24 * HOUR)
  expect((await today()).stock).toEqual({})
})
