import { describe, expect, it, test } from 'vitest'
import type { SellerSku } from '../ids.ts'
import type { OrderSettings } from '../settings/settings.ts'
import type { AmazonOrder } from './amazon-order.ts'
import { exampleContext, exampleLine, exampleOrder, ORDER_ID, PLACED_AT } from './import-examples.ts'
import { importGate, shouldImport } from './should-import.ts'

const ask = (order: Partial<AmazonOrder>, orders: Partial<OrderSettings> = {}, startedAt: number | null = null) => {
  const wanted = shouldImport(exampleOrder(order), importGate(exampleContext({ orders, startedAt })))
  return wanted.ok ? wanted.lines.map(({ lineId }) => lineId).join() : wanted.reason
}
const CUP = exampleLine({ lineId: 'L2', sellerSku: 'CUP' as SellerSku, asin: 'B000000002' })
const ALL: Partial<OrderSettings> = { ignoredOrders: [ORDER_ID], ignoredItems: ['MUG'], notBefore: '2014-09-18' }

describe('should import', () => {
  it.each<[string, Partial<AmazonOrder>, Partial<OrderSettings>, string]>([
    ['[O13] an unshipped order is wanted', {}, {}, 'L1'],
    ['[O3] an ignored order is not', {}, { ignoredOrders: ['x', ORDER_ID] }, 'ignored-order'],
    ['[O3] part of its number is not its number', {}, { ignoredOrders: [ORDER_ID.slice(0, -1)] }, 'L1'],
    [
      '[O2] an order of the day of the cut-off is wanted: 22:06 in New York is the 18th in UTC',
      {},
      { notBefore: '2014-09-17' },
      'L1',
    ],
    ['[O2] an order of the day before is not', {}, { notBefore: '2014-09-18' }, 'before-cutoff'],
    ['[O14] an order that Amazon fulfills is not', { fulfilledBy: 'AMAZON' }, {}, 'fulfilled-by-amazon'],
    [
      '[O14] an order that does not say who fulfills it is not thrown away',
      { fulfilledBy: null, status: null },
      {},
      'L1',
    ],
    ['[O14] unless the setting says so', { fulfilledBy: 'AMAZON' }, { importFba: true }, 'L1'],
    ['[O14] also shipped', { fulfilledBy: 'AMAZON', status: 'SHIPPED' }, { importFba: true }, 'L1'],
    [
      '[O14] not while it is pending',
      { fulfilledBy: 'AMAZON', status: 'PENDING' },
      { importFba: true },
      'fba-not-ready',
    ],
    [
      '[O14] not when it cannot be fulfilled',
      { fulfilledBy: 'AMAZON', status: 'UNFULFILLABLE' },
      { importFba: true },
      'fba-not-ready',
    ],
    ['[O6] shipped at first sight comes in completed', { status: 'SHIPPED' }, { asCompleted: true }, 'L1'],
    ['[O13] cancelled at first sight', { status: 'CANCELLED' }, {}, 'cancelled'],
    ['[O13] shipped at first sight', { status: 'SHIPPED' }, {}, 'shipped-before-import'],
    [
      '[O13] all lines lowered to zero is as good as cancelled',
      { lines: [exampleLine({ quantity: 0 })] },
      {},
      'cancelled',
    ],
    ['[O13] a pending order of zero is kept', { status: 'PENDING', lines: [exampleLine({ quantity: 0 })] }, {}, 'L1'],
    [
      '[O13] one line lowered to zero stays with the others',
      { lines: [exampleLine({ quantity: 0 }), CUP] },
      {},
      'L1,L2',
    ],
    ['[O4] a line is dropped by its ASIN', { lines: [exampleLine(), CUP] }, { ignoredItems: ['B000000001'] }, 'L2'],
    ['[O4] a line is dropped by its seller SKU', { lines: [exampleLine(), CUP] }, { ignoredItems: ['CUP'] }, 'L1'],
    ['[O4] a line is dropped by its order item id', { lines: [exampleLine(), CUP] }, { ignoredItems: ['L1'] }, 'L2'],
    [
      '[O4] a line without an ASIN is not dropped by an empty entry',
      { lines: [exampleLine({ asin: null })] },
      { ignoredItems: [''] },
      'L1',
    ],
    [
      '[O4] with no line left the order is skipped',
      { lines: [exampleLine(), CUP] },
      { ignoredItems: ['MUG', 'B000000002'] },
      'ignored-items',
    ],
    [
      '[O3] the word about this order comes before all',
      { fulfilledBy: 'AMAZON', status: 'CANCELLED' },
      ALL,
      'ignored-order',
    ],
    [
      '[O14] then who fulfills it',
      { fulfilledBy: 'AMAZON', status: 'CANCELLED' },
      { ...ALL, ignoredOrders: [] },
      'fulfilled-by-amazon',
    ],
    ['[O2] then the cut-off', { status: 'CANCELLED' }, { ...ALL, ignoredOrders: [] }, 'before-cutoff'],
    ['[O13] then its status', { status: 'CANCELLED' }, { ignoredItems: ['MUG'] }, 'cancelled'],
  ])('%s', (...[, order, settings, expected]) => {
    expect(ask(order, settings)).toBe(expected)
  })

  test('[C9] without a date, orders placed before importing was started are not imported', () => {
    expect(ask({}, {}, PLACED_AT + 1)).toBe('before-cutoff')
    expect(ask({}, {}, PLACED_AT)).toBe('L1')
  })

  test('[C9] a date of O2 wins over the instant of the start', () => {
    expect(ask({}, { notBefore: '2014-09-01' }, PLACED_AT + 1)).toBe('L1')
  })

  test('[O4] what was dropped is known', () => {
    const wanted = shouldImport(
      exampleOrder({ lines: [exampleLine(), CUP] }),
      importGate(exampleContext({ orders: { ignoredItems: ['CUP'] } })),
    )
    expect(wanted.ok && wanted.dropped).toEqual([CUP])
  })

  test('[O3] ten thousand ignored ids cost no more than one', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `111-2223334-${String(at).padStart(7, '0')}`)
    const gate = importGate(exampleContext({ orders: { ignoredOrders: many, ignoredItems: many } }))
    const order = exampleOrder()
    const before = performance.now()
    for (let at = 0; at < 10_000; at++) shouldImport(order, gate)
    expect(performance.now() - before).toBeLessThan(200)
  })
})
