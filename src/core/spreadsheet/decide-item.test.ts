import { describe, expect, test } from 'vitest'
import { decideItem } from './decide-item.ts'
import { OWN_FIELDS } from './own-fields.ts'
import { type Cells, ownRow } from './own-row.ts'
import { asRow, columnsOf, known, MUG, toldOf } from './own-row-examples.ts'

const item = (cells: Cells) => decideItem(asRow('items', cells), known)

describe('rows of items', () => {
  test('[T5] a blank cell leaves what is there, none takes it away', () => {
    expect(item({ item: 'MUG' }).outcome).toBe('unchanged')
    expect(item({ item: 'MUG', price: '13,75', barcode: 'none', leadTimeMinutes: 'none' })).toMatchObject({
      outcome: 'updated',
      target: 'MUG',
      before: MUG,
      plan: { ...MUG, price: 1375, barcode: null, leadTimeMinutes: null },
      changes: [
        { field: 'Price', from: '12.50', to: '13.75' },
        { field: 'Lead time in minutes', from: '90', to: '' },
        { field: 'Barcode', from: '012345678905', to: '' },
      ],
    })
  })

  test('[T5] a new item needs an id and what it is; the rest it has as any new item', () => {
    expect(item({ item: 'NEW', description: 'Lamp' })).toMatchObject({
      outcome: 'created',
      before: null,
      plan: { id: 'NEW', description: 'Lamp', price: null, grams: 0, tracksStock: true, kit: null, barcode: null },
    })
    expect(item({ item: 'SET-2', description: 'Set', kit: 'MUG; 2 x PLATE', grams: '1,2 kg' })).toMatchObject({
      outcome: 'created',
      plan: {
        tracksStock: false,
        grams: 1200,
        kit: [
          { itemId: 'MUG', quantity: 1 },
          { itemId: 'PLATE', quantity: 2 },
        ],
      },
    })
  })

  test.each<readonly [Cells, string]>([
    [{ item: '' }, 'item | Item is blank. Write the id of the item.'],
    [{ item: 'NEW' }, 'description | Description is blank. Say what the new item is.'],
    [
      { item: '1.23457E+12', description: 'x' },
      'item | Item was shortened to a power of ten by a spreadsheet, and its last digits are lost. Write it again in a column formatted as text.',
    ],
    [{ item: 'MUG', price: '1.234' }, 'price | Price may mean thousands or a fraction. Write it such as 1200.50.'],
    [
      { item: 'MUG', price: '5', currency: 'EUR' },
      'currency | Currency is not USD, your currency. Write prices in USD, or leave them blank.',
    ],
    [
      { item: 'MUG', grams: 'heavy' },
      'grams | Weight in grams is no whole number of grams. Write grams such as 850, or a measure with it such as 0.85 kg.',
    ],
    [{ item: 'MUG', tracksStock: 'maybe' }, 'tracksStock | Stock is counted is neither yes nor no. Write yes or no.'],
    [
      { item: 'MUG', barcode: '1.23457E+12' },
      'barcode | Barcode was shortened to a power of ten by a spreadsheet, and its last digits are lost. Format the column as text and write all digits again, or take the Excel workbook that Export gives.',
    ],
    [
      { item: 'PLATE', barcode: '12345678905' },
      'barcode | Barcode must have 8, 12, 13 or 14 digits, or the 10 of an ISBN; it may have lost its first zeros. Write 012345678905, in a column formatted as text.',
    ],
    [
      { item: 'PLATE', barcode: '012345678906' },
      'barcode | Barcode has a wrong check digit: look whether a digit is mistyped. Write all its digits, or none.',
    ],
    [{ item: 'MUG', kit: 'MUG' }, 'kit | Kit is the kit itself. Mend the cell, and bring the file again.'],
    [
      { item: 'MUG', tracksStock: 'no', kit: '2 x NOBODY' },
      'kit | Kit is not an item of this merchant. Mend the cell, and bring the file again.',
    ],
    [
      { item: 'PLATE', tracksStock: 'no', kit: '2 x MUG' },
      'kit | Kit cannot be a kit: it is a component of the kit SET. Mend the cell, and bring the file again.',
    ],
    [
      { item: 'MUG', leadTimeMinutes: '90000' },
      'leadTimeMinutes | Lead time in minutes must be a whole number of minutes from 0 to 86,400 (60 days). Mend the cell, and bring the file again.',
    ],
  ])('[T5] %j is refused at its cell, with what to write instead', (cells, told) => {
    expect(toldOf(item(cells), 'items')).toBe(`refused: ${told}`)
  })

  test('[T5] a barcode that only lost its zeros is the one that is there; hyphens do not count', () => {
    expect(item({ item: 'MUG', barcode: '12345678905' }).outcome).toBe('unchanged')
    expect(item({ item: 'MUG', barcode: '0-12345-67890-5' }).outcome).toBe('unchanged')
    expect(item({ item: 'PLATE', barcode: '4006381-333931' }).plan).toMatchObject({ barcode: '4006381333931' })
  })

  test('[T5] the example of the empty template is passed over, until it is an item', () => {
    const example = Object.fromEntries(OWN_FIELDS.items.map(({ field, sample }) => [field, sample]))
    expect(item(example)).toMatchObject({ outcome: 'skipped', target: null })
  })

  test('[T5] a formula in a cell that counts refuses the row', () => {
    const row = ownRow({ kind: 'items', columns: columnsOf('items') }, { row: 2, cells: ['MUG', ''], faults: [1] })
    expect(toldOf(decideItem(row, known), 'items')).toBe(
      'refused: description | Description is a formula or an error. Write the value itself.',
    )
  })
})
