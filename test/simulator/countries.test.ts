import { expect, test } from 'vitest'
import type { OrderDocument } from '../../src/simulator/order-document.ts'
import type { OrderDraft, SampleOrder } from '../../src/simulator/order-draft.ts'
import { SAMPLE_ORDERS } from '../../src/simulator/sample-orders.ts'
import { describeWithModels, validateAnswer } from '../make/amazon-models.ts'
import { CLIENT, ORDERS, SELLER, sellerCentral } from './seller-central.ts'

const PLACES: Readonly<Record<string, string>> = {
  US: 'ATVPDKIKX0DER',
  CA: 'A2EUQ1WTGCTBG2',
  MX: 'A1AM78C64UM0Y8',
  BR: 'A2Q3Y263D00KWC',
  GB: 'A1F83G8C2ARO7P',
  DE: 'A1PA6795UKMFR9',
  FR: 'A13V1IB3VIYZZH',
  IT: 'APJ6JRA9NG5V4',
  ES: 'A1RKKUPIHCS9HS',
  JP: 'A1VC38T7YXB528',
  AU: 'A39IBJ37TRP1C6',
  IN: 'A21TJRUUN4KGV',
}
const KINDS = Object.keys(SAMPLE_ORDERS) as SampleOrder[]

async function worldwide() {
  const amazon = await sellerCentral()
  const marketplaces = Object.values(PLACES).map((id) => ({ id }))
  amazon.control.putSeller({ sellerId: SELLER, marketplaces })
  const place = (country: string, draft: OrderDraft = {}): OrderDocument => {
    const id = amazon.control.placeOrder({ marketplaceId: PLACES[country], ...draft })
    return amazon.control.order(id) as OrderDocument
  }
  return { ...amazon, place }
}
const total = (order: OrderDocument) => Number(order.proceeds?.grandTotal?.amount)
const part = (order: OrderDocument, type: string) =>
  Number(order.proceeds?.breakdowns?.find((b) => b.type === type)?.subtotal.amount ?? 0)

test('Japan: whole yen with the tax inside, points, Japanese names', async () => {
  const { place } = await worldwide()
  const order = place('JP')
  expect(order.proceeds).toEqual({
    grandTotal: { amount: '2390', currencyCode: 'JPY' },
    breakdowns: [
      { type: 'ITEM', subtotal: { amount: '1980', currencyCode: 'JPY' } },
      { type: 'SHIPPING', subtotal: { amount: '410', currencyCode: 'JPY' } },
      { type: 'TAX', subtotal: { amount: '217', currencyCode: 'JPY' } },
    ],
  })
  expect(order.orderItems[0]?.expense).toEqual({
    pointsCost: { pointsGranted: { pointsNumber: 19, pointsMonetaryValue: { amount: '19', currencyCode: 'JPY' } } },
  })
  expect(order.orderItems[0]?.tax).toBeUndefined()
  expect(order.recipient?.deliveryAddress).toMatchObject({
    name: expect.stringMatching(/^[一-龠]+ [一-龠ぁ-ん]+$/),
    stateOrRegion: expect.stringMatching(/[都府道]$/),
    countryCode: 'JP',
    phone: expect.stringMatching(/^\+81 555-01\d\d$/),
  })
  expect(order.orderId).toMatch(/^(249|250)-/)
})

test.each(['MX', 'BR', 'GB', 'DE', 'FR', 'IT', 'ES', 'JP', 'AU', 'IN'])(
  '%s: the total is ITEM + SHIPPING + GIFT_WRAP - DISCOUNT, with the tax inside of them',
  async (country) => {
    const { place, control } = await worldwide()
    const gift = { wrapPrice: 3 }
    const order = place(country, {
      lines: [{ sku: 'A', quantity: 3, discount: 2, shippingDiscount: 1, gift }, { sku: 'B' }],
    })
    const sum = part(order, 'ITEM') + part(order, 'SHIPPING') + part(order, 'GIFT_WRAP') - 3
    expect(total(order)).toBeCloseTo(sum, 2)
    if (country === 'BR') expect(part(order, 'TAX')).toBe(0)
    else expect(part(order, 'TAX')).toBeGreaterThan(0)
    const fewer = control.alterOrder(order.orderId, { quantity: { A: 1 } })
    expect(total(fewer)).toBeCloseTo(
      part(fewer, 'ITEM') + part(fewer, 'SHIPPING') + part(fewer, 'GIFT_WRAP') + part(fewer, 'DISCOUNT'),
      2,
    )
  },
)

test.each(['US', 'CA'])('%s: the tax is added, and Amazon collects it', async (country) => {
  const { place } = await worldwide()
  const order = place(country)
  expect(total(order)).toBeCloseTo(part(order, 'ITEM') + part(order, 'SHIPPING') + part(order, 'TAX'), 2)
  expect(order.orderItems[0]?.tax?.taxCollections?.[0]?.model).toBe('MARKETPLACE_FACILITATOR')
  expect(order.recipient?.deliveryAddress?.countryCode).toBe(country)
})

test.each(['GB', 'DE'])('%s: the seller’s VAT registration, and the buyer’s for a company', async (country) => {
  const { place } = await worldwide()
  const kinds = (order: OrderDocument) =>
    order.tax?.taxRegistrations?.map((r) => [r.entityType, r.taxRegistrationType, r.taxRegistrationNumber.slice(0, 2)])
  expect(kinds(place(country))).toEqual([['MERCHANT', 'VAT', country]])
  const business = place(country, { like: 'business' })
  expect(kinds(business)).toEqual([
    ['MERCHANT', 'VAT', country],
    ['BUYER', 'VAT', country],
  ])
  expect(business.tax?.taxRegistrations?.[1]?.legalName).toBe('Example Trading')
  expect(business.recipient?.deliveryAddress).toMatchObject({
    companyName: 'Example Trading',
    addressType: 'COMMERCIAL',
  })
  expect(business.buyer?.buyerPurchaseOrderNumber).toBe('PO-2026-0042')
})

test('Brazil: the parts of the street, CPF or CNPJ, invoice and settled payment', async () => {
  const { place } = await worldwide()
  const person = place('BR', { paymentMethod: 'CreditCard' })
  expect(person.recipient?.deliveryAddress?.extendedFields).toEqual({
    streetName: 'Rua da Amostra',
    streetNumber: expect.stringMatching(/^\d+$/),
    complement: expect.stringMatching(/^Apto/),
    neighborhood: 'Jardim Fictício',
  })
  expect(person.tax?.taxRegistrations).toMatchObject([{ entityType: 'BUYER', taxRegistrationType: 'CPF' }])
  expect(person.tax?.taxInvoicing).toEqual({ invoiceStatus: 'NOT_FOUND' })
  expect(person.payment?.paymentExecutions[0]).toMatchObject({ paymentMethod: 'CreditCard', cardBrand: 'Visa' })
  const company = place('BR', { like: 'business' })
  expect(company.tax?.taxRegistrations).toMatchObject([{ taxRegistrationType: 'CNPJ', legalName: 'Example Trading' }])
  expect(company.payment?.paymentExecutions[0]).toMatchObject({
    paymentMethod: 'Pix',
    authorizationCode: 'EXAMPLE-0001',
  })
})

test('Mexico: colonia and municipality', async () => {
  const { place } = await worldwide()
  expect(place('MX').recipient?.deliveryAddress).toMatchObject({
    districtOrCounty: 'Colonia Inventada',
    municipality: 'Municipio Ficticio',
  })
})

test('kinds of order bring their data along, and a draft goes before its kind', async () => {
  const { place } = await worldwide()
  const easy = place('IN', { like: 'easy-ship' })
  expect(easy.programs).toContain('AMAZON_EASY_SHIP')
  expect(easy.fulfillmentOrders).toHaveLength(1)
  expect(easy.fulfillment?.labelPrintingWindow).toBeDefined()
  expect(place('JP', { like: 'scheduled' }).orderItems[0]?.fulfillment?.shipping).toEqual({
    scheduledDeliveryWindow: {
      earliestDateTime: '2026-11-13T14:00:00.000Z',
      latestDateTime: '2026-11-13T18:00:00.000Z',
    },
  })
  expect(place('JP', { like: 'scheduled' }).fulfillment?.fulfillmentServiceLevel).toBe('SCHEDULED')
  expect(place('US', { like: 'tip' }).proceeds?.breakdowns?.at(-1)).toMatchObject({
    type: 'DELIVERY_TIP',
    status: 'PENDING',
    subtotal: { amount: '5.00' },
  })
  expect(total(place('DE', { like: 'vine' }))).toBe(0)
  expect(place('DE', { like: 'replacement' }).associatedOrders).toHaveLength(1)
  expect(place('US', { like: 'prime', serviceLevel: 'NEXT_DAY' })).toMatchObject({
    programs: ['PRIME'],
    fulfillment: { fulfillmentServiceLevel: 'NEXT_DAY' },
  })
  expect(place('US', { like: 'premium' }).programs).toEqual(['PREMIUM'])
  expect(place('US', { like: 'custom' }).orderItems[0]?.product.customization?.customizedUrl).toMatch(/example/)
  expect(place('FR', { like: 'import-one-stop-shop' }).orderItems[0]).toMatchObject({
    tax: { taxCalculationBreakdowns: [{ reportingScheme: 'IOSS' }] },
    fulfillment: { shipping: { internationalShipping: { iossNumber: 'IM0000000001' } } },
  })
  expect(() => place('US', { like: 'nonsense' as never })).toThrow('No kind of order')
  expect(place('US', { like: 'cancel-request' }).orderItems[0]?.cancellation?.cancellationRequest?.requester).toBe(
    'BUYER',
  )
})

test('a tip stays when a quantity drops', async () => {
  const { place, control } = await worldwide()
  const order = place('US', { like: 'tip', lines: [{ sku: 'A', quantity: 2, price: 10 }] })
  const fewer = control.alterOrder(order.orderId, { quantity: { A: 1 } })
  expect(part(fewer, 'DELIVERY_TIP')).toBe(5)
  expect(total(order) - total(fewer)).toBeCloseTo(10.7, 2)
})

test('tax data is for tax roles only, and not for a pending order', async () => {
  const amazon = await worldwide()
  const order = amazon.place('BR')
  expect((await amazon.order(order.orderId)).body.order.tax.taxRegistrations).toHaveLength(1)
  const pending = amazon.place('BR', { status: 'PENDING' })
  expect((await amazon.order(pending.orderId)).body.order.tax).toBeUndefined()
  amazon.control.putApp({ clientId: CLIENT, roles: ['inventory-and-order-tracking'] })
  const bare = (await amazon.order(order.orderId)).body.order
  expect([bare.tax, bare.recipient.deliveryAddress.extendedFields]).toEqual([undefined, undefined])
})

describeWithModels("orders of every country and kind keep to Amazon's models", () => {
  test.each(Object.keys(PLACES))('%s', async (country) => {
    const amazon = await worldwide()
    amazon.control.setQuota('getOrder', { rate: 1, burst: 100 })
    for (const like of [undefined, ...KINDS]) {
      const { orderId } = amazon.place(country, { like })
      const answer = await amazon.order(orderId)
      const problems = validateAnswer({ method: 'GET', path: `${ORDERS}/${orderId}`, status: 200, body: answer.body })
      expect(problems, `${country} ${like}`).toEqual([])
    }
  })
})
