import { expect, test } from 'vitest'
import type { CenterCode, ItemId } from '#core/ids.ts'
import { setStock } from '#flows/change-stock.ts'
import { saveCenters } from '#flows/configure.ts'
import { CENTERS } from '#main/demo/sample-merchant.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { orderOf, type Seller, stockOf } from '../make/seller-views.ts'

// Every test ends with the check that stock reserves exactly what the orders do (test/make/seller.ts).

const put = (seller: Seller, itemId: string, levels: Record<string, number>) =>
  setStock(seller.deps, seller.merchant, {
    stock: Object.entries(levels).map(([center, onHand]) => ({
      itemId: itemId as ItemId,
      center: center as CenterCode,
      onHand,
    })),
    who: 'a test',
  })

const place = (seller: Seller, lines: Record<string, number>) =>
  seller.control.placeOrder({ lines: Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity })) })

test('[O20] an order goes to the first center that handles and holds all its items, else to the default one', async () => {
  const seller = await makeSeller()
  const orders: [Record<string, number>, string][] = [
    [{ 'MUG-BLUE': 2 }, 'PORTLAND'],
    [{ 'LAMP-OAK': 1 }, 'RENO'],
    [{ 'LAMP-OAK': 1, 'MUG-BLUE': 2 }, 'RENO'],
    [{ 'LAMP-OAK': 1, 'TEA-EARL': 1 }, 'PORTLAND'],
    [{ 'CANDLE-SEA': 1, 'NOTE-CARD': 5 }, 'PORTLAND'],
  ]
  const ids = orders.map(([lines]) => place(seller, lines))
  await seller.pass(6 * MINUTE)
  const found = await Promise.all(ids.map(async (id) => (await orderOf(seller, id))?.center))
  expect(found).toEqual(orders.map(([, center]) => center))
})

test('[O20] the merchant’s order of centers decides, and a change counts for the next order', async () => {
  const seller = await makeSeller()
  await saveCenters(seller.deps, seller.merchant, [...CENTERS].reverse())
  const id = place(seller, { 'MUG-BLUE': 1 })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ center: 'RENO' })
})

test('[O20] two orders on one page share the stock: what the first reserves, the second does not find', async () => {
  const seller = await makeSeller()
  await put(seller, 'MUG-BLUE', { PORTLAND: 3, RENO: 3 })
  const ids = [1, 2, 3].map(() => {
    seller.control.advance(1000)
    return place(seller, { 'MUG-BLUE': 2 })
  })
  await seller.pass(6 * MINUTE)
  const centers = await Promise.all(ids.map(async (id) => (await orderOf(seller, id))?.center))
  expect(centers).toEqual(['PORTLAND', 'RENO', 'PORTLAND'])
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual({ PORTLAND: [3, 4], RENO: [3, 2] })
})

test('[O20] a kit reserves its components, an untracked item nothing', async () => {
  const seller = await makeSeller()
  const id = place(seller, { 'KIT-BREAKFAST': 2, 'NOTE-CARD': 4, 'MUG-BLUE': 1 })
  await seller.pass(6 * MINUTE)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 5])
  expect((await stockOf(seller, 'TEA-EARL')).PORTLAND).toEqual([600, 2])
  expect(await stockOf(seller, 'NOTE-CARD')).toEqual({})
  seller.control.alterOrder(id, { ship: { 'KIT-BREAKFAST': 1 } })
  await seller.pass(6 * MINUTE)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([398, 3])
  expect((await stockOf(seller, 'TEA-EARL')).PORTLAND).toEqual([599, 1])
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(6 * MINUTE)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([395, 0])
  expect((await stockOf(seller, 'TEA-EARL')).PORTLAND).toEqual([598, 0])
})

test('[O20] what one cancelled order gives back, the next order finds', async () => {
  const seller = await makeSeller()
  await put(seller, 'MUG-BLUE', { PORTLAND: 2, RENO: 9 })
  const first = place(seller, { 'MUG-BLUE': 2 })
  await seller.pass(6 * MINUTE)
  seller.control.alterOrder(first, { cancel: {} })
  const second = place(seller, { 'MUG-BLUE': 2 })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, second)).toMatchObject({ center: 'PORTLAND' })
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual({ PORTLAND: [2, 2], RENO: [9, 0] })
})

test('[O20] an order that was pending is allocated anew when it becomes ready, without counting its own reservation twice', async () => {
  const seller = await makeSeller()
  await put(seller, 'MUG-BLUE', { PORTLAND: 2, RENO: 0 })
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual({ PORTLAND: [2, 2], RENO: [0, 0] })
  seller.control.alterOrder(id, { status: 'UNSHIPPED' })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department', center: 'PORTLAND' })
  expect(await stockOf(seller, 'MUG-BLUE')).toEqual({ PORTLAND: [2, 2], RENO: [0, 0] })
})

test('[O20] an item that the default center does not handle is reserved there all the same, with nothing on hand', async () => {
  const seller = await makeSeller()
  const id = place(seller, { 'LAMP-OAK': 1, 'TEA-EARL': 1 })
  await seller.pass(6 * MINUTE)
  expect(await stockOf(seller, 'LAMP-OAK')).toEqual({ PORTLAND: [0, 1], RENO: [25, 0] })
  seller.control.alterOrder(id, { cancel: {} })
  await seller.pass(6 * MINUTE)
  expect(await stockOf(seller, 'LAMP-OAK')).toEqual({ PORTLAND: [0, 0], RENO: [25, 0] })
})

test('[O20] a storm of orders and changes on several pages keeps every sum right', async () => {
  const seller = await makeSeller()
  const skus = ['MUG-BLUE', 'MUG-RED', 'KIT-BREAKFAST', 'AMZ-TEA-EARL-3PK', 'CANDLE-SEA', 'NOTE-CARD']
  const ids = Array.from({ length: 120 }, (_, n) =>
    seller.control.placeOrder({
      status: n % 5 === 0 ? 'PENDING' : 'UNSHIPPED',
      lines: [skus[n % 6]!, skus[(n + 1) % 6]!].map((sku, at) => ({ sku, quantity: 1 + ((n + at) % 3) })),
    }),
  )
  await seller.pass(4 * MINUTE)
  for (const [n, id] of ids.entries()) {
    const pending = n % 5 === 0
    if (pending) seller.control.alterOrder(id, n % 2 ? { status: 'UNSHIPPED' } : { cancel: {} })
    else if (n % 4 === 1) seller.control.alterOrder(id, { ship: 'all' })
    else if (n % 4 === 2) seller.control.alterOrder(id, { ship: { [skus[n % 6]!]: 1 } })
    else if (n % 4 === 3) seller.control.alterOrder(id, { cancel: {} })
  }
  await seller.pass(6 * MINUTE)
  const counts = await seller.store((s) => s.countOrders())
  expect(counts.Rejected).toBeGreaterThan(20)
  expect(counts['Completed Order']).toBeGreaterThan(20)
  const { rows } = await seller.database
    .ownerPool()
    .query(`select count(*)::int as n from millrace.allocations a join millrace.orders o using (merchant_id, order_id)
            where o.stage in ('Rejected', 'Completed Order')`)
  expect(rows).toEqual([{ n: 0 }])
})
