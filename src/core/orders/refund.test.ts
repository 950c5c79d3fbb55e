import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkRefund, type RefundEntry } from './check-refund.ts'
import { type EarlierRefund, moneyOf, nothingFor, REFUND_PARTS, repeatedRefund } from './refund.ts'
import { byLine, earlier, FULL, line, order, usd } from './refund-examples.ts'

describe('twice', () => {
  const refund = { reason: 'customer-return', currency: 'USD', lines: [{ ...nothingFor('L1'), item: 500 }] } as const
  const MINUTE = 60_000

  it.each<[string, Partial<EarlierRefund>, number]>([
    ['ten minutes later', {}, 10 * MINUTE],
    ['after the first was taken off', { state: 'removed' }, MINUTE],
    ['for another reason', { reason: 'different-item' }, MINUTE],
    ['of another amount', { lines: [{ ...nothingFor('L1'), item: 501 }] }, MINUTE],
  ])('[O16] the same refund %s is another one', (_, given, now) => {
    expect(repeatedRefund(refund, [earlier(refund, given)], now)).toBeUndefined()
  })

  test('[O16] the same refund within ten minutes is the first one again', () => {
    expect(repeatedRefund(refund, [earlier(refund)], 9 * MINUTE)).toMatchObject({ refundId: 1 })
  })
})

const cents = fc.integer({ min: 0, max: 5000 })
const paidLines = fc
  .record({
    item: cents,
    shipping: cents,
    giftWrap: cents,
    tax: cents,
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    off: fc.double({ min: 0, max: 1, noNaN: true }),
    inside: fc.boolean(),
    odd: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ part, off, inside, odd, ...paid }) => {
    const goods = paid.item + paid.shipping + paid.giftWrap
    const discount = Math.floor(goods * off)
    const marketplaceTax = Math.floor(paid.tax * part)
    const total = Math.max(0, goods - discount + (inside ? 0 : paid.tax) + odd)
    return line({ ...paid, discount, marketplaceTax, total })
  })
const entries = fc.oneof(
  fc.constant(FULL),
  fc
    .record(
      Object.fromEntries(
        REFUND_PARTS.map((part) => [part, fc.option(fc.integer({ min: 1, max: 6000 }), { nil: undefined })]),
      ),
    )
    .map((parts): RefundEntry => {
      const amounts = Object.entries(parts).map(([part, minor]) => [
        part,
        minor === undefined ? undefined : usd((Number(minor) / 100).toFixed(2)),
      ])
      return byLine({ line: 'L1', ...Object.fromEntries(amounts) })
    }),
)

test('[O15][O16] whatever is entered and however often: never more goes back than was paid to the merchant', () => {
  fc.assert(
    fc.property(paidLines, fc.array(entries, { maxLength: 12 }), (paid, wanted) => {
      const given: EarlierRefund[] = []
      for (const entry of wanted) {
        const checked = checkRefund(order({ lines: [paid] }), given, entry)
        if (checked.ok) given.push(earlier(checked.value))
      }
      const lines = given.flatMap((each) => each.lines)
      const sum = (pick: (each: (typeof lines)[number]) => number) => lines.reduce((all, each) => all + pick(each), 0)
      const {
        item = 0,
        shipping = 0,
        giftWrap = 0,
        tax = 0,
        marketplaceTax = 0,
        total = 0,
      } = paid as unknown as Record<string, number>
      expect(sum(moneyOf)).toBeLessThanOrEqual(Math.max(0, total - marketplaceTax))
      expect(sum((each) => each.item)).toBeLessThanOrEqual(item)
      expect(sum((each) => each.shipping)).toBeLessThanOrEqual(shipping)
      expect(sum((each) => each.giftWrap)).toBeLessThanOrEqual(giftWrap)
      expect(sum((each) => each.tax + each.shippingTax + each.giftWrapTax)).toBeLessThanOrEqual(tax - marketplaceTax)
      expect(lines.every((each) => REFUND_PARTS.every((part) => each[part] >= 0))).toBe(true)
    }),
  )
})
