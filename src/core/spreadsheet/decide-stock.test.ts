import { describe, expect, test } from 'vitest'
import type { SkuMapping } from '../catalog/item.ts'
import type { SellerSku } from '../ids.ts'
import { decideMapping } from './decide-mapping.ts'
import { decideStock } from './decide-stock.ts'
import type { Cells } from './own-row.ts'
import { asRow, EAST, known, MUG, STOCK, toldOf } from './own-row-examples.ts'

const stock = (cells: Cells) => decideStock(asRow('stock', cells), STOCK)

describe('rows of stock', () => {
  test.each<readonly [Cells, object]>([
    [
      { item: 'MUG', center: 'east', onHand: '12' },
      { kind: 'count', change: 2, onHand: 12, reason: 'counted' },
    ],
    [
      { item: 'MUG', center: 'EAST', change: '-3', reason: 'Damaged', reference: 'shelf 4' },
      { kind: 'adjustment', change: -3, onHand: 7, reason: 'damaged', reference: 'shelf 4' },
    ],
    [
      { item: 'MUG', center: 'EAST', onHand: '10', onHandBefore: '10', change: '+5' },
      { kind: 'adjustment', change: 5, onHand: 15, reason: 'correction' },
    ],
    [
      { item: 'PLATE', center: 'WEST', onHand: '0' },
      { kind: 'count', change: 0, onHand: 0 },
    ],
  ])('[T5] %j goes the way of every count', (cells, move) => {
    expect(stock(cells).plan).toMatchObject({ move, restock: null })
  })

  test('[T5] the day on which more comes is said, and taken back', () => {
    expect(stock({ item: 'MUG', center: 'EAST', restockOn: '24.12.2026' })).toMatchObject({
      outcome: 'updated',
      before: { onHand: 10, restockOn: null },
      after: { onHand: 10, restockOn: '2026-12-24' },
      plan: { move: null, restock: { itemId: 'MUG', center: 'EAST', on: '2026-12-24' } },
    })
    const awaited = {
      ...STOCK,
      level: () => ({ itemId: MUG.id, center: EAST, onHand: 10, allocated: 2, restockOn: '2026-12-24' }),
    }
    const none = decideStock(asRow('stock', { item: 'MUG', center: 'EAST', restockOn: 'none' }), awaited)
    expect(none.plan).toEqual({ move: null, restock: { itemId: 'MUG', center: 'EAST', on: null } })
  })

  test.each<readonly [Cells, string]>([
    [
      { item: 'NOBODY', center: 'EAST', onHand: '1' },
      'item | Item is not an item of this merchant. Mend the cell, and bring the file again.',
    ],
    [
      { item: 'NOBODY', center: 'EAST' },
      'item | Item is no item of yours. Write the id of an item, or bring it in with a spreadsheet of items first.',
    ],
    [{ item: 'MUG', onHand: '1' }, 'center | Center is blank, and you have several centers. Write one of EAST, WEST.'],
    [
      { item: 'MUG', center: 'NORTH', onHand: '1' },
      'center | Center is none of your centers. Write one of EAST, WEST.',
    ],
    [
      { item: 'MUG', center: 'EAST', onHand: '-1' },
      'onHand | On hand must be a whole number from 0 to 1,000,000,000: a count is never negative. Mend the cell, and bring the file again.',
    ],
    [
      { item: 'MUG', center: 'EAST', onHand: '12', change: '2' },
      'change | Change stands beside a count in On hand. Say either the one or the other, and empty the other cell.',
    ],
    [
      { item: 'MUG', center: 'EAST', onHand: '15', onHandBefore: '12' },
      'onHand | On hand was 12 when this was exported, and is 10 by now: stock has moved since. Export again, or empty On hand before if the count is right now.',
    ],
    [
      { item: 'MUG', center: 'EAST', onHand: '1.5' },
      'onHand | On hand is no whole number. Write digits only, such as 12.',
    ],
    [
      { item: 'MUG', center: 'EAST', change: '1', reason: 'magic' },
      'reason | Reason is none of the reasons. Write one of damaged, lost, found, returned, sold-elsewhere, given-away, delivery, moved, counted, correction, other.',
    ],
    [
      { item: 'MUG', center: 'EAST', restockOn: '12/24/2026' },
      'restockOn | More comes is no day that can be read. Write it such as 2026-12-24.',
    ],
    [
      { item: 'MUG', center: 'EAST', restockOn: '2026-11-21' },
      'restockOn | More comes must not lie before today, 2026-11-22. Mend the cell, and bring the file again.',
    ],
    [
      { item: 'PLATE', center: 'WEST', restockOn: '2026-12-24' },
      'restockOn | More comes has no stock there: set that of PLATE in WEST first, 0 will do. Mend the cell, and bring the file again.',
    ],
  ])('[T5] %j is refused at its cell, with what to write instead', (cells, told) => {
    expect(toldOf(stock(cells), 'stock')).toBe(`refused: ${told}`)
  })

  test('[T5] a shop with one center need not name it', () => {
    const one = { ...STOCK, centers: [EAST] }
    expect(decideStock(asRow('stock', { item: 'MUG', onHand: '3' }), one)).toMatchObject({
      target: 'MUG / EAST',
      outcome: 'updated',
    })
  })
})

describe('rows of mappings', () => {
  const sku = 'MUG-BLUE' as SellerSku
  const mapping: SkuMapping = { sellerSku: sku, itemId: MUG.id, ratio: { amazon: 1, ours: 2 }, unit: 'pair', note: 'n' }
  const there = { mappings: new Map([[sku, mapping]]), items: new Set(known.items.keys()) }
  const decide = (cells: Cells) => decideMapping(asRow('mappings', cells), there)

  test('[T5] a SKU is mapped, or mapped otherwise; what is blank stays', () => {
    expect(decide({ sellerSku: ' MUG-BLUE', item: 'PLATE', note: 'none' })).toMatchObject({
      outcome: 'updated',
      before: mapping,
      plan: { ...mapping, itemId: 'PLATE', note: '' },
    })
    expect(decide({ sellerSku: '-NEW', item: 'MUG', ourUnits: '6' })).toMatchObject({
      outcome: 'created',
      target: '-NEW',
      plan: { sellerSku: '-NEW', itemId: 'MUG', ratio: { amazon: 1, ours: 6 }, unit: '', note: '' },
    })
  })

  test.each<readonly [Cells, string]>([
    [{ item: 'MUG' }, 'sellerSku | Seller SKU is blank. Write the SKU at Amazon.'],
    [{ sellerSku: 'NEW' }, 'item | Item is blank. Write the id of the item that it is.'],
    [
      { sellerSku: 'NEW', item: 'NOBODY' },
      'item | Item is not an item of this merchant. Mend the cell, and bring the file again.',
    ],
    [
      { sellerSku: 'NEW', item: 'MUG', ourUnits: '0' },
      'ourUnits | Units of the item must be a whole number from 1 to 1,000,000. Mend the cell, and bring the file again.',
    ],
    [
      { sellerSku: '6.4E+11', item: 'MUG' },
      'sellerSku | Seller SKU was shortened to a power of ten by a spreadsheet, and its last digits are lost. Write it again in a column formatted as text.',
    ],
  ])('[T5] %j is refused at its cell, with what to write instead', (cells, told) => {
    expect(toldOf(decide(cells), 'mappings')).toBe(`refused: ${told}`)
  })
})
