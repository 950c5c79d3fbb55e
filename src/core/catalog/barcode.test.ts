import { expect, test } from 'vitest'
import { faultOfBarcode } from './barcode.ts'

test.each(['96385074', '036000291452', '4006381333931', '00012345600012', '0306406152', '097522980X'])(
  '[T4] %s is a barcode',
  (barcode) => {
    expect(faultOfBarcode(barcode)).toBeNull()
  },
)

test.each([
  ['4006381333932', 'has a wrong check digit: look whether a digit is mistyped'],
  ['0306406153', 'has a wrong check digit: look whether a digit is mistyped'],
  ['400638133393', 'has a wrong check digit: look whether a digit is mistyped'],
  ['4006-381333931', 'must have 8, 12, 13 or 14 digits, or the 10 of an ISBN'],
  ['', 'must have 8, 12, 13 or 14 digits, or the 10 of an ISBN'],
  ['B000000001', 'must have 8, 12, 13 or 14 digits, or the 10 of an ISBN'],
])('[T4] %s is none', (barcode, why) => {
  expect(faultOfBarcode(barcode)).toBe(why)
})
