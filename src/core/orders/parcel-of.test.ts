import { expect, test } from 'vitest'
import type { ItemId } from '../ids.ts'
import { byId, exampleItem, exampleLine } from './import-examples.ts'
import { parcelOf } from './parcel-of.ts'

const mug = exampleItem('MUG')
const set = exampleItem('SET', {
  grams: 1,
  kit: [
    { itemId: 'MUG' as ItemId, quantity: 2 },
    { itemId: 'CUP' as ItemId, quantity: 1 },
  ],
})
const items = byId([mug, exampleItem('CUP', { grams: 100 }), set])
const need = (item: typeof mug, quantity: number, line = 'L1') => ({ line, item, quantity })
const parcel = (needs: ReturnType<typeof need>[], lines = [exampleLine()]) =>
  parcelOf(needs, { lines, currency: 'USD' }, items)

test('[O9] units, weight and items are those still to be sent; the value is that of all lines', () => {
  const needs = [need(mug, 3), need(exampleItem('LAMP'), 0, 'L2')]
  expect(parcel(needs, [exampleLine(), exampleLine({ lineId: 'L2', money: null })])).toEqual({
    grams: 900,
    units: 3,
    goods: [{ itemId: 'MUG', components: [] }],
    subtotal: 2000,
    currency: 'USD',
  })
})

test('[O9] a kit is one unit, weighs what its components weigh, and names them', () => {
  expect(parcel([need(set, 2)])).toMatchObject({
    grams: 1400,
    units: 2,
    goods: [{ itemId: 'SET', components: ['MUG', 'CUP'] }],
  })
})
