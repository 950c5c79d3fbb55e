import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { blamedFields, type FieldToSee, readBack, type SeenListing } from './read-back.ts'

const MINUTE = 60_000
const SEEN: SeenListing = {
  quantity: 5,
  alwaysAvailable: false,
  leadDays: 2,
  restockOn: null,
  price: 1250,
  currency: 'USD',
  pricingRule: false,
  errors: [],
}
const stock = (value: object, more: Partial<FieldToSee> = {}): FieldToSee => ({
  field: 'stock',
  sent: canonical({ quantity: 5, leadDays: null, restockOn: null, ...value }),
  sentAt: 0,
  sentAgain: false,
  ...more,
})
const price = (value: object, more: Partial<FieldToSee> = {}): FieldToSee => ({
  ...stock({}, more),
  field: 'price',
  sent: canonical({ currency: 'USD', price: 1250, min: null, max: null, sale: null, business: null, ...value }),
})
const LATE = 15 * MINUTE

test.each([
  ['the quantity is there', stock({}), {}, 'confirmed'],
  ['lead time and quantity are there', stock({ leadDays: 2 }), {}, 'confirmed'],
  ['always available is there', stock({ quantity: 'always' }), { quantity: null, alwaysAvailable: true }, 'confirmed'],
  ['the price is there', price({}), {}, 'confirmed'],
  [
    'a running sale is there',
    price({ sale: { price: 999, from: '2026-11-01', to: '2026-11-30' } }),
    { price: 999 },
    'confirmed',
  ],
  ['another quantity', stock({}), { quantity: 4 }, 'again'],
  ['another lead time', stock({ leadDays: 3 }), {}, 'again'],
  ['another price', price({ price: 1300 }), {}, 'again'],
  ['another currency', price({}), { currency: 'CAD' }, 'again'],
  ['another price, by a rule at Amazon', price({ price: 1300 }), { pricingRule: true }, 'differs'],
] as const)('[I10] %s', (...[, field, seen, end]) => {
  expect(readBack(field as FieldToSee, { ...SEEN, ...seen } as SeenListing, LATE)).toEqual({ end })
})

test('[I10] a difference is waited for at first, sent once more after 15 minutes, and shown the second time', () => {
  const seen = { ...SEEN, quantity: 4 }
  expect(readBack(stock({}), seen, LATE - 1)).toEqual({ end: 'wait' })
  expect(readBack(stock({}), seen, LATE)).toEqual({ end: 'again' })
  expect(readBack(stock({}, { sentAgain: true }), seen, LATE)).toEqual({ end: 'differs' })
  expect(readBack(stock({}), null, LATE - 1)).toEqual({ end: 'wait' })
  expect(readBack(stock({}, { sentAgain: true }), null, LATE)).toEqual({ end: 'differs' })
})

test('[I10] what was accepted and then refused ends with Amazon’s words, if they are about that field', () => {
  const errors = [{ code: '90220', message: 'The price is too high', attributes: ['purchasable_offer'] }]
  const seen = { ...SEEN, quantity: 4, price: 1000, errors }
  expect(readBack(price({}), seen, MINUTE)).toEqual({ end: 'refused', message: 'The price is too high (90220)' })
  expect(readBack(stock({}), seen, MINUTE)).toEqual({ end: 'wait' })
})

test('[I10] an error that names no attribute is the reason only when what was sent twice is not there', () => {
  const seen = { ...SEEN, quantity: 4, errors: [{ code: '99300', message: 'Refused', attributes: [] }] }
  expect(readBack(stock({}), seen, LATE)).toEqual({ end: 'again' })
  expect(readBack(stock({}, { sentAgain: true }), seen, LATE)).toEqual({ end: 'refused', message: 'Refused (99300)' })
  expect(readBack(stock({ quantity: 4 }), seen, LATE)).toEqual({ end: 'confirmed' })
})

test.each([
  ['the price alone', [['ERROR', 'purchasable_offer']], ['price']],
  [
    'both',
    [
      ['ERROR', 'purchasable_offer'],
      ['ERROR', 'fulfillment_availability'],
    ],
    ['stock', 'price'],
  ],
  ['something else', [['ERROR', 'brand']], ['stock', 'price']],
  [
    'the price and something else',
    [
      ['ERROR', 'purchasable_offer'],
      ['ERROR', 'brand'],
    ],
    ['stock', 'price'],
  ],
  [
    'the price, with a warning beside it',
    [
      ['ERROR', 'purchasable_offer'],
      ['WARNING', 'brand'],
    ],
    ['price'],
  ],
  ['nothing at all', [], ['stock', 'price']],
] as const)('[I10] a refusal about %s is held against the right fields', (_, issues, blamed) => {
  const list = issues.map(([severity, attribute]) => ({ severity, attributes: [attribute], message: 'No', code: '1' }))
  expect(blamedFields(list).blamed).toEqual(blamed)
})
