import { describe, expect, it, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import type { AmazonOrder } from './amazon-order.ts'
import { decide, pageRules } from './decide-import.ts'
import { decidePage } from './decide-page.ts'
import type { ImportContext } from './import-context.ts'
import { exampleContext, exampleDocument, exampleLine, exampleStock, ORDER_ID, reserve } from './import-examples.ts'
import { workingStock } from './working-stock.ts'

const STOCK = exampleStock({ MUG: { EAST: [9, 0] } })
const completed = exampleContext({ orders: { asCompleted: true } })
const fba = exampleContext({ orders: { importFba: true } })
const run = (order: Partial<AmazonOrder>, context: ImportContext, destination = exampleDocument().destination) =>
  decide(exampleDocument(order, { destination }), pageRules(context), workingStock(STOCK))
const UNKNOWN = exampleLine({ lineId: 'L9', sellerSku: 'NONE' as SellerSku })

describe('orders for the books only', () => {
  it.each<[string, Partial<AmazonOrder>]>([
    ['unshipped', {}],
    ['shipped', { status: 'SHIPPED', lines: [exampleLine({ quantityFulfilled: 2 })] }],
    ['shipped in part', { status: 'PARTIALLY_SHIPPED', lines: [exampleLine({ quantityFulfilled: 1 })] }],
  ])('[O6] an order first seen %s is completed, uses all its units and is not to be confirmed', (_, order) => {
    expect(run(order, completed)).toMatchObject({
      kind: 'placed',
      order: {
        stage: 'Completed Order',
        used: [reserve('L1', 'MUG', 2)],
        allocations: [],
        toConfirm: false,
        methodId: null,
        center: 'EAST',
      },
    })
  })

  test('[O6] it needs no address, no level and no method, but every item', () => {
    expect(run({ serviceLevel: 'NOBODY_KNOWS' }, completed, null).kind).toBe('placed')
    expect(run({ lines: [exampleLine(), UNKNOWN] }, completed)).toMatchObject({
      kind: 'held',
      problems: [{ code: 'unknown-sku' }],
    })
    expect(run({ lines: [] }, completed)).toMatchObject({ kind: 'held', problems: [{ code: 'missing-block' }] })
  })

  test('[O6] a pending order still waits, and a cancelled one is skipped', () => {
    expect(run({ status: 'PENDING' }, completed)).toMatchObject({ kind: 'pending', order: { stage: 'Pre-ordered' } })
    expect(run({ status: 'CANCELLED' }, completed)).toMatchObject({ kind: 'skipped', reason: 'cancelled' })
  })

  test('[O6] the next order of the page sees the shelf without what left it', () => {
    const stock = exampleStock({ MUG: { EAST: [3, 0], WEST: [9, 0] } })
    const documents = [exampleDocument(), exampleDocument({ id: '111-2223334-9999999' as AmazonOrder['id'] })]
    const outcomes = decidePage(documents, completed, stock)
    expect(outcomes.map((each) => (each.kind === 'placed' ? each.order.center : each.kind))).toEqual(['EAST', 'WEST'])
  })

  test('[O5][O6] both combine', () => {
    const both = exampleContext({ orders: { asCompleted: true, asPurchaseOrders: true } })
    expect(run({}, both)).toMatchObject({
      order: { stage: 'Completed Order', payment: { method: 'Purchase Order', number: ORDER_ID } },
    })
  })

  test("[O14] Amazon's own order comes in completed and touches no stock", () => {
    for (const status of ['UNSHIPPED', 'SHIPPED'])
      expect(run({ fulfilledBy: 'AMAZON', status }, fba, null)).toMatchObject({
        kind: 'placed',
        order: {
          stage: 'Completed Order',
          used: [],
          allocations: [],
          center: null,
          fulfilledByAmazon: true,
          toConfirm: false,
        },
      })
    expect(run({}, fba)).toMatchObject({ order: { stage: 'Shipping Department', fulfilledByAmazon: false } })
  })
})
