import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import { allocate, type Need } from './allocate.ts'
import { byId, exampleContext, exampleItem, exampleStock, reserve } from './import-examples.ts'
import { workingStock } from './working-stock.ts'

const kit = (id: string, ...parts: [string, number][]) =>
  exampleItem(id, { kit: parts.map(([itemId, quantity]) => ({ itemId: itemId as ItemId, quantity })) })
const MUG = exampleItem('MUG')
const CUP = exampleItem('CUP')
const CARD = exampleItem('CARD', { tracksStock: false })
const SET = kit('SET', ['MUG', 2], ['CUP', 1], ['CARD', 1])
const items = byId([MUG, CUP, CARD, SET])
const { centers } = exampleContext()

const need = (item: Item, quantity: number, line = 'L1'): Need => ({ line, item, quantity })
type Levels = Parameters<typeof exampleStock>[0]
const from = (levels: Levels, needs: Need[], where = centers) =>
  allocate(needs, { items, centers: where, stock: workingStock(exampleStock(levels)) })

describe('allocate', () => {
  it.each<[string, Levels, Need[], string]>([
    ['the first center that holds all', { MUG: { EAST: [2, 0], WEST: [9, 0] } }, [need(MUG, 2)], 'EAST'],
    ['what others reserve is not there', { MUG: { EAST: [3, 2], WEST: [9, 0] } }, [need(MUG, 2)], 'WEST'],
    ['a center that does not handle an item is passed over', { MUG: { WEST: [9, 0] } }, [need(MUG, 1)], 'WEST'],
    [
      'a center must hold every item',
      { MUG: { EAST: [9, 0], WEST: [9, 0] }, CUP: { EAST: [0, 0], WEST: [1, 0] } },
      [need(MUG, 1), need(CUP, 1, 'L2')],
      'WEST',
    ],
    [
      'two lines of one item add up',
      { MUG: { EAST: [3, 0], WEST: [4, 0] } },
      [need(MUG, 2), need(MUG, 2, 'L2')],
      'WEST',
    ],
    [
      'a kit and its component on its own add up',
      { MUG: { EAST: [2, 0], WEST: [3, 0] }, CUP: { EAST: [5, 0], WEST: [5, 0] } },
      [need(SET, 1), need(MUG, 1, 'L2')],
      'WEST',
    ],
    [
      'none holds all: the default center, short or not (O17)',
      { MUG: { EAST: [1, 0], WEST: [0, 0] } },
      [need(MUG, 2)],
      'WEST',
    ],
    ['nobody handles it: the default center', {}, [need(MUG, 2)], 'WEST'],
    ['an untracked item does not limit', {}, [need(CARD, 99)], 'EAST'],
    ['a line of nothing does not limit', {}, [need(MUG, 0)], 'EAST'],
  ])('[O20] %s', (...[, levels, needs, center]) => {
    expect(from(levels, needs).center).toBe(center)
  })

  test('[O20] a kit reserves its tracked components for its line, each once', () => {
    const twice = kit('TWICE', ['MUG', 1], ['MUG', 2], ['GONE', 1])
    expect(from({}, [need(SET, 3), need(twice, 1, 'L2')]).allocations).toEqual([
      reserve('L1', 'MUG', 6, 'WEST'),
      reserve('L1', 'CUP', 3, 'WEST'),
      reserve('L2', 'MUG', 3, 'WEST'),
    ])
  })

  test('[O20] a kit that tracks stock itself still reserves components only', () => {
    expect(from({ SET: { EAST: [99, 0] } }, [need(SET, 1)]).allocations.map(({ itemId }) => itemId)).toEqual([
      'MUG',
      'CUP',
    ])
  })

  test('[O20] a merchant without centers reserves nothing', () => {
    expect(from({}, [need(MUG, 2)], [])).toEqual({ center: null, allocations: [] })
  })

  test('[O20] without a default center the first one is taken', () => {
    const nowhere = [
      { code: 'NORTH' as CenterCode, isDefault: false },
      { code: 'SOUTH' as CenterCode, isDefault: false },
    ]
    expect(from({}, [need(MUG, 1)], nowhere).center).toBe('NORTH')
  })

  test('[O20] an order comes from one center, and reserves exactly what it needs of tracked items', () => {
    const kinds = [MUG, CUP, CARD, SET]
    const needs = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 0, max: 5 })), { maxLength: 6 })
    const level = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 4 }))
    const shelf = fc.dictionary(fc.constantFrom('EAST', 'WEST'), level)
    fc.assert(
      fc.property(needs, shelf, shelf, (ordered, mugs, cups) => {
        const levels: Levels = { MUG: mugs as Levels[string], CUP: cups as Levels[string] }
        const { center, allocations } = from(
          levels,
          ordered.map(([item, quantity], at) => need(item, quantity, `L${at}`)),
        )
        const count = (item: Item) => ordered.reduce((sum, [one, quantity]) => sum + (one === item ? quantity : 0), 0)
        const wanted = { MUG: count(MUG) + 2 * count(SET), CUP: count(CUP) + count(SET) }
        const reserved = (item: string) =>
          allocations.filter(({ itemId }) => itemId === item).reduce((sum, { quantity }) => sum + quantity, 0)
        expect({ MUG: reserved('MUG'), CUP: reserved('CUP') }).toEqual(wanted)
        const holds = (code: string) =>
          (['MUG', 'CUP'] as const).every((item) => {
            const there = levels[item]?.[code]
            return wanted[item] === 0 || (there !== undefined && there[0] - there[1] >= wanted[item])
          })
        expect(center).toBe(holds('EAST') ? 'EAST' : 'WEST')
        expect(allocations.every((one) => one.center === center)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
