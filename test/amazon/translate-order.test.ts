import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireOrder } from '#amazon/port.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import { usd, wireLine, wireOrder } from './wire-orders.ts'

const translated = (wire: WireOrder) => {
  const result = translateOrder(wire)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const order = (wire: WireOrder) => translated(wire).order
const line = (changes: Parameters<typeof wireLine>[0]) =>
  order(wireOrder({ orderItems: [wireLine(changes)] })).lines[0]!

describe('translate order', () => {
  it('[O5] that the buyer gave a purchase order number is told, the number is not', () => {
    const told = order(wireOrder({ buyer: { buyerPurchaseOrderNumber: 'PO-ZQ-1' } }))
    expect(told.hasPurchaseOrder).toBe(true)
    expect(JSON.stringify(told)).not.toContain('PO-ZQ-1')
    for (const buyer of [{}, { buyerPurchaseOrderNumber: ' ' }, 'odd', { buyerPurchaseOrderNumber: { odd: 1 } }])
      expect(order(wireOrder({ buyer })).hasPurchaseOrder).toBe(false)
  })

  it('[O16] that the buyer asks to cancel a line is told, the reason is not', () => {
    const [item] = wireOrder().orderItems as object[]
    const cancellation = { cancellationRequest: { requester: 'BUYER', cancelReason: 'Zorbalina moved' } }
    const told = order(wireOrder({ orderItems: [{ ...item, cancellation }] }))
    expect(told.lines[0]?.cancellationRequested).toBe(true)
    expect(JSON.stringify(told)).not.toContain('Zorbalina')
    const done = { cancellationExecution: { cancelledBy: 'BUYER', cancelReason: 'x' } }
    expect(order(wireOrder({ orderItems: [{ ...item, cancellation: done }] })).lines[0]?.cancellationRequested).toBe(
      false,
    )
  })

  it('[O1] an order is told in our words', () => {
    expect(order(wireOrder())).toEqual({
      id: '111-0000001-0000001',
      marketplaceId: 'ATVPDKIKX0DER',
      placedAt: Date.parse('2026-11-01T10:00:00Z'),
      updatedAt: Date.parse('2026-11-01T10:30:00Z'),
      status: 'UNSHIPPED',
      fulfilledBy: 'MERCHANT',
      serviceLevel: 'STANDARD',
      shipBy: Date.parse('2026-11-03T07:59:59Z'),
      deliverBy: Date.parse('2026-11-08T07:59:59Z'),
      programs: ['PRIME'],
      replaces: null,
      shipTo: { country: 'US', state: 'WA' },
      hasPurchaseOrder: false,
      currency: 'USD',
      grandTotal: { minor: 4320, currency: 'USD' },
      packages: null,
      outsideLines: 0,
      flags: [],
      lines: [
        {
          lineId: '11000000000001',
          asin: 'B0EXAMPLE1',
          sellerSku: 'CLEAT-4',
          title: 'Brass cleat',
          quantity: 2,
          quantityFulfilled: 0,
          gift: false,
          particulars: null,
          cancellationRequested: false,
          money: {
            item: 4000,
            shipping: 0,
            giftWrap: 0,
            other: 0,
            tax: 320,
            marketplaceTax: 0,
            discount: 0,
            total: 4320,
          },
        },
      ],
    })
  })

  it('[O9] where it goes is told for rating', () => {
    expect(translated(wireOrder()).destination).toEqual({
      country: 'US',
      state: 'WA',
      postalCode: '98101-1234',
      poBox: false,
      military: false,
    })
  })

  it('[O9] an address without a street and a postal code, as an application without the role gets it, is no destination', () => {
    const deliveryAddress = { city: 'Seattle', stateOrRegion: 'WA', countryCode: 'US' }
    expect(translated(wireOrder({ recipient: { deliveryAddress } })).destination).toBeNull()
    expect(translated(wireOrder({ recipient: undefined })).destination).toBeNull()
  })

  it('[O1] numbers and texts may stand for each other', () => {
    const odd = line({ quantityOrdered: '3', orderItemId: 11000000000009, fulfillment: { quantityFulfilled: '1.0' } })
    expect(odd).toMatchObject({ lineId: '11000000000009', quantity: 3, quantityFulfilled: 1 })
    expect(
      line({
        proceeds: {
          proceedsTotal: { amount: 12.5, currencyCode: 'USD' },
          breakdowns: [{ type: 'ITEM', subtotal: usd('12.5') }],
        },
      }).money?.total,
    ).toBe(1250)
  })

  it('[O10] values that Amazon adds tomorrow are kept as text', () => {
    const fulfillment = {
      fulfillmentStatus: 'INVOICE_UNCONFIRMED',
      fulfilledBy: 'A_DRONE',
      fulfillmentServiceLevel: 'TELEPORT',
    }
    expect(order(wireOrder({ fulfillment, programs: ['PRIME', 'TOMORROW'] }))).toMatchObject({
      status: 'INVOICE_UNCONFIRMED',
      fulfilledBy: 'A_DRONE',
      serviceLevel: 'TELEPORT',
      programs: ['PRIME', 'TOMORROW'],
    })
  })

  it('[O13] without its fulfillment block an order has no status', () => {
    expect(order(wireOrder({ fulfillment: undefined }))).toMatchObject({
      status: null,
      fulfilledBy: null,
      serviceLevel: null,
      shipBy: null,
      deliverBy: null,
    })
  })

  it('[O13] a line that Amazon cancelled down to nothing is a line of 0', () => {
    expect(line({ quantityOrdered: 0 }).quantity).toBe(0)
  })

  it('[O11] the SKU is kept exactly, whatever its length and signs', () => {
    for (const sku of ['a/b #1 50%', ' lead and trail ', '⚓-ANKER-🛶', 'x'.repeat(4000), '0012'])
      expect(line({ product: { sellerSku: sku } }).sellerSku).toBe(sku)
  })

  it('[O11] a line without a SKU stays in the order', () => {
    expect(line({ product: { asin: 'B0EXAMPLE2', title: 'Fitting at home' } })).toMatchObject({
      sellerSku: '',
      asin: 'B0EXAMPLE2',
    })
  })

  it('[O1] a title is cut to 500 characters, never through an emoji', () => {
    expect(line({ product: { title: 'é'.repeat(600) } }).title).toBe('é'.repeat(500))
    expect(line({ product: { title: `${'x'.repeat(499)}🛶 canoe` } }).title).toBe('x'.repeat(499))
  })

  it('[O1] half an emoji, as a title cut by others holds, cannot break what is stored', () => {
    expect(line({ product: { sellerSku: '\udef6-1', title: '⚓ canoe \ud83d' } })).toMatchObject({
      sellerSku: '\ufffd-1',
      title: '⚓ canoe \ufffd',
    })
  })

  it('[O1] a gift is a gift by its option, with or without a message', () => {
    expect(line({ fulfillment: { packing: { giftOption: { giftWrapLevel: 'PREMIUM' } } } }).gift).toBe(true)
    expect(line({ fulfillment: { packing: {} } }).gift).toBe(false)
  })

  it('[O1] a replacement names the order it replaces', () => {
    const associatedOrders = [{ orderId: '111-0000000-0000009', associationType: 'REPLACEMENT_ORIGINAL_ID' }]
    expect(order(wireOrder({ associatedOrders })).replaces).toBe('111-0000000-0000009')
  })

  const twice = [wireLine(), wireLine()]
  it.each<[string, WireOrder]>([
    ['orderId', wireOrder({ orderId: undefined })],
    ['orderId', wireOrder({ orderId: '111/../222' })],
    ['createdTime', wireOrder({ createdTime: 'yesterday' })],
    ['createdTime', wireOrder({ createdTime: '2026-11-01' })],
    ['lastUpdatedTime', wireOrder({ lastUpdatedTime: undefined })],
    ['lastUpdatedTime', wireOrder({ lastUpdatedTime: '2026-13-45T10:00:00Z' })],
    ['fulfillment', wireOrder({ fulfillment: 'UNSHIPPED' })],
    ['fulfillment.fulfillmentStatus', wireOrder({ fulfillment: { fulfillmentStatus: {} } })],
    ['orderItems', wireOrder({ orderItems: undefined })],
    ['orderItems', wireOrder({ orderItems: {} })],
    ['orderItems[0]', wireOrder({ orderItems: [null] })],
    ['orderItems[0].product', wireOrder({ orderItems: [wireLine({ product: undefined })] })],
    ['orderItems[1].orderItemId', wireOrder({ orderItems: twice })],
    ['orderItems[0].quantityOrdered', wireOrder({ orderItems: [wireLine({ quantityOrdered: -1 })] })],
    ['orderItems[0].quantityOrdered', wireOrder({ orderItems: [wireLine({ quantityOrdered: 1.5 })] })],
    ['orderItems[0].quantityOrdered', wireOrder({ orderItems: [wireLine({ quantityOrdered: 'two' })] })],
    ['orderItems[0].quantityOrdered', wireOrder({ orderItems: [wireLine({ quantityOrdered: 1e12 })] })],
    ['orderItems[0].product.sellerSku', wireOrder({ orderItems: [wireLine({ product: { sellerSku: 'A\0B' } })] })],
    [
      'orderItems[0].proceeds.proceedsTotal',
      wireOrder({ orderItems: [wireLine({ proceeds: { proceedsTotal: usd('12,50') } })] }),
    ],
    ['proceeds.grandTotal', wireOrder({ proceeds: { grandTotal: { amount: '1.00', currencyCode: 'dollars' } } })],
    ['recipient.deliveryAddress.postalCode', wireOrder({ recipient: { deliveryAddress: { postalCode: ['98101'] } } })],
    ['order', { notAnOrder: null }],
  ])('[O12] an unreadable order is a problem that names the field %s', (field, wire) => {
    expect(translateOrder(wire)).toMatchObject({ ok: false, problem: { code: 'unreadable-order', facts: { field } } })
  })

  it('[O1] a problem never quotes what could not be read', () => {
    const wire = wireOrder({ recipient: { deliveryAddress: { postalCode: ['MARKER'], countryCode: 'MARKER\0' } } })
    expect(JSON.stringify(translateOrder(wire))).not.toContain('MARKER')
  })

  it('[O12] no answer of Amazon, however odd, makes the translation throw', () => {
    const names = [
      'orderId',
      'orderItems',
      'proceeds',
      'fulfillment',
      'recipient',
      'deliveryAddress',
      'product',
      'breakdowns',
      'subtotal',
      'amount',
    ]
    const odd = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        tie('block'),
      ),
      block: fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie('value'), { maxKeys: 6 }),
    })).block
    fc.assert(
      fc.property(fc.oneof(odd, fc.object()), fc.boolean(), (changes, onTop) => {
        const wire = onTop ? wireOrder(changes as object) : (changes as WireOrder)
        expect(typeof translateOrder(wire).ok).toBe('boolean')
      }),
      { numRuns: 500 },
    )
  })
})
