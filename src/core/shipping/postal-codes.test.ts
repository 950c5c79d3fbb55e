import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { postalHolds, readPostalRule } from './postal-codes.ts'

const holds = (country: string, rule: string, postalCode: string) => {
  const read = readPostalRule(country, rule)
  return read !== null && postalHolds(country, [read], postalCode)
}

describe('postal codes', () => {
  it.each<[country: string, rule: string, inside: string[], outside: string[]]>([
    ['US', '967', ['96701', '96799-1234'], ['96801', '']],
    ['US', '10000-19999', ['10000', '19999', '19999-0001', '12345 6789'], ['09999', '20000', '1000', 'K1A0B1']],
    ['US', '100-149', ['10001', '14999'], ['15000', '09999']],
    ['US', '75001-9999', ['75001-9999', '750019999'], ['75001', '75001-9998', '75002']],
    ['US', '75001-12', ['75001-1234'], ['75001-1334', '75112']],
    ['US', '75001-2000-75001-2999', ['75001-2500'], ['75001-3000', '75001']],
    ['PR', '006-009', ['00601', '00988-1234'], ['01000']],
    ['CA', 'K1A', ['K1A0B1', 'k1a 0b1'], ['K1B0B1', 'H1A0B1']],
    ['CA', 'K1A-K2C', ['K1A0B1', 'K1Z 9Z9', 'K2C 0A1'], ['K2E0A1', 'J9Z0A1', '10100', 'K20 0A1']],
    ['CA', 'K1A 0A0 - K1A 0Z9', ['K1A 0B1'], ['K1A 1A1']],
    ['CA', 'X-Y', ['X0A0H0', 'Y1A1A1'], ['V8A1A1']],
    ['JP', '100', ['100-0001', '1000001'], ['101-0001']],
    ['JP', '100-0001', ['100-0001', '〒100-0001', '１００－０００１'], ['100-0002']],
    ['JP', '１００－０００１', ['100-0001'], ['100-0002']],
    ['JP', '900-907', ['900-0001', '9071801'], ['908-0001', '899-0001']],
    ['JP', '900-0000-907-9999', ['900-0001', '907-1801'], ['908-0001']],
    ['JP', '900-0000 – 907-9999', ['900-0001'], ['908-0001']],
    ['BR', '01310-100', ['01310-100', '01310100'], ['01310-200']],
    ['PL', '00-950', ['00-950'], ['00-951']],
    ['PT', '9000-000-9980-999', ['9500-123'], ['1000-001']],
    ['NL', '1012 AB', ['1012AB', '1012 ab'], ['1012AC']],
    ['DE', '80331-81929', ['80331', '81000'], ['82000']],
    ['IE', 'D02', ['D02 AF30'], ['D04 AF30']],
    ['GB', 'B', ['B1 1AA', 'B98 0AB'], ['BT1 5GS', 'BS1 1AA']],
    ['GB', 'BT', ['BT1 5GS', 'bt945gs', 'BT 1 5GS'], ['B1 1AA']],
    ['GB', 'BT1', ['BT1 5GS'], ['BT15 1GS', 'BT2 5GS']],
    ['GB', 'SW1', ['SW1A 1AA', 'SW1A1AA'], ['SW10 0AA', 'SW2 1AA']],
    ['GB', 'SW1A', ['SW1A 1AA'], ['SW1E 1AA', 'SW1 1AA']],
    ['GB', 'B1 1', ['B1 1AA'], ['B11 1AA', 'B1 2AA']],
    ['GB', 'B11', ['B11 1AA', 'B111AA'], ['B1 1AA']],
    ['GB', 'BT1 5GS', ['BT15GS'], ['BT1 5GT', 'BT15 5GS']],
    ['GB', 'PA20-PA80', ['PA20 1AA', 'PA60 7AA', 'PA80 5AA'], ['PA2 6AA', 'PA19 1AA', 'PA81 1AA', 'PH30 1AA']],
    ['GB', 'BT1-BT17', ['BT1 5GS', 'BT9 5GS', 'BT17 0AA'], ['BT18 0AA', 'BT1', 'not a code', '']],
    ['GB', 'EC1A-EC1M', ['EC1A 1BB', 'EC1M 3AA'], ['EC1N 2AA', 'EC2A 1AA']],
    ['JE', 'JE2', ['JE2 3AB'], ['JE3 1AA']],
  ])('[O9] in %s the rule [%s] holds %j and not %j', (...[country, rule, inside, outside]) => {
    expect(inside.filter((code) => !holds(country, rule, code))).toEqual([])
    expect(outside.filter((code) => holds(country, rule, code))).toEqual([])
  })

  it.each([
    ['US', ''],
    ['US', ' '],
    ['US', '-'],
    ['US', '967*'],
    ['US', '967-'],
    ['US', '1-19999'],
    ['US', '19999-10000'],
    ['US', '12345678901'],
    ['US', '10000-19999-2'],
    ['US', '750-01'],
    ['US', '75001-99-99'],
    ['US', '75001--75002'],
    ['CA', 'K1A-0B1'],
    ['CA', 'K1A-999'],
    ['DE', '80331-8'],
    ['GB', 'AB-BT'],
    ['GB', 'PA80-PA20'],
    ['GB', 'EC1-EC1M'],
    ['GB', '12345'],
    ['GB', 'BT1 5G5'],
  ])('[O9] in %s the rule [%s] is none', (country, rule) => {
    expect(readPostalRule(country, rule)).toBeNull()
  })

  test('[O9] a range of numbers holds what lies between them as numbers, whatever follows in the code', () => {
    const digits = (length: number) =>
      fc.integer({ min: 0, max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'))
    const cases = fc
      .integer({ min: 1, max: 5 })
      .chain((length) => fc.tuple(digits(length), digits(length), digits(5), fc.constantFrom('', '-1234', '5678')))
    fc.assert(
      fc.property(cases, ([one, other, zip, rest]) => {
        const [low = '', high = ''] = [one, other].sort()
        const start = Number(zip.slice(0, low.length))
        expect(holds('US', `${low}-${high}`, zip + rest)).toBe(start >= Number(low) && start <= Number(high))
      }),
    )
  })

  test('[O9] no text is too odd to be asked as a rule or as a code', () => {
    const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'A1 -9Z–１') }))
    fc.assert(
      fc.property(fc.constantFrom('US', 'GB', 'JP', 'DE'), texts, texts, (country, text, code) => {
        const rule = readPostalRule(country, text)
        expect(rule === null || (rule.low !== '' && rule.low <= rule.high)).toBe(true)
        expect(postalHolds(country, rule ? [rule] : [], code)).toBe(rule !== null && holds(country, text, code))
      }),
    )
  })
})
