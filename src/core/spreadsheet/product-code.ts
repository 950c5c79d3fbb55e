import { faultOfBarcode } from '../catalog/barcode.ts'
import type { ColumnPath, Json } from './column-path.ts'

/** What a row says of the number of its product: a barcode of the item, attributes, or what is wrong with it. */
export type ProductCode = {
  readonly barcode: string | null
  readonly puts: readonly (readonly [ColumnPath, Json])[]
  readonly why: string | null
  readonly instead: string
}

/** The loader writes the type of a product id as a number. */
const LOADER_TYPES: ReadonlyMap<string, string> = new Map([
  ['1', 'asin'],
  ['2', 'isbn'],
  ['3', 'upc'],
  ['4', 'ean'],
])
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['upc', 12],
  ['ean', 13],
  ['gtin', 14],
  ['isbn', 13],
])

/** The cells of a row about the number of its product, and how the file is read. */
export type CodeCells = {
  readonly type: string
  readonly value: string
  readonly isLoader: boolean
  readonly marketplaceId: string | null
}

/** The product id: a barcode of the item, an ASIN that is only an attribute, or none (T3). */
export function productCode({ type: typed, value, isLoader, marketplaceId }: CodeCells): ProductCode {
  const said = typed.toLowerCase()
  const type = isLoader ? (LOADER_TYPES.get(said) ?? said) : said
  const code = value.replaceAll(/[\s-]/g, '')
  const none = { barcode: null, puts: [], why: null, instead: '' }
  const where: readonly (readonly [string, string])[] =
    marketplaceId === null ? [] : [['marketplace_id', marketplaceId]]
  const put = (name: string, leaf: string, value: Json): readonly [ColumnPath, Json] => [
    [
      { name, selectors: where, index: 1 },
      { name: leaf, selectors: [] },
    ],
    value,
  ]
  if (/exempt/.test(type))
    return { ...none, puts: [put('supplier_declared_has_product_identifier_exemption', 'value', true)] }
  if (code === '') return none
  if (type === 'asin' || /^B0[A-Z0-9]{8}$/.test(code))
    return { ...none, puts: [put('merchant_suggested_asin', 'value', code)] }
  if (/^\d[.,]\d+e\+?\d+$/i.test(code))
    return { ...none, why: 'was cut by Excel', instead: 'Format the column as text, and write all digits again' }
  const full = padded(code, LENGTHS.get(type) ?? null)
  const fault = faultOfBarcode(full)
  if (fault !== null)
    return { ...none, why: `is no barcode: it ${fault}`, instead: 'Write it as it is printed on the product' }
  return {
    ...none,
    barcode: full,
    puts: [
      put(
        'externally_assigned_product_identifier',
        'type',
        LENGTHS.has(type) ? type : full.length === 12 ? 'upc' : 'ean',
      ),
      put('externally_assigned_product_identifier', 'value', full),
    ],
  }
}

/** Excel takes leading zeros away; where the check digit then fits, they are put back. */
function padded(code: string, length: number | null): string {
  if (faultOfBarcode(code) === null || !/^\d{6,13}$/.test(code)) return code
  const whole = code.padStart(length ?? 12, '0')
  return faultOfBarcode(whole) === null ? whole : code
}
