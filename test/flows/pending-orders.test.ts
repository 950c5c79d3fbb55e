import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { saveMappings } from '#flows/configure.ts'
import { importOrders } from '#flows/import-orders.ts'
import { pauseImporting } from '#flows/start-importing.ts'
import { DAY, HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, endOf, orderOf, type Seller, stockOf } from '../make/seller-views.ts'

/** Maps a seller SKU to mugs, three for each unit at Amazon. */
const mapMug = (seller: Seller, sku: string) => {
  const ratio = { amazon: 1, ours: 3 }
  const mapping = { sellerSku: sku as SellerSku, itemId: 'MUG-BLUE' as ItemId, ratio, unit: '', note: '' }
  return saveMappings(seller.deps, seller.merchant, [mapping])
}

/** How often an order's history says that its stock was given back. */
const releases = async (seller: Seller, id: string) =>
  (await orderOf(seller, id))?.events.filter((event) => event.kind === 'order.reservation-released').length

test('[O13] a pending order is read again by getOrder after 24 hours and then daily, and places although no search showed its change', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  const hourly = async (hours: number) => {
    for (let n = 0; n < hours; n++) {
      seller.control.advance(HOUR)
      await seller.run()
    }
  }
  await hourly(23)
  expect(callsOf(seller, 'getOrder')).toBe(0)
  await hourly(2)
  expect(callsOf(seller, 'getOrder')).toBe(1)
  await hourly(24)
  expect(callsOf(seller, 'getOrder')).toBe(2)
  seller.control.alterOrder(id, { status: 'UNSHIPPED', lagMs: 90 * DAY })
  await hourly(24)
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Shipping Department', methodId: 'UPS-GROUND' })
  await hourly(48)
  expect(callsOf(seller, 'getOrder')).toBe(3)
})

test('[O13] a pending order reserves stock for at most 14 days, also when it is seen again, and reserves anew when it becomes ready', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  const daily = async (days: number) => {
    for (let n = 0; n < days; n++) {
      seller.control.advance(DAY)
      await seller.run()
    }
  }
  await daily(13)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 2])
  await daily(1)
  await seller.pass(HOUR)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 0])
  expect((await orderOf(seller, id))?.events.at(-1)?.kind).toBe('order.reservation-released')
  seller.control.alterOrder(id, {})
  await seller.pass(6 * MINUTE)
  await daily(1)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 0])
  seller.control.alterOrder(id, { status: 'UNSHIPPED' })
  await seller.pass(6 * MINUTE)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 2])
})

test('[O13] stock is given back once: what is seen again after 14 days reserves nothing and gives nothing back', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  const unknown = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'NOBODY-KNOWS' }] })
  await seller.pass(6 * MINUTE)
  seller.control.advance(15 * DAY)
  await seller.pass(HOUR)
  for (let n = 0; n < 2; n++) {
    seller.control.alterOrder(id, {})
    await seller.pass(HOUR + 6 * MINUTE)
  }
  expect(await releases(seller, id)).toBe(1)
  expect(await releases(seller, unknown)).toBe(0)
})

test('[O13] news from before the 14th day that come after it reserve again, until the next hour', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  const late = structuredClone(seller.control.order(id)!)
  late.lastUpdatedTime = new Date(seller.control.now() + 13 * DAY).toISOString()
  seller.control.advance(15 * DAY)
  await seller.pass(HOUR)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 0])
  const { deps, merchant, connection } = seller
  const wires = [late as unknown as Record<string, unknown>]
  await deps.transaction(merchant, { vault: 'import' }, (tx) =>
    importOrders(deps, tx, { merchant, connection, wires, who: 'import', again: false }),
  )
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 2])
  await seller.pass(2 * HOUR)
  expect(await releases(seller, id)).toBe(2)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 0])
})

test('[O13] a pending order is never held: what does not resolve is noted, and counts once it is ready', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'NOBODY-KNOWS' }, { sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, id)).toMatchObject({
    stage: 'Pre-ordered',
    lines: [{ itemId: null }, { itemId: 'MUG-BLUE' }],
  })
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 1])
  seller.control.alterOrder(id, { status: 'UNSHIPPED' })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('held unknown-sku')
  expect(await orderOf(seller, id)).toMatchObject({ stage: 'Pre-ordered' })
})

test('[O13] a pending order whose SKU is mapped later reserves by itself, without a change or a call at Amazon', async () => {
  const seller = await makeSeller()
  const draft = { status: 'PENDING', lines: [{ sku: 'MAPPED-LATER' }, { sku: 'TEA-EARL' }, { sku: 'NEVER-MAPPED' }] }
  const id = seller.control.placeOrder(draft)
  await seller.pass(6 * MINUTE)
  seller.control.clearRequests()
  await mapMug(seller, 'MAPPED-LATER')
  await seller.run()
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 3])
  expect(await orderOf(seller, id)).toMatchObject({
    stage: 'Pre-ordered',
    lines: [{ itemId: 'MUG-BLUE', quantity: 3 }, { itemId: 'TEA-EARL' }, { itemId: null }],
  })
  expect(seller.control.requests()).toEqual([])
  // Another change of the configuration finds it looked at.
  const events = (await orderOf(seller, id))?.events.length
  await mapMug(seller, 'ANOTHER')
  await seller.run()
  expect((await orderOf(seller, id))?.events).toHaveLength(events ?? 0)
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 3])
})

test('[O13] a pending order whose SKU is mapped after 14 days reserves nothing', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MAPPED-LATER' }] })
  await seller.pass(6 * MINUTE)
  seller.control.advance(15 * DAY)
  await seller.pass(HOUR)
  await mapMug(seller, 'MAPPED-LATER')
  await seller.run()
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 0])
  expect(await releases(seller, id)).toBe(0)
})

test('[O13] a pending order whose connection rests is not asked for, and its reservation ends all the same', async () => {
  const seller = await makeSeller()
  seller.control.placeOrder({ status: 'PENDING', lines: [{ sku: 'MUG-BLUE', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  await pauseImporting(seller.deps, seller.merchant, seller.connection)
  seller.control.clearRequests()
  for (let day = 0; day < 15; day++) {
    seller.control.advance(DAY)
    await seller.run()
  }
  // The authorization is looked at each day all the same (C1).
  const asked = seller.control.requests().map(({ operation }) => operation)
  expect(asked.filter((operation) => operation !== 'login' && operation !== 'getMarketplaceParticipations')).toEqual([])
  expect((await stockOf(seller, 'MUG-BLUE')).PORTLAND).toEqual([400, 0])
})
