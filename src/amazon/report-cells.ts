import { columnName, type ReportRow } from '#core/orders/order-report.ts'

/** The rows of one order of a report: a cell that only the first of them has is told of all (H1). */
export type OrderRows = readonly ReportRow[]

/** Reads cells by the names of their columns. */
export type Cells = {
  /** The cell of a row, without blanks around it; empty where the report has no such column. */
  of(row: ReportRow, ...names: readonly string[]): string
  /** The first cell of an order's rows that is not empty. */
  first(rows: OrderRows, ...names: readonly string[]): string
  /** The number of a column from 0, or null. */
  place(name: string): number | null
}

/** Finds the columns of a header by name, whatever their order; of two with one name the first counts. */
export function cellsUnder(header: readonly string[]): Cells {
  const places = new Map<string, number>()
  header.forEach((head, at) => {
    const name = columnName(head)
    if (!places.has(name)) places.set(name, at)
  })
  const of = ({ cells }: ReportRow, ...names: readonly string[]): string => {
    for (const name of names) {
      const cell = cells[places.get(name) ?? -1]?.trim()
      if (cell) return cell
    }
    return ''
  }
  return {
    of,
    first: (rows, ...names) => rows.map((row) => of(row, ...names)).find((cell) => cell !== '') ?? '',
    place: (name) => places.get(name) ?? null,
  }
}

/** Hours east of Greenwich of the names of zones that Amazon writes. */
const ZONES: Readonly<Record<string, string>> = {
  UTC: 'Z',
  GMT: 'Z',
  PST: '-08:00',
  PDT: '-07:00',
  EST: '-05:00',
  EDT: '-04:00',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  MET: '+01:00',
  MEST: '+02:00',
  JST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
}

/**
 * An instant of a report as ISO 8601 with its zone: `2026-11-10T09:12:33-08:00`, and `2026-11-10 09:12:33 PST`. Null where it names no zone: a day
 * alone would be another one elsewhere.
 */
export function instantIn(cell: string): string | null {
  const found =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d|[A-Z]{3,4})$/.exec(
      cell,
    )
  if (!found) return null
  const [, year, month = '', day = '', hour = '', minute, second = '00', zone = ''] = found
  const offset = ZONES[zone] ?? zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
  const two = (part: string) => part.padStart(2, '0')
  const text = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`
  return Number.isNaN(Date.parse(text)) ? null : text
}

/** An amount of a report as a decimal string: `12.50`, `12,50` and `1,234.50` where that is plain. Null for what is no amount. */
export function amountIn(cell: string): string | null {
  const plain = cell.replace(/[\s\u00a0]/g, '')
  if (/^[+-]?\d{1,13}(?:\.\d{1,12})?$/.test(plain)) return plain
  if (/^[+-]?\d{1,13},\d{1,2}$/.test(plain)) return plain.replace(',', '.')
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d{1,2}$/.test(plain)) return plain.replaceAll(',', '')
  if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.')
  return null
}

/** True for the words with which reports say yes. */
export const isYes = (cell: string): boolean => /^(?:true|yes|y|1)$/i.test(cell)
