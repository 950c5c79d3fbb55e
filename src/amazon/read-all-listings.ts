import { faultOfBarcode } from '#core/catalog/barcode.ts'
import type { SellerSku } from '#core/ids.ts'
import type { ListedSku } from '#core/inventory/listed-sku.ts'
import { decimalsOf, parseMoney } from '#core/money.ts'
import { delimitedReport, type ReportReader, UnreadableReport } from './delimited-report.ts'
import { type ListingColumn, listingColumns } from './listings-report-columns.ts'
import { wellFormed } from './read-wire.ts'

const ACTIVE = new Set(['active', 'aktiv', 'actif', 'activo', 'attivo', 'アクティブ', '出品中'])
const INACTIVE = new Set([
  ...['inactive', 'incomplete', 'inaktiv', 'unvollständig', 'inactif', 'incomplet', 'inactivo', 'incompleto'],
  ...['inattivo', 'non attivo', '非アクティブ', '停止中', '不完全'],
])
const ASIN_TYPE = '1'
const LONGEST_SKU = 200
const LONGEST_TITLE = 500

/**
 * Reads the tab-delimited all-listings report of one marketplace (I12): any set and order of columns, by name, in English or
 * localized; every column but the seller SKU may be missing, and then it tells nothing of it. Throws `UnreadableReport`.
 */
export const allListingsReader = (charset: string | null, currency: string): ReportReader<ListedSku> =>
  delimitedReport(charset, (names) => {
    const places = listingColumns(names)
    if (!places.has('seller-sku')) throw new UnreadableReport('it has no column seller-sku')
    return (cells) => readRow(cells, places, currency)
  })

function readRow(
  cells: readonly string[],
  places: ReadonlyMap<ListingColumn, number>,
  currency: string,
): ListedSku | string {
  const cell = (column: ListingColumn): string => (cells[places.get(column) ?? -1] ?? '').trim().replaceAll('\0', '')
  const sku = cell('seller-sku')
  if (sku === '') return 'the column seller-sku is empty'
  if (sku.length > LONGEST_SKU || isGarbled(sku)) return 'the column seller-sku cannot be read'
  const title = cell('item-name')
  const quantity = cell('quantity')
  return {
    sellerSku: sku as SellerSku,
    asin: /^[A-Z0-9]{10}$/.test(cell('asin1')) ? cell('asin1') : null,
    title: isGarbled(title) ? '' : wellFormed(title.slice(0, LONGEST_TITLE)),
    barcode: barcodeOf(cell('product-id'), cell('product-id-type')),
    price: priceOf(cell('price'), currency),
    quantity: /^\d{1,9}$/.test(quantity) ? Number(quantity) : null,
    channel: channelOf(cell('fulfillment-channel'), {
      noColumn: !places.has('fulfillment-channel'),
      noQuantity: places.has('quantity') && quantity === '',
    }),
    active: activeOf(cell('status')),
  }
}

const isGarbled = (text: string): boolean => text.includes('\ufffd')

/** Amazon tells no quantity of what it ships itself, so without the column an empty quantity says who ships (I9). */
function channelOf(word: string, { noColumn, noQuantity }: { noColumn: boolean; noQuantity: boolean }): string | null {
  if (noColumn) return noQuantity ? 'AMAZON' : null
  return /^[A-Z0-9_-]{1,60}$/i.test(word) ? word.toUpperCase() : null
}

function activeOf(word: string): boolean | null {
  const plain = word.toLowerCase()
  if (ACTIVE.has(plain)) return true
  return INACTIVE.has(plain) ? false : null
}

const barcodeOf = (id: string, type: string): string | null =>
  type !== ASIN_TYPE && faultOfBarcode(id) === null ? id : null

/** An amount with a point or a comma; one that may mean two things is none. */
function priceOf(text: string, currency: string): number | null {
  const plain = plainAmount(text.replace(/[\s\u00a0\u202f]/g, ''), decimalsOf(currency))
  const read = plain === null ? null : parseMoney(plain, currency)
  return read?.ok ? read.value.minor : null
}

const GROUPED = /^\d{1,3}(?:[.,]\d{3})+$/

/** A decimal number with a point, or null where it is none or may be two. */
function plainAmount(text: string, decimals: number): string | null {
  if (!/^\d[\d.,]*$/.test(text)) return null
  const signs = text.match(/[.,]/g) ?? []
  const sign = signs.at(-1)
  if (sign === undefined) return text
  const isMixed = new Set(signs).size === 2
  if (signs.length > 1 && !isMixed) return GROUPED.test(text) ? text.replace(/[.,]/g, '') : null
  const at = text.lastIndexOf(sign)
  const [head, tail] = [text.slice(0, at), text.slice(at + 1)]
  if (isMixed) return GROUPED.test(head) && !head.includes(sign) ? `${head.replace(/[.,]/g, '')}.${tail}` : null
  if (tail.length !== 3 || decimals === 3) return `${head}.${tail}`
  // 1,980 yen are no fraction; of 1.234 dollars nobody knows.
  return decimals === 0 ? head + tail : null
}
