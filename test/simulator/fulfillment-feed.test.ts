import { expect, test } from 'vitest'
import { envelope } from './feed-desk.ts'
import { counts, words } from './feed-report.ts'
import { MUG, shippingDesk, TEA } from './shipping-desk.ts'

const XML_TYPE = 'POST_ORDER_FULFILLMENT_DATA'
const UPS = '<CarrierCode>UPS</CarrierCode>'
const DATE = '<FulfillmentDate>2026-11-10T12:30:00Z</FulfillmentDate>'

type Parts = { id?: string; own?: string; date?: string; data?: string; items?: string }

/** The body of a message about an order: everything that is left, by UPS, without a tracking number. */
const body = (orderId: string, { own = '', date = DATE, data = UPS, items = '' }: Parts = {}) =>
  `<AmazonOrderID>${orderId}</AmazonOrderID>${own}${date}${data && `<FulfillmentData>${data}</FulfillmentData>`}${items}`
const item = (id: string, quantity?: number) =>
  `<Item><AmazonOrderItemCode>${id}</AmazonOrderItemCode>${quantity === undefined ? '' : `<Quantity>${quantity}</Quantity>`}</Item>`
const tracked = (number: string) => `${UPS}<ShipperTrackingNumber>${number}</ShipperTrackingNumber>`
const own = (id: number) => `<MerchantFulfillmentID>${id}</MerchantFulfillmentID>`
async function fulfillmentDesk(draft: Parameters<typeof shippingDesk>[0] = {}) {
  const desk = await shippingDesk(draft)
  const run = (...bodies: string[]) => desk.run(XML_TYPE, envelope('OrderFulfillment', bodies))
  return { ...desk, run }
}

test('a parcel without a tracking number ships the order; Amazon numbers the package itself', async () => {
  const desk = await fulfillmentDesk()
  const report = await desk.run(body(desk.orderId, { own: own(77) }))
  expect([counts(report), words(report)]).toEqual([[1, 1, 0, 0], []])
  expect(report).toContain('<StatusCode>Complete</StatusCode>')
  expect([desk.status(), desk.units()]).toEqual([
    'SHIPPED',
    [
      [2, 0],
      [1, 0],
    ],
  ])
  const [only] = desk.packages()
  expect(only).toMatchObject({ packageReferenceId: '1', carrier: 'UPS', shipTime: '2026-11-10T12:30:00.000Z' })
  expect(only).not.toHaveProperty('trackingNumber')
})

test('a feed changes nothing before its work ends', async () => {
  const desk = await fulfillmentDesk()
  await desk.give(XML_TYPE, envelope('OrderFulfillment', [body(desk.orderId)]))
  desk.control.advance(89_999)
  expect(desk.status()).toBe('UNSHIPPED')
  desk.control.advance(1)
  expect(desk.status()).toBe('SHIPPED')
})

test('parts get the next free numbers, beside those of confirmShipment', async () => {
  const desk = await fulfillmentDesk()
  await desk.confirm({ packageReferenceId: '2', orderItems: [{ orderItemId: TEA, quantity: 1 }] })
  const report = await desk.run(
    body(desk.orderId, { items: item(MUG, 1), data: tracked('T1') }),
    body(desk.orderId, { items: item(MUG), data: tracked('T2') }),
  )
  expect(counts(report)).toEqual([2, 2, 0, 0])
  expect(desk.packages().map((p) => [p.packageReferenceId, p.trackingNumber, p.packageItems?.[0]?.quantity])).toEqual([
    ['2', '9400100000000000000001', 1],
    ['1', 'T1', 1],
    ['3', 'T2', 1],
  ])
})

test('the same merchant fulfillment id of the same order is an edit, in a later feed too', async () => {
  const desk = await fulfillmentDesk()
  const part = { own: own(5), items: item(MUG, 1) }
  await desk.run(body(desk.orderId, part))
  await desk.run(body(desk.orderId, { ...part, data: tracked('LATER') }))
  expect([desk.status(), desk.packages()]).toMatchObject([
    'PARTIALLY_SHIPPED',
    [{ packageReferenceId: '1', trackingNumber: 'LATER', packageItems: [{ orderItemId: MUG, quantity: 1 }] }],
  ])
})

test('without it the same message a second time is one more package, or refused when nothing is left', async () => {
  const desk = await fulfillmentDesk()
  const part = body(desk.orderId, { items: item(MUG, 1) })
  await desk.run(part)
  expect(counts(await desk.run(part))).toEqual([1, 1, 0, 0])
  expect(desk.packages().length).toBe(2)
  expect(words(await desk.run(part))).toEqual(['Only 0 units of 10000000000001 are left to ship, not 1.'])
  expect(counts(await desk.run(body(desk.orderId)))).toEqual([1, 1, 0, 0])
  expect(words(await desk.run(body(desk.orderId)))).toEqual([expect.stringContaining('order already fulfilled')])
})

test('a carrier of its own name, a method, codes and the seller’s own numbers are taken', async () => {
  const desk = await fulfillmentDesk({ aliases: ['OWN-7'] })
  const data = '<CarrierName>Pony &amp; Sons</CarrierName><ShippingMethod>Horse</ShippingMethod>'
  const line = `<Item><AmazonOrderItemCode>${MUG}</AmazonOrderItemCode><Quantity>1</Quantity><TransparencyCode>AZ:1</TransparencyCode></Item>`
  const report = await desk.run(
    `<MerchantOrderID>OWN-7</MerchantOrderID>${DATE}<FulfillmentData>${data}</FulfillmentData>${line}`,
  )
  expect(words(report)).toEqual([])
  expect(desk.packages()).toMatchObject([
    {
      carrier: 'Pony & Sons',
      shippingService: 'Horse',
      packageItems: [{ orderItemId: MUG, quantity: 1, transparencyCodes: ['AZ:1'] }],
    },
  ])
})

test.each<[string, Parts, RegExp]>([
  ['an unknown item', { items: item('9', 1) }, /order item '9' is not one of order/],
  ['more than is left', { items: item(MUG, 3) }, /Only 2 units .* not 3/],
  [
    'no quantity',
    { items: `<Item><AmazonOrderItemCode>${MUG}</AmazonOrderItemCode><Quantity>0</Quantity></Item>` },
    /'0' is not a positive/,
  ],
  ['no carrier at all', { data: '' }, /A carrier is required/],
  ['an unknown carrier', { data: '<CarrierCode>ups</CarrierCode>' }, /carrier code 'ups'/],
  ['both carrier code and name', { data: `${UPS}<CarrierName>x</CarrierName>` }, /Invalid content .* 'CarrierName'/],
  ['a name of 51 letters', { data: `<CarrierName>${'x'.repeat(51)}</CarrierName>` }, /1 to 50/],
  [
    'tracking before the carrier',
    { data: `<ShipperTrackingNumber>1</ShipperTrackingNumber>${UPS}` },
    /Invalid content/,
  ],
  ['no date', { date: '' }, /FulfillmentDate.*is expected/],
  ['a day as date', { date: '<FulfillmentDate>2026-11-10</FulfillmentDate>' }, /not a date/],
  ['a date in the future', { date: '<FulfillmentDate>2026-11-11T12:30:00Z</FulfillmentDate>' }, /in the future/],
  ['a date before the order', { date: '<FulfillmentDate>2026-11-09T12:30:00Z</FulfillmentDate>' }, /before the order/],
  ['a fulfillment id with letters', { own: '<MerchantFulfillmentID>A1</MerchantFulfillmentID>' }, /not numeric/],
  ['an element that no one knows', { items: '<Weight>1</Weight>' }, /Invalid content .* 'Weight'/],
])('a message is refused for %s, and the others of the feed are done', async (_, parts, message) => {
  const desk = await fulfillmentDesk()
  const other = desk.control.placeOrder()
  const report = await desk.run(body(desk.orderId, parts), body(other, { date: DATE.replace('12:30', '13:00') }))
  expect(counts(report)).toEqual([2, 1, 1, 0])
  expect(words(report)).toEqual([expect.stringMatching(message)])
  expect(report).toMatch(
    /<Result>\s*<MessageID>1<\/MessageID>\s*<ResultCode>Error<\/ResultCode>\s*<ResultMessageCode>\d+</,
  )
  expect([desk.status(), desk.packages(), desk.status(other)]).toEqual(['UNSHIPPED', [], 'SHIPPED'])
})

test('orders that are unknown, cancelled, pending or Amazon’s are refused by name', async () => {
  const desk = await fulfillmentDesk({ status: 'CANCELLED' })
  const pending = desk.control.placeOrder({ status: 'PENDING' })
  const plus = desk.control.placeOrder({ programs: ['FBM_SHIP_PLUS'] })
  const now = DATE.replace('12:30', '13:00')
  const report = await desk.run(
    ...[desk.orderId, pending, plus, '111-0000000-0000000'].map((id) => body(id, { date: now })),
  )
  expect(words(report)).toEqual([
    expect.stringContaining('Failed to find order item list'),
    expect.stringContaining('in status PENDING'),
    expect.stringContaining('Ship+'),
    expect.stringContaining("'111-0000000-0000000' is not known"),
  ])
  expect(report).toContain('<AdditionalInfo><AmazonOrderID>111-0000000-0000000</AmazonOrderID></AdditionalInfo>')
})

test('a package of a feed can be dropped, or lose its tracking number', async () => {
  const desk = await fulfillmentDesk()
  desk.control.addFault({ operation: 'createFeed', kind: 'drop-package' })
  expect(counts(await desk.run(body(desk.orderId)))).toEqual([1, 1, 0, 0])
  expect(desk.packages()).toEqual([])
  desk.control.addFault({ operation: 'createFeed', kind: 'drop-tracking' })
  await desk.run(body(desk.orderId, { data: tracked('T1') }))
  expect(desk.packages().map((p) => p.trackingNumber)).toEqual([undefined])
})
