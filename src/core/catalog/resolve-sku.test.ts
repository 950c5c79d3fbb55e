import { describe, expect, it, test } from 'vitest'
import type { ItemId, SellerSku } from '../ids.ts'
import { byId, exampleItem, exampleLine } from '../orders/import-examples.ts'
import type { SkuMapping } from './item.ts'
import { resolveSku } from './resolve-sku.ts'

const mapping = (
  sellerSku: string,
  itemId: string,
  [amazon, ours]: readonly [amazon: number, ours: number] = [1, 1],
): SkuMapping => ({
  sellerSku: sellerSku as SellerSku,
  itemId: itemId as ItemId,
  ratio: { amazon, ours },
  unit: '',
  note: '',
})
const catalog = (...mappings: SkuMapping[]) => ({
  items: byId([exampleItem('MUG'), exampleItem('CUP'), exampleItem('mug')]),
  mappings: new Map(mappings.map((one) => [one.sellerSku, one])),
})
const line = (sku: string, quantity = 2) => exampleLine({ sellerSku: sku as SellerSku, quantity })

describe('resolve SKU', () => {
  it.each([
    ['the mapping comes first, also where an item has that id', catalog(mapping('MUG', 'CUP')), line('MUG'), 'CUP', 2],
    ['without a mapping the item id equal to the seller SKU', catalog(), line('MUG'), 'MUG', 2],
    ['an item id is equal only in the same letters', catalog(), line('mug'), 'mug', 2],
    ['several listings are one item', catalog(mapping('A', 'MUG'), mapping('B', 'MUG')), line('B'), 'MUG', 2],
    ['one pack at Amazon is six of ours', catalog(mapping('SIX', 'MUG', [1, 6])), line('SIX', 3), 'MUG', 18],
    ['two at Amazon are one of ours', catalog(mapping('HALF', 'MUG', [2, 1])), line('HALF', 4), 'MUG', 2],
    ['two at Amazon are three of ours', catalog(mapping('ODD', 'MUG', [2, 3])), line('ODD', 4), 'MUG', 6],
    ['a cancelled line counts zero', catalog(mapping('HALF', 'MUG', [2, 1])), line('HALF', 0), 'MUG', 0],
  ])('[O11] %s', (...[, where, ordered, itemId, ours]) => {
    const found = resolveSku(ordered, where)
    expect(found.ok && { itemId: found.value.item.id, ours: found.value.ours }).toEqual({ itemId, ours })
  })

  it.each([
    ['neither mapping nor item is an unknown SKU', catalog(), line('NONE'), 'unknown-sku'],
    ['an empty SKU is an unknown SKU', catalog(), line(''), 'unknown-sku'],
    ['a SKU with a space at its end is another SKU', catalog(), line('MUG '), 'unknown-sku'],
    ['a SKU is never a name of the machinery', catalog(), line('__proto__'), 'unknown-sku'],
    [
      'a mapping to a missing item says so, even where the SKU is an item',
      catalog(mapping('MUG', 'GONE')),
      line('MUG'),
      'mapping-item-missing',
    ],
    ['a pack is never split', catalog(mapping('HALF', 'MUG', [2, 1])), line('HALF', 3), 'ratio-splits-pack'],
    ['a ratio of nothing is no ratio', catalog(mapping('ZERO', 'MUG', [0, 1])), line('ZERO', 3), 'ratio-splits-pack'],
    [
      'a count that cannot be exact is refused',
      catalog(mapping('BIG', 'MUG', [1, 2 ** 40])),
      line('BIG', 2 ** 20),
      'ratio-splits-pack',
    ],
  ])('[O11] %s', (...[, where, ordered, code]) => {
    const found = resolveSku(ordered, where)
    expect(found.ok ? null : found.problem.code).toBe(code)
  })

  test('[E4] the problem keeps the SKU whole, so that it can be mapped, and the title short', () => {
    const sku = 'S'.repeat(300)
    const found = resolveSku({ ...line(sku), title: 'T'.repeat(5000) }, catalog())
    expect(found.ok ? {} : found.problem.facts).toEqual({ quantity: 2, sku, title: `${'T'.repeat(100)}…` })
  })
})
