import { expect, test } from 'vitest'
import { CLIENT, HOUR, sellerCentral } from './seller-central.ts'

const PLAIN = 'inventory-and-order-tracking'
const RICH = {
  buyer: { companyName: 'Example Trading LLC', purchaseOrderNumber: 'PO-7' },
  lines: [
    {
      sku: 'MUG-BLUE',
      price: '12.00',
      gift: { message: 'Invented wishes', wrapLevel: 'STANDARD', wrapPrice: '3.99' },
      promotionIds: ['HARBOR'],
    },
  ],
  deliveryInstruction: 'Ring twice',
}

test('without includedData only the required fields and the plain ones arrive', async () => {
  const amazon = await sellerCentral()
  const { order } = (await amazon.order(amazon.control.placeOrder(RICH), 'BUYER')).body
  expect(Object.keys(order).sort()).toEqual(
    ['buyer', 'createdTime', 'lastUpdatedTime', 'orderId', 'orderItems', 'programs', 'salesChannel'].sort(),
  )
  expect(Object.keys(order.orderItems[0]).sort()).toEqual(['orderItemId', 'product', 'quantityOrdered'])
})

test.each([
  ['BUYER', 'buyer'],
  ['RECIPIENT', 'recipient'],
  ['PROCEEDS', 'proceeds'],
  ['PAYMENT', 'payment'],
  ['FULFILLMENT', 'fulfillment'],
  ['PACKAGES', 'packages'],
])('%s brings %s, and nothing else brings it', async (dataset, block) => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder(RICH)
  amazon.control.alterOrder(id, { ship: 'all' })
  expect((await amazon.order(id, dataset)).body.order[block]).toBeDefined()
  const others = ['BUYER', 'RECIPIENT', 'PROCEEDS', 'PAYMENT', 'FULFILLMENT', 'PACKAGES'].filter((d) => d !== dataset)
  expect((await amazon.order(id, others.join(','))).body.order[block]).toBeUndefined()
})

test.each([
  ['PROCEEDS', 'proceeds'],
  ['PROMOTION', 'promotion'],
  ['CANCELLATION', 'cancellation'],
  ['FULFILLMENT', 'fulfillment'],
  ['TAX', 'tax'],
])('%s brings %s of each line', async (dataset, block) => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder(RICH)
  amazon.control.alterOrder(id, { requestCancellation: {} })
  expect((await amazon.order(id, dataset)).body.order.orderItems[0][block]).toBeDefined()
  expect((await amazon.order(id, 'BUYER')).body.order.orderItems[0][block]).toBeUndefined()
})

test('without the delivery role the address is a town without name, street, postal code and phone', async () => {
  const amazon = await sellerCentral()
  amazon.control.putApp({ clientId: CLIENT, roles: [PLAIN, 'tax-invoicing'] })
  const { order } = (await amazon.order(amazon.control.placeOrder(RICH))).body
  expect(Object.keys(order.recipient.deliveryAddress).sort()).toEqual([
    'addressType',
    'city',
    'countryCode',
    'stateOrRegion',
  ])
  expect(order.recipient.deliveryPreference).toBeUndefined()
  expect(order.buyer.buyerEmail).toBeUndefined()
  expect(order.buyer.buyerName).toBeDefined()
  expect(order.orderItems[0].fulfillment.packing.giftOption).toEqual({ giftWrapLevel: 'STANDARD' })
})

test('without a tax role the buyer has no name', async () => {
  const amazon = await sellerCentral()
  amazon.control.putApp({ clientId: CLIENT, roles: [PLAIN, 'direct-to-consumer'] })
  const { buyer, recipient } = (await amazon.order(amazon.control.placeOrder(RICH))).body.order
  expect(Object.keys(buyer).sort()).toEqual(['buyerCompanyName', 'buyerEmail', 'buyerPurchaseOrderNumber'])
  expect(recipient.deliveryAddress.name).toBeDefined()
  expect(recipient.deliveryPreference).toEqual({ addressInstruction: 'Ring twice' })
})

test('the gift message travels with FULFILLMENT', async () => {
  const amazon = await sellerCentral()
  const { order } = (await amazon.order(amazon.control.placeOrder(RICH), 'FULFILLMENT')).body
  expect(order.orderItems[0].fulfillment.packing.giftOption.giftMessage).toBe('Invented wishes')
})

test('an order that Amazon fulfills has no e-mail, phone, name or street', async () => {
  const amazon = await sellerCentral()
  const { order } = (await amazon.order(amazon.control.placeOrder({ ...RICH, fulfilledBy: 'AMAZON' }))).body
  expect(order.buyer.buyerEmail).toBeUndefined()
  expect(Object.keys(order.recipient.deliveryAddress).sort()).toEqual([
    'addressType',
    'city',
    'countryCode',
    'postalCode',
    'stateOrRegion',
  ])
})

test.each(['PENDING', 'PENDING_AVAILABILITY'])('a %s order has no address, e-mail or price', async (status) => {
  const amazon = await sellerCentral()
  const { order } = (await amazon.order(amazon.control.placeOrder({ ...RICH, status }))).body
  expect([order.recipient, order.proceeds, order.payment, order.buyer.buyerEmail]).toEqual(Array(4).fill(undefined))
  expect([order.orderItems[0].proceeds, order.orderItems[0].product.price]).toEqual([undefined, undefined])
  expect(order.orderItems[0].fulfillment.packing.giftOption.giftMessage).toBeUndefined()
})

test('a pending order shows address and price once it is payable', async () => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder({ status: 'PENDING' })
  amazon.control.alterOrder(id, { status: 'UNSHIPPED' })
  const { order } = (await amazon.order(id)).body
  expect(order.recipient.deliveryAddress.addressLine1).toBeDefined()
  expect(order.proceeds.grandTotal).toEqual({ amount: '17.64', currencyCode: 'USD' })
})

test('a cancelled order has no e-mail', async () => {
  const amazon = await sellerCentral()
  const { order } = (await amazon.order(amazon.control.placeOrder({ status: 'CANCELLED' }))).body
  expect(order.buyer.buyerEmail).toBeUndefined()
})

test('the phone of a shipped order disappears after the latest delivery date', async () => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder()
  amazon.control.alterOrder(id, { ship: 'all' })
  expect((await amazon.order(id)).body.order.recipient.deliveryAddress.phone).toMatch(/555-01\d\d$/)
  amazon.control.advance(30 * 24 * HOUR)
  const headers = { 'x-amz-access-token': await amazon.accessToken() }
  const late = await amazon.get(`/orders/2026-01-01/orders/${id}?includedData=RECIPIENT`, headers)
  expect(late.body.order.recipient.deliveryAddress.phone).toBeUndefined()
})

test('a raw order is answered as it was put, if it is to be unfiltered', async () => {
  const amazon = await sellerCentral()
  const template = amazon.control.order(amazon.control.placeOrder())
  const raw = { ...structuredClone(template), orderId: '111-2222222-3333333', somethingNew: [1] } as never
  const id = amazon.control.placeRaw({ order: raw, unfiltered: true })
  expect((await amazon.order(id, 'BUYER')).body.order).toEqual(raw)
})
