import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkRefund, type EnteredRefundLine, type RefundableOrder, type RefundEntry } from './check-refund.ts'
import type { PaidLine } from './left-to-refund.ts'
import { type EarlierRefund, moneyOf, nothingFor, REFUND_PARTS, type Refund, repeatedRefund } from './refund.ts'

/** Two mugs for 20.00, shipping 5.00, gift wrap 2.00, 3.00 off, 2.40 tax of which Amazon collected 1.40: 26.40. */
const line = (given: Partial<PaidLine> = {}): PaidLine => ({
  lineId: 'L1',
  sellerSku: 'MUG',
  quantityAmazon: 2,
  fulfilledAmazon: 2,
  ratio: { amazon: 1, ours: 3 },
  item: 2000,
  shipping: 500,
  giftWrap: 200,
  other: 0,
  tax: 240,
  marketplaceTax: 140,
  discount: 300,
  total: 2640,
  ...given,
})
const order = (given: Partial<RefundableOrder> = {}): RefundableOrder => ({
  amazonStatus: 'SHIPPED',
  fulfilledByAmazon: false,
  toConfirm: true,
  currency: 'USD',
  lines: [line()],
  ...given,
})
const usd = (amount: string) => ({ amount, currency: 'USD' })
const byLine = (...lines: EnteredRefundLine[]): RefundEntry => ({ reason: 'customer-return', lines })
const FULL: RefundEntry = { reason: 'customer-return', full: true }
const earlier = (refund: Refund, given: Partial<EarlierRefund> = {}): EarlierRefund => ({
  ...refund,
  refundId: 1,
  state: 'waiting',
  enteredAt: 0,
  ...given,
})
function check(entry: RefundEntry, given: Partial<RefundableOrder> = {}, before: readonly EarlierRefund[] = []) {
  const checked = checkRefund(order(given), before, entry)
  return checked.ok ? checked.value.lines : checked.problems.map(({ facts }) => `${facts.field ?? ''}: ${facts.why}`)
}

describe('which order', () => {
  it.each<[string, Partial<RefundableOrder>, string]>([
    ['[O14] one that Amazon fulfills', { fulfilledByAmazon: true }, 'refunds it itself'],
    ['[O6] one in the books only', { toConfirm: false }, 'in the books only'],
    ['[O16] one that is not confirmed yet', { amazonStatus: 'UNSHIPPED' }, 'once the shipment is confirmed'],
    ['[O16] one that is pending', { amazonStatus: 'PENDING' }, 'once the shipment is confirmed'],
    ['[O16] one that is cancelled', { amazonStatus: 'CANCELLED' }, 'gives the money back itself'],
    ['[O15] one without amounts', { currency: null }, 'has not told its amounts'],
    ['[O15] one with a line without amounts', { lines: [line({ total: null })] }, 'what was paid for [MUG]'],
  ])('%s is refused', (_, given, why) => {
    expect(check(FULL, given)).toEqual([expect.stringContaining(why)])
  })

  test('[O16] one that is shipped in part may be refunded', () => {
    expect(check(FULL, { amazonStatus: 'PARTIALLY_SHIPPED' })).toHaveLength(1)
  })
})

describe('everything', () => {
  test('[O16] the discount comes off the item; what Amazon collected it gives back itself', () => {
    expect(check(FULL)).toEqual([{ ...nothingFor('L1'), item: 1700, shipping: 500, giftWrap: 200, tax: 100 }])
  })

  test('[O16] free shipping was not paid, so it does not go back', () => {
    const lines = [line({ discount: 500, total: 2440 })]
    expect(check(FULL, { lines })).toEqual([{ ...nothingFor('L1'), item: 2000, giftWrap: 200, tax: 100 }])
  })

  test('[O15][O16] where the prices hold the tax it goes back with them', () => {
    const lines = [line({ marketplaceTax: 0, total: 2400 })]
    expect(check(FULL, { lines })).toEqual([{ ...nothingFor('L1'), item: 1700, shipping: 500, giftWrap: 200 }])
  })

  test('[O16] what is not shipped is cancelled with it; what has left may be restocked, in our units', () => {
    const lines = [line({ fulfilledAmazon: 1 })]
    expect(check({ ...FULL, restock: true }, { lines })).toMatchObject([{ quantityCancelled: 1, restock: 3 }])
    expect(check(FULL, { lines })).toMatchObject([{ restock: 0 }])
  })

  test('[O16] after a part the rest, and then nothing', () => {
    const part = earlier({ reason: 'customer-return', currency: 'USD', lines: [{ ...nothingFor('L1'), item: 1000 }] })
    const [rest] = check(FULL, {}, [part])
    expect(rest).toMatchObject({ item: 700, shipping: 500, tax: 100 })
    const all = earlier({ ...part, lines: [rest as never] })
    expect(check(FULL, {}, [part, all])).toEqual([expect.stringContaining('refunded already')])
  })

  it.each(['refused', 'unsure', 'taken', 'sent', 'settled'] as const)(
    '[O16] one that is %s counts as given',
    (state) => {
      const all = earlier({ reason: 'customer-return', currency: 'USD', lines: check(FULL) as never }, { state })
      expect(check(FULL, {}, [all])).toEqual([expect.stringContaining('refunded already')])
    },
  )

  test('[O16] one that was taken off does not count, but what it restocked is on the shelf', () => {
    const lines = check({ ...FULL, restock: true }) as never
    const off = earlier({ reason: 'customer-return', currency: 'USD', lines }, { state: 'removed' })
    expect(check({ ...FULL, restock: true }, {}, [off])).toMatchObject([{ item: 1700, restock: 0 }])
  })
})

describe('by line', () => {
  test('[O16] amounts by part, by order item id or by seller SKU', () => {
    expect(check(byLine({ line: 'L1', item: usd('5.25'), giftWrap: usd('2.00'), restock: 1 }))).toEqual([
      { ...nothingFor('L1'), item: 525, giftWrap: 200, restock: 1 },
    ])
    expect(check(byLine({ line: 'MUG', tax: usd('1.00') }))).toMatchObject([{ lineId: 'L1', tax: 100 }])
  })

  it.each<[string, EnteredRefundLine, string]>([
    ['a line of another order', { line: 'L9', item: usd('1') }, 'lines[0].line: is no line'],
    [
      'another currency',
      { line: 'L1', item: { amount: '1.00', currency: 'EUR' } },
      'lines[0].item.currency: must be USD',
    ],
    ['nothing', { line: 'L1', item: usd('0.00') }, 'lines[0].item.amount: must be a decimal number above 0'],
    ['a negative amount', { line: 'L1', item: usd('-1.00') }, 'lines[0].item.amount: must be'],
    ['half a cent', { line: 'L1', item: usd('1.005') }, 'lines[0].item.amount: must be'],
    ['words', { line: 'L1', item: usd('all') }, 'lines[0].item.amount: must be'],
    ['more than the item cost', { line: 'L1', item: usd('20.01') }, 'lines[0].item: must be at most 20.00 USD'],
    ['more than shipping cost', { line: 'L1', shipping: usd('5.01') }, 'lines[0].shipping: must be at most 5.00 USD'],
    [
      'more than was paid after the discount',
      { line: 'L1', item: usd('20.00'), shipping: usd('5.00') },
      'lines[0]: item, shipping and gift wrap must be at most 24.00 USD together',
    ],
    [
      'the tax that Amazon collected',
      { line: 'L1', tax: usd('0.60'), shippingTax: usd('0.60') },
      'lines[0].tax: the taxes must be at most 1.00 USD together',
    ],
    ['neither amount nor quantity', { line: 'L1', restock: 1 }, 'lines[0]: must name an amount'],
    ['cancelled units that have left', { line: 'L1', quantityCancelled: 1 }, 'lines[0].quantityCancelled: must be'],
    ['half a unit', { line: 'L1', item: usd('1'), quantityCancelled: 0.5 }, 'lines[0].quantityCancelled: must be'],
    ['more restocked than left', { line: 'L1', item: usd('1'), restock: 7 }, 'lines[0].restock: must be'],
  ])('[O16] refused: %s', (_, entered, why) => {
    expect(check(byLine(entered))).toContainEqual(expect.stringContaining(why))
  })

  test('[O15][O16] no tax of its own where the prices hold it; yen have no decimals', () => {
    const lines = [line({ marketplaceTax: 0, total: 2400 })]
    expect(check(byLine({ line: 'L1', tax: usd('0.01') }), { lines })).toEqual([
      expect.stringContaining('hold their tax'),
    ])
    const yen = { line: 'L1', item: { amount: '100.50', currency: 'JPY' } }
    expect(check(byLine(yen), { currency: 'JPY' })).toEqual([expect.stringContaining('decimals of JPY')])
  })

  test('[O16] the same line twice, two lines of one SKU, no line: refused, all at once', () => {
    const twice = check(byLine({ line: 'L1', item: usd('1') }, { line: 'MUG', item: usd('1') }))
    expect(twice).toEqual(['lines[1].line: is the same as lines[0].line'])
    const lines = [line(), line({ lineId: 'L2' })]
    expect(check(byLine({ line: 'MUG', item: usd('1') }), { lines })).toEqual([
      expect.stringContaining('several lines'),
    ])
    expect(check(byLine())).toEqual(['lines: must name a line'])
    expect(check(byLine({ line: 'L8', item: usd('1') }, { line: 'L9', item: usd('1') }))).toHaveLength(2)
  })
})

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
