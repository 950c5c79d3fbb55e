import { expect, test } from 'vitest'
import { MINUTE, SELLER } from './seller-central.ts'
import { MUG, SHIPPED_AT, shippingDesk, TEA } from './shipping-desk.ts'

const PART = { orderItems: [{ orderItemId: MUG, quantity: 1 }] }
const REST = {
  packageReferenceId: '2',
  trackingNumber: '1Z999',
  orderItems: [
    { orderItemId: MUG, quantity: 1 },
    { orderItemId: TEA, quantity: 1 },
  ],
}

test('a package of everything ships the order: 204, no body, the package as it was told', async () => {
  const desk = await shippingDesk()
  const answer = await desk.confirm()
  expect([answer.status, answer.body]).toEqual([204, undefined])
  expect([desk.status(), desk.units()]).toEqual([
    'SHIPPED',
    [
      [2, 0],
      [1, 0],
    ],
  ])
  expect(desk.packages()).toEqual([
    {
      packageReferenceId: '1',
      createdTime: '2026-11-10T13:00:00.000Z',
      packageStatus: { status: 'SHIPPED' },
      carrier: 'USPS',
      shipTime: '2026-11-10T12:30:00.000Z',
      shippingService: 'Priority Mail',
      trackingNumber: '9400100000000000000001',
      packageItems: [
        { orderItemId: MUG, quantity: 2 },
        { orderItemId: TEA, quantity: 1 },
      ],
    },
  ])
  expect(desk.orderNow()?.lastUpdatedTime).toBe('2026-11-10T13:00:00.000Z')
})

test('a part ships a part, and a second package the rest', async () => {
  const desk = await shippingDesk()
  expect((await desk.confirm(PART)).status).toBe(204)
  expect([desk.status(), desk.units()]).toEqual([
    'PARTIALLY_SHIPPED',
    [
      [1, 1],
      [0, 1],
    ],
  ])
  expect((await desk.confirm(REST)).status).toBe(204)
  expect(desk.status()).toBe('SHIPPED')
  expect(desk.packages().map((p) => [p.packageReferenceId, p.trackingNumber])).toEqual([
    ['1', '9400100000000000000001'],
    ['2', '1Z999'],
  ])
})

test('searchOrders learns of it after the usual lag', async () => {
  const desk = await shippingDesk({ lagMs: 0 }, { lag: 60_000 })
  desk.control.advance(2 * MINUTE)
  await desk.confirm()
  const seen = async () => {
    const query = { includedData: 'FULFILLMENT,PACKAGES' }
    const { orders } = (await desk.search(query, { 'x-amz-access-token': await desk.accessToken() })).body
    return orders.map((o: { packages?: unknown[] }) => o.packages?.length ?? 0)
  }
  expect(await seen()).toEqual([0])
  desk.control.advance(3 * MINUTE)
  expect(await seen()).toEqual([1])
})

test('the same id again edits that package, its items and its tracking', async () => {
  const desk = await shippingDesk()
  await desk.confirm(PART)
  desk.control.advance(MINUTE)
  const edit = { ...PART, trackingNumber: 'NEW-1', carrierCode: 'UPS', orderItems: [{ orderItemId: TEA, quantity: 1 }] }
  expect((await desk.confirm(edit)).status).toBe(204)
  expect(desk.units()).toEqual([
    [0, 2],
    [1, 0],
  ])
  expect(desk.packages()).toMatchObject([
    { packageReferenceId: '1', carrier: 'UPS', trackingNumber: 'NEW-1', createdTime: '2026-11-10T13:00:00.000Z' },
  ])
})

test('a shipped order takes edits of its packages, but no new package and no units back', async () => {
  const desk = await shippingDesk()
  await desk.confirm()
  expect((await desk.confirm({ trackingNumber: 'RIGHT' })).status).toBe(204)
  expect(desk.packages()).toMatchObject([{ trackingNumber: 'RIGHT' }])
  const unknown = await desk.confirm({ packageReferenceId: '2' })
  expect([unknown.status, unknown.body.errors[0].message]).toEqual([
    400,
    'PackageToUpdateNotFound: not finding a matching package or order already fulfilled.',
  ])
  expect((await desk.confirm(PART)).body.errors[0].message).toContain('cannot be taken back')
  expect(desk.status()).toBe('SHIPPED')
})

test('the updates of a package are counted, and come to an end', async () => {
  const desk = await shippingDesk()
  desk.control.setShipments({ maxUpdates: 2 })
  const statuses: number[] = []
  for (let i = 0; i < 4; i++) statuses.push((await desk.confirm()).status)
  expect(statuses).toEqual([204, 204, 204, 400])
  expect((await desk.confirm()).body.errors[0].message).toContain('maximum number of allowed updates')
})

test('a carrier of its own name, transparency codes, a clock a little fast, and Japan’s cash on delivery are taken', async () => {
  const desk = await shippingDesk({ marketplaceId: 'A1VC38T7YXB528' })
  desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id: 'A1VC38T7YXB528' }] })
  const item = { orderItemId: MUG, quantity: 1, transparencyCodes: ['AZ:1'] }
  const detail = {
    carrierCode: 'Other',
    carrierName: 'Pony Express',
    shipDate: '2026-11-10T13:09:00Z',
    orderItems: [item],
  }
  const body = { marketplaceId: 'A1VC38T7YXB528', codCollectionMethod: 'DirectPayment' }
  expect((await desk.confirm(detail, body)).status).toBe(204)
  expect(desk.packages()).toMatchObject([{ carrier: 'Pony Express', packageItems: [item] }])
})

test('confirmShipment has a burst of ten, and two a second after it', async () => {
  const desk = await shippingDesk()
  desk.control.setShipments({ maxUpdates: 100 })
  const statuses: number[] = []
  for (let i = 0; i < 11; i++) statuses.push((await desk.confirm()).status)
  expect(statuses).toEqual([...Array(10).fill(204), 429])
  desk.control.advance(500)
  expect((await desk.confirm()).status).toBe(204)
})

test('a package can be dropped behind its 204, or lose its tracking number', async () => {
  const desk = await shippingDesk()
  const before = desk.orderNow()
  desk.control.addFault({ operation: 'confirmShipment', kind: 'drop-package' })
  expect((await desk.confirm()).status).toBe(204)
  expect(desk.orderNow()).toEqual(before)
  desk.control.addFault({ operation: 'confirmShipment', kind: 'drop-tracking' })
  expect((await desk.confirm()).status).toBe(204)
  expect([desk.status(), desk.packages()[0]?.trackingNumber]).toEqual(['SHIPPED', undefined])
  expect((await desk.confirm()).status).toBe(204)
  expect(desk.packages()).toMatchObject([{ trackingNumber: '9400100000000000000001' }])
})

test('an answer can be lost after the effect, the operation be down, and a package version be refused', async () => {
  const desk = await shippingDesk()
  const operation = 'confirmShipment'
  desk.control.addFault({ operation, kind: 'error', status: 500 })
  expect((await desk.confirm()).status).toBe(500)
  desk.control.addFault({ operation, kind: 'invalid-package-version' })
  const refused = await desk.confirm()
  expect([refused.status, refused.body.errors[0].message]).toEqual([
    400,
    expect.stringContaining('InvalidPackageVersion'),
  ])
  expect(desk.status()).toBe('UNSHIPPED')
  desk.control.addFault({ operation, kind: 'reset-after' })
  await expect(desk.confirm()).rejects.toThrow('fetch failed')
  expect([desk.status(), desk.packages().length]).toEqual(['SHIPPED', 1])
})

test('Amazon can cancel what was shipped in part, and by force even what was shipped whole', async () => {
  const desk = await shippingDesk()
  await desk.confirm(PART)
  desk.control.alterOrder(desk.orderId, { cancel: { by: 'AMAZON', reason: 'Late shipment' } })
  expect([desk.status(), desk.units(), desk.packages().length]).toEqual([
    'CANCELLED',
    [
      [1, 0],
      [0, 0],
    ],
    1,
  ])
  expect((await desk.confirm(REST)).body.errors[0].message).toContain('NonexistentOrderItem')
  const shipped = desk.control.placeOrder({ status: 'SHIPPED' })
  expect(() => desk.control.alterOrder(shipped, { cancel: { by: 'AMAZON' } })).toThrow('cannot go')
  desk.control.alterOrder(shipped, { cancel: { by: 'AMAZON', force: true } })
  expect(desk.status(shipped)).toBe('CANCELLED')
  expect(() => desk.control.alterOrder(shipped, { cancel: { by: 'AMAZON', force: true } })).toThrow('cannot go')
})

test('the log names the operation and keeps the body', async () => {
  const desk = await shippingDesk()
  await desk.confirm()
  expect(desk.control.requests().at(-1)).toMatchObject({
    operation: 'confirmShipment',
    status: 204,
    body: { packageDetail: { shipDate: SHIPPED_AT } },
  })
  expect(desk.control.counters()).toContainEqual({
    sellerId: SELLER,
    operation: 'confirmShipment',
    calls: 1,
    throttled: 0,
  })
})
