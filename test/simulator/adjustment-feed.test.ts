import { expect, test } from 'vitest'
import { envelope } from './feed-desk.ts'
import { counts, flatCounts, flatRows, tabText, words } from './feed-report.ts'
import { MUG, shippingDesk, TEA } from './shipping-desk.ts'

type Amounts = Record<string, string>
type Parts = { item?: string; reason?: string; currency?: string; promotion?: string; cancelled?: number | string }

/** An adjusted line; amounts by component. */
const line = (amounts: Amounts, { item = MUG, reason = 'CustomerReturn', currency = 'USD', ...parts }: Parts = {}) => {
  const component = ([type, amount]: [string, string]) =>
    `<Component><Type>${type}</Type><Amount currency="${currency}">${amount}</Amount></Component>`
  const promotion = parts.promotion
    ? `<PromotionAdjustments><MerchantPromotionID>P</MerchantPromotionID>${component(['Principal', parts.promotion])}</PromotionAdjustments>`
    : ''
  const cancelled = parts.cancelled === undefined ? '' : `<QuantityCancelled>${parts.cancelled}</QuantityCancelled>`
  const prices = `<ItemPriceAdjustments>${Object.entries(amounts).map(component).join('')}</ItemPriceAdjustments>`
  return `<AdjustedItem><AmazonOrderItemCode>${item}</AmazonOrderItemCode><AdjustmentReason>${reason}</AdjustmentReason>${prices}${promotion}${cancelled}</AdjustedItem>`
}
const body = (orderId: string, ...lines: string[]) => `<AmazonOrderID>${orderId}</AmazonOrderID>${lines.join('')}`

/** A shipped order: mugs for 24.00, shipping 4.99 on them, 7 per cent tax; tea for 9.50. */
async function adjustmentDesk(draft: Parameters<typeof shippingDesk>[0] = {}) {
  const desk = await shippingDesk({ status: 'SHIPPED', shipping: '4.99', ...draft })
  const run = (...bodies: string[]) => desk.run('POST_PAYMENT_ADJUSTMENT_DATA', envelope('OrderAdjustment', bodies))
  const refund = (...lines: string[]) => run(body(desk.orderId, ...lines))
  const flat = (columns: string[], ...rows: string[][]) =>
    desk.run('POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA', tabText(columns, ...rows))
  const totals = () => desk.control.refunds().map((r) => r.total)
  return { ...desk, run, refund, flat, totals }
}

test('money goes back line by line, and each line is a refund of its own', async () => {
  const desk = await adjustmentDesk()
  const report = await desk.refund(
    line({ Principal: '12.00', Tax: '0.84', Shipping: '4.99' }),
    line({ Principal: '9.5' }, { item: TEA, reason: 'GeneralAdjustment' }),
  )
  expect([counts(report), words(report)]).toEqual([[1, 1, 0, 0], []])
  expect(desk.control.refunds(desk.orderId)).toMatchObject([
    {
      orderId: desk.orderId,
      orderItemId: MUG,
      reason: 'CustomerReturn',
      currency: 'USD',
      components: { Principal: 1200, Tax: 84, Shipping: 499 },
      total: 1783,
      at: '2026-11-10T13:01:30.000Z',
    },
    { orderItemId: TEA, components: { Principal: 950 }, total: 950 },
  ])
  expect(desk.control.refunds('111-0000000-0000000')).toEqual([])
  expect(desk.control.feeds()[0]?.feedId).toBe(desk.control.refunds()[0]?.feedId)
})

test('the same message again refunds again, as long as there is money left', async () => {
  const desk = await adjustmentDesk()
  const half = line({ Principal: '12.00' })
  await desk.refund(half)
  expect(counts(await desk.refund(half))).toEqual([1, 1, 0, 0])
  expect(desk.totals()).toEqual([1200, 1200])
  expect(words(await desk.refund(half))).toEqual(['The Principal to be refunded exceeds the 0.00 that are left.'])
  expect(desk.totals()).toEqual([1200, 1200])
})

test('the same document given to two feeds refunds twice', async () => {
  const desk = await adjustmentDesk()
  const documentId = await desk.upload(envelope('OrderAdjustment', [body(desk.orderId, line({ Principal: '5.00' }))]))
  const feeds = [1, 2].map(() => desk.create(documentId, 'POST_PAYMENT_ADJUSTMENT_DATA'))
  expect((await Promise.all(feeds)).map((answer) => answer.status)).toEqual([202, 202])
  desk.control.advance(300_000)
  expect(desk.totals()).toEqual([500, 500])
})

test('a createFeed whose answer was lost has refunded all the same', async () => {
  const desk = await adjustmentDesk()
  const documentId = await desk.upload(envelope('OrderAdjustment', [body(desk.orderId, line({ Principal: '5.00' }))]))
  desk.control.addFault({ operation: 'createFeed', kind: 'reset-after' })
  await expect(desk.create(documentId, 'POST_PAYMENT_ADJUSTMENT_DATA')).rejects.toThrow('fetch failed')
  desk.control.advance(300_000)
  expect(desk.totals()).toEqual([500])
})

test.each<[string, Amounts, Parts, RegExp]>([
  ['more than was paid', { Principal: '24.01' }, {}, /Principal .* exceeds the 24.00/],
  ['more shipping than was paid', { Shipping: '5.00' }, {}, /Shipping .* exceeds the 4.99/],
  ['gift wrap that was never paid', { GiftWrap: '0.01' }, {}, /GiftWrap .* exceeds the 0.00/],
  ['nothing', { Principal: '0.00' }, {}, /Nothing is to be refunded/],
  ['a negative amount', { Principal: '-1.00' }, {}, /amount '-1.00'/],
  ['three decimals', { Principal: '1.005' }, {}, /amount '1.005'/],
  ['another currency', { Principal: '1.00' }, { currency: 'EUR' }, /currency 'EUR' is not USD/],
  ['an unknown component', { Goodwill: '1.00' }, {}, /type 'Goodwill'/],
  ['an unknown reason', { Principal: '1.00' }, { reason: 'Whim' }, /reason 'Whim'/],
  ['an unknown line', { Principal: '1.00' }, { item: '9' }, /'9' is not one of order/],
  ['a discount that was never given', { Principal: '2.00' }, { promotion: '-1.00' }, /promotion .* exceeds the 0.00/],
  ['cancelled units that were shipped', { Principal: '1.00' }, { cancelled: 1 }, /0 unshipped units/],
])('a refund is refused for %s', async (...row) => {
  const [, amounts, parts, message] = row
  const desk = await adjustmentDesk()
  const report = await desk.refund(line({ Principal: '1.00' }, { item: TEA }), line(amounts, parts))
  expect([counts(report), words(report)]).toEqual([[1, 0, 1, 0], [expect.stringMatching(message)]])
  expect(desk.totals()).toEqual([])
})

test('one message that names a line twice cannot refund it beyond what was paid', async () => {
  const desk = await adjustmentDesk()
  expect(words(await desk.refund(line({ Principal: '20.00' }), line({ Principal: '20.00' })))).toHaveLength(1)
  expect(desk.totals()).toEqual([])
})

test('what the buyer did not pay because of a discount is not refunded', async () => {
  const lines = [{ sku: 'MUG-BLUE', price: '12.00', discount: '2.00', orderItemId: MUG }]
  const desk = await adjustmentDesk({ lines, shipping: 0, taxRate: 0 })
  expect(words(await desk.refund(line({ Principal: '12.00' })))).toEqual([expect.stringContaining('exceeds the 10.00')])
  await desk.refund(line({ Principal: '12.00' }, { promotion: '-2.00' }))
  expect(desk.control.refunds()).toMatchObject([{ components: { Principal: 1200 }, promotions: 200, total: 1000 }])
})

test('where prices hold the tax, price and tax together are no more than was paid', async () => {
  const lines = [{ sku: 'MUG-BLUE', price: '12.00', orderItemId: MUG }]
  const desk = await adjustmentDesk({ lines, shipping: 0, marketplaceId: 'A1PA6795UKMFR9' })
  const euros = { currency: 'EUR' }
  const tax = desk.orderNow()?.orderItems[0]?.proceeds?.breakdowns?.find((b) => b.type === 'TAX')?.subtotal.amount ?? ''
  expect(Number(tax)).toBeGreaterThan(1)
  expect(words(await desk.refund(line({ Principal: '12.00', Tax: tax }, euros)))).toHaveLength(1)
  await desk.refund(line({ Principal: '12.00' }, euros))
  expect(desk.totals()).toEqual([1200])
})

test('yen have no decimals', async () => {
  const lines = [{ sku: 'MUG-BLUE', price: 1500, orderItemId: MUG }]
  const desk = await adjustmentDesk({ lines, shipping: 0, marketplaceId: 'A1VC38T7YXB528' })
  expect(words(await desk.refund(line({ Principal: '1.50' }, { currency: 'JPY' })))).toHaveLength(1)
  await desk.refund(line({ Principal: '1500' }, { currency: 'JPY' }))
  expect(desk.totals()).toEqual([1500])
})

test.each(['UNSHIPPED', 'PENDING', 'CANCELLED'])('an order in %s takes no refund', async (status) => {
  const desk = await adjustmentDesk({ status })
  expect(words(await desk.refund(line({ Principal: '1.00' })))).toEqual([
    expect.stringContaining('ship-confirmed first'),
  ])
  expect(desk.totals()).toEqual([])
})

test('units that will not be shipped are cancelled, and the order is shipped', async () => {
  const desk = await adjustmentDesk({ status: 'UNSHIPPED' })
  await desk.confirm({ orderItems: [{ orderItemId: MUG, quantity: 1 }] })
  const report = await desk.refund(
    line({ Principal: '12.00' }, { cancelled: 1, reason: 'NoInventory' }),
    line({ Principal: '0.00' }, { item: TEA, cancelled: 1, reason: 'NoInventory' }),
  )
  expect([words(report), desk.status(), desk.units()]).toEqual([
    [],
    'SHIPPED',
    [
      [1, 0],
      [0, 0],
    ],
  ])
  expect(desk.orderNow()?.orderItems.map((i) => i.quantityOrdered)).toEqual([1, 0])
  expect(desk.orderNow()?.orderItems[1]?.cancellation?.cancellationExecution).toEqual({
    cancelledBy: 'MERCHANT',
    cancelReason: 'NoInventory',
  })
  expect(desk.control.refunds().map((r) => [r.total, r.quantityCancelled])).toEqual([
    [1200, 1],
    [0, 1],
  ])
})

const COLUMNS = ['order-id', 'order-item-id', 'adjustment-reason-code', 'currency', 'item-price-adj', 'item-tax-adj']

test('a flat file refunds record by record', async () => {
  const desk = await adjustmentDesk()
  const report = await desk.flat(
    COLUMNS,
    [desk.orderId, MUG, 'CustomerReturn', 'USD', '12.00', '0.84'],
    [desk.orderId, MUG, 'CustomerReturn', 'USD', '99.00', ''],
    ['111-0000000-0000000', MUG, 'CustomerReturn', 'USD', '1.00', ''],
    [desk.orderId, TEA, 'CustomerReturn', '', '1.00', ''],
  )
  expect(flatCounts(report)).toEqual([4, 1])
  expect(flatRows(report).map(([number, , , , type, text]) => [number, type, text])).toEqual([
    ['2', 'Error', expect.stringContaining('exceeds the 12.00')],
    ['3', 'Error', expect.stringContaining('is not known')],
    ['4', 'Error', expect.stringContaining("currency '' is not USD")],
  ])
  expect(desk.totals()).toEqual([1284])
})

test('a flat file takes discounts back by their promotion', async () => {
  const lines = [{ sku: 'MUG-BLUE', price: '12.00', discount: '2.00', orderItemId: MUG }]
  const desk = await adjustmentDesk({ lines, shipping: 0, taxRate: 0 })
  const columns = [...COLUMNS.slice(0, 5), 'item-promotion-adj', 'item-promotion-id', 'quantity-cancelled']
  const row = (id: string) => [desk.orderId, MUG, 'CustomerReturn', 'USD', '12.00', '-2.00', id, '']
  expect(flatRows(await desk.flat(columns, row('')))[0]?.at(-1)).toContain('needs item-promotion-id')
  await desk.flat(columns, row('P-1'))
  expect(desk.totals()).toEqual([1000])
})
