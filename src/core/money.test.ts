import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decimalsOf, formatAmount, formatMoney, isCurrency, parseMoney } from './money.ts'

/** The plainest reading there is: digits and a point, counted by hand with big integers. */
function reference(amount: string, decimals: number): bigint | null {
  const negative = amount.startsWith('-')
  const digits = amount.replace(/^[+-]/, '')
  const [whole = '', fraction = ''] = digits.split('.')
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0')
  if ([...fraction.slice(decimals)].some((digit) => digit !== '0')) return null
  const minor = BigInt(whole + kept)
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return null
  return negative ? -minor : minor
}

describe('money', () => {
  it.each([
    ['12.50', 'USD', 1250],
    ['12.5', 'USD', 1250],
    ['12', 'USD', 1200],
    ['+0.10', 'USD', 10],
    ['-0.10', 'USD', -10],
    ['0.00', 'USD', 0],
    ['-0.00', 'USD', 0],
    ['12.5000', 'USD', 1250],
    ['1200', 'JPY', 1200],
    ['1200.00', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['0.29', 'USD', 29],
    ['9999999999999', 'USD', 999999999999900],
  ])('[O15] %s %s is %d minor units', (amount, currency, minor) => {
    expect(parseMoney(amount, currency)).toEqual({ ok: true, value: { minor, currency } })
    expect(Object.is(minor, -0)).toBe(false)
  })

  it.each([
    ['12.505', 'USD'],
    ['1200.5', 'JPY'],
    ['', 'USD'],
    ['.5', 'USD'],
    ['5.', 'USD'],
    ['1e3', 'USD'],
    ['1,000.00', 'USD'],
    [' 1', 'USD'],
    ['1\n', 'USD'],
    ['NaN', 'USD'],
    ['١٢', 'USD'],
    ['99999999999999', 'USD'],
    ['9999999999999.999', 'KWD'],
    ['1', 'usd'],
    ['1', ''],
    ['1', 'DOLLAR'],
    ['1.00', 'XXZ'],
    ['1.00', 'XTS'],
  ])('[O15] refuses %j in %j rather than guess', (amount, currency) => {
    const read = parseMoney(amount, currency)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.problem.code).toBe('money-unreadable')
  })

  test('[O15] the currency of every Amazon marketplace is known, with its decimals', () => {
    const two = 'USD CAD MXN BRL GBP EUR SEK PLN TRY AED SAR EGP ZAR INR AUD SGD CNY'.split(' ')
    for (const currency of two)
      expect([currency, isCurrency(currency), decimalsOf(currency)]).toEqual([currency, true, 2])
    expect([isCurrency('JPY'), decimalsOf('JPY'), isCurrency('KWD'), decimalsOf('KWD')]).toEqual([true, 0, true, 3])
  })

  test('[O15] a refusal repeats only the beginning of what was sent', () => {
    const read = parseMoney('9'.repeat(5000), 'X'.repeat(5000))
    expect(JSON.stringify(read).length).toBeLessThan(200)
  })

  test('[O15] reads every decimal string exactly as counting its digits does', () => {
    const digits = (min: number, max: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''))
    const amounts = fc
      .tuple(fc.constantFrom('', '-', '+'), digits(1, 13), digits(0, 5))
      .map(([sign, whole, fraction]) => sign + whole + (fraction ? `.${fraction}` : ''))
    fc.assert(
      fc.property(amounts, fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        const expected = reference(amount, decimalsOf(currency))
        const read = parseMoney(amount, currency)
        expect(read.ok ? BigInt(read.value.minor) : null).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('[O15] what is written is read back as the same amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (minor, currency) => {
          // Thirteen digits before the point are the most that are read.
          fc.pre(Math.abs(minor) / 10 ** decimalsOf(currency) < 10 ** 13)
          expect(parseMoney(formatAmount({ minor: minor + 0, currency }), currency)).toEqual({
            ok: true,
            value: { minor: minor + 0, currency },
          })
        },
      ),
    )
  })

  it.each([
    [5, 'USD', '0.05 USD'],
    [-5, 'USD', '-0.05 USD'],
    [1250, 'USD', '12.50 USD'],
    [1250, 'JPY', '1250 JPY'],
    [5, 'KWD', '0.005 KWD'],
  ])('[O15] %d minor units of %s are written %s', (minor, currency, text) => {
    expect(formatMoney({ minor, currency })).toBe(text)
  })
})
