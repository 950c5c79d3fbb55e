import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import type { Checked } from '../settings/faults.ts'
import type { ShelfMove, StockChange } from './shelf-move.ts'
import { countsOf, stockChange } from './stock-change.ts'

const item = (id: string, change: Partial<Item> = {}): Item => ({
  id: id as ItemId,
  description: id,
  price: null,
  grams: 1,
  tracksStock: true,
  kit: null,
  ...change,
})
const MUG = 'MUG' as ItemId
const ITEMS = new Map(
  [
    item('MUG'),
    item('CARD', { tracksStock: false }),
    item('BOXED', { tracksStock: false, kit: [{ itemId: MUG, quantity: 2 }] }),
  ].map((each) => [each.id, each]),
)
const code = (name: string) => name as CenterCode
const [EAST, WEST, NORTH] = ['EAST', 'WEST', 'NORTH'].map(code) as [CenterCode, CenterCode, CenterCode]

/** EAST: 7 on hand, 4 of them reserved. WEST: 2. NORTH never had any. */
const LEVELS: Readonly<Record<string, readonly [number, number]>> = { 'MUG EAST': [7, 4], 'MUG WEST': [2, 0] }
const shelves = {
  items: ITEMS,
  centers: new Set([EAST, WEST, NORTH]),
  level: (itemId: ItemId, center: CenterCode) => {
    const [onHand, allocated] = LEVELS[`${itemId} ${center}`] ?? []
    return onHand === undefined || allocated === undefined ? null : { onHand, allocated }
  },
}
const WHY = { itemId: MUG, reason: 'correction', reference: '' } as const
const adjust = (by: number, more: object = {}) =>
  ({ ...WHY, kind: 'adjustment', center: EAST, by, belowZero: false, ...more }) as StockChange
const transfer = (quantity: number, more: object = {}) =>
  ({ ...WHY, kind: 'transfer', from: EAST, to: WEST, quantity, ...more }) as StockChange
const receipt = (quantity: number, more: object = {}) =>
  ({ ...WHY, kind: 'receipt', center: EAST, quantity, ...more }) as StockChange
const count = (counted: number, more: object = {}) =>
  ({ ...WHY, kind: 'count', center: EAST, counted, ...more }) as StockChange

const movesOf = (checked: Checked<ShelfMove[]>) =>
  checked.ok ? checked.value.map(({ center, change, onHand }) => [center, change, onHand]) : checked.problems
const faultsOf = (...changes: StockChange[]) => {
  const checked = stockChange(changes, shelves)
  return checked.ok ? [] : checked.problems.map(({ facts }) => `${facts.field} ${facts.why}`)
}

test.each([
  ['an adjustment adds', [adjust(3)], [[EAST, 3, 10]]],
  ['an adjustment takes away, down to none', [adjust(-7)], [[EAST, -7, 0]]],
  ['one that says so goes below zero', [adjust(-9, { belowZero: true })], [[EAST, -9, -2]]],
  ['a receipt where the item never lay', [receipt(5, { center: NORTH })], [[NORTH, 5, 5]]],
  ['a transfer is two moves', [transfer(3)], [[EAST, -3, 4], [WEST, 3, 5]]], // biome-ignore format: one line a case
  ['a count says what lies there', [count(0)], [[EAST, -7, 0]]],
  ['a count that finds what was known is a move of none', [count(7)], [[EAST, 0, 7]]],
  ['one after the other', [receipt(5), transfer(8), count(1)], [[EAST, 5, 12], [EAST, -8, 4], [WEST, 8, 10], [EAST, -3, 1]]], // biome-ignore format: one line a case
] as const)('[O20] %s', (...[, changes, moves]) => {
  expect(movesOf(stockChange(changes, shelves))).toEqual(moves)
})

test('[O20] what is below zero already may be raised without a word', () => {
  const low = { ...shelves, level: () => ({ onHand: -5, allocated: 0 }) }
  expect(movesOf(stockChange([adjust(2)], low))).toEqual([[EAST, 2, -3]])
})

test.each([
  ['below zero', adjust(-8), 'adjustments[0].by would leave -1 in EAST, where 7 lie; say belowZero if that is right'],
  ['by nothing', adjust(0), 'adjustments[0].by must be a whole number from -1,000,000,000 to 1,000,000,000, and not 0'],
  [
    'a fraction',
    adjust(1.5),
    'adjustments[0].by must be a whole number from -1,000,000,000 to 1,000,000,000, and not 0',
  ],
  ['half a unit received', receipt(0.5), 'receipts[0].quantity must be a whole number from 1 to 999,999,993'],
  ['a negative receipt', receipt(-1), 'receipts[0].quantity must be a whole number from 1 to 999,999,993'],
  [
    'a negative count',
    count(-1),
    'counts[0].counted must be a whole number from 0 to 1,000,000,000: a count is never negative',
  ],
  [
    'more than there is',
    transfer(4),
    'transfers[0].quantity is more than there is: 3 free in EAST (7 on hand, 4 reserved by orders)',
  ],
  [
    'from where it never lay',
    transfer(1, { from: NORTH }),
    'transfers[0].quantity is more than there is: 0 free in NORTH (0 on hand, 0 reserved by orders)',
  ],
  ['to itself', transfer(1, { to: EAST }), 'transfers[0].to must be another center than the one it comes from'],
  ['nothing', transfer(0), 'transfers[0].quantity must be a whole number from 1 to 1,000,000,000'],
  ['another merchant’s item', adjust(1, { itemId: 'CUP' }), 'adjustments[0].itemId is not an item of this merchant'],
  ['a kit', adjust(1, { itemId: 'BOXED' }), 'adjustments[0].itemId is a kit: change the stock of its components'],
  [
    'an item that is not counted',
    count(1, { itemId: 'CARD' }),
    'counts[0].itemId is an item whose stock is not counted',
  ],
  ['an unknown center', receipt(1, { center: 'SOUTH' }), 'receipts[0].center is not a center of this merchant'],
  [
    'another reason without a word',
    adjust(1, { reason: 'other' }),
    'adjustments[0].reference must say why, where the reason is other',
  ],
] as const)('[O20] refused: %s', (...[, change, fault]) => {
  // biome-ignore format: one line a case
  expect(faultsOf(change)).toEqual([fault])
})

test('[O20] one that is wrong among many: all faults are told, and nothing moves', () => {
  expect(faultsOf(adjust(1), transfer(99), receipt(0)).map((each) => each.split(' ')[0])).toEqual([
    'transfers[1].quantity',
    'receipts[2].quantity',
  ])
})

test('[O20] stock that is set is a count where it differs, and none where it does not', () => {
  const entry = (center: CenterCode, onHand: number) => ({ itemId: MUG, center, onHand })
  const counts = countsOf([entry(EAST, 7), entry(WEST, -3), entry(NORTH, 0)], shelves.level)
  expect(counts.map(({ center, change, onHand }) => [center, change, onHand])).toEqual([
    [WEST, -5, -3],
    [NORTH, 0, 0],
  ])
})

const centers = fc.constantFrom(EAST, WEST, NORTH)

test('[O20] no sequence of transfers makes or loses a unit, or takes what orders reserved (generated)', () => {
  const step = fc.record({ from: centers, to: centers, quantity: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const shelf = new Map([EAST, WEST, NORTH].map((center) => [center, shelves.level(MUG, center)?.onHand ?? 0]))
      const now = {
        ...shelves,
        level: (_: ItemId, center: CenterCode) => ({
          onHand: shelf.get(center) ?? 0,
          allocated: center === EAST ? 4 : 0,
        }),
      }
      for (const { from, to, quantity } of steps) {
        const checked = stockChange([transfer(quantity, { from, to })], now)
        if (checked.ok) for (const { center, onHand } of checked.value) shelf.set(center, onHand)
        expect([...shelf.values()].reduce((sum, each) => sum + each, 0)).toBe(9)
        expect(shelf.get(EAST)).toBeGreaterThanOrEqual(4)
      }
    }),
  )
})

test('[O20] on hand is the sum of the moves since a count (generated)', () => {
  const change = fc.oneof(
    fc.integer({ min: -3, max: 9 }).map((by) => adjust(by)),
    fc.integer({ min: 1, max: 9 }).map((quantity) => receipt(quantity)),
    fc.integer({ min: 1, max: 3 }).map((quantity) => transfer(quantity)),
  )
  fc.assert(
    fc.property(fc.nat(50), fc.array(change, { maxLength: 12 }), (counted, changes) => {
      const checked = stockChange([count(counted), ...changes], shelves)
      if (!checked.ok) return
      const [first, ...rest] = checked.value.filter(({ center }) => center === EAST)
      const sum = rest.reduce((on, { change: by }) => on + by, first?.onHand ?? Number.NaN)
      expect([first?.onHand, checked.value.findLast(({ center }) => center === EAST)?.onHand]).toEqual([counted, sum])
    }),
  )
})
