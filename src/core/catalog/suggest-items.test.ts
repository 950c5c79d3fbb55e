import { expect, test } from 'vitest'
import type { ItemId, SellerSku } from '../ids.ts'
import { type CandidateItem, idsInside, packSize, suggestItems } from './suggest-items.ts'

const item = (itemId: string, description = '', barcode: string | null = null): CandidateItem => ({
  itemId: itemId as ItemId,
  description,
  barcode,
})
const sku = (sellerSku: string, title = '', barcode: string | null = null) => ({
  sellerSku: sellerSku as SellerSku,
  title,
  barcode,
})
const CATALOG = [
  item('MUG-BLUE', 'Stoneware mug, blue'),
  item('MUG-RED', 'Stoneware mug, red', '036000291452'),
  item('TEA', 'Green tea'),
  item('TEA-EARL', 'Earl Grey tea, 100 g'),
]
const told = (wanted: Parameters<typeof suggestItems>[0]) =>
  suggestItems(wanted, CATALOG).map(({ itemId, by }) => `${itemId} ${by}`)

test.each(['mug_red', 'Mug Red', 'MUGRED', 'mug.red'])('[E4] [%s] is an id without case and dashes', (name) => {
  expect(told(sku(name))).toEqual(['MUG-RED same-id'])
})

test('[E4] the same barcode counts in whatever way it is printed, before a similar title', () => {
  expect(told(sku('X1', 'Stoneware mug in blue', '0036000291452'))).toEqual(['MUG-RED barcode', 'MUG-BLUE title'])
})

test('[E4] an id that stands inside the SKU is suggested, the longest first; a short one is chance', () => {
  expect(told(sku('AMZ-TEA-EARL-2PK'))).toEqual(['TEA-EARL id-inside'])
  expect(idsInside('A-BC-D')).toEqual([])
})

test('[E4] a title that shares two words or more is similar; one word is not', () => {
  expect(told(sku('X1', 'Fine Earl Grey, loose'))).toEqual(['TEA-EARL title'])
  expect(told(sku('X1', 'A mug'))).toEqual([])
})

test('[E4] every suggestion has one reason, and of many there are five', () => {
  const many = Array.from({ length: 9 }, (_, n) => item(`MUG-${n}`, 'Stoneware mug, large'))
  expect(suggestItems(sku('X1', 'Large stoneware mug'), many).map(({ by }) => by)).toEqual(Array(5).fill('title'))
})

test.each([
  ['TEA-EARL-3PK', '', 3],
  ['3pack-tea', '', 3],
  ['X', 'Earl Grey (Pack of 6)', 6],
  ['X', 'A 4-pack of mugs', 4],
  ['PK-3000', 'Mug', 1],
  ['TEA-0PK', '', 1],
])('[O11] the SKU [%s] with the title [%s] looks like %s of ours', (name, title, ours) => {
  expect(packSize(sku(name, title))).toBe(ours)
})
