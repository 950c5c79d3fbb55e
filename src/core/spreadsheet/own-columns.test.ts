import { describe, expect, test } from 'vitest'
import { columnsOf, recognizeColumns } from './own-columns.ts'
import { OWN_KINDS } from './own-field.ts'
import { OWN_FIELDS } from './own-fields.ts'
import { readWrittenAmount } from './written-amount.ts'
import { cellText, readWhole, readYesNo, saysNone } from './written-cell.ts'

describe('columns of own spreadsheets', () => {
  test.each(OWN_KINDS)(
    '[T5] what goes out as %s is known when it comes in, whatever the case and the signs between',
    (kind) => {
      const fields = OWN_FIELDS[kind].map(({ field }) => field)
      for (const write of [
        (head: string) => head,
        (head: string) => head.toUpperCase(),
        (head: string) => ` ${head.toLowerCase().replaceAll(' ', '_')} `,
        (head: string) => head.replaceAll(' ', '-'),
      ])
        expect(recognizeColumns(OWN_FIELDS[kind].map(({ head }) => write(head)))).toEqual({ kind, fields })
    },
  )

  test.each([
    ['items', 'Artikelnummer;Bezeichnung;Preis;Gewicht (g);EAN', ['item', 'description', 'price', 'grams', 'barcode']],
    ['items', 'SKU;Title;Price;Currency', ['item', 'description', 'price', 'currency']],
    ['items', 'Código del artículo;Descripción;Precio;Peso', ['item', 'description', 'price', 'grams']],
    ['items', 'Code article;Désignation;Prix;Code-barres', ['item', 'description', 'price', 'barcode']],
    ['items', 'Codice articolo;Descrizione;Prezzo', ['item', 'description', 'price']],
    ['stock', 'sku;warehouse;qty', ['item', 'center', 'onHand']],
    ['stock', 'Artikel;Lager;Bestand', ['item', 'center', 'onHand']],
    ['stock', 'item;count;colour', ['item', 'onHand', null]],
    ['mappings', 'SKU,Item', ['sellerSku', 'item']],
    ['mappings', 'seller-sku,item-id,Pack size', ['sellerSku', 'item', 'ourUnits']],
  ] as const)('[T5] heads of %s: %s', (kind, heads, fields) => {
    expect(recognizeColumns(heads.split(/[;,]/))).toEqual({ kind, fields })
  })

  test.each(['', 'Item', 'SKU', 'Name;Street;City', 'order-id;sku;quantity', 'Price;Description'])(
    '[T5] nobody guesses what a file with the heads [%s] is',
    (heads) => {
      expect(recognizeColumns(heads.split(';'))).toBeNull()
    },
  )

  test('[T5] of two columns that fit one field the one with the better word is it, and no column is two', () => {
    expect(columnsOf('items', ['SKU', 'Item', 'Name', 'Description', 'Description'])).toEqual([
      null,
      'item',
      null,
      'description',
      null,
    ])
  })

  test('[T5] no word means two fields of one kind', () => {
    for (const kind of OWN_KINDS) {
      const words = OWN_FIELDS[kind].flatMap(({ words: known }) => known)
      expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
    }
  })
})

describe('cells as people write them', () => {
  test.each([
    ['12', 12],
    ['1,200', 1200],
    ['1.200', 1200],
    ['1.200.300', 1_200_300],
    ['1 200', 1200],
    ["1'200", 1200],
    ['12.0', 12],
    ['12,00', 12],
    ['+3', 3],
    ['-3', -3],
    ['\u22123', -3],
    ['-0', 0],
    ['007', 7],
  ])('[T5] the count %s is %i', (cell, value) => {
    expect(readWhole(cell)).toEqual({ ok: true, value })
  })

  test.each([
    '',
    '1.5',
    '1,25',
    'twelve',
    '1.2.3',
    '12,34,56',
    '1.23457E+12',
    '1E5',
    '--3',
    '3-',
    '1,200.50',
    '1234567890123456',
  ])('[T5] %s is no count', (cell) => {
    expect(readWhole(cell)).toMatchObject({ ok: false, instead: expect.stringContaining('rite') })
  })

  test.each([
    ['12.50', 'USD', '12.50'],
    ['12,50', 'EUR', '12.50'],
    ['1.234,50', 'EUR', '1234.50'],
    ['1,234.50', 'USD', '1234.50'],
    ['1,234,567', 'USD', '1234567'],
    ['1 234,5', 'EUR', '1234.5'],
    ['$12.50', 'USD', '12.50'],
    ['12,50 €', 'EUR', '12.50'],
    ['EUR 12,50', 'EUR', '12.50'],
    ['12.50 usd', 'USD', '12.50'],
    ['.5', 'USD', '0.5'],
    ['0.990', 'USD', '0.990'],
    ['12.5000', 'USD', '12.5000'],
    ['1,200', 'JPY', '1200'],
    ['1200', 'JPY', '1200'],
    ['1.234', 'KWD', '1.234'],
  ])('[T5] the price %s of a shop in %s is %s', (cell, currency, value) => {
    expect(readWrittenAmount(cell, currency)).toEqual({ ok: true, value })
  })

  test.each([
    ['1.234', 'USD', 'may mean thousands or a fraction'],
    ['1,234', 'EUR', 'may mean thousands or a fraction'],
    ['12.505', 'USD', 'may mean thousands or a fraction'],
    ['12.5051', 'USD', 'has more than 2 decimals'],
    ['12.50 EUR', 'USD', 'is not in USD, your currency'],
    ['£5', 'USD', 'is not in USD, your currency'],
    ['-5', 'USD', 'is below zero'],
    ['5E+3', 'USD', 'was shortened to a power of ten by a spreadsheet, and its last digits are lost'],
    ['five', 'USD', 'is no amount'],
    ['1.2,3.4', 'USD', 'is no amount'],
    ['5,', 'USD', 'is no amount'],
    ['', 'USD', 'is no amount'],
  ])('[T5] the price %s of a shop in %s is refused: it %s', (cell, currency, why) => {
    expect(readWrittenAmount(cell, currency)).toMatchObject({ ok: false, why })
  })

  test.each([
    ['yes Yes TRUE 1 x ✓ ja oui sí wahr vero', true],
    ['no NO false 0 - nein non falsch falso', false],
  ])('[T5] %s', (cells, value) => {
    for (const cell of cells.split(' ')) expect(readYesNo(cell)).toEqual({ ok: true, value })
    expect(readYesNo('perhaps')).toMatchObject({ ok: false })
  })

  test.each([
    [' a ', 'a'],
    ["'=1+1", '=1+1'],
    ["'-5", '-5'],
    ["'quoted'", "'quoted'"],
    ['a\r\nb', 'a b'],
    [undefined, ''],
  ])('[T5] the cell %j says %j', (cell, text) => {
    expect(cellText(cell)).toBe(text)
  })

  test('[T5] none is said in words, a blank says nothing', () => {
    expect(['none', 'None', 'keine', 'aucun', 'ninguno', 'nessuno'].every(saysNone)).toBe(true)
    expect(['', '-', '0', 'no'].some(saysNone)).toBe(false)
  })
})
