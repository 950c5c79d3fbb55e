import { expect, test } from 'vitest'
import { MUG, shippingDesk } from './shipping-desk.ts'

const wrong = (name: string, value: unknown) => ({ [name]: value })
test.each<[string, Record<string, unknown>, RegExp]>([
  ['a number as package id', wrong('packageReferenceId', 1), /packageReferenceId has the wrong type/],
  ['package id 0', wrong('packageReferenceId', '0'), /positive numeric/],
  ['a negative package id', wrong('packageReferenceId', '-1'), /positive numeric/],
  ['a package id with letters', wrong('packageReferenceId', 'P1'), /positive numeric/],
  ['no package id', wrong('packageReferenceId', undefined), /packageReferenceId is required/],
  ['no carrier', wrong('carrierCode', undefined), /carrierCode is required/],
  ['a carrier in another case', wrong('carrierCode', 'usps'), /Invalid carrierCode 'usps'/],
  ['an unknown carrier', wrong('carrierCode', 'Pony Express'), /Invalid carrierCode/],
  ['Other without a name', wrong('carrierCode', 'Other'), /carrierName is required/],
  ['no tracking number', wrong('trackingNumber', undefined), /trackingNumber is required/],
  ['an empty tracking number', wrong('trackingNumber', ''), /trackingNumber is required/],
  ['no ship date', wrong('shipDate', undefined), /shipDate is required/],
  ['an American ship date', wrong('shipDate', '02/21/2022'), /ISO 8601/],
  ['a day as ship date', wrong('shipDate', '2026-11-10'), /ISO 8601/],
  ['a ship date in the future', wrong('shipDate', '2026-11-10T13:11:00Z'), /in the future/],
  ['a ship date before the order', wrong('shipDate', '2026-11-10T11:59:59Z'), /before the order/],
  ['no items', wrong('orderItems', []), /orderItems is required/],
  ['a quantity of 0', wrong('orderItems', [{ orderItemId: MUG, quantity: 0 }]), /positive integer/],
  ['a quantity as text', wrong('orderItems', [{ orderItemId: MUG, quantity: '1' }]), /positive integer/],
  ['more than is left', wrong('orderItems', [{ orderItemId: MUG, quantity: 3 }]), /Only 2 units .* not 3/],
  [
    'an unknown item',
    wrong('orderItems', [{ orderItemId: '9', quantity: 1 }]),
    /NonexistentOrderItem: Failed to find order item list/,
  ],
  [
    'an item twice',
    wrong('orderItems', [
      { orderItemId: MUG, quantity: 1 },
      { orderItemId: MUG, quantity: 1 },
    ]),
    /more than once/,
  ],
  [
    'transparency codes that are no list',
    wrong('orderItems', [{ orderItemId: MUG, quantity: 1, transparencyCodes: 'AZ' }]),
    /transparencyCodes/,
  ],
  ['a field that no one knows', wrong('tracking', 'x'), /Unknown field 'tracking'/],
])('refused: %s', async (_, detail, message) => {
  const desk = await shippingDesk()
  const answer = await desk.confirm(detail)
  expect([answer.status, answer.body.errors[0].code]).toEqual([400, 'InvalidInput'])
  expect(answer.body.errors[0].message).toMatch(message)
  expect([desk.status(), desk.packages()]).toEqual(['UNSHIPPED', []])
})

test.each<[string, Record<string, unknown>, RegExp]>([
  ['no marketplace', { marketplaceId: undefined }, /marketplaceId is required/],
  ['another marketplace', { marketplaceId: 'A2EUQ1WTGCTBG2' }, /not one of marketplace/],
  ['no package', { packageDetail: undefined }, /packageDetail is required/],
  ['cash on delivery outside of Japan', { codCollectionMethod: 'DirectPayment' }, /JP only/],
  ['a field that no one knows', { orderId: 'x' }, /Unknown field/],
])('refused around the package: %s', async (_, body, message) => {
  const desk = await shippingDesk()
  const answer = await desk.confirm({}, body)
  expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringMatching(message)])
  expect(desk.packages()).toEqual([])
})

test.each<[string, Parameters<typeof shippingDesk>[0], RegExp]>([
  ['a pending order', { status: 'PENDING' }, /in status PENDING/],
  ['a cancelled order', { status: 'CANCELLED' }, /NonexistentOrderItem: Failed to find order item list/],
  ['an order of Ship+', { programs: ['FBM_SHIP_PLUS'] }, /Ship\+.*Buy Shipping/],
  ['an order that Amazon fulfills', { fulfilledBy: 'AMAZON' }, /fulfilled by Amazon/],
])('%s takes no package', async (_, draft, message) => {
  const desk = await shippingDesk(draft)
  const answer = await desk.confirm()
  expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringMatching(message)])
})

test('an unknown order is a 404, a broken id a 400, an order of others unknown', async () => {
  const desk = await shippingDesk()
  expect((await desk.confirm({}, {}, '111-0000000-0000000')).status).toBe(404)
  expect((await desk.confirm({}, {}, '1')).status).toBe(400)
  desk.control.putSeller({ sellerId: 'OTHER' })
  const others = desk.control.placeOrder({ sellerId: 'OTHER' })
  expect((await desk.confirm({}, {}, others)).status).toBe(404)
})
