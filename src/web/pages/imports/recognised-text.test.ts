import { expect, test } from 'vitest'
import { recognisedText } from './recognised-text.ts'

const TOLD = {
  kind: 'template',
  generation: 'unified',
  productTypes: ['SHIRT'],
  language: 'en_US',
  marketplaceId: 'ATVPDKIKX0DER',
  rows: 312,
  columns: [],
} as const

const countryOf = () => 'US'

test.each([
  [{}, "Amazon's template for SHIRT, US, English, 312 rows"],
  [{ productTypes: ['HAT', 'SHIRT', 'SHOES'] }, "Amazon's template for HAT and 2 more, US, English, 312 rows"],
  [{ language: 'es_ES', rows: 1 }, "Amazon's template for SHIRT, US, Spanish, 1 row"],
  [
    { generation: 'loader', productTypes: [], language: null, marketplaceId: null, rows: 1200 },
    "Amazon's loader, 1,200 rows",
  ],
  [{ language: '??', rows: 0 }, "Amazon's template for SHIRT, US"],
  [{ kind: 'stock', productTypes: [], language: null, marketplaceId: null }, 'Stock, 312 rows'],
] as const)('[T3] a file is told in plain words: %j', (told, text) => {
  expect(recognisedText({ ...TOLD, ...told, productTypes: [...(told.productTypes ?? TOLD.productTypes)] }, countryOf)).toBe(
    text,
  )
})
