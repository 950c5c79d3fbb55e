import { describe, expect, it, test } from 'vitest'
import { checkRefund, type EnteredRefundLine, type RefundableOrder, type RefundEntry } from './check-refund.ts'
import { type EarlierRefund, nothingFor } from './refund.ts'
import { byLine, earlier, FULL, line, order, usd } from './refund-examples.ts'

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

  test('[O16] units on their way to be cancelled are not cancelled twice; carried out, they have left the line', () => {
    const lines = [line({ quantityAmazon: 5, fulfilledAmazon: 1 })]
    const cancelled = { ...nothingFor('L1'), item: 400, quantityCancelled: 3 }
    const before = earlier({ reason: 'could-not-ship', currency: 'USD', lines: [cancelled] })
    expect(check(FULL, { lines }, [before])).toMatchObject([{ quantityCancelled: 1 }])
    const settled = [{ ...before, state: 'settled' } as const]
    expect(check(FULL, { lines: [line({ quantityAmazon: 2, fulfilledAmazon: 1 })] }, settled)).toMatchObject([
      { quantityCancelled: 1 },
    ])
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
