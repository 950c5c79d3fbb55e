import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CatalogItem, SkuMapping } from '../catalog/item.ts'
import type { CenterCode } from '../ids.ts'
import { formatAmount } from '../money.ts'
import { safeCell } from '../safe-cell.ts'
import { isText } from '../settings/faults.ts'
import { decideItem } from './decide-item.ts'
import { decideMapping } from './decide-mapping.ts'
import { decideStock } from './decide-stock.ts'
import { itemCells, mappingCells, stockCells } from './item-cells.ts'
import { asRow, id, MUG, PLATE, STOCK } from './own-row-examples.ts'

const FORMS = [safeCell, (text: string) => text] as const

/** Ids and SKUs as shops have them: anything that can be typed, no apostrophe before. */
const key = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => isText(text, 1, 20) && text.trim() === text && !text.startsWith("'"))
const words = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => isText(text, 1, 40))

/** A SKU that an export guards, with a blank that is its own. */
const BLANK_BEHIND = { sellerSku: '= ', itemId: id('!'), ratio: { amazon: 1, ours: 1 }, unit: '', note: '' }

describe('what goes out comes in again and changes nothing', () => {
  test('[T5] items, whatever their words, prices and kits', () => {
    const parts = fc.array(fc.record({ itemId: key.map(id), quantity: fc.integer({ min: 1, max: 9999 }) }), {
      minLength: 1,
      maxLength: 3,
    })
    const items = fc.record({
      id: key.map(id),
      description: words,
      price: fc.option(fc.integer({ min: 0, max: 1e9 })),
      grams: fc.integer({ min: 0, max: 1e7 }),
      leadTimeMinutes: fc.option(fc.integer({ min: 0, max: 86_400 })),
      barcode: fc.constantFrom(null, '012345678905', '4006381333931', '080442957X', '00012345678905'),
    })
    fc.assert(
      fc.property(items, fc.option(parts), fc.constantFrom('USD', 'JPY', 'KWD'), (made, kit, currency) => {
        const whole: CatalogItem = { ...made, kit, tracksStock: kit === null }
        const price = whole.price === null ? null : { amount: formatAmount({ minor: whole.price, currency }), currency }
        const cells = itemCells({ ...whole, price })
        const components = (kit ?? []).map(({ itemId }) => ({ ...PLATE, id: itemId }))
        const there = { currency, kits: [], items: new Map([...components, whole].map((each) => [each.id, each])) }
        fc.pre(
          new Set(components.map((each) => each.id)).size === components.length &&
            !components.some((each) => each.id === whole.id),
        )
        for (const form of FORMS) expect(decideItem(asRow('items', cells, form), there).outcome).toBe('unchanged')
      }),
    )
  })

  test('[T5] mappings, whatever their SKUs and notes', () => {
    const mappings = fc.record({
      sellerSku: fc
        .string({ minLength: 1, maxLength: 30 })
        .filter((sku) => isText(sku, 1, 30) && sku.trim() !== '' && !sku.startsWith("'")),
      itemId: key.map(id),
      ratio: fc.record({ amazon: fc.integer({ min: 1, max: 1e6 }), ours: fc.integer({ min: 1, max: 1e6 }) }),
      unit: fc.oneof(fc.constant(''), words),
      note: fc.oneof(fc.constant(''), words, fc.constant('two\nlines'), fc.constant("'=1")),
    })
    fc.assert(
      fc.property(mappings, (made) => {
        const mapping = made as SkuMapping
        const there = { mappings: new Map([[mapping.sellerSku, mapping]]), items: new Set([mapping.itemId]) }
        for (const form of FORMS)
          expect(decideMapping(asRow('mappings', mappingCells(mapping), form), there).outcome).toBe('unchanged')
      }),
      { examples: [[BLANK_BEHIND]] },
    )
  })

  test('[T5] stock, also below zero, and whatever was sold meanwhile', () => {
    const shelves = fc.record({
      onHand: fc.integer({ min: -1e9, max: 1e9 }),
      restockOn: fc.constantFrom(null, '2026-12-24', '2020-01-01'),
    })
    fc.assert(
      fc.property(
        fc.tuple(key.map(id), key),
        shelves,
        fc.integer({ min: 0, max: 5 }),
        ([itemId, code], shelf, sold) => {
          const center = code as CenterCode
          const exported = { itemId, center, ...shelf }
          const now = { ...exported, onHand: exported.onHand - sold, allocated: 0 }
          const there = { ...STOCK, items: new Map([[itemId, MUG]]), centers: [center], level: () => now }
          for (const form of FORMS)
            expect(decideStock(asRow('stock', stockCells(exported), form), there).outcome).toBe('unchanged')
        },
      ),
    )
  })
})
