import { describe, expect, test } from 'vitest'
import type { AmazonOrderId, SellerSku } from '../ids.ts'
import type { AmazonOrder } from './amazon-order.ts'
import { decidePage } from './decide-page.ts'
import {
  exampleContext,
  exampleDocument,
  exampleLine,
  exampleStock,
  ORDER_ID,
  PLACED_AT,
  placedOrder,
} from './import-examples.ts'
import type { PageDocument } from './page-document.ts'

const numbered = (at: number, order: Partial<AmazonOrder> = {}): PageDocument =>
  exampleDocument(
    { id: `111-2223334-${String(at).padStart(7, '0')}` as AmazonOrderId, ...order },
    { documentId: 1000 + at },
  )
const centers = (outcomes: ReturnType<typeof decidePage>) =>
  outcomes.map((one) => (one.kind === 'placed' || one.kind === 'pending' ? one.order.center : one.kind))
const kinds = (outcomes: ReturnType<typeof decidePage>) => outcomes.map(({ kind }) => kind)

describe('decide page', () => {
  test('[O20] the next order sees what the former took', () => {
    const stock = exampleStock({ MUG: { EAST: [5, 0], WEST: [100, 0] } })
    const outcomes = decidePage([numbered(1), numbered(2), numbered(3)], exampleContext(), stock)
    expect(centers(outcomes)).toEqual(['EAST', 'EAST', 'WEST'])
  })

  test('[O13] stock that a cancelled order releases is there for the next one', () => {
    const stock = exampleStock({ MUG: { EAST: [2, 2], WEST: [100, 0] } })
    const context = exampleContext({ placed: new Map([[ORDER_ID, placedOrder()]]) })
    const cancelled = exampleDocument({ status: 'CANCELLED', updatedAt: PLACED_AT + 120_000 })
    expect(centers(decidePage([cancelled, numbered(1)], context, stock))).toEqual(['updated', 'EAST'])
  })

  test('[O13] stock that a shipped order used is gone for the next one', () => {
    const stock = exampleStock({ MUG: { EAST: [3, 2], WEST: [100, 0] } })
    const context = exampleContext({ placed: new Map([[ORDER_ID, placedOrder()]]) })
    const shipped = exampleDocument({ status: 'SHIPPED', updatedAt: PLACED_AT + 120_000 })
    expect(centers(decidePage([shipped, numbered(1)], context, stock))).toEqual(['updated', 'WEST'])
  })

  test('[O13] what a Pre-ordered order reserved does not count against itself', () => {
    const stock = exampleStock({ MUG: { EAST: [2, 2], WEST: [100, 0] } })
    const before = placedOrder({ stage: 'Pre-ordered', amazonStatus: 'PENDING', updatedAt: PLACED_AT })
    const context = exampleContext({ placed: new Map([[ORDER_ID, before]]) })
    expect(centers(decidePage([exampleDocument()], context, stock))).toEqual(['EAST'])
  })

  test('[O13] a Pre-ordered order that is held goes on reserving', () => {
    const stock = exampleStock({ MUG: { EAST: [2, 2], WEST: [100, 0] } })
    const before = placedOrder({ stage: 'Pre-ordered', amazonStatus: 'PENDING', updatedAt: PLACED_AT })
    const context = exampleContext({ placed: new Map([[ORDER_ID, before]]) })
    const held = exampleDocument({ serviceLevel: 'FREE_ECONOMY' })
    expect(centers(decidePage([held, numbered(1)], context, stock))).toEqual(['held', 'WEST'])
  })

  test('[O12] one faulty order does not stop the others', () => {
    const faulty = numbered(1, { lines: [exampleLine({ sellerSku: 'NONE' as SellerSku })] })
    expect(kinds(decidePage([faulty, numbered(2)], exampleContext(), new Map()))).toEqual(['held', 'placed'])
  })

  test('[O13] the same order twice in one page: the older never wins, wherever it stands', () => {
    const older = exampleDocument({ updatedAt: PLACED_AT })
    const newer = exampleDocument({ updatedAt: PLACED_AT + 1, status: 'CANCELLED' })
    expect(kinds(decidePage([older, newer], exampleContext(), new Map()))).toEqual(['unchanged', 'skipped'])
    expect(kinds(decidePage([newer, older], exampleContext(), new Map()))).toEqual(['skipped', 'unchanged'])
  })

  test('[O13] the same document twice in one page is decided once', () => {
    const one = exampleDocument()
    expect(kinds(decidePage([one, { ...one }], exampleContext(), new Map())).sort()).toEqual(['placed', 'unchanged'])
    expect(kinds(decidePage([one, one], exampleContext(), new Map())).sort()).toEqual(['placed', 'unchanged'])
  })

  test('[O13] the given context, stock and documents stay as they are', () => {
    const stock = exampleStock({ MUG: { EAST: [5, 0] } })
    const documents = [numbered(1), numbered(2)]
    const first = decidePage(documents, exampleContext(), stock)
    expect(decidePage(documents, exampleContext(), stock)).toEqual(first)
  })

  test('[O1] a page of 100 orders of two lines is decided in a few milliseconds', () => {
    const lines = [exampleLine(), exampleLine({ lineId: 'L2', sellerSku: 'CUP' as SellerSku })]
    const documents = Array.from({ length: 100 }, (_, at) => numbered(at, { lines, placedAt: PLACED_AT + at * 61_000 }))
    const stock = exampleStock({ MUG: { EAST: [900, 0], WEST: [900, 0] }, CUP: { EAST: [100, 0], WEST: [900, 0] } })
    const context = exampleContext()
    for (let round = 0; round < 30; round++) decidePage(documents, context, stock)
    const times = Array.from({ length: 20 }, () => {
      const before = performance.now()
      decidePage(documents, context, stock)
      return performance.now() - before
    }).sort((one, other) => one - other)
    // Measured at 1 ms; the bound leaves room for a busy machine.
    expect(times[10]).toBeLessThan(25)
  })
})
