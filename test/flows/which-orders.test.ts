import { expect, test } from 'vitest'
import { saveOrderSettings } from '#flows/configure.ts'
import { ignoreOrder } from '#flows/ignore-order.ts'
import { orderSettings } from '#main/demo/sample-merchant.ts'
import { HOUR, MINUTE, makeSeller } from '../make/seller.ts'
import { documentOf, endOf, orderOf, type Seller } from '../make/seller-views.ts'

const change = (seller: Seller, changed: Partial<ReturnType<typeof orderSettings>>) =>
  saveOrderSettings(seller.deps, seller.merchant, { ...orderSettings('2026-11-09'), ...changed })

test('[O2] orders placed before the day are skipped; the day itself counts, from midnight in the zone of the merchant', async () => {
  const seller = await makeSeller()
  const { control } = seller
  const placedAt = (createdAt: string) =>
    control.placeOrder({ createdAt, updatedAt: control.now(), lines: [{ sku: 'MUG-BLUE' }] })
  const before = placedAt('2026-11-09T04:59:59.999Z')
  const midnight = placedAt('2026-11-09T05:00:00Z')
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, before)).toBe('skipped before-cutoff')
  expect(await endOf(seller, midnight)).toBe('placed')
  expect((await documentOf(seller, before))?.log.at(-1)?.sentence).toContain('[11/9/26 12:00 AM]')
})

test('[O2] an earlier day set later lets in what was skipped, once Amazon changes it', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({
    createdAt: '2026-11-08T12:00:00Z',
    updatedAt: seller.control.now(),
    lines: [{ sku: 'MUG-BLUE' }],
  })
  await seller.pass(6 * MINUTE)
  await change(seller, { notBefore: '2026-11-08' })
  seller.control.alterOrder(id, {})
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
})

test('[O3] an ignored order is never imported, whatever happens to it', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ orderId: '111-0000000-0000001', lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(6 * MINUTE)
  seller.control.alterOrder(id, { ship: 'all' })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('skipped ignored-order')
  expect(await orderOf(seller, id)).toBeNull()
})

test('[O3] ignoring clears a held document, and the order is skipped from then on', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  await seller.pass(6 * MINUTE)
  const held = await documentOf(seller, id)
  const after = await ignoreOrder(seller.deps, seller.merchant, { documentId: held!.documentId, who: 'A person' })
  expect(after).toMatchObject({ ok: true, value: { state: 'skipped', reason: 'ignored-order' } })
  const settings = await seller.store((s) => s.readSettings())
  expect(settings.orders.ignoredOrders).toContain(id)
  const { rows } = await seller.database.ownerPool().query('select holds_buyer_data as holds from vault.documents')
  expect(rows).toEqual([{ holds: false }])
})

test('[O3] an id entered in the settings clears the held document by itself', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'NOBODY-KNOWS' }] })
  await seller.pass(6 * MINUTE)
  await change(seller, { ignoredOrders: [id] })
  await seller.run()
  expect(await endOf(seller, id)).toBe('skipped ignored-order')
})

test('[O3] ignoring an order and saving the settings at the same moment loses neither', async () => {
  const seller = await makeSeller()
  const ids = seller.control.placeOrders({ lines: [{ sku: 'NOBODY-KNOWS' }] }, 6)
  await seller.pass(6 * MINUTE)
  const held = await Promise.all(ids.map((id) => documentOf(seller, id)))
  await Promise.all(
    held.map((d) => ignoreOrder(seller.deps, seller.merchant, { documentId: d!.documentId, who: 'A person' })),
  )
  const { orders } = await seller.store((s) => s.readSettings())
  expect([...orders.ignoredOrders].sort()).toEqual(['111-0000000-0000001', ...ids].sort())
})

test('[O4] the line of an ignored item is dropped by SKU, ASIN or order item id; the order shows what and how much, and its totals are those of the rest', async () => {
  const seller = await makeSeller()
  await change(seller, { ignoredItems: ['SAMPLE-SWATCH', 'B0IGNORED1', '55500011122233'] })
  const id = seller.control.placeOrder({
    taxRate: 0,
    lines: [
      { sku: 'MUG-BLUE', quantity: 2, price: '12.00', shipping: '4.00' },
      { sku: 'SAMPLE-SWATCH', quantity: 3, price: '1.00', shipping: '1.50' },
      { sku: 'WHATEVER', asin: 'B0IGNORED1', quantity: 1, price: '5.00', shipping: '0.00' },
      { sku: 'WHATEVER-ELSE', orderItemId: '55500011122233', quantity: 1, price: '7.00', shipping: '0.00' },
    ],
  })
  await seller.pass(6 * MINUTE)
  const order = await orderOf(seller, id)
  expect(order?.lines.map((l) => l.sellerSku)).toEqual(['MUG-BLUE'])
  expect(order?.dropped).toMatchObject([
    { sellerSku: 'SAMPLE-SWATCH', quantity: 3 },
    { sellerSku: 'WHATEVER', asin: 'B0IGNORED1', quantity: 1 },
    { sellerSku: 'WHATEVER-ELSE', quantity: 1 },
  ])
  expect(order).toMatchObject({ outsideLines: 150, grandTotal: 2400 + 400 + 150, flags: [] })
})

test('[O4] with no line left the order is skipped', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({ lines: [{ sku: 'SAMPLE-SWATCH', quantity: 2 }] })
  await seller.pass(6 * MINUTE)
  expect(await endOf(seller, id)).toBe('skipped ignored-items')
})

test('[O14] an order that Amazon fulfills is skipped, whatever its status', async () => {
  const seller = await makeSeller()
  const ids = ['PENDING', 'UNSHIPPED', 'SHIPPED', 'CANCELLED'].map((status) =>
    seller.control.placeOrder({ status, fulfilledBy: 'AMAZON', lines: [{ sku: 'MUG-BLUE' }] }),
  )
  await seller.pass(6 * MINUTE)
  for (const id of ids) expect(await endOf(seller, id)).toBe('skipped fulfilled-by-amazon')
})

test('[O1] a changed interval of sweeps counts from now on, not after the old one has passed', async () => {
  const seller = await makeSeller()
  await change(seller, { sweepEveryMinutes: 60 })
  await seller.run()
  await change(seller, { sweepEveryMinutes: 3 })
  const id = seller.control.placeOrder({ lines: [{ sku: 'MUG-BLUE' }] })
  await seller.pass(10 * MINUTE)
  expect(await endOf(seller, id)).toBe('placed')
})

test('[O2] the cut-off is checked on the day of the purchase, also when Amazon changes the order weeks later', async () => {
  const seller = await makeSeller()
  const id = seller.control.placeOrder({
    createdAt: '2026-10-20T12:00:00Z',
    updatedAt: '2026-10-20T12:00:00Z',
    lines: [{ sku: 'MUG-BLUE' }],
  })
  await seller.run()
  seller.control.alterOrder(id, {})
  await seller.pass(HOUR)
  expect(await endOf(seller, id)).toBe('skipped before-cutoff')
})
