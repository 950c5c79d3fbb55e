import { expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { addKey, callWith } from '../make/api.ts'
import { MINUTE } from '../make/seller.ts'
import { ordered, packagesAtAmazon } from '../make/ship.ts'
import { UPS } from '../make/shipments.ts'

type Queue = { rows: { amazonOrderId: string; orderNumber: number }[]; next: string | null }

/** Two orders of a merchant that wait to be shipped, and a way to say of them what the database holds. */
async function makeShop() {
  const { seller, id } = await ordered()
  const other = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(5 * MINUTE)
  const app = await buildApp(seller.deps, { version: 'test', isOutage: () => false })
  const call = callWith(app, await addKey(seller.deps, seller.merchant))
  const set = (column: string, value: string | null, order: string) =>
    seller.database
      .ownerPool()
      .query(`update millrace.orders set ${column} = $1 where amazon_order_id = $2`, [value, order])
  const read = async (query = '') => (await call('GET', `/shipping-queue${query}`)).body as unknown as Queue
  const ids = async (query: string) => (await read(query)).rows.map((row) => row.amazonOrderId)
  const numberOf = async (order: string) => (await seller.store((s) => s.findOrder(order)))?.orderId ?? 0
  return { seller, id, other, call, set, read, ids, numberOf }
}

test('[S6] the queue has what waits to be shipped, the earliest deadline first, with what is open of it', async () => {
  const { id, other, call, set, read } = await makeShop()
  await set('ship_by', '2026-11-10T01:00:00Z', other)
  await set('ship_by', null, id)
  expect(await read()).toMatchObject({
    rows: [
      { amazonOrderId: other, late: true, carrier: expect.any(String), buyer: { masked: true }, lines: [{ open: 2 }] },
      { amazonOrderId: id, channel: 'amazon', late: false, shipBy: null, lines: [{ itemId: 'MUG-BLUE', open: 3 }] },
    ],
  })
  const first = await read('?limit=1')
  const second = await read(`?limit=1&after=${first.next}`)
  expect([...first.rows, ...second.rows].map((row) => row.amazonOrderId)).toEqual([other, id])
  expect((await read(`?limit=1&after=${second.next}`)).rows).toEqual([])
  expect((await call('GET', '/shipping-queue/carriers')).body).toEqual((await call('GET', '/carriers')).body)

  const part = { order: id, carrier: 'UPS', tracking: UPS, items: [{ sku: 'MUG-BLUE', quantity: 1 }] }
  await call('POST', '/shipments', { shipments: [part, { order: other, carrier: 'UPS', tracking: UPS }] })
  expect((await read()).rows).toMatchObject([{ amazonOrderId: id, lines: [{ open: 2 }] }])
})

test("[S6] the queue is narrowed by center, method, channel and deadline, and summed up by the merchant's day", async () => {
  const { seller, id, other, call, set, ids } = await makeShop()
  const now = seller.deps.now()
  await set('ship_by', new Date(now - 1).toISOString(), other)
  await set('ship_by', new Date(now + 24 * 60 * MINUTE).toISOString(), id)
  await set('center_code', 'RENO', other)
  await set('channel', 'shop', other)
  expect(await ids('?center=RENO')).toEqual([other])
  expect(await ids('?center=NOWHERE')).toEqual([])
  expect(await ids('?channel=amazon')).toEqual([id])
  expect(await ids('?deadline=late')).toEqual([other])
  expect(await ids('?deadline=today')).toEqual([])
  expect(await ids('?deadline=tomorrow')).toEqual([id])
  expect(await ids('?method=NONE')).toEqual([])
  expect((await call('GET', '/shipping-queue?deadline=never')).status).toBe(400)
  expect((await call('GET', '/shipping-queue/sums')).body).toMatchObject({
    all: 2,
    late: 1,
    today: 0,
    tomorrow: 1,
    centers: expect.arrayContaining([{ name: 'RENO', count: 1 }]),
    channels: [
      { name: 'amazon', count: 1 },
      { name: 'shop', count: 1 },
    ],
  })
  expect((await call('GET', '/shipping-queue/sums?center=RENO')).body).toMatchObject({ all: 1, late: 1, tomorrow: 0 })
  expect((await call('GET', '/shipping-queue/sums?center=RENO&deadline=late')).body).toMatchObject({
    channels: [
      { name: 'amazon', count: 0 },
      { name: 'shop', count: 1 },
    ],
  })
})

test('[S2] an order is found by what its slip says; one that cannot be shipped is refused with the reason', async () => {
  const { id, other, call, set, numberOf } = await makeShop()
  const find = (order: string) => call('GET', `/shipping-queue/find?order=${encodeURIComponent(order)}`)
  const number = await numberOf(id)
  expect((await find(id)).body).toMatchObject({ orderNumber: number })
  expect((await find(`${number}`)).body).toMatchObject({ amazonOrderId: id })
  const codeOf = async (order: string) => ((await find(order)).body as { code?: string }).code
  expect(await codeOf('111-0000000-0000000')).toBe('not-found')
  expect(await codeOf('\u0000; drop')).toBe('not-found')
  await call('POST', '/shipments', { shipments: [{ order: id, carrier: 'UPS', tracking: UPS }] })
  expect(await codeOf(id)).toBe('order-completed')
  await set('amazon_status', 'CANCELLED', other)
  await set('stage', 'Rejected', other)
  expect(await codeOf(other)).toBe('order-cancelled')
})

test('[S1][S2] a package that is kept back for some seconds can be voided until then, and goes up within the minute', async () => {
  const { seller, id, other, call } = await makeShop()
  const enter = (order: string) =>
    call('POST', '/shipments', { shipments: [{ order, carrier: 'UPS', tracking: UPS }], keepBack: 10 })
  await enter(id)
  await seller.run()
  expect(packagesAtAmazon(seller, id)).toEqual([])
  expect((await call('DELETE', `/orders/${id}/packages/1`)).status).toBe(200)
  await enter(other)
  await seller.pass(11_000)
  expect(packagesAtAmazon(seller, other)).toEqual([`1 ${UPS}`])
  expect((await call('DELETE', `/orders/${other}/packages/1`)).status).toBe(409)
  expect((await call('POST', '/shipments', { shipments: [{ order: id }], keepBack: 31 })).status).toBe(400)
})

test('[S1][S6] an order of another channel stands in the same queue, is shipped the same way, and Amazon is never told', async () => {
  const { seller, id, call, set, ids, numberOf } = await makeShop()
  const number = await numberOf(id)
  await set('channel', 'shop', id)
  await set('amazon_order_id', 'SHOP-7001', id)
  expect(await ids('?channel=shop')).toEqual(['SHOP-7001'])
  expect((await call('GET', '/shipping-queue/find?order=SHOP-7001')).body).toMatchObject({ channel: 'shop' })
  const entry = { order: 'SHOP-7001', carrier: 'UPS', tracking: UPS }
  expect((await call('POST', '/shipments', { shipments: [entry, entry] })).body).toMatchObject({
    results: [{ outcome: 'entered' }, { outcome: 'known' }],
  })
  await seller.pass(15 * MINUTE)
  expect((await call('GET', '/outbox')).body).toMatchObject({ rows: [] })
  expect((await call('GET', `/orders/${number}`)).body).toMatchObject({
    stage: 'Completed Order',
    packages: [{ confirmation: null }],
  })
  expect(packagesAtAmazon(seller, id)).toEqual([])
})
