import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buyerDataOf, needsNoBuyerData, orderIdOf, withoutBuyerData } from '#amazon/strip-buyer.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import type { AmazonLine } from '#core/orders/amazon-order.ts'
import { particularsOrNull } from '#core/orders/line-particulars.ts'
import { wireLine, wireOrder } from './wire-orders.ts'

const MARK = 'MARKER-OF-A-BUYER'
const address = {
  name: MARK,
  companyName: MARK,
  addressLine1: MARK,
  addressLine2: MARK,
  addressLine3: MARK,
  city: MARK,
  districtOrCounty: MARK,
  stateOrRegion: MARK,
  municipality: MARK,
  postalCode: MARK,
  countryCode: MARK,
  phone: MARK,
  addressType: MARK,
  extendedFields: { streetName: MARK, streetNumber: MARK, complement: MARK, neighborhood: MARK },
}

/** Every field of the model that is a person's, each filled with the marker. */
const personal = {
  buyer: { buyerName: MARK, buyerEmail: MARK, buyerCompanyName: MARK, buyerPurchaseOrderNumber: MARK },
  recipient: {
    deliveryAddress: address,
    deliveryPreference: {
      dropOffLocation: MARK,
      addressInstruction: MARK,
      deliveryCapabilities: [MARK],
      deliveryTime: { businessHours: [{ dayOfWeek: MARK }] },
    },
  },
  tax: {
    taxRegistrations: [
      {
        entityType: MARK,
        legalName: MARK,
        taxRegistrationType: MARK,
        taxRegistrationNumber: MARK,
        taxRegistrationAddress: address,
        taxRegistrationAttributes: [{ key: MARK, value: MARK }],
      },
    ],
    taxInvoicing: { buyerInvoicePreference: MARK, invoiceStatus: 'PENDING' },
  },
  payment: {
    paymentExecutions: [{ paymentMethod: 'PIX', acquirerId: MARK, cardBrand: MARK, authorizationCode: MARK }],
  },
}
const personalLine = wireLine({
  product: { sellerSku: 'CLEAT-4', title: 'Brass cleat', customization: { customizedUrl: MARK } },
  cancellation: {
    cancellationRequest: { requester: 'BUYER', cancelReason: MARK },
    cancellationExecution: { cancelledBy: 'MERCHANT', cancelReason: MARK },
  },
  fulfillment: {
    quantityFulfilled: 0,
    picking: { substitutionPreference: { substitutionType: MARK, substitutionOptions: [{ title: MARK }] } },
    packing: { giftOption: { giftMessage: MARK, giftWrapLevel: 'PREMIUM' } },
  },
})
const marked = wireOrder({ ...personal, orderItems: [wireLine({ orderItemId: '1' }), personalLine] })
const marksIn = (value: unknown) => JSON.stringify(value).split(MARK).length - 1

/** Whether a buyer designed a line is known by buyer data alone. */
const withoutDesign = (line: AmazonLine): AmazonLine => ({
  ...line,
  particulars: line.particulars && particularsOrNull({ ...line.particulars, customized: false }),
})

describe('strip buyer data', () => {
  it('[O1] nothing of a buyer is left in an order without buyer data', () => {
    expect(marksIn(marked)).toBeGreaterThan(40)
    expect(marksIn(withoutBuyerData(marked))).toBe(0)
  })

  it('[O1] a field of tomorrow counts as buyer data, wherever it stands', () => {
    const wire = wireOrder({
      salesChannel: { channelName: 'AMAZON', shopperNote: MARK },
      fulfillment: { fulfillmentStatus: 'UNSHIPPED', neighbour: { name: MARK } },
      orderItems: [wireLine({ engraving: MARK } as object)],
      packages: [{ packageReferenceId: '1', receivedBy: MARK }],
    })
    const stripped = withoutBuyerData({ ...wire, householdMembers: [MARK], [MARK]: 1 })
    expect(marksIn(stripped)).toBe(0)
    expect(stripped).toMatchObject({
      fulfillment: { fulfillmentStatus: 'UNSHIPPED' },
      packages: [{ packageReferenceId: '1' }],
    })
  })

  it('[O1] a known field of an unknown shape counts as buyer data', () => {
    const wire = {
      ...wireOrder(),
      orderId: { name: MARK },
      programs: [{ name: MARK }],
      packages: MARK,
      proceeds: [MARK],
      fulfillment: MARK,
    }
    expect(marksIn(withoutBuyerData(wire))).toBe(0)
  })

  it('[O1] what is the merchant’s own stays: amounts, SKUs, packages with their ship-from address', () => {
    const packages = [
      {
        packageReferenceId: '1',
        carrier: 'UPS',
        trackingNumber: '1Z0',
        shipFromAddress: { name: 'Harbor Goods', city: 'Salem' },
        packageItems: [{ orderItemId: '1', quantity: 1 }],
      },
    ]
    const { buyer, recipient, ...rest } = wireOrder({ packages })
    expect(withoutBuyerData(wireOrder({ packages }))).toEqual(rest)
  })

  it('[O1] an order says the same with and without its buyer data, but that there was a purchase order number and a design', () => {
    const whole = translateOrder(marked)
    const stripped = translateOrder(withoutBuyerData(marked))
    expect(whole.ok && stripped.ok && stripped.value).toEqual({
      order: whole.ok && {
        ...whole.value.order,
        hasPurchaseOrder: false,
        lines: whole.value.order.lines.map(withoutDesign),
      },
      buyerData: null,
      destination: null,
    })
  })

  it('[O1] what is taken away is the buyer data, and a line’s part names its line', () => {
    const data = buyerDataOf(marked)
    expect(marksIn(data)).toBe(marksIn(marked))
    expect(data).toEqual({
      buyer: personal.buyer,
      recipient: personal.recipient,
      tax: { taxRegistrations: personal.tax.taxRegistrations, taxInvoicing: { buyerInvoicePreference: MARK } },
      payment: { paymentExecutions: [{ acquirerId: MARK, cardBrand: MARK, authorizationCode: MARK }] },
      orderItems: [
        {
          orderItemId: '11000000000001',
          product: { customization: { customizedUrl: MARK } },
          cancellation: { cancellationRequest: { cancelReason: MARK }, cancellationExecution: { cancelReason: MARK } },
          fulfillment: {
            picking: { substitutionPreference: { substitutionType: MARK, substitutionOptions: [{ title: MARK }] } },
            packing: { giftOption: { giftMessage: MARK } },
          },
        },
      ],
    })
  })

  it('[O1] an order that holds none has no buyer data', () => {
    expect(buyerDataOf(wireOrder({ buyer: {}, recipient: undefined }))).toBeNull()
  })

  it('[O1] every text of any answer ends in exactly one of the two parts or is nothing', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 4 }), (odd) => {
        const wire = { ...wireOrder(), ...odd }
        const again = withoutBuyerData(withoutBuyerData(wire))
        expect(again).toEqual(withoutBuyerData(wire))
        expect(buyerDataOf(withoutBuyerData(wire))).toBeNull()
      }),
    )
  })

  it('[O1] an entry that is no object leaves nothing but its mark', () => {
    expect(withoutBuyerData({ notAnOrder: [MARK] })).toEqual({ notAnOrder: true })
  })

  it.each([
    [{ fulfillmentStatus: 'PENDING', fulfilledBy: 'MERCHANT' }, true],
    [{ fulfillmentStatus: 'PENDING_AVAILABILITY' }, true],
    [{ fulfillmentStatus: 'CANCELLED' }, true],
    [{ fulfillmentStatus: 'SHIPPED' }, true],
    [{ fulfillmentStatus: 'UNSHIPPED', fulfilledBy: 'AMAZON' }, true],
    [{ fulfillmentStatus: 'UNSHIPPED', fulfilledBy: 'MERCHANT' }, false],
    [{ fulfillmentStatus: 'PARTIALLY_SHIPPED' }, false],
    [{ fulfillmentStatus: 'STATUS_OF_TOMORROW' }, false],
    [undefined, false],
  ])('[O1] an order with %j needs no buyer data: %s', (fulfillment, none) => {
    expect(needsNoBuyerData(wireOrder({ fulfillment }))).toBe(none)
  })

  it('[O1] an order without a number has none', () => {
    expect(orderIdOf(wireOrder())).toBe('111-0000001-0000001')
    for (const orderId of ['', '1\0', 'a/b', {}, 'x'.repeat(51)]) expect(orderIdOf(wireOrder({ orderId }))).toBeNull()
    expect(orderIdOf({})).toBeNull()
  })
})
