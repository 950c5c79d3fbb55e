import { expect, test } from 'vitest'
import { sellerCentral } from './seller-central.ts'

const cents = (amount: string) => Math.round(Number(amount) * 100)

test.each(['negative', 'positive'] as const)('the parts of every amount add up, with a %s discount', async (sign) => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder({
    discountSign: sign,
    lines: [
      { sku: 'A', quantity: 3, price: '9.99', discount: '4.00', shippingDiscount: '1.49', gift: { wrapPrice: '2.50' } },
      { sku: 'B', price: '0.00' },
      { sku: 'C', quantity: 2, price: '19.95' },
    ],
    tip: '2.00',
  })
  const { proceeds, orderItems } = (await amazon.order(id)).body.order
  let sum = 200
  for (const item of orderItems) {
    let total = 0
    for (const { type, subtotal, detailedBreakdowns } of item.proceeds.breakdowns) {
      const value = cents(subtotal.amount)
      total += type === 'DISCOUNT' ? -Math.abs(value) : value
      if (type === 'DISCOUNT') expect(Math.sign(value)).toBe(sign === 'negative' ? -1 : 1)
      if (detailedBreakdowns) {
        const parts = detailedBreakdowns.map((d: { value: { amount: string } }) => cents(d.value.amount))
        expect(parts.reduce((a: number, b: number) => a + b, 0)).toBe(value)
      }
    }
    expect(cents(item.proceeds.proceedsTotal.amount)).toBe(total)
    sum += total
  }
  expect(cents(proceeds.grandTotal.amount)).toBe(sum)
})

test('a single mug of 12.00 with 4.49 shipping and 7% tax is 17.64, all of the tax collected by Amazon', async () => {
  const amazon = await sellerCentral()
  const { proceeds, orderItems } = (await amazon.order(amazon.control.placeOrder())).body.order
  expect(proceeds).toEqual({
    grandTotal: { amount: '17.64', currencyCode: 'USD' },
    breakdowns: [
      { type: 'ITEM', subtotal: { amount: '12.00', currencyCode: 'USD' } },
      { type: 'SHIPPING', subtotal: { amount: '4.49', currencyCode: 'USD' } },
      { type: 'TAX', subtotal: { amount: '1.15', currencyCode: 'USD' } },
    ],
  })
  expect(orderItems[0].tax.taxCollections).toEqual([
    { model: 'MARKETPLACE_FACILITATOR', responsibleParty: 'Amazon Services, Inc.' },
  ])
})

test('an invented buyer cannot be mistaken for a real one', async () => {
  const amazon = await sellerCentral()
  for (const id of amazon.control.placeOrders({}, 25)) {
    const order = amazon.control.order(id)
    expect(id).toMatch(/^\d{3}-\d{7}-\d{7}$/)
    expect(order?.buyer?.buyerEmail).toMatch(/@marketplace\.amazon\.example$/)
    expect(order?.recipient?.deliveryAddress?.phone).toMatch(/ 555-01\d\d$/)
  }
})

test.each([
  ['po-box', { addressLine1: expect.stringMatching(/^PO Box \d+$/) }],
  ['military', { city: 'APO', stateOrRegion: 'AE' }],
  ['hawaii', { stateOrRegion: 'HI' }],
  ['canada', { countryCode: 'CA' }],
  ['pickup-point', { addressType: 'PICKUP_POINT' }],
  ['company', { addressType: 'COMMERCIAL', companyName: 'Example Trading LLC' }],
] as const)('an address can be a %s one', async (kind, expected) => {
  const amazon = await sellerCentral()
  const id = amazon.control.placeOrder({ address: kind })
  expect(amazon.control.order(id)?.recipient?.deliveryAddress).toMatchObject(expected)
})
