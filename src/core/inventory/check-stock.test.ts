import { expect, test } from 'vitest'
import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import type { Checked } from '../settings/faults.ts'
import { checkCenters, checkStock } from './check-stock.ts'

const center = (code: string, isDefault = false, inventoryBuffer = 0) => ({
  code: code as CenterCode,
  name: code,
  isDefault,
  inventoryBuffer,
})
const fieldsOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems.map((each) => each.facts.field))

test('[O20] exactly one center is the default', () => {
  expect(checkCenters([center('EAST', true), center('WEST')], []).ok).toBe(true)
  expect(fieldsOf(checkCenters([center('EAST', true), center('WEST', true)], []))).toEqual(['centers'])
  expect(fieldsOf(checkCenters([center('EAST')], []))).toEqual(['centers'])
  expect(fieldsOf(checkCenters([], []))).toEqual(['centers', 'centers'])
})

test.each([0, 2, 1_000_000])('[I2] a center may keep back %s units', (buffer) => {
  expect(checkCenters([center('EAST', true, buffer)], []).ok).toBe(true)
})

test.each([-1, 1.5, 1_000_001, Number.NaN])('[I2] a center cannot keep back %s units', (buffer) => {
  expect(fieldsOf(checkCenters([center('EAST', true, buffer)], []))).toEqual(['centers[0].inventoryBuffer'])
})

test('[O20] a center stands once in the list, and one with stock is not left out', () => {
  const checked = checkCenters([center('EAST', true), center('EAST')], ['WEST' as CenterCode])
  expect(fieldsOf(checked)).toEqual(['centers[1].code', 'centers'])
})

const item = (kit: Item['kit'] = null): Item => ({
  id: 'MUG' as ItemId,
  description: 'A mug',
  price: null,
  grams: 1,
  tracksStock: true,
  kit,
})
const known = (kit: Item['kit'] = null) => ({
  items: new Map([['MUG' as ItemId, item(kit)]]),
  centers: new Set(['EAST' as CenterCode]),
})
const entry = (onHand: number, itemId = 'MUG', at = 'EAST') => ({
  itemId: itemId as ItemId,
  center: at as CenterCode,
  onHand,
})

test.each([0, 5, -3, 1_000_000_000])('[O20] stock on hand of %s may be set', (onHand) => {
  expect(checkStock([entry(onHand)], known()).ok).toBe(true)
})

test.each([1.5, Number.NaN, 1_000_000_001, -1_000_000_001])('[O20] stock on hand of %s is refused', (onHand) => {
  expect(fieldsOf(checkStock([entry(onHand)], known()))).toEqual(['stock[0].onHand'])
})

test('[O20] stock is set for items and centers that exist, once each, and never for a kit', () => {
  expect(fieldsOf(checkStock([entry(1, 'CUP', 'WEST'), entry(1), entry(2)], known()))).toEqual([
    'stock[0].itemId',
    'stock[0].center',
    'stock[2]',
  ])
  expect(fieldsOf(checkStock([entry(1)], known([{ itemId: 'CUP' as ItemId, quantity: 2 }])))).toEqual([
    'stock[0].itemId',
  ])
})
