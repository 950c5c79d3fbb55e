import { describe, expect, it, test } from 'vitest'
import { decideUpdate } from './decide-update.ts'
import { exampleDocument, exampleLine, exampleOrder, PLACED_AT, placedOrder } from './import-examples.ts'
import { broughtParts, type Lacks, lackedBy, missingAfter } from './missing-parts.ts'

const CLOCK = { timeZone: 'America/New_York', country: 'US' }
const lacks = (missing: readonly string[], leftOut: readonly string[]): Lacks => ({ missing, leftOut })

describe('missing parts', () => {
  it.each<[string, Lacks, brought: readonly string[], after: readonly string[]]>([
    ['nothing was missing and nothing is left out', lacks([], []), [], []],
    ['everything is asked for again', lacks(['TAX', 'BUYER'], []), ['TAX', 'BUYER'], []],
    ['one of two is back', lacks(['TAX', 'BUYER'], ['BUYER']), ['TAX'], ['BUYER']],
    ['nothing is back', lacks(['TAX'], ['TAX']), [], ['TAX']],
    ['one is back and a known one is left out', lacks(['TAX'], ['BUYER']), [], ['TAX', 'BUYER']],
    ['a known one is left out', lacks([], ['BUYER']), [], ['BUYER']],
  ])('[O1] %s', (...[, given, brought, after]) => {
    expect(broughtParts(given)).toEqual(brought)
    expect(missingAfter(given)).toEqual(after)
  })

  test('[O1] an answer without any amount does not count as one that has the amounts that were missing', () => {
    const bare = exampleOrder({ currency: null, grandTotal: null })
    expect(lackedBy(bare, lacks(['PROCEEDS'], []))).toEqual(['PROCEEDS'])
    expect(lackedBy(bare, lacks([], []))).toEqual([])
    expect(lackedBy(exampleOrder(), lacks(['PROCEEDS'], []))).toEqual([])
  })

  test('[O1][O4] what completes an order counts its own lines only, and changes neither stage nor stock', () => {
    const placed = placedOrder({ stage: 'Hold' })
    const dropped = exampleLine({ lineId: 'L2' })
    const order = { lines: [exampleLine(), dropped], grandTotal: { minor: 5330, currency: 'USD' } }
    const document = exampleDocument(order, { lacks: lacks(['PROCEEDS'], []) })
    const outcome = decideUpdate(document, placed, CLOCK)
    expect(outcome).toMatchObject({
      kind: 'updated',
      change: {
        stage: 'Hold',
        allocations: placed.lines.flatMap((line) => line.allocations),
        used: [],
        completion: {
          parts: ['PROCEEDS'],
          // The shipping charge of the dropped line stays.
          order: { lines: [{ lineId: 'L1' }], outsideLines: 500, grandTotal: { minor: 3165, currency: 'USD' } },
        },
      },
    })
  })

  it.each<[string, Parameters<typeof exampleDocument>[0], Lacks]>([
    ['that lacks the same', {}, lacks(['PROCEEDS'], ['PROCEEDS'])],
    ['that lacks what is known', {}, lacks(['PROCEEDS'], ['BUYER'])],
    ['that is older', { updatedAt: PLACED_AT }, lacks(['PROCEEDS'], [])],
    ['without a status', { status: null }, lacks(['PROCEEDS'], [])],
  ])('[O1] a reading %s completes nothing', (_, order, given) => {
    expect(decideUpdate(exampleDocument(order, { lacks: given }), placedOrder(), CLOCK)).toEqual({ kind: 'unchanged' })
  })
})
