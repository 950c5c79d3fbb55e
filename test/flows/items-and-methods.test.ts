import { expect, test } from 'vitest'
import type { CenterCode, ItemId, MethodId, SellerSku } from '#core/ids.ts'
import { setStock } from '#flows/change-stock.ts'
import { saveItems, saveMappings, saveMethods, saveShippingSettings } from '#flows/configure.ts'
import { ITEMS, METHODS, SHIPPING } from '#main/demo/sample-merchant.ts'
import type { LineDraft, OrderDraft } from '../../src/simulator/order-draft.ts'
import { MINUTE, makeSeller } from '../make/seller.ts'
import { callsOf, documentOf, endOf, orderOf, type Seller, stockOf } from '../make/seller-views.ts'

const map = (seller: Seller, sku: string, [itemId, amazon, ours]: [string, number?, number?]) =>
  saveMappings(seller.deps, seller.merchant, [
    {
      sellerSku: sku as SellerSku,
      itemId: itemId as ItemId,
      ratio: { amazon: amazon ?? 1, ours: ours ?? 1 },
      unit: '',
      note: '',
    },
  ])

/** Places orders at Amazon and lets them arrive. */
async function arrive(seller: Seller, drafts: readonly OrderDraft[]): Promise<string[]> {
  const ids = drafts.map((draft) => seller.control.placeOrder(draft))
  await seller.pass(6 * MINUTE)
  return ids
}

const mug = (rest: Partial<LineDraft> = {}) => ({ sku: 'MUG-BLUE', ...rest })

test('[O9] the lowest priority number that is available wins: by weight, by destination, by post office box', async () => {
  const seller = await makeSeller()
  const orders: [string, OrderDraft, string][] = [
    ['light', { lines: [{ sku: 'AMZ-TEA-EARL' }] }, 'USPS-FIRST'],
    ['too heavy for the first', { lines: [mug({ quantity: 2 })] }, 'UPS-GROUND'],
    ['a post office box', { address: 'po-box', lines: [mug({ quantity: 2 })] }, 'USPS-PRIORITY'],
    ['a military post', { address: 'military', lines: [mug({ quantity: 2 })] }, 'USPS-PRIORITY'],
    ['without priorities the cheapest', { serviceLevel: 'EXPEDITED', lines: [mug({ quantity: 9 })] }, 'UPS-GROUND'],
    ['two days', { serviceLevel: 'SECOND_DAY', lines: [mug()] }, 'FEDEX-2DAY'],
    ['one day', { serviceLevel: 'NEXT_DAY', lines: [mug()] }, 'FEDEX-1DAY'],
    ['another level that is set to Standard', { serviceLevel: 'FREE_ECONOMY', lines: [mug()] }, 'USPS-FIRST'],
  ]
  const ids = await arrive(
    seller,
    orders.map(([, draft]) => draft),
  )
  const found = await Promise.all(ids.map(async (id) => (await orderOf(seller, id))?.methodId))
  expect(Object.fromEntries(orders.map(([name], n) => [name, found[n]]))).toEqual(
    Object.fromEntries(orders.map(([name, , method]) => [name, method])),
  )
})

test('[O9] an order that no method rates is held and says why; a new method places it by itself', async () => {
  const seller = await makeSeller()
  const [id] = await arrive(seller, [{ address: 'hawaii', serviceLevel: 'SECOND_DAY', lines: [mug()] }])
  expect(await endOf(seller, id!)).toBe('held no-method-rates')
  const everywhere = METHODS.map((m) =>
    m.id === 'FEDEX-2DAY' ? { ...m, zones: m.zones.map((zone) => ({ ...zone, exceptStates: [] })) } : m,
  )
  expect(await saveMethods(seller.deps, seller.merchant, { methods: everywhere })).toMatchObject({ ok: true })
  await seller.run()
  expect(await orderOf(seller, id!)).toMatchObject({ methodId: 'FEDEX-2DAY' })
})

test('[O10] a level that is set to hold, and one that nobody knows, hold the order; setting the level places it by itself', async () => {
  const seller = await makeSeller()
  const [sameDay, unknown] = await arrive(seller, [
    { serviceLevel: 'SAME_DAY', lines: [mug()] },
    { serviceLevel: 'BY_DRONE', lines: [mug()] },
  ])
  expect(await endOf(seller, sameDay!)).toBe('held unmapped-level')
  expect(await endOf(seller, unknown!)).toBe('held unmapped-level')
  const further = { ...SHIPPING.further, SAME_DAY: 'one-day' as const }
  await saveShippingSettings(seller.deps, seller.merchant, { ...SHIPPING, further })
  await seller.run()
  expect(await orderOf(seller, sameDay!)).toMatchObject({ methodId: 'FEDEX-1DAY' })
  expect(await endOf(seller, unknown!)).toBe('held unmapped-level')
})

test('[O9] the Shipping section is not saved while a level has no valid method', async () => {
  const seller = await makeSeller()
  const levels = {
    ...SHIPPING.levels,
    'two-day': [{ methodId: 'FEDEX-2DAY' as MethodId, valid: false, priority: null }],
  }
  expect(await saveShippingSettings(seller.deps, seller.merchant, { ...SHIPPING, levels })).toMatchObject({ ok: false })
  expect((await seller.store((s) => s.readSettings())).shipping.levels).toEqual(SHIPPING.levels)
})

test('[O11] the mapping comes before an item with the same id; the ratio counts; several listings of one item share its stock', async () => {
  const seller = await makeSeller()
  await map(seller, 'MUG-RED', ['CANDLE-SEA'])
  await map(seller, 'SIX-MUGS', ['MUG-BLUE', 1, 6])
  await map(seller, 'HALF-PACK', ['TEA-EARL', 2, 1])
  const [mapped, listings, half, split] = await arrive(seller, [
    { lines: [{ sku: 'MUG-RED' }] },
    { lines: [{ sku: 'SIX-MUGS', quantity: 2, price: '60.00' }, mug({ quantity: 3 })] },
    { lines: [{ sku: 'HALF-PACK', quantity: 4 }] },
    { lines: [{ sku: 'HALF-PACK', quantity: 3 }] },
  ])
  expect((await orderOf(seller, mapped!))?.lines).toMatchObject([{ itemId: 'CANDLE-SEA', quantity: 1 }])
  const order = await orderOf(seller, listings!)
  expect(order?.lines).toMatchObject([
    { sellerSku: 'SIX-MUGS', itemId: 'MUG-BLUE', quantityAmazon: 2, quantity: 12, item: 12_000 },
    { sellerSku: 'MUG-BLUE', itemId: 'MUG-BLUE', quantityAmazon: 3, quantity: 3 },
  ])
  expect(order?.lines.flatMap((l) => l.allocations)).toMatchObject([{ quantity: 12 }, { quantity: 3 }])
  expect((await orderOf(seller, half!))?.lines).toMatchObject([{ quantity: 2 }])
  expect(await endOf(seller, split!)).toBe('held ratio-splits-pack')
})

test('[O12] one unresolved line holds the whole order with all its faults at once; other orders of the page go on', async () => {
  const seller = await makeSeller()
  const [held, placed] = await arrive(seller, [
    { serviceLevel: 'SCHEDULED', lines: [mug(), { sku: 'UNKNOWN-A' }, { sku: 'UNKNOWN-B' }] },
    { lines: [mug()] },
  ])
  expect(await endOf(seller, held!)).toBe('held unknown-sku unknown-sku unmapped-level')
  expect(await orderOf(seller, held!)).toBeNull()
  expect(await endOf(seller, placed!)).toBe('placed')
})

test('[O12] a held order imports once its last fault is mended, not before', async () => {
  const seller = await makeSeller()
  const [id] = await arrive(seller, [{ lines: [{ sku: 'UNKNOWN-A' }, { sku: 'UNKNOWN-B' }] }])
  await map(seller, 'UNKNOWN-A', ['MUG-RED'])
  await seller.run()
  expect(await endOf(seller, id!)).toBe('held unknown-sku')
  const item = { ...ITEMS[0]!, id: 'UNKNOWN-B' as ItemId }
  await saveItems(seller.deps, seller.merchant, [item])
  await seller.run()
  expect(await endOf(seller, id!)).toBe('placed')
  expect((await orderOf(seller, id!))?.lines.map((l) => l.itemId)).toEqual(['MUG-RED', 'UNKNOWN-B'])
})

test('[O12] a held order whose original is gone from the vault is fetched by getOrder before it is tried again', async () => {
  const seller = await makeSeller()
  const [id] = await arrive(seller, [{ lines: [{ sku: 'UNKNOWN-A' }] }])
  seller.control.advance(20 * MINUTE)
  await seller.run()
  await seller.database.ownerPool().query('delete from vault.documents')
  await map(seller, 'UNKNOWN-A', ['MUG-RED'])
  await seller.run()
  expect(callsOf(seller, 'getOrder')).toBe(1)
  expect(await endOf(seller, id!)).toBe('placed')
  const document = await documentOf(seller, id!)
  const { rows } = await seller.database
    .ownerPool()
    .query('select document_id::int as id, holds_buyer_data as holds from vault.documents')
  expect(rows).toEqual([{ id: document!.documentId, holds: true }])
})

test('[O15] amounts are Amazon’s to the cent: tax that Amazon collects apart, discounts of either sign, zero prices; a sum that does not fit is imported and flagged', async () => {
  const seller = await makeSeller()
  const [taxed, negative, positive, free] = await arrive(seller, [
    { taxRate: 0.07, lines: [mug({ quantity: 3, price: '12.99', shipping: '4.99' })] },
    { taxRate: 0, discountSign: 'negative', lines: [mug({ price: '20.00', shipping: '0.00', discount: '3.00' })] },
    { taxRate: 0, discountSign: 'positive', lines: [mug({ price: '20.00', shipping: '0.00', discount: '3.00' })] },
    { taxRate: 0, lines: [mug({ price: '0.00', shipping: '0.00' })] },
  ])
  expect(await orderOf(seller, taxed!)).toMatchObject({
    flags: [],
    lines: [{ item: 3897, shipping: 499, tax: 308, marketplaceTax: 308, total: 4704 }],
    grandTotal: 4704,
  })
  for (const id of [negative, positive])
    expect(await orderOf(seller, id!)).toMatchObject({ flags: [], lines: [{ discount: 300, total: 1700 }] })
  expect(await orderOf(seller, free!)).toMatchObject({ flags: [], grandTotal: 0, lines: [{ item: 0, total: 0 }] })

  const [odd] = await arrive(seller, [{ taxRate: 0, lines: [mug({ price: '20.00', shipping: '0.00' })] }])
  const proceeds = { ...seller.control.order(odd!)!.proceeds, grandTotal: { amount: '99.99', currencyCode: 'USD' } }
  const wrong = seller.control.placeOrder({ taxRate: 0, lines: [mug({ price: '20.00', shipping: '0.00' })] })
  seller.control.alterOrder(wrong, { replace: { proceeds } })
  await seller.pass(6 * MINUTE)
  expect(await orderOf(seller, wrong)).toMatchObject({ stage: 'Shipping Department', flags: ['money-mismatch'] })
})

test('[O17] out of stock does not stop an import: the order reserves what is not there', async () => {
  const seller = await makeSeller()
  const entry = (center: string, onHand: number) => ({
    itemId: 'MUG-RED' as ItemId,
    center: center as CenterCode,
    onHand,
  })
  await setStock(seller.deps, seller.merchant, { stock: [entry('PORTLAND', 1)], who: 'a test' })
  const [id] = await arrive(seller, [{ lines: [{ sku: 'MUG-RED', quantity: 5 }] }])
  expect(await orderOf(seller, id!)).toMatchObject({ stage: 'Shipping Department', center: 'PORTLAND' })
  expect(await stockOf(seller, 'MUG-RED')).toEqual({ PORTLAND: [1, 5] })
})
