import { describe, expect, it, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import type { AmazonOrder } from './amazon-order.ts'
import { decide, pageRules } from './decide-import.ts'
import type { ImportContext } from './import-context.ts'
import {
  exampleContext,
  exampleDocument,
  exampleLine,
  exampleStock,
  ORDER_ID,
  PLACED_AT,
  placedOrder,
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
const UNKNOWN = exampleLine({ lineId: 'L9', sellerSku: 'NONE' as SellerSku, title: 'Green mug' })

describe('decide import: Pre-ordered before', () => {
  const preordered = placedOrder({ stage: 'Pre-ordered', amazonStatus: 'PENDING', updatedAt: PLACED_AT })
  const known = (given: Parameters<typeof exampleContext>[0] = {}) =>
    exampleContext({ placed: new Map([[ORDER_ID, preordered]]), ...given })

  test('[O13] it becomes ready to ship and is placed like a new one', () => {
    expect(run({}, known())).toMatchObject({ kind: 'placed', order: { stage: 'Shipping Department' } })
  })

  test('[O13] it becomes ready to ship and is held: all problems are told', () => {
    expect(codes(run({ lines: [UNKNOWN] }, known()))).toEqual(['unknown-sku'])
  })

  test('[O13] held before, it is decided again on the same data', () => {
    const same = { ...preordered, amazonStatus: 'UNSHIPPED', updatedAt: PLACED_AT + 60_000 }
    expect(run({}, known({ placed: new Map([[ORDER_ID, same]]) })).kind).toBe('placed')
  })

  test('[O2] a cut-off set later does not throw it out', () => {
    expect(run({}, known({ orders: { notBefore: '2030-01-01' } })).kind).toBe('placed')
  })

  it.each([
    ['[O3] ignored since then', {}, { ignoredOrders: [ORDER_ID] }],
    ['[O4] all its items ignored since then', {}, { ignoredItems: ['MUG'] }],
    ['[O13] all its lines lowered to zero', { lines: [exampleLine({ quantity: 0 })] }, {}],
  ])('%s, it is rejected and its stock released', (_, order, orders) => {
    expect(run(order, known({ orders }))).toMatchObject({
      kind: 'updated',
      orderId: 1001,
      change: { stage: 'Rejected', allocations: [], used: [] },
    })
  })

  it.each([
    ['[O13] cancelled: rejected, stock released', 'CANCELLED', 'Rejected', []],
    ['[O13] shipped: completed, its stock used', 'SHIPPED', 'Completed Order', [reserve('L1', 'MUG', 2)]],
  ])('%s', (...[, status, stage, used]) => {
    expect(run({ status }, known())).toMatchObject({ kind: 'updated', change: { stage, allocations: [], used } })
  })

  test('[O13] still pending: nothing new is unchanged, something new is decided again', () => {
    const at = { status: 'PENDING', updatedAt: PLACED_AT }
    expect(run(at, known()).kind).toBe('unchanged')
    expect(run({ ...at, updatedAt: PLACED_AT + 1 }, known()).kind).toBe('pending')
    expect(run({ ...at, lines: [exampleLine({ quantity: 1 })] }, known()).kind).toBe('pending')
    expect(run({ ...at, updatedAt: PLACED_AT - 1 }, known()).kind).toBe('unchanged')
  })
})
