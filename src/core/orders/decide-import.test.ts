import { describe, expect, it, test } from 'vitest'
import type { ItemId, SellerSku } from '../ids.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import type { AmazonOrder } from './amazon-order.ts'
import { decide, pageRules } from './decide-import.ts'
import type { ImportContext } from './import-context.ts'
import {
  byId,
  exampleContext,
  exampleDocument,
  exampleItem,
  exampleLine,
  exampleMethod,
  exampleStock,
  ORDER_ID,
  PLACED_AT,
  reserve,
} from './import-examples.ts'
import type { ImportOutcome } from './import-outcome.ts'
import type { PageDocument } from './page-document.ts'
import { workingStock } from './working-stock.ts'

const STOCK = exampleStock({ MUG: { EAST: [9, 0], WEST: [9, 0] }, CUP: { WEST: [9, 0] } })
const run = (
  order: Partial<AmazonOrder> = {},
  context: ImportContext = exampleContext(),
  document: Partial<PageDocument> = {},
): ImportOutcome => decide(exampleDocument(order, document), pageRules(context), workingStock(STOCK))
const codes = (outcome: ImportOutcome) => (outcome.kind === 'held' ? outcome.problems.map(({ code }) => code) : [])
const said = (outcome: ImportOutcome) =>
  outcome.kind === 'unchanged' ? [] : outcome.log.map(({ sentence }) => sentence)
const builtBy = (outcome: ImportOutcome) => {
  if (outcome.kind !== 'placed' && outcome.kind !== 'pending') throw new Error(outcome.kind)
  return outcome.order
}
const UNKNOWN = exampleLine({ lineId: 'L9', sellerSku: 'NONE' as SellerSku, title: 'Green mug' })
const noMethods = exampleContext({ settings: DEFAULT_SETTINGS })

describe('decide import: placed', () => {
  test('[O13] an unshipped order is placed in the Shipping Department with method, center and stock', () => {
    const outcome = run()
    expect(outcome.kind).toBe('placed')
    expect(builtBy(outcome)).toMatchObject({
      stage: 'Shipping Department',
      methodId: 'GROUND',
      methodCost: 500,
      payment: { method: 'Amazon SC' },
      center: 'EAST',
      allocations: [reserve('L1', 'MUG', 2)],
      dropped: [],
      lines: [{ lineId: 'L1', itemId: 'MUG', ours: 2, quantity: 2 }],
    })
  })

  test('[O17] out of stock does not stop it', () => {
    const many = run({ lines: [exampleLine({ quantity: 500 })] })
    expect(builtBy(many)).toMatchObject({ center: 'WEST', allocations: [reserve('L1', 'MUG', 500, 'WEST')] })
  })

  test('[O15] zero prices are legal, and so is an order without amounts', () => {
    const free = { item: 0, shipping: 0, giftWrap: 0, other: 0, tax: 0, marketplaceTax: 0, discount: 0, total: 0 }
    expect(run({ lines: [exampleLine({ money: free })], grandTotal: { minor: 0, currency: 'USD' } }).kind).toBe(
      'placed',
    )
    const silent = run({ lines: [exampleLine({ money: null })], grandTotal: null, currency: null })
    expect(silent.kind).toBe('placed')
    expect(said(silent)).toContain(`Amazon states no amounts for one or more lines of order id [${ORDER_ID}].`)
  })

  test('[O15] money that does not add up is imported and flagged', () => {
    const outcome = run({ flags: ['money-mismatch'] })
    expect(outcome.kind).toBe('placed')
    expect(said(outcome).join('\n')).toContain('is flagged [money-mismatch]')
  })

  test('[O13] a line lowered to zero is kept, and reserves nothing', () => {
    const lines = [
      exampleLine({ quantity: 0 }),
      exampleLine({ lineId: 'L2', sellerSku: 'CUP' as SellerSku, quantity: 1 }),
    ]
    const order = builtBy(run({ lines }))
    expect(order.lines.map(({ ours }) => ours)).toEqual([0, 1])
    expect(order.allocations).toEqual([reserve('L2', 'CUP', 1, 'WEST')])
  })

  test('[O13] an order first seen part-shipped reserves and rates only what is still to be sent', () => {
    const light = exampleContext({ methods: byId([exampleMethod('GROUND', { maxGrams: 300 })]) })
    const order = builtBy(run({ status: 'PARTIALLY_SHIPPED', lines: [exampleLine({ quantityFulfilled: 1 })] }, light))
    expect(order.allocations).toEqual([reserve('L1', 'MUG', 1)])
    expect(order.lines[0]?.ours).toBe(2)
  })

  test('[O9] a kit weighs what its components weigh', () => {
    const set = exampleItem('SET', { grams: 1, kit: [{ itemId: 'MUG' as ItemId, quantity: 2 }] })
    const items = byId([exampleItem('MUG'), set])
    const lines = [exampleLine({ sellerSku: 'SET' as SellerSku, quantity: 1 })]
    const upTo = (maxGrams: number) => exampleContext({ items, methods: byId([exampleMethod('GROUND', { maxGrams })]) })
    expect(run({ lines }, upTo(600)).kind).toBe('placed')
    expect(codes(run({ lines }, upTo(599)))).toEqual(['no-method-rates'])
  })

  test('[O9][O11] a rate per item counts our units, and a kit of an excluded item stays out', () => {
    const set = exampleItem('SET', { kit: [{ itemId: 'CUP' as ItemId, quantity: 1 }] })
    const sku = 'MUG-12PK' as SellerSku
    const dozen = { sellerSku: sku, itemId: 'MUG' as ItemId, ratio: { amazon: 1, ours: 12 }, unit: 'each', note: '' }
    const rate = { kind: 'per-item' as const, first: 400, further: 100 }
    const zones = [{ country: 'US', states: [], exceptStates: [], postalCodes: [], rate }]
    const context = exampleContext({
      items: byId([exampleItem('MUG'), exampleItem('CUP'), set]),
      mappings: new Map([[sku, dozen]]),
      methods: byId([exampleMethod('GROUND', { zones, excludedItems: ['CUP' as ItemId] })]),
    })
    const packs = builtBy(run({ lines: [exampleLine({ sellerSku: sku, quantity: 2 })] }, context))
    expect(packs.methodCost).toBe(400 + 23 * 100)
    const kit = run({ lines: [exampleLine({ sellerSku: 'SET' as SellerSku })] }, context)
    expect(codes(kit)).toEqual(['no-method-rates'])
  })

  test('[O4] dropped lines: the order shows them, its totals are the others, the shipping charge stays', () => {
    const cup = exampleLine({ lineId: 'L2', sellerSku: 'CUP' as SellerSku, asin: 'B000000002', quantity: 3 })
    const given = { lines: [exampleLine(), cup], grandTotal: { minor: 5530, currency: 'USD' }, outsideLines: 200 }
    const outcome = run(given, exampleContext({ orders: { ignoredItems: ['CUP'] } }))
    const order = builtBy(outcome)
    expect(order.dropped).toEqual([{ sellerSku: 'CUP', asin: 'B000000002', quantity: 3 }])
    expect(order.lines.map(({ lineId }) => lineId)).toEqual(['L1'])
    expect(order.amazon.grandTotal).toEqual({ minor: 2665 + 500 + 200, currency: 'USD' })
    expect(order.amazon.outsideLines).toBe(700)
    expect(said(outcome)).toContain(
      'Dropping item [CUP] with quantity [3] because it is on the list of ignored item ids.',
    )
  })
})

describe('decide import: held', () => {
  it.each<[string, Partial<AmazonOrder>, ImportContext, Partial<PageDocument>, string[]]>([
    [
      'an unknown SKU and an unmapped level at once',
      { lines: [exampleLine(), UNKNOWN], serviceLevel: 'FREE_ECONOMY' },
      exampleContext(),
      {},
      ['unknown-sku', 'unmapped-level'],
    ],
    [
      'every unknown SKU',
      { lines: [UNKNOWN, exampleLine({ lineId: 'L8', sellerSku: 'NO' as SellerSku })] },
      exampleContext(),
      {},
      ['unknown-sku', 'unknown-sku'],
    ],
    [
      'an unknown SKU and a level without methods',
      { lines: [UNKNOWN] },
      noMethods,
      {},
      ['unknown-sku', 'no-method-for-level'],
    ],
    [
      'no address and an unknown SKU',
      { lines: [UNKNOWN] },
      exampleContext(),
      { destination: null },
      ['unknown-sku', 'no-destination'],
    ],
    [
      'no address, an unmapped level',
      { serviceLevel: 'X' },
      exampleContext(),
      { destination: null },
      ['unmapped-level', 'no-destination'],
    ],
    ['no method rates', {}, exampleContext({ methods: new Map() }), {}, ['no-method-rates']],
    [
      'no fulfillment block',
      { status: null, serviceLevel: null, fulfilledBy: null },
      exampleContext(),
      {},
      ['missing-block'],
    ],
    [
      'a status without a level is a block that is missing in part',
      { serviceLevel: null },
      exampleContext(),
      {},
      ['missing-block'],
    ],
    ['an unknown status', { status: 'LOST_IN_SPACE' }, exampleContext(), {}, ['unknown-status']],
    ['no lines at all', { lines: [] }, exampleContext(), {}, ['missing-block']],
  ])('[O12] %s', (...[, order, context, document, expected]) => {
    expect(codes(run(order, context, document))).toEqual(expected)
  })

  test('[O3] an order that is not wanted is skipped, whatever else is wrong with it', () => {
    const outcome = run({ lines: [UNKNOWN], status: 'LOST' }, exampleContext({ orders: { ignoredOrders: [ORDER_ID] } }))
    expect(outcome).toMatchObject({ kind: 'skipped', reason: 'ignored-order' })
  })
})

describe('decide import: pending', () => {
  test('[O13] a pending order is Pre-ordered, reserves what resolves and is never held', () => {
    const lines = [exampleLine({ money: null }), UNKNOWN]
    const given = { status: 'PENDING', lines, serviceLevel: null, currency: null, grandTotal: null }
    const outcome = run(given, noMethods, { destination: null })
    expect(outcome.kind).toBe('pending')
    expect(builtBy(outcome)).toMatchObject({
      stage: 'Pre-ordered',
      methodId: null,
      methodCost: null,
      center: 'EAST',
      allocations: [reserve('L1', 'MUG', 2)],
      lines: [{ itemId: 'MUG' }, { itemId: null, ours: 2 }],
    })
    expect(outcome.kind === 'pending' && outcome.log.some(({ level }) => level === 'error')).toBe(false)
  })

  test('[O13] it reserves stock for at most 14 days', () => {
    const daysLater = (days: number) => builtBy(run({ status: 'PENDING', updatedAt: PLACED_AT + days * 86_400_000 }))
    expect(daysLater(14).allocations).toHaveLength(1)
    expect(daysLater(14.01)).toMatchObject({ allocations: [], center: null })
  })
})
