import { expect, test } from 'vitest'
import type { Import } from './import-standing.ts'
import { countsText, recognisedText } from './recognised-text.ts'

type Told = Parameters<typeof recognisedText>[0]

const TOLD: Told = {
  kind: 'template',
  generation: 'unified',
  productTypes: ['SHIRT'],
  language: 'en_US',
  marketplaceId: 'ATVPDKIKX0DER',
  rows: 312,
  columns: [],
}

const countryOf = () => 'US'

const FILES: readonly (readonly [Partial<Told>, string])[] = [
  [{}, "Amazon's template for SHIRT, US, English, 312 rows"],
  [{ productTypes: ['HAT', 'SHIRT', 'SHOES'] }, "Amazon's template for HAT and 2 more, US, English, 312 rows"],
  [{ language: 'es_ES', rows: 1 }, "Amazon's template for SHIRT, US, Spanish, 1 row"],
  [
    { generation: 'loader', productTypes: [], language: null, marketplaceId: null, rows: 1200 },
    "Amazon's loader, 1,200 rows",
  ],
  [{ language: '??', rows: 0 }, "Amazon's template for SHIRT, US"],
  [{ kind: 'stock', productTypes: [], language: null, marketplaceId: null }, 'Stock, 312 rows'],
  [{ kind: null, language: null, marketplaceId: null, rows: 2 }, 'A table, 2 rows'],
]

test.each(FILES)('[T3] a file is told in plain words: %j', (told, text) => {
  expect(recognisedText({ ...TOLD, ...told }, countryOf)).toBe(text)
})

const NONE = { created: 0, updated: 0, unchanged: 0, refused: 0, placed: 0, held: 0, skipped: 0 }
const COUNTS: Import['counts'] = { ...NONE, created: 1200, refused: 2, unlinks: 1, undone: 0, kept: 0 }

test('[T3] before it is applied an import says what its rows would do, afterwards what they did, undone what came back', () => {
  expect(countsText({ counts: COUNTS, state: 'previewed', appliedAt: null })).toBe('1,200 to create, 2 refused')
  expect(countsText({ counts: COUNTS, state: 'applied', appliedAt: '2026-11-22T14:00:00Z' })).toBe(
    '1,200 created, 2 refused',
  )
  const undone = { ...COUNTS, undone: 1199, kept: 1 }
  expect(countsText({ counts: undone, state: 'undone', appliedAt: '2026-11-22T14:00:00Z' })).toBe(
    '1,200 created, 2 refused, 1,199 taken back, 1 stayed',
  )
})
