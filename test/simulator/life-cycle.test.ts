import { expect, test } from 'vitest'
import { type Answer, MINUTE, NOON, sellerCentral } from './seller-central.ts'

const LINES = {
  lines: [
    { sku: 'MUG-BLUE', quantity: 2, price: '12.00' },
    { sku: 'TEA', price: '9.50' },
  ],
}

test.each([
  ['PENDING_AVAILABILITY', 'PENDING'],
  ['PENDING_AVAILABILITY', 'CANCELLED'],
  ['PENDING', 'UNSHIPPED'],
  ['PENDING', 'CANCELLED'],
  ['UNSHIPPED', 'PARTIALLY_SHIPPED'],
  ['UNSHIPPED', 'SHIPPED'],
  ['UNSHIPPED', 'CANCELLED'],
  ['PARTIALLY_SHIPPED', 'SHIPPED'],
])('an order may go from %s to %s', async (from, to) => {
  const { control } = await sellerCentral()
  const id = control.placeOrder({ status: from })
  expect(control.alterOrder(id, { status: to }).fulfillment?.fulfillmentStatus).toBe(to)
})

test.each([
  ['PENDING', 'SHIPPED'],
  ['UNSHIPPED', 'PENDING'],
  ['SHIPPED', 'CANCELLED'],
  ['SHIPPED', 'UNSHIPPED'],
  ['CANCELLED', 'UNSHIPPED'],
  ['PARTIALLY_SHIPPED', 'CANCELLED'],
  ['UNSHIPPED', 'UNFULFILLABLE'],
])('an order cannot go from %s to %s', async (from, to) => {
  const { control } = await sellerCentral()
  const id = control.placeOrder({ status: from })
  expect(() => control.alterOrder(id, { status: to })).toThrow(`cannot go from ${from} to ${to}`)
  expect(control.order(id)?.fulfillment?.fulfillmentStatus).toBe(from)
})

test('every change moves the last updated time, also when the clock stands', async () => {
  const { control } = await sellerCentral()
  const id = control.placeOrder()
  const times = [control.order(id)?.lastUpdatedTime]
  for (let i = 0; i < 3; i++) times.push(control.alterOrder(id, { replace: {} }).lastUpdatedTime)
  expect(new Set(times).size).toBe(4)
  expect([...times].sort()).toEqual(times)
  expect(control.order(id)?.createdTime).toBe(NOON)
})

test('shipping a part, then the rest, counts the units and names them in packages', async () => {
  const { control } = await sellerCentral()
  const id = control.placeOrder(LINES)
  const part = control.alterOrder(id, { ship: { 'MUG-BLUE': 1 } })
  expect(part.fulfillment?.fulfillmentStatus).toBe('PARTIALLY_SHIPPED')
  expect(part.orderItems[0]?.fulfillment).toMatchObject({ quantityFulfilled: 1, quantityUnfulfilled: 1 })
  const rest = control.alterOrder(id, { ship: 'all', package: { carrier: 'UPS', trackingNumber: '1ZINVENTED' } })
  expect(rest.fulfillment?.fulfillmentStatus).toBe('SHIPPED')
  expect(rest.packages?.map((p) => p.packageItems?.map((i) => i.quantity))).toEqual([[1], [1, 1]])
  expect(rest.packages?.[1]).toMatchObject({ packageReferenceId: '2', carrier: 'UPS', trackingNumber: '1ZINVENTED' })
})

test('more units than are left cannot be shipped', async () => {
  const { control } = await sellerCentral()
  const id = control.placeOrder(LINES)
  expect(() => control.alterOrder(id, { ship: { 'MUG-BLUE': 3 } })).toThrow('Only 2')
})

test('a cancelled order has nothing left to ship and says who cancelled', async () => {
  const { control } = await sellerCentral()
  const order = control.alterOrder(control.placeOrder(LINES), { cancel: { by: 'AMAZON', reason: 'Payment declined' } })
  for (const item of order.orderItems) {
    expect(item.fulfillment?.quantityUnfulfilled).toBe(0)
    expect(item.cancellation?.cancellationExecution).toEqual({
      cancelledBy: 'AMAZON',
      cancelReason: 'Payment declined',
    })
  }
})

test("a buyer's request cancels nothing", async () => {
  const { control } = await sellerCentral()
  const order = control.alterOrder(control.placeOrder(LINES), { requestCancellation: { reason: 'Mistake' } })
  expect(order.fulfillment?.fulfillmentStatus).toBe('UNSHIPPED')
  expect(order.orderItems[0]?.cancellation).toEqual({
    cancellationRequest: { requester: 'BUYER', cancelReason: 'Mistake' },
  })
})

test('a line that drops to nothing stays, without money', async () => {
  const { control } = await sellerCentral()
  const order = control.alterOrder(control.placeOrder(LINES), { quantity: { TEA: 0, 'MUG-BLUE': 1 } })
  expect(order.orderItems.map((i) => i.quantityOrdered)).toEqual([1, 0])
  expect(order.orderItems[1]?.proceeds?.proceedsTotal?.amount).toBe('0.00')
  expect(order.proceeds?.grandTotal?.amount).toBe('17.64')
})

test('a change shows in getOrder at once and in searchOrders after its lag', async () => {
  const amazon = await sellerCentral({ lag: 10 * MINUTE })
  const id = amazon.control.placeOrder()
  const found = async () => amazon.ids(await amazon.search({ fulfillmentStatuses: 'UNSHIPPED' }))
  expect((await amazon.order(id)).status).toBe(200)
  amazon.control.advance(10 * MINUTE - 1)
  expect(await found()).toEqual([])
  amazon.control.advance(1)
  expect(await found()).toEqual([id])
  amazon.control.alterOrder(id, { ship: 'all' })
  expect((await amazon.order(id)).body.order.fulfillment.fulfillmentStatus).toBe('SHIPPED')
  amazon.control.advance(5 * MINUTE)
  expect(await found()).toEqual([id])
  amazon.control.advance(5 * MINUTE)
  expect(await found()).toEqual([])
})

test('an earlier change never shows over a later one that came through faster', async () => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder({ lagMs: 30 * MINUTE })
  amazon.control.advance(MINUTE)
  amazon.control.alterOrder(id, { ship: 'all', lagMs: 0 })
  amazon.control.advance(10 * MINUTE)
  expect(amazon.ids(await amazon.search())).toEqual([id])
  amazon.control.advance(30 * MINUTE)
  const answer = await amazon.search({ includedData: 'FULFILLMENT' })
  expect(answer.body.orders.map((o: Answer['body']) => o.fulfillment.fulfillmentStatus)).toEqual(['SHIPPED'])
})

test('the usual lag lies between 20 and 90 seconds, and the same seed gives the same', async () => {
  const lags = async (seed: string) => {
    const amazon = await sellerCentral({ seed })
    amazon.control.setLag({})
    amazon.control.setQuota('searchOrders', { rate: 10, burst: 1000 })
    // A change of an order listed long ago: the two-minute rule does not hide that the list still says UNSHIPPED.
    const ids = amazon.control.placeOrders({ createdAt: '2026-11-10T09:00:00Z' }, 20)
    amazon.control.advance(2 * MINUTE)
    for (const id of ids) amazon.control.alterOrder(id, { ship: 'all' })
    const left: number[] = []
    for (let second = 0; second <= 90; second += 10) {
      left.push(amazon.ids(await amazon.search({ fulfillmentStatuses: 'UNSHIPPED' })).length)
      amazon.control.advance(10_000)
    }
    return left
  }
  const one = await lags('one')
  expect([one[0], one[1], one.at(-1)]).toEqual([20, 20, 0])
  expect(new Set(one).size).toBeGreaterThan(4)
  expect(await lags('one')).toEqual(one)
  expect(await lags('two')).not.toEqual(one)
})
