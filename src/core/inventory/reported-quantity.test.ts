import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import type { StockLevel } from '../orders/import-context.ts'
import { type CountedStock, type ReportedQuantity, reportedQuantity } from './reported-quantity.ts'

const item = (id: string, change: Partial<Item> = {}): Item => ({
  id: id as ItemId,
  description: id,
  price: 1000,
  grams: 100,
  tracksStock: true,
  kit: null,
  ...change,
})
const MUG = item('MUG')
const LID = item('LID')
const CARD = item('CARD', { tracksStock: false })
const BOXED = item('BOXED', {
  tracksStock: false,
  kit: [
    { itemId: MUG.id, quantity: 2 },
    { itemId: LID.id, quantity: 1 },
    { itemId: CARD.id, quantity: 1 },
  ],
})
const ITEMS = new Map([MUG, LID, CARD, BOXED].map((each) => [each.id, each]))

type Shelf = { readonly [itemInCenter: string]: readonly [onHand: number, allocated: number] }
const stockOf = (shelf: Shelf, buffers: Readonly<Record<string, number>>, untracked: ReportedQuantity = 1000) =>
  ({
    centers: Object.entries(buffers).map(([code, buffer]) => ({ code: code as CenterCode, buffer })),
    items: ITEMS,
    level: (itemId, center): StockLevel | null => {
      const [onHand, allocated] = shelf[`${itemId}@${center}`] ?? []
      return onHand === undefined ? null : { onHand, allocated: allocated ?? 0 }
    },
    untracked,
  }) satisfies CountedStock

const ONE = { amazon: 1, ours: 1 }

test.each([
  ['the sum over the centers', MUG, ONE, { 'MUG@E': [5, 0], 'MUG@W': [7, 0] }, { E: 0, W: 0 }, 12],
  ['what is allocated is not there', MUG, ONE, { 'MUG@E': [5, 3] }, { E: 0 }, 2],
  ['a buffer of 2 reports two less', MUG, ONE, { 'MUG@E': [10, 0] }, { E: 2 }, 8],
  ['each center keeps its own buffer', MUG, ONE, { 'MUG@E': [10, 0], 'MUG@W': [3, 0] }, { E: 2, W: 5 }, 8],
  [
    'a center below its buffer does not eat into another',
    MUG,
    ONE,
    { 'MUG@E': [1, 0], 'MUG@W': [9, 0] },
    { E: 4, W: 0 },
    9,
  ],
  ['oversold is never negative', MUG, ONE, { 'MUG@E': [2, 9] }, { E: 0 }, 0],
  ['on hand below zero is never negative', MUG, ONE, { 'MUG@E': [-5, 0], 'MUG@W': [4, 0] }, { E: 0, W: 0 }, 4],
  ['a center that does not handle the item counts nothing', MUG, ONE, { 'LID@E': [5, 0] }, { E: 0 }, 0],
  ['packs of 12: whole packs only', MUG, { amazon: 1, ours: 12 }, { 'MUG@E': [35, 0] }, { E: 0 }, 2],
  [
    'packs are counted per center, since an order ships from one',
    MUG,
    { amazon: 1, ours: 12 },
    { 'MUG@E': [18, 0], 'MUG@W': [18, 0] },
    { E: 0, W: 0 },
    2,
  ],
  ['three at Amazon of one of ours', MUG, { amazon: 3, ours: 1 }, { 'MUG@E': [4, 0] }, { E: 0 }, 12],
  ['a kit: the smallest of its components counts', BOXED, ONE, { 'MUG@E': [9, 0], 'LID@E': [3, 0] }, { E: 0 }, 3],
  ['a kit: the buffer is kept of each component', BOXED, ONE, { 'MUG@E': [9, 0], 'LID@E': [9, 0] }, { E: 2 }, 3],
  [
    'a kit cannot be put together from two centers',
    BOXED,
    ONE,
    { 'MUG@E': [9, 0], 'LID@W': [9, 0] },
    { E: 0, W: 0 },
    0,
  ],
  ['a kit under a ratio', BOXED, { amazon: 1, ours: 2 }, { 'MUG@E': [9, 0], 'LID@E': [9, 0] }, { E: 0 }, 2],
] as const)('[I2] %s', (...[, sold, ratio, shelf, buffers, reported]) => {
  expect(reportedQuantity(sold, ratio, stockOf(shelf as unknown as Shelf, buffers))).toBe(reported)
})

test('[I3] an item that does not track inventory reports 1000, the number chosen, or always available, whatever the buffer', () => {
  expect(reportedQuantity(CARD, ONE, stockOf({}, { E: 5000 }))).toBe(1000)
  expect(reportedQuantity(CARD, { amazon: 1, ours: 12 }, stockOf({}, { E: 0 }, 25))).toBe(25)
  expect(reportedQuantity(CARD, ONE, stockOf({}, {}, 'always'))).toBe('always')
  const loose = item('LOOSE', { tracksStock: false, kit: [{ itemId: CARD.id, quantity: 3 }] })
  expect(reportedQuantity(loose, ONE, stockOf({}, { E: 0 }))).toBe(1000)
})

test('[I2] never negative, and never more than any one component allows (generated)', () => {
  const level = fc.record({ onHand: fc.integer({ min: -50, max: 500 }), allocated: fc.integer({ min: 0, max: 200 }) })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(level, level, fc.nat(20)), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, ours) => {
        const shelf: Record<string, readonly [number, number]> = {}
        const buffers: Record<string, number> = {}
        let most = 0
        rows.forEach(([mug, lid, buffer], at) => {
          shelf[`MUG@C${at}`] = [mug.onHand, mug.allocated]
          shelf[`LID@C${at}`] = [lid.onHand, lid.allocated]
          buffers[`C${at}`] = buffer
          const lids = Math.max(0, lid.onHand - lid.allocated - buffer)
          const mugs = Math.max(0, mug.onHand - mug.allocated - buffer)
          most += Math.floor(Math.min(lids, Math.floor(mugs / 2)) / ours)
        })
        const reported = reportedQuantity(BOXED, { amazon: 1, ours }, stockOf(shelf, buffers))
        expect(reported).toBe(most)
        expect(reported).toBeGreaterThanOrEqual(0)
      },
    ),
  )
})
