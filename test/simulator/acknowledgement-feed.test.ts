import { expect, test } from 'vitest'
import { envelope } from './feed-desk.ts'
import { counts, flatCounts, flatRows, tabText, words } from './feed-report.ts'
import { MUG, shippingDesk, TEA } from './shipping-desk.ts'

const item = (id: string, more = '') => `<Item><AmazonOrderItemCode>${id}</AmazonOrderItemCode>${more}</Item>`
const because = (reason: string) => `<CancelReason>${reason}</CancelReason>`
const failure = (orderId: string, items = '') =>
  `<AmazonOrderID>${orderId}</AmazonOrderID><StatusCode>Failure</StatusCode>${items}`
const success = (orderId: string, own: string, items = '') =>
  `<AmazonOrderID>${orderId}</AmazonOrderID><MerchantOrderID>${own}</MerchantOrderID><StatusCode>Success</StatusCode>${items}`

async function acknowledgementDesk(draft: Parameters<typeof shippingDesk>[0] = {}) {
  const desk = await shippingDesk(draft)
  const run = (...bodies: string[]) =>
    desk.run('POST_ORDER_ACKNOWLEDGEMENT_DATA', envelope('OrderAcknowledgement', bodies))
  const flat = (...rows: string[][]) =>
    desk.run(
      'POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA',
      tabText(['order-id', 'amazon-order-item-code', 'cancellation-reason-code'], ...rows),
    )
  return { ...desk, run, flat }
}

test('Failure cancels the whole order, with the reason that was named', async () => {
  const desk = await acknowledgementDesk()
  const report = await desk.run(failure(desk.orderId, item(TEA, because('BuyerCanceled'))))
  expect([counts(report), words(report)]).toEqual([[1, 1, 0, 0], []])
  expect([desk.status(), desk.units()]).toEqual([
    'CANCELLED',
    [
      [0, 0],
      [0, 0],
    ],
  ])
  const executed = { cancelledBy: 'MERCHANT', cancelReason: 'BuyerCanceled' }
  expect(desk.orderNow()?.orderItems.map((i) => i.cancellation?.cancellationExecution)).toEqual([executed, executed])
})

test('Failure without items says that there was no stock', async () => {
  const desk = await acknowledgementDesk()
  await desk.run(failure(desk.orderId))
  expect(desk.orderNow()?.orderItems[0]?.cancellation?.cancellationExecution?.cancelReason).toBe('NoInventory')
})

test('a buyer’s wish to cancel stays beside the cancellation', async () => {
  const desk = await acknowledgementDesk()
  desk.control.alterOrder(desk.orderId, { requestCancellation: { reason: 'Changed my mind', items: [MUG] } })
  await desk.run(failure(desk.orderId))
  expect(desk.orderNow()?.orderItems[0]?.cancellation).toMatchObject({
    cancellationRequest: { requester: 'BUYER', cancelReason: 'Changed my mind' },
    cancellationExecution: { cancelledBy: 'MERCHANT' },
  })
})

test.each(['PENDING', 'SHIPPED', 'PARTIALLY_SHIPPED', 'CANCELLED'])(
  'an order in %s cannot be cancelled',
  async (status) => {
    const desk = await acknowledgementDesk({ status })
    const before = desk.orderNow()
    const report = await desk.run(failure(desk.orderId))
    expect([counts(report), words(report)]).toEqual([[1, 0, 1, 0], [expect.stringContaining(`in status ${status}`)]])
    expect(desk.orderNow()).toEqual(before)
  },
)

test.each<[string, (id: string) => string, RegExp]>([
  [
    'a reason that the schema does not know',
    (id) => failure(id, item(MUG, because('PricingError'))),
    /not facet-valid/,
  ],
  ['an item without a reason', (id) => failure(id, item(MUG)), /CancelReason is required/],
  ['an unknown item', (id) => failure(id, item('9', because('NoInventory'))), /'9' is not one of order/],
  ['a status of another word', (id) => failure(id).replace('Failure', 'Cancel'), /neither Success nor Failure/],
  ['no status', (id) => `<AmazonOrderID>${id}</AmazonOrderID>`, /StatusCode.*is expected/],
  ['an unknown order', () => failure('111-0000000-0000000'), /is not known/],
  [
    'Amazon’s id missing',
    () => '<MerchantOrderID>1</MerchantOrderID><StatusCode>Failure</StatusCode>',
    /AmazonOrderID/,
  ],
])('an acknowledgement is refused for %s', async (_, body, message) => {
  const desk = await acknowledgementDesk()
  expect(words(await desk.run(body(desk.orderId)))).toEqual([expect.stringMatching(message)])
  expect(desk.status()).toBe('UNSHIPPED')
})

test('an order that Amazon fulfills is not the seller’s to cancel', async () => {
  const desk = await acknowledgementDesk({ fulfilledBy: 'AMAZON' })
  expect(words(await desk.run(failure(desk.orderId)))).toEqual([expect.stringContaining('fulfilled by Amazon')])
})

test('Success writes the seller’s own order number, in place of an earlier one', async () => {
  const desk = await acknowledgementDesk()
  await desk.run(success(desk.orderId, 'OWN-1'))
  const first = desk.orderNow()
  expect(first?.orderAliases).toEqual([{ aliasId: 'OWN-1', aliasType: 'SELLER_ORDER_ID' }])
  await desk.run(success(desk.orderId, 'OWN-1'))
  expect(desk.orderNow()).toEqual(first)
  await desk.run(success(desk.orderId, 'OWN-2'))
  expect([desk.orderNow()?.orderAliases, desk.status()]).toEqual([
    [{ aliasId: 'OWN-2', aliasType: 'SELLER_ORDER_ID' }],
    'UNSHIPPED',
  ])
  const answer = await desk.call('GET', `/orders/2026-01-01/orders/${desk.orderId}`)
  expect(answer.body.order.orderAliases).toHaveLength(1)
})

test('own item numbers of a Success are known to a later feed', async () => {
  const desk = await acknowledgementDesk()
  await desk.run(success(desk.orderId, 'OWN-1', item(MUG, '<MerchantOrderItemID>LINE-1</MerchantOrderItemID>')))
  const line = '<Item><MerchantOrderItemID>LINE-1</MerchantOrderItemID></Item>'
  const shipped = `<FulfillmentDate>2026-11-10T12:30:00Z</FulfillmentDate><FulfillmentData><CarrierCode>UPS</CarrierCode></FulfillmentData>${line}`
  const bodies = [`<MerchantOrderID>OWN-1</MerchantOrderID>${shipped}`]
  const feedId = await desk.give('POST_ORDER_FULFILLMENT_DATA', envelope('OrderFulfillment', bodies))
  desk.control.advance(120_000)
  expect((await desk.feed(feedId)).processingStatus).toBe('DONE')
  expect(desk.packages()).toMatchObject([{ packageItems: [{ orderItemId: MUG, quantity: 2 }] }])
})

test.each(['PENDING', 'CANCELLED'])('an order in %s cannot be acknowledged', async (status) => {
  const desk = await acknowledgementDesk({ status })
  expect(words(await desk.run(success(desk.orderId, 'OWN-1')))).toEqual([
    expect.stringContaining(`in status ${status}`),
  ])
  expect(desk.orderNow()?.orderAliases).toBeUndefined()
})

test('a flat file cancels an order once, by any of its lines', async () => {
  const desk = await acknowledgementDesk()
  const report = await desk.flat([desk.orderId, MUG, 'PricingError'], [desk.orderId, TEA, 'PricingError'])
  expect([flatCounts(report), flatRows(report), desk.status()]).toEqual([[2, 2], [], 'CANCELLED'])
  const again = await desk.flat([desk.orderId, '', 'NoInventory'])
  expect([flatCounts(again), flatRows(again)[0]?.at(-1)]).toEqual([
    [1, 0],
    expect.stringContaining('in status CANCELLED'),
  ])
})

test('a flat file is refused row by row', async () => {
  const desk = await acknowledgementDesk()
  const report = await desk.flat(
    [desk.orderId, '9', 'NoInventory'],
    ['111-0000000-0000000', '', 'NoInventory'],
    ['111-0000000-0000001', '', ''],
  )
  expect([flatCounts(report), flatRows(report).map((row) => row[0])]).toEqual([
    [3, 0],
    ['1', '2', '3'],
  ])
  expect(flatRows(await desk.flat([desk.orderId, '', 'CustomerReturn']))[0]?.at(-1)).toContain('not allowed')
  expect(desk.status()).toBe('UNSHIPPED')
})

test.each([
  ['NoInventory', 38],
  ['BuyerCanceled', 40],
])('after %s the listing offers %i units', async (reason, quantity) => {
  const desk = await acknowledgementDesk()
  const offered = () => desk.control.listing('MUG-BLUE')?.live.stock[0]?.quantity
  expect(offered()).toBe(38)
  await desk.run(failure(desk.orderId, item(MUG, because(reason))))
  expect(offered()).toBe(quantity)
})
