import { describe, expect, it, test } from 'vitest'
import type { AmazonOrder } from './amazon-order.ts'
import { decideUpdate } from './decide-update.ts'
import type { PlacedOrder } from './import-context.ts'
import { exampleDocument, exampleLine, PLACED_AT, placedLine, placedOrder, reserve } from './import-examples.ts'
import type { OrderChange } from './import-outcome.ts'
import type { Stage } from './stage.ts'

const CLOCK = { timeZone: 'America/New_York', country: 'US' }
const NEWER = PLACED_AT + 120_000
const SHIPPED_LINE = exampleLine({ quantityFulfilled: 2 })
const HALF_LINE = exampleLine({ quantityFulfilled: 1 })

const run = (order: Partial<AmazonOrder>, placed: Partial<PlacedOrder> = {}) =>
  decideUpdate(exampleDocument({ updatedAt: NEWER, ...order }), placedOrder(placed), CLOCK)
const changeOf = (order: Partial<AmazonOrder>, placed: Partial<PlacedOrder> = {}): OrderChange => {
  const outcome = run(order, placed)
  if (outcome?.kind !== 'updated') throw new Error(String(outcome?.kind))
  return outcome.change
}
const completed: Partial<PlacedOrder> = {
  stage: 'Completed Order',
  amazonStatus: 'SHIPPED',
  lines: [placedLine({ fulfilledAmazon: 2, allocations: [] })],
}
const rejected: Partial<PlacedOrder> = {
  stage: 'Rejected',
  amazonStatus: 'CANCELLED',
  lines: [placedLine({ allocations: [] })],
}

describe('decide update: what counts as new', () => {
  it.each<[string, Partial<AmazonOrder>, Partial<PlacedOrder>]>([
    ['older data never wins, even a cancellation', { updatedAt: PLACED_AT, status: 'CANCELLED' }, {}],
    ['the same data again', { updatedAt: PLACED_AT + 60_000 }, {}],
    ['the same data without its fulfillment block', { updatedAt: PLACED_AT + 60_000, status: null }, {}],
    ['the same unknown status again', { updatedAt: PLACED_AT + 60_000, status: 'LOST' }, { amazonStatus: 'LOST' }],
    [
      'the same time and fewer fulfilled than we know',
      { updatedAt: PLACED_AT + 60_000 },
      { lines: [placedLine({ fulfilledAmazon: 1 })] },
    ],
  ])('[O13] %s: unchanged', (_, order, placed) => {
    expect(run(order, placed)).toEqual({ kind: 'unchanged' })
  })

  test('[O13] the same time and another status is news', () => {
    expect(changeOf({ updatedAt: PLACED_AT + 60_000, status: 'CANCELLED' }).stage).toBe('Rejected')
  })

  test('[O13] the same time and more fulfilled is news', () => {
    expect(changeOf({ updatedAt: PLACED_AT + 60_000, lines: [HALF_LINE] }).used).toEqual([reserve('L1', 'MUG', 1)])
  })

  test('[O13] newer data that changes nothing is kept as seen', () => {
    expect(changeOf({})).toEqual({
      stage: 'Shipping Department',
      lines: [{ lineId: 'L1', quantityAmazon: 2, fulfilledAmazon: 0 }],
      allocations: [reserve('L1', 'MUG', 2)],
      used: [],
      problems: [],
      cancellation: null,
    })
  })

  test('[O4] a line that was dropped when the order was placed does not come back', () => {
    const lines = [exampleLine(), exampleLine({ lineId: 'L2' })]
    expect(run({ updatedAt: PLACED_AT + 60_000, lines })).toEqual({ kind: 'unchanged' })
    expect(changeOf({ lines }).lines.map(({ lineId }) => lineId)).toEqual(['L1'])
  })

  test('[O13] a second run over what the first has recorded changes nothing', () => {
    const order = { status: 'PARTIALLY_SHIPPED', lines: [HALF_LINE] }
    const { stage, lines, allocations } = changeOf(order)
    const recorded = {
      stage,
      amazonStatus: 'PARTIALLY_SHIPPED',
      updatedAt: NEWER,
      lines: lines.map((line) => ({ ...placedLine(), ...line, allocations })),
    }
    expect(run(order, recorded)).toEqual({ kind: 'unchanged' })
  })
})

describe('decide update: the stage', () => {
  it.each<[string, Partial<AmazonOrder>, Partial<PlacedOrder>, Stage, OrderChange['allocations'], OrderChange['used']]>(
    [
      ['cancelled: rejected, stock released', { status: 'CANCELLED' }, {}, 'Rejected', [], []],
      [
        'cancelled with its lines at zero',
        { status: 'CANCELLED', lines: [exampleLine({ quantity: 0 })] },
        {},
        'Rejected',
        [],
        [],
      ],
      [
        'cancelled after one left: a person decides',
        { status: 'CANCELLED', lines: [HALF_LINE] },
        {},
        'Hold',
        [],
        [reserve('L1', 'MUG', 1)],
      ],
      [
        'cancelled after one left by our books',
        { status: 'CANCELLED' },
        { lines: [placedLine({ fulfilledAmazon: 1, allocations: [reserve('L1', 'MUG', 1)] })] },
        'Hold',
        [],
        [],
      ],
      ['cancelled after it was completed', { status: 'CANCELLED' }, completed, 'Hold', [], []],
      [
        'shipped: completed, what it reserved is used',
        { status: 'SHIPPED', lines: [SHIPPED_LINE] },
        {},
        'Completed Order',
        [],
        [reserve('L1', 'MUG', 2)],
      ],
      [
        'shipped after a part: only the rest is used',
        { status: 'SHIPPED', lines: [SHIPPED_LINE] },
        { lines: [placedLine({ fulfilledAmazon: 1, allocations: [reserve('L1', 'MUG', 1)] })] },
        'Completed Order',
        [],
        [reserve('L1', 'MUG', 1)],
      ],
      [
        'shipped while on hold',
        { status: 'SHIPPED', lines: [SHIPPED_LINE] },
        { stage: 'Hold' },
        'Completed Order',
        [],
        [reserve('L1', 'MUG', 2)],
      ],
      [
        'part-shipped: stays',
        { status: 'PARTIALLY_SHIPPED', lines: [HALF_LINE] },
        {},
        'Shipping Department',
        [reserve('L1', 'MUG', 1)],
        [reserve('L1', 'MUG', 1)],
      ],
      [
        'a lowered quantity releases',
        { lines: [exampleLine({ quantity: 1 })] },
        {},
        'Shipping Department',
        [reserve('L1', 'MUG', 1)],
        [],
      ],
      ['unshipped while on hold: stays on hold', {}, { stage: 'Hold' }, 'Hold', [reserve('L1', 'MUG', 2)], []],
      [
        'pending again: never backwards',
        { status: 'PENDING' },
        {},
        'Shipping Department',
        [reserve('L1', 'MUG', 2)],
        [],
      ],
      ['completed and unshipped again: never backwards', {}, completed, 'Completed Order', [], []],
      [
        'completed and part-shipped again: never backwards',
        { status: 'PARTIALLY_SHIPPED', lines: [HALF_LINE] },
        completed,
        'Completed Order',
        [],
        [],
      ],
      ['rejected and unshipped again: never backwards', {}, rejected, 'Rejected', [], []],
      ['rejected and shipped: stays', { status: 'SHIPPED', lines: [SHIPPED_LINE] }, rejected, 'Rejected', [], []],
      [
        'cancelled again after a person decided',
        { status: 'CANCELLED' },
        { ...completed, amazonStatus: 'CANCELLED' },
        'Completed Order',
        [],
        [],
      ],
      [
        'cancelled again while on hold',
        { status: 'CANCELLED', lines: [HALF_LINE] },
        { ...completed, stage: 'Hold', amazonStatus: 'CANCELLED' },
        'Hold',
        [],
        [],
      ],
    ],
  )('[O13] %s', (...[, order, placed, stage, allocations, used]) => {
    expect(changeOf(order, placed)).toMatchObject({ stage, allocations, used })
  })

  it.each([
    ['cancelled-after-shipping', { status: 'CANCELLED', lines: [HALF_LINE] }],
    ['unknown-status', { status: 'LOST' }],
  ])('[O13] %s is noted on the order', (code, order) => {
    expect(changeOf(order).problems).toMatchObject([{ code }])
  })

  it.each<[Stage, boolean, readonly string[]]>([
    ['Hold', true, ['cancelled-after-shipping']],
    ['Hold', false, ['cancelled-after-completion']],
    ['Completed Order', true, []],
    ['Rejected', true, []],
  ])('[O13] cancelled after shipping and told once more in %s: said until a person has decided', (...given) => {
    const [stage, toConfirm, codes] = given
    const placed = { ...completed, stage, toConfirm, amazonStatus: 'CANCELLED' }
    expect(changeOf({ status: 'CANCELLED' }, placed).problems.map(({ code }) => code)).toEqual(codes)
  })

  test('[O13] an unknown status changes neither stage nor lines nor stock', () => {
    expect(changeOf({ status: 'LOST', lines: [exampleLine({ quantity: 0 })] })).toMatchObject({
      stage: 'Shipping Department',
      lines: [{ lineId: 'L1', quantityAmazon: 2, fulfilledAmazon: 0 }],
      allocations: [reserve('L1', 'MUG', 2)],
      used: [],
    })
  })

  test('[O13] without its fulfillment block the document is held, and the order stays as it is', () => {
    expect(run({ status: null })).toMatchObject({ kind: 'held', problems: [{ code: 'missing-block' }] })
  })

  test('[O13] what was fulfilled never goes down', () => {
    expect(changeOf({}, completed).lines[0]?.fulfilledAmazon).toBe(2)
  })
})
