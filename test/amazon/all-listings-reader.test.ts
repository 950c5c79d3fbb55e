import { describe, expect, it } from 'vitest'
import { allListingsReader } from '#amazon/read-all-listings.ts'
import type { ListedSku } from '#core/inventory/listed-sku.ts'
import { encodeText } from '../../src/simulator/encode-text.ts'
import { listingHeader } from '../../src/simulator/listings-report-header.ts'

const COLUMNS = [
  'item-name',
  'item-description',
  'listing-id',
  'seller-sku',
  'price',
  'quantity',
  'open-date',
  'product-id-type',
  'item-note',
  'asin1',
  'asin2',
  'product-id',
  'pending-quantity',
  'fulfillment-channel',
  'Business Price',
  'merchant-shipping-group',
  'status',
]

type Row = Readonly<Record<string, string>>

const MUG: Row = {
  'item-name': 'Tasse à café',
  'item-description': 'Grün, 0,3 l',
  'seller-sku': 'MUG-BLUE',
  price: '12.50',
  quantity: '40',
  'product-id-type': '4',
  asin1: 'B00MUGBLUE',
  'product-id': '4006381333931',
  'fulfillment-channel': 'DEFAULT',
  status: 'Active',
}
const CANDLE: Row = { 'seller-sku': 'AMZ-CANDLE', price: '24', quantity: '', 'fulfillment-channel': 'AMAZON_NA' }

const MUG_READ = {
  sellerSku: 'MUG-BLUE',
  asin: 'B00MUGBLUE',
  title: 'Tasse à café',
  barcode: '4006381333931',
  price: 1250,
  quantity: 40,
  channel: 'DEFAULT',
  active: true,
}

const textOf = (columns: readonly string[], rows: readonly Row[], { locale = 'en_US', end = '\r\n' } = {}): string =>
  [
    columns.map((name) => listingHeader(name, locale)).join('\t'),
    ...rows.map((row) => columns.map((name) => row[name] ?? '').join('\t')),
    '',
  ].join(end)

/** Reads bytes in pieces of any length. */
function read(bytes: Uint8Array, { charset = 'UTF-8' as string | null, currency = 'USD', piece = 1000 } = {}) {
  const reader = allListingsReader(charset, currency)
  const rows: ListedSku[] = []
  for (let at = 0; at < bytes.length; at += piece) rows.push(...reader.read(bytes.subarray(at, at + piece)))
  const { lines, end } = reader.end()
  return { rows: [...rows, ...lines], end }
}
const readOne = (row: Row, currency = 'USD') => read(Buffer.from(textOf(Object.keys(row), [row])), { currency }).rows[0]

/** Chance with a seed (mulberry32): the same order for the same number. */
function chance(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function shuffled<T>(list: readonly T[], next: (below: number) => number): T[] {
  const rest = [...list]
  return list.map(() => rest.splice(next(rest.length), 1)[0] as T)
}

describe('the all-listings report', () => {
  it.each(['UTF-8', 'Cp1252'] as const)(
    '[I12] in %s reads alike with its columns in any order, unknown ones among them, in pieces of any length',
    (encoding) => {
      for (let seed = 1; seed <= 100; seed++) {
        const next = chance(seed)
        const columns = shuffled([...COLUMNS, 'column-of-tomorrow'], next)
        const bytes = encodeText(textOf(columns, [MUG, CANDLE], { end: next(2) ? '\r\n' : '\n' }), encoding)
        const { rows, end } = read(bytes, { charset: encoding, piece: 1 + next(90) })
        expect(rows).toEqual([
          MUG_READ,
          {
            sellerSku: 'AMZ-CANDLE',
            asin: null,
            title: '',
            barcode: null,
            price: 2400,
            quantity: null,
            channel: 'AMAZON_NA',
            active: null,
          },
        ])
        expect(end).toMatchObject({ rows: 2, unreadable: 0, garbled: 0, cut: false })
      }
    },
  )

  it.each([
    ['de_DE', 'Cp1252'],
    ['fr_FR', 'Cp1252'],
    ['es_ES', 'Cp1252'],
    ['ja_JP', 'Shift_JIS'],
  ] as const)('[I12] with a header in the language of %s it is read alike', (locale, encoding) => {
    const mug = { ...MUG, 'item-name': encoding === 'Shift_JIS' ? '湯のみ 青' : 'Tasse à café' }
    const bytes = encodeText(textOf(COLUMNS, [mug], { locale }), encoding)
    const { rows, end } = read(bytes, { charset: encoding })
    expect(rows).toEqual([{ ...MUG_READ, title: mug['item-name'], barcode: rows[0]?.barcode }])
    expect(end.garbled).toBe(0)
    // Of a name that is not localized the type is not told; a barcode is known by its check digit.
    expect(rows[0]?.barcode).toBe('4006381333931')
  })

  it('[I12] Italian names of columns are known too', () => {
    const text = 'SKU venditore\tPrezzo\tQuantità\tCanale di gestione\tStato\nTAZZA\t12,50\t3\tDEFAULT\tInattivo\n'
    expect(read(encodeText(text, 'Cp1252'), { charset: 'Cp1252', currency: 'EUR' }).rows).toMatchObject([
      { sellerSku: 'TAZZA', price: 1250, quantity: 3, channel: 'DEFAULT', active: false },
    ])
  })

  it.each([
    ['UTF-8', 'Cp1252'],
    ['Cp1252', 'UTF-8'],
    ['UTF-8', null],
    ['Cp1252', null],
  ] as const)('[I12] written in %s and named %s, columns, SKUs and numbers are right', (written, named) => {
    const { rows } = read(encodeText(textOf(COLUMNS, [MUG], { locale: 'de_DE' }), written), { charset: named })
    expect(rows).toMatchObject([{ ...MUG_READ, title: expect.stringMatching(/^(Tasse à café|)$/) }])
  })

  it('[I12] letters that are lost already do not hide a column, and a title that cannot be read is none', () => {
    const lost = textOf(['seller-sku', 'item-name', 'quantity'], [MUG], { locale: 'de_DE' }).replace('ä', '?')
    expect(read(Buffer.from(lost)).rows).toMatchObject([{ sellerSku: 'MUG-BLUE', quantity: 40 }])
    const { rows, end } = read(encodeText(textOf(COLUMNS, [MUG]), 'Cp1252'))
    expect([rows[0]?.title, rows[0]?.sellerSku, end.garbled]).toEqual(['', 'MUG-BLUE', 1])
  })

  it('[I12] a SKU that cannot be read is told and never taken for another one', () => {
    const { rows, end } = read(encodeText(textOf(COLUMNS, [{ ...MUG, 'seller-sku': 'CAFÉ' }, MUG]), 'Cp1252'))
    expect(rows).toHaveLength(1)
    expect(end).toMatchObject({ unreadable: 1, named: ['row 2: the column seller-sku cannot be read'] })
  })

  it('[I12] a byte order mark and quoted names do not matter', () => {
    for (const charset of [null, 'UTF-8', 'Cp1252'])
      expect(read(Buffer.from('\ufeff"Seller-SKU"\tQuantity\nMUG\t4'), { charset }).rows).toMatchObject([
        { sellerSku: 'MUG', quantity: 4 },
      ])
  })

  it.each([
    ['12.50', 'USD', 1250],
    ['12,50', 'EUR', 1250],
    ['12', 'EUR', 1200],
    ['1.234,56', 'EUR', 123_456],
    ['1,234.56', 'USD', 123_456],
    ['1 234,56', 'EUR', 123_456],
    ['1.234.567,8', 'EUR', 123_456_780],
    ['1980', 'JPY', 1980],
    ['1,980', 'JPY', 1980],
    ['1,980,000', 'JPY', 1_980_000],
    ['1980.00', 'JPY', 1980],
    ['1.234', 'KWD', 1234],
    ['1.234', 'USD', null],
    ['12.345', 'EUR', null],
    ['1.2.3', 'USD', null],
    ['12.5 USD', 'USD', null],
    ['', 'USD', null],
    ['-3', 'USD', null],
  ])('[I12] the price [%s] in %s is %s', (price, currency, minor) => {
    expect(readOne({ 'seller-sku': 'MUG', price }, currency)?.price).toBe(minor)
  })

  it('[I9][I12] every column but the SKU may be missing; who ships is not guessed, but for an empty quantity', () => {
    expect(readOne({ 'seller-sku': 'MUG' })).toEqual({
      sellerSku: 'MUG',
      asin: null,
      title: '',
      barcode: null,
      price: null,
      quantity: null,
      channel: null,
      active: null,
    })
    expect(readOne({ 'seller-sku': 'MUG', quantity: '4' })?.channel).toBeNull()
    expect(readOne({ 'seller-sku': 'MUG', quantity: '' })?.channel).toBe('AMAZON')
    expect(readOne({ 'seller-sku': 'MUG', quantity: '', 'fulfillment-channel': 'DEFAULT' })?.channel).toBe('DEFAULT')
  })

  it('[T4] an ASIN is no barcode, and neither is a number with a wrong check digit', () => {
    const of = (id: string, type: string) =>
      readOne({ 'seller-sku': 'MUG', 'product-id': id, 'product-id-type': type })?.barcode
    expect([of('B00MUGBLUE', '1'), of('036000291452', '3'), of('036000291453', '3')]).toEqual([
      null,
      '036000291452',
      null,
    ])
  })

  it('[I12] a file that ends within a row is told and never gives half a row', () => {
    const whole = Buffer.from(textOf(COLUMNS, [MUG, { ...MUG, 'seller-sku': 'MUG-RED' }]))
    const { rows, end } = read(whole.subarray(0, whole.length - 20))
    expect([rows.length, end.cut, end.rows]).toEqual([1, true, 1])
  })

  it('[I12] what is no such report is refused with the reason', () => {
    expect(() => read(Buffer.from('sold\tprice\n1\t2\n'))).toThrow('it has no column seller-sku')
    expect(() => read(Buffer.from(''))).toThrow('it is empty')
    expect(read(Buffer.from('seller-sku\tprice\n\t2\n')).end).toMatchObject({ unreadable: 1 })
  })
})
