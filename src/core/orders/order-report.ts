import type { Marketplace } from '../connection.ts'
import type { ColumnsOfKind } from '../spreadsheet/kind-columns.ts'
import type { Parts } from './missing-parts.ts'

/** The order reports of Seller Central that hold what it takes to ship: of new orders with their prices, of unshipped ones without (H1). */
export type OrderReportKind = 'new-orders' | 'unshipped-orders'

/** A row of a file as it stands: its number in the sheet, its cells from column A on. */
export type ReportRow = { readonly row: number; readonly cells: readonly string[] }

/** A report as it was read, and for which marketplaces it can be. */
export type ReportTable = {
  readonly header: readonly string[]
  readonly rows: readonly ReportRow[]
  readonly marketplaces: readonly Marketplace[]
}

/** Columns without which no order can be told. */
const NEEDED = [
  'order-id',
  'order-item-id',
  'purchase-date',
  'sku',
  'quantity-purchased',
  'recipient-name',
  'ship-country',
] as const

/** Columns that only the report of new orders has: the currency, and the amount of a line. */
const PRICES = ['currency', 'item-price'] as const

/** A column's name as Amazon writes it: without blanks around it, quotes or capitals. */
export const columnName = (head: string): string =>
  head
    .replace(/^\ufeff/, '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase()

/** How the report is known among files that people bring (H1). */
export const ORDER_REPORT_COLUMNS: ColumnsOfKind = {
  kind: 'order-report',
  fields: [],
  read: (headings) => {
    const names = headings.map(columnName)
    return names.map((name, at) => (name !== '' && names.indexOf(name) === at ? name : null))
  },
  fits: (fields) => orderReportKind(fields.flatMap((field) => field ?? [])) !== null,
  buyers: true,
}

/** Which order report has these columns, in any order and beside unknown ones; null: none (H1). */
export function orderReportKind(header: readonly string[]): OrderReportKind | null {
  const names = new Set(header.map(columnName))
  if (!NEEDED.every((name) => names.has(name))) return null
  return PRICES.every((name) => names.has(name)) ? 'new-orders' : 'unshipped-orders'
}

const NEVER_TOLD: Parts = ['EXPENSE', 'PROMOTION', 'CANCELLATION', 'PACKAGES', 'TAX', 'PAYMENT']

/** What an order lacks that came by such a report: Amazon's API, or a report with prices, gives it later, never the other way round (H1). */
export const partsNotIn = (kind: OrderReportKind): Parts =>
  kind === 'new-orders' ? NEVER_TOLD : [...NEVER_TOLD, 'PROCEEDS']
