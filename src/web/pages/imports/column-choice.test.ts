import { expect, test } from 'vitest'
import { aboutField, choicesOf, chosenOf, faultsOfColumns, namedKinds } from './column-choice.ts'

const column = (at: number, header: string, field: string | null = null) => ({
  column: at,
  letter: 'ABC'.charAt(at),
  header,
  field,
  ignored: false,
  samples: [],
})

test('[U3] nobody says what the columns of a file with buyers in it are', () => {
  expect(namedKinds()).toEqual(['items', 'stock', 'mappings'])
})

test('[T5] a choice of columns lacks nothing that is needed, and has nothing twice', () => {
  expect(faultsOfColumns(null, {})).toEqual(['Say first what this file is.'])
  expect(faultsOfColumns('stock', { 0: 'item', 1: 'onHand', 2: null })).toEqual([])
  expect(faultsOfColumns('stock', { 0: null, 1: 'onHand', 2: 'onHand' })).toEqual([
    'Needed: Item.',
    'On hand stands at two columns. Choose one.',
  ])
})

test('[T5] once somebody said what a file is, its headings say what they can', () => {
  const columns = [column(0, 'Artikelnummer'), column(1, 'How many'), column(2, 'Lager')]
  expect(chosenOf(columns, null, false)).toEqual({ 0: null, 1: null, 2: null })
  expect(chosenOf(columns, 'stock', true)).toEqual({ 0: 'item', 1: null, 2: 'center' })
  expect(chosenOf([column(0, 'x', 'item')], 'stock', false)).toEqual({ 0: 'item' })
})

test('[T5] each field that a column can be is explained', () => {
  for (const kind of namedKinds())
    for (const { value } of choicesOf(kind)) expect(aboutField(kind, value), value).toMatch(/\w{3}/)
})
