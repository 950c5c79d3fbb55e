import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, stockText } from './canonical.ts'

test('[I10] equal values are equal texts, in whatever order their names stand', () => {
  expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}')
})

test('[I10] a stock value written out is the canonical text of it (generated)', () => {
  const days = fc.option(fc.nat(90), { nil: null })
  const quantity = fc.oneof(fc.nat(), fc.constant('always' as const))
  const restockOn = fc.option(fc.constantFrom('2026-12-01', '2027-01-31'), { nil: null })
  fc.assert(
    fc.property(fc.record({ restockOn, quantity, leadDays: days }), (value) => {
      expect(stockText(value)).toBe(canonical(value))
    }),
  )
})
