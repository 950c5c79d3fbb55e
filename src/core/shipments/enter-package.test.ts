import { describe, expect, test } from 'vitest'
import { tell } from '../problems.ts'
import type { PackageEntry, ShippableOrder } from './package-entry.ts'
import { enter, entered, item, line, NOW, order } from './package-examples.ts'

const refusal = (of: ShippableOrder, said: Partial<PackageEntry> = {}): string => {
  const result = enter(of, said)
  if (result.ok) throw new Error('It was taken.')
  expect(tell(result.problem).sentence).not.toMatch(/[{}]/)
  return result.problem.code
}

describe('entering a package', () => {
  test('[S2][S3] without items it holds everything that is open, with the carrier and name of the method', () => {
    const { package: made, stage, stock, way } = entered(order([line(), line({ lineId: '2', fulfilledAmazon: 1 })]))
    expect(made).toMatchObject({
      number: 1,
      carrier: 'USPS',
      service: 'USPS: Priority Mail',
      shippedAt: NOW,
      version: 1,
    })
    expect(made.items).toEqual([
      { line: '1', quantityAmazon: 3, quantity: 3 },
      { line: '2', quantityAmazon: 2, quantity: 2 },
    ])
    expect([stage, way, stock.after]).toEqual(['Completed Order', 'call', []])
    expect(stock.used.map(({ quantity }) => quantity)).toEqual([3, 2])
  })

  test('[S5] a package without tracking goes by feed; no number is invented', () => {
    expect(entered(order([line()]), { tracking: ' ' })).toMatchObject({ way: 'feed', package: { tracking: null } })
  })

  test("[S2] a part shipment counts in Amazon's units, uses its share of the stock and leaves the order open", () => {
    const packs = line({ quantityAmazon: 4, ratio: { amazon: 1, ours: 3 } })
    const { package: made, stage, lines, stock } = entered(order([packs]), { items: [item('1', 6)] })
    expect(made.items).toEqual([{ line: '1', quantityAmazon: 2, quantity: 6 }])
    expect([stage, lines]).toEqual(['Shipping Department', [{ lineId: '1', fulfilledAmazon: 2 }]])
    expect([stock.used[0]?.quantity, stock.after[0]?.quantity]).toEqual([6, 6])
  })

  test('[S2][O16] what a refund on its way cancels is not shipped: neither in "everything", nor by name, nor told twice', () => {
    const half = order([line({ cancelling: 1 })])
    const { package: made, stage, lines } = entered(half)
    expect(made.items).toEqual([{ line: '1', quantityAmazon: 2, quantity: 2 }])
    expect([stage, lines]).toEqual(['Shipping Department', [{ lineId: '1', fulfilledAmazon: 2 }]])
    expect(refusal(half, { items: [item('1', 3)] })).toBe('package-too-much')
    const packs = order([line({ quantityAmazon: 2, ratio: { amazon: 1, ours: 3 }, cancelling: 1 })])
    expect(entered(packs).package.items).toEqual([{ line: '1', quantityAmazon: 1, quantity: 3 }])
    const shipped = order([line({ cancelling: 1, fulfilledAmazon: 2 })], { packages: [{ ...made, reference: null }] })
    expect(enter(shipped, { tracking: made.tracking })).toMatchObject({ value: { kind: 'known' } })
  })

  test('[S2][O20] a kit is one item of the order, and its components leave the shelf', () => {
    const { stock } = entered(order([line({ each: 2 })]), { items: [item('1', 1)] })
    expect([stock.used[0]?.quantity, stock.after[0]?.quantity]).toEqual([2, 4])
  })

  test('[S2] a line is found by its id, its seller SKU or its item; the same line named twice is added up', () => {
    const lines = [line(), line({ lineId: '2' })]
    const by = (named: object) => ({ items: [{ line: null, sku: null, item: null, quantity: 1, ...named }] })
    for (const named of [{ line: '2' }, { sku: 'SKU-2' }, { item: 'ITEM-2' }])
      expect(entered(order(lines), by(named)).package.items).toEqual([{ line: '2', quantityAmazon: 1, quantity: 1 }])
    const twice = entered(order(lines), { items: [item('1', 1), item('1', 2)] })
    expect(twice.package.items).toEqual([{ line: '1', quantityAmazon: 3, quantity: 3 }])
  })

  test.each<[string, Partial<ShippableOrder>]>([
    ['order-pending', { stage: 'Pre-ordered', amazonStatus: 'PENDING' }],
    ['order-not-released', { stage: 'Hold' }],
    ['order-not-released', { stage: 'Accounts Receivable' }],
    ['order-not-released', { stage: 'Rejected' }],
    ['order-cancelled', { stage: 'Rejected', amazonStatus: 'CANCELLED' }],
    ['order-cancelled', { stage: 'Hold', amazonStatus: 'CANCELLED' }],
    ['order-completed', { stage: 'Completed Order' }],
    ['order-completed', { amazonStatus: 'SHIPPED' }],
    ['order-by-amazon', { fulfilledByAmazon: true }],
    ['order-in-books-only', { toConfirm: false }],
    [
      'order-undecided',
      { cancellation: { number: 1, lines: ['1'], state: 'open', gone: false, byMerchant: false, up: null } },
    ],
    [
      'order-to-be-cancelled',
      {
        stage: 'Hold',
        cancellation: { number: 1, lines: ['1'], state: 'cancel', gone: false, byMerchant: false, up: null },
      },
    ],
    ['carrier-missing', { method: null }],
    ['order-completed', { lines: [line({ fulfilledAmazon: 3 })] }],
  ])('[S2][O6][O13][O14] %s: an order like %j takes no package', (code, change) => {
    expect(refusal(order([line()], change))).toBe(code)
  })

  test.each<[string, Partial<PackageEntry>]>([
    ['package-too-much', { items: [item('1', 4)] }],
    ['package-too-much', { items: [item('1', 2), item('1', 2)] }],
    ['package-line-unknown', { items: [item('99', 1)] }],
    ['package-line-unclear', { items: [{ line: null, sku: 'SAME', item: null, quantity: 3 }] }],
    ['package-splits-pack', { items: [item('4', 2)] }],
    ['package-entry-not-valid', { items: [] }],
    ['package-entry-not-valid', { items: [item('1', 0)] }],
    ['package-entry-not-valid', { items: [item('1', 1.5)] }],
    ['package-entry-not-valid', { items: [item('\u0000', 1)] }],
    ['package-entry-not-valid', { service: 'a\nb' }],
    ['package-entry-not-valid', { carrier: ' ' }],
    ['package-entry-not-valid', { reference: 'x'.repeat(101) }],
    ['carrier-unknown', { carrier: 'Speedy Joe' }],
    ['tracking-spoilt', { tracking: '9.4E+21' }],
    ['ship-date-not-valid', { shippedAt: '2026-11-11' }],
    ['ship-date-not-valid', { shippedAt: 'yesterday' }],
  ])('[S2][S3] %s: %j is refused', (code, said) => {
    const lines = [
      line(),
      line({ lineId: '2', sellerSku: 'SAME' }),
      line({ lineId: '3', sellerSku: 'SAME' }),
      line({ lineId: '4', ratio: { amazon: 1, ours: 3 } }),
    ]
    expect(refusal(order(lines), said)).toBe(code)
  })

  test('[S2] several lines of one SKU go whole without naming each', () => {
    const lines = [line({ sellerSku: 'SAME' }), line({ lineId: '2', sellerSku: 'SAME' })]
    const { items } = entered(order(lines), { items: [{ line: null, sku: 'SAME', item: null, quantity: 6 }] }).package
    expect(items.map(({ quantity }) => quantity)).toEqual([3, 3])
  })
})
