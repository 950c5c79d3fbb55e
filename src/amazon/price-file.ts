import type { PriceFileRow } from '#core/inventory/price-file.ts'
import type { PriceFault, PriceFileReport } from '#core/inventory/price-file-report.ts'
import { formatAmount } from '#core/money.ts'
import { failed, ok, type Result } from '#core/problems.ts'

/** Seller Central's columns of the price-and-quantity file, in its order (H2). */
const COLUMNS = [
  'sku',
  'price',
  'minimum-seller-allowed-price',
  'maximum-seller-allowed-price',
  'quantity',
  'handling-time',
  'fulfillment-channel',
] as const

/** Writes the price-and-quantity file: tab text, a line for each SKU; a blank cell keeps what Amazon has (H2). Pure. */
export function writePriceFile(rows: readonly PriceFileRow[]): string {
  const lines = rows.map((row) => {
    const amount = (minor: number | 'delete' | null) =>
      typeof minor === 'number' && row.currency !== null
        ? formatAmount({ minor, currency: row.currency })
        : (minor ?? '')
    const number = (value: number | null) => (value === null ? '' : String(value))
    // The channel stays blank: to name one could change who ships (I9).
    return [
      row.sellerSku,
      amount(row.price),
      amount(row.min),
      amount(row.max),
      number(row.quantity),
      number(row.leadDays),
      '',
    ]
  })
  return [COLUMNS, ...lines].map((cells) => `${cells.join('\t')}\r\n`).join('')
}

const LONGEST_WORDS = 500

const NAMES = {
  record: ['original-record-number', 'record-number'],
  sku: ['sku', 'seller-sku', 'item-sku'],
  code: ['error-code', 'result-code'],
  type: ['error-type', 'result-type'],
  words: ['error-message', 'result-message', 'error-description'],
  attribute: ['attribute-name', 'batch-id', 'field-name'],
} as const

type Places = Readonly<Record<keyof typeof NAMES, number>>

/**
 * Reads Seller Central's processing report of a price-and-quantity file: a line for each fault under a header, with two counts before
 * it or without (H2). One that is cut off, or lacks a column that names the line or the fault, is a problem. Pure.
 */
export function readPriceFileReport(text: string): Result<PriceFileReport> {
  const unreadable = (why: string) => failed('file-report-unreadable', { why })
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  if (lines.every((line) => line.trim() === '')) return unreadable('it is empty')
  const headerAt = lines.findIndex((line) => named(line).some((cell) => has('code', cell) || has('words', cell)))
  const counts = (headerAt < 0 ? lines : lines.slice(0, headerAt)).flatMap(countIn)
  const [processed = null, successful = null, ...others] = counts
  if (others.length > 0 || (processed !== null && successful === null))
    return unreadable('its counts cannot be told apart')
  if (processed !== null && successful !== null && successful > processed)
    return unreadable('its counts contradict each other')
  if (headerAt < 0 && processed === null)
    return unreadable('it has neither the counts nor the columns of a processing report. Download it again')
  const cutOff = (found: number) =>
    unreadable(
      `it is cut off: ${(processed ?? 0) - (successful ?? 0)} of ${processed} records went wrong, and it names ${found}. Download it again`,
    )
  if (headerAt < 0) return processed === successful ? ok({ processed, successful, faults: [] }) : cutOff(0)
  const header = named(lines[headerAt] ?? '')
  const lacks = missingColumn(header)
  if (lacks !== null) return unreadable(`it has no column ${lacks}`)
  // A last line without its end was cut somewhere inside of it.
  const faults = faultsUnder(placesOf(header), lines.slice(headerAt + 1))
  if (!faults) return unreadable('a line of it does not fit its header: it is cut off. Download it again')
  const wrong = new Set(faults.filter(({ isError }) => isError).map(({ record, sku }) => record ?? sku)).size
  if (processed !== null && successful !== null && wrong !== processed - successful) return cutOff(wrong)
  return ok({ processed, successful, faults })
}

const named = (line: string): string[] => line.split('\t').map((cell) => cell.trim().toLowerCase())
const has = (name: keyof typeof NAMES, cell: string): boolean => (NAMES[name] as readonly string[]).includes(cell)

function placesOf(header: readonly string[]): Places {
  const at = (name: keyof typeof NAMES) => header.findIndex((cell) => has(name, cell))
  return {
    record: at('record'),
    sku: at('sku'),
    code: at('code'),
    type: at('type'),
    words: at('words'),
    attribute: at('attribute'),
  }
}

/** The column without which a fault could not be told, or null. */
function missingColumn(header: readonly string[]): string | null {
  const there = (name: keyof typeof NAMES) => header.some((cell) => has(name, cell))
  if (!there('sku') && !there('record')) return 'sku'
  if (!there('code')) return 'error-code'
  return there('words') ? null : 'error-message'
}

function faultsUnder(places: Places, lines: readonly string[]): PriceFault[] | null {
  const last = Math.max(places.record, places.sku, places.code, places.words)
  const faults: PriceFault[] = []
  for (const line of lines) {
    if (line.trim() === '') continue
    const cells = line.split('\t')
    const read = (place: number): string | null => (place < 0 ? null : cells[place]?.trim() || null)
    const record = read(places.record)
    const sku = read(places.sku)
    if (cells.length <= last || (record !== null && !/^\d{1,9}$/.test(record)) || (record === null && sku === null))
      return null
    faults.push({
      record: record === null ? null : Number(record),
      sku,
      isError: !/^warn/i.test(read(places.type) ?? ''),
      code: read(places.code) ?? '',
      words: (read(places.words) ?? '').slice(0, LONGEST_WORDS),
      attribute: read(places.attribute),
    })
  }
  return faults
}

/** A count of the summary: a text, then its number alone in a cell. */
function countIn(line: string): number[] {
  const cells = named(line).filter((cell) => cell !== '')
  const number = cells.at(-1) ?? ''
  return cells.length === 2 && /^\d{1,9}$/.test(number) ? [Number(number)] : []
}
