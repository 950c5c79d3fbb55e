import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxInside } from './tax-inside.ts'

const PLAIN = { item: 1000, shipping: 200, giftWrap: 50, other: 10, discount: 60, tax: 190, total: 1200 }

test.each([
  [PLAIN, true],
  [{ ...PLAIN, total: 1390 }, false],
  [{ ...PLAIN, total: 1300 }, null],
  [{ ...PLAIN, tax: 0 }, null],
  [{ ...PLAIN, total: null }, null],
  [{ ...PLAIN, tax: null }, null],
])('[O15] the amounts of a line tell whether its prices hold the tax: %j is %s', (stated, inside) => {
  expect(taxInside(stated)).toBe(inside)
})

test('[O15] whatever the amounts, tax that is added is never taken for tax inside, nor the other way round', () => {
  const amount = fc.nat(5_000_000)
  const parts = fc.record({ item: amount, shipping: amount, giftWrap: amount, other: amount, discount: amount })
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 1_000_000 }), fc.boolean(), (stated, tax, inside) => {
      const goods = stated.item + stated.shipping + stated.giftWrap + stated.other - stated.discount
      expect(taxInside({ ...stated, tax, total: goods + (inside ? 0 : tax) })).toBe(inside)
    }),
  )
})
