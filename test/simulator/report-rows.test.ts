import { expect, test } from 'vitest'
import { encodeText } from '../../src/simulator/encode-text.ts'
import { ACTIONABLE, BY_ORDER_DATE, BY_UPDATE, NEW_ORDERS, reportDesk } from './report-desk.ts'
import { SELLER, US } from './seller-central.ts'

const COLUMNS = `amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel
sales-channel order-channel ship-service-level product-name sku asin item-status quantity currency item-price item-tax
shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city
ship-state ship-postal-code ship-country promotion-ids is-business-order purchase-order-number
price-designation`.split(/\s+/)

test.each([BY_UPDATE, BY_ORDER_DATE])('%s has these columns and one row for each line', async (reportType) => {
  const desk = await reportDesk()
  const orderId = desk.control.placeOrder({
    aliases: ['OWN-7'],
    programs: ['AMAZON_BUSINESS'],
    buyer: { purchaseOrderNumber: 'PO-7' },
    createdAt: '2026-11-10T09:00:00Z',
    lines: [
      {
        sku: 'MUG-BLUE',
        quantity: 2,
        price: '12.00',
        discount: '2.00',
        shippingDiscount: '1.00',
        promotionIds: ['P1', 'P2'],
      },
      { sku: 'TOWEL', price: '18.00', gift: { wrapPrice: '3.00' }, businessPrice: true, asin: 'B000000001' },
    ],
  })
  const [first, second, ...more] = await desk.rows({ reportType })
  expect(Object.keys(first ?? {})).toEqual(COLUMNS)
  expect(more).toEqual([])
  const address = desk.control.order(orderId)?.recipient?.deliveryAddress
  expect(first).toMatchObject({
    'amazon-order-id': orderId,
    'merchant-order-id': 'OWN-7',
    'purchase-date': '2026-11-10T09:00:00+00:00',
    'last-updated-date': '2026-11-10T09:00:00+00:00',
    'order-status': 'Unshipped',
    'fulfillment-channel': 'Merchant',
    'sales-channel': 'Amazon.com',
    'ship-service-level': 'Std US D2D Dom',
    sku: 'MUG-BLUE',
    'item-status': 'Unshipped',
    quantity: '2',
    currency: 'USD',
    'item-price': '24.00',
    'item-tax': '1.68',
    'shipping-price': '4.49',
    'shipping-tax': '0.31',
    'item-promotion-discount': '2.00',
    'ship-promotion-discount': '1.00',
    'ship-city': address?.city,
    'ship-postal-code': address?.postalCode,
    'promotion-ids': 'P1,P2',
    'is-business-order': 'true',
    'purchase-order-number': 'PO-7',
    'price-designation': '',
  })
  expect(second).toMatchObject({
    'amazon-order-id': orderId,
    sku: 'TOWEL',
    asin: 'B000000001',
    'item-price': '18.00',
    'gift-wrap-price': '3.00',
    'gift-wrap-tax': '0.21',
    'price-designation': 'Business Price',
  })
})

test('optional columns come when the seller has switched them on', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder()
  desk.control.setReports({ optionalColumns: ['number-of-items', 'address-type', 'tax-collection-model'] })
  expect((await desk.rows())[0]).toMatchObject({
    'number-of-items': '1',
    'address-type': 'RESIDENTIAL',
    'tax-collection-model': 'MarketplaceFacilitator',
  })
})

test('statuses are spelled as in Orders v0, and a pending order has neither price nor place', async () => {
  const desk = await reportDesk()
  const place = (status: string) => desk.control.placeOrder({ status, lines: [{ sku: status, quantity: 2 }] })
  for (const status of ['PENDING_AVAILABILITY', 'PENDING', 'PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED']) place(status)
  const rows = await desk.rows()
  expect(rows.map((row) => [row.sku, row['order-status'], row['item-status']])).toEqual([
    ['PENDING_AVAILABILITY', 'PendingAvailability', 'Unshipped'],
    ['PENDING', 'Pending', 'Unshipped'],
    ['PARTIALLY_SHIPPED', 'PartiallyShipped', 'Unshipped'],
    ['SHIPPED', 'Shipped', 'Shipped'],
    ['CANCELLED', 'Canceled', 'Cancelled'],
  ])
  const pending = rows[1] ?? {}
  for (const column of ['currency', 'item-price', 'item-tax', 'shipping-price', 'ship-city', 'ship-postal-code'])
    expect(pending[column], column).toBe('')
  expect(rows[4]?.['item-price']).toBe('20.00')
})

test('a title keeps its quotation mark, and loses only what would break the row', async () => {
  const desk = await reportDesk()
  desk.control.placeOrder({ lines: [{ sku: 'A', title: '"Sea\tMug\n5" wide' }, { sku: 'B' }] })
  expect((await desk.rows()).map((row) => [row.sku, row['product-name']])).toEqual([
    ['A', '"Sea Mug 5" wide'],
    ['B', 'Harbor Goods B'],
  ])
})

test('the unshipped-orders report holds what is to be shipped, without prices, by when it became shippable', async () => {
  const desk = await reportDesk()
  const id = desk.control.placeOrder({ lines: [{ sku: 'MUG-BLUE', quantity: 3 }], createdAt: '2026-11-09T12:00:00Z' })
  desk.control.alterOrder(id, { ship: { 'MUG-BLUE': 1 } })
  const waiting = desk.control.placeOrder({ status: 'PENDING', createdAt: '2026-11-09T12:00:00Z' })
  desk.control.placeOrder({ fulfilledBy: 'AMAZON' })
  desk.control.placeOrder({ status: 'SHIPPED' })
  const all = { reportType: ACTIONABLE, dataStartTime: undefined }
  const read = async (more: Record<string, unknown>) => {
    const { reportDocumentId } = await desk.finished({ ...all, ...more })
    const token = (await desk.restrictedToken(reportDocumentId)).body.restrictedDataToken
    return desk.read((await desk.document(reportDocumentId, token)).body)
  }
  const text = await read({})
  const [header = '', row = '', ...more] = text.split('\r\n')
  expect([header.split('\t').length, header]).toEqual([27, expect.not.stringContaining('price\t')])
  expect(more).toEqual([''])
  const cells = Object.fromEntries(header.split('\t').map((name, at) => [name, row.split('\t')[at]]))
  expect(cells).toMatchObject({
    'order-id': id,
    'quantity-purchased': '3',
    'quantity-shipped': '1',
    'quantity-to-ship': '2',
    'recipient-name': desk.control.order(id)?.recipient?.deliveryAddress?.name,
    'payments-date': '2026-11-09T12:00:00+00:00',
  })
  desk.control.alterOrder(waiting, { status: 'UNSHIPPED' })
  expect(await read({ dataStartTime: '2026-11-10T00:00:00Z' })).toContain(waiting)
  expect(await read({ reportType: NEW_ORDERS })).toContain('buyer-name')
})

test.each([
  ['UTF-8', 'Stöhr “Größe” 漢字', 'Stöhr “Größe” 漢字'],
  ['Cp1252', 'Stöhr “Größe” 漢字', 'Stöhr “Größe” ??'],
  ['Shift_JIS', 'ハーバー 漢字 ﾃｽﾄ ö', 'ハーバー 漢字 ﾃｽﾄ ?'],
] as const)('a report may be in %s, and its header says so', async (encoding, title, expected) => {
  const desk = await reportDesk()
  desk.control.setReports({ encodings: { [US]: encoding } })
  desk.control.placeOrder({ lines: [{ sku: 'A', title }] })
  expect((await desk.rows())[0]?.['product-name']).toBe(expected)
  expect(encodeText('A', encoding)).toEqual(Buffer.from('A'))
})

test.each([
  ['A1VC38T7YXB528', 'Shift_JIS'],
  ['A1PA6795UKMFR9', 'Cp1252'],
  ['A2Q3Y263D00KWC', 'UTF-8'],
])('the files of %s are in %s', async (id, encoding) => {
  const desk = await reportDesk()
  desk.control.putSeller({ sellerId: SELLER, marketplaces: [{ id }] })
  desk.control.placeOrder({ marketplaceId: id })
  const { reportDocumentId } = await desk.finished({ marketplaceIds: [id] })
  const { url } = (await desk.document(reportDocumentId)).body
  expect((await fetch(url)).headers.get('content-type')).toBe(`text/plain; charset=${encoding}`)
})

test('a report holds ten thousand orders', async () => {
  const desk = await reportDesk()
  const ids = desk.control.placeOrders({}, 10_000)
  expect((await desk.rows()).map((row) => row['amazon-order-id'])).toEqual(ids)
})
