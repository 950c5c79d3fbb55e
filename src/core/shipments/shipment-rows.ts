import { failed, ok, type Problem, problem, type Result } from '../problems.ts'
import { cellText } from '../spreadsheet/written-cell.ts'
import { visibleText } from '../visible-text.ts'
import { OTHER } from './amazon-carriers.ts'
import type { EntryItem, PackageEntry } from './package-entry.ts'

/** One row of a file of shipments: the line on which it begins, and its cells in the order of the header. */
export type ShipmentRow = { readonly line: number; readonly cells: readonly string[] }

/** Rows of a file that are one package: those with the same order and the same tracking (S2). */
export type RowsOfPackage = {
  readonly lines: readonly number[]
  readonly order: string
  readonly entry: Result<PackageEntry>
}

/** What a file of shipments says: its packages, and the columns that nobody reads. */
export type ReadShipments = { readonly packages: readonly RowsOfPackage[]; readonly unread: readonly string[] }

const FIELDS = {
  order: [
    ...['order', 'order-id', 'order-number', 'order-no', 'amazon-order-id', 'amazon-order', 'amazonorderid'],
    // What carriers' programs call the number that they were given.
    ...[
      'order-reference',
      'customer-reference',
      'your-reference',
      'shipment-reference',
      'reference-1',
      'reference-number-1',
    ],
    ...['package-reference-no-1', 'package-reference-number-1', 'invoice-number'],
  ],
  line: ['line', 'line-id', 'order-item-id', 'order-item', 'amazon-order-item-code', 'orderitemid'],
  sku: ['sku', 'seller-sku', 'merchant-sku'],
  item: ['item', 'item-id', 'item-number'],
  quantity: ['quantity', 'qty', 'quantity-shipped', 'units'],
  carrier: ['carrier', 'carrier-code'],
  carrierName: ['carrier-name'],
  service: ['service', 'ship-method', 'shipping-method', 'shipping-service', 'service-type', 'service-name'],
  tracking: [
    ...['tracking', 'tracking-number', 'tracking-no', 'tracking-id', 'trackingnumber', 'package-tracking-number'],
    ...['master-tracking-number', 'shipment-tracking-number', 'package-tracking-no', 'barcode', 'shipment-number'],
  ],
  date: [
    'date',
    'ship-date',
    'shipped',
    'shipped-at',
    'ship-time',
    'shipdate',
    'shipment-date',
    'despatch-date',
    'collection-date',
  ],
  reference: ['reference', 'package-reference'],
} as const
type Field = keyof typeof FIELDS
type Row = { readonly at: number } & Readonly<Record<Field, string | null>>

/** Reads the rows of a file by the words of its header, in any order, ours or Amazon's (H2). */
export function shipmentRows(header: readonly string[], rows: readonly ShipmentRow[]): Result<ReadShipments> {
  const columns = namedOrSeen(header.map(fieldOf), rows)
  const twice = columns.find((field, at) => field !== null && columns.indexOf(field) !== at)
  if (twice) return failed('shipments-file', { why: `two columns of it say the ${twice}` })
  if (!columns.includes('order')) {
    const seen = header
      .slice(0, 20)
      .map((name) => visibleText(name, 40))
      .join(', ')
    return failed('shipments-file', { why: `no column of its first line is called order-id or order (${seen})` })
  }
  const groups = new Map<string, Row[]>()
  for (const { line, cells } of rows) {
    const row = readRow(line, cells, columns)
    const key = JSON.stringify([row.order, (row.tracking ?? '').replace(/[\s-]/gu, '').toUpperCase()])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  const unread = header.filter((name, at) => columns[at] === null && name !== '')
  const packages = [...groups.values()].map((group) => ({
    lines: group.map(({ at }) => at),
    order: group[0]?.order ?? '',
    entry: entryOf(group),
  }))
  return ok({ packages, unread })
}

function fieldOf(name: string): Field | null {
  const word = name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const known = Object.entries(FIELDS).find(([, words]) => (words as readonly string[]).includes(word))
  return known ? (known[0] as Field) : null
}

const AMAZON_ID = /^\d{3}-\d{7}-\d{7}$/

/** Where no heading names the order, a column that nobody reads otherwise and that holds Amazon's order ids only is that one. */
function namedOrSeen(columns: readonly (Field | null)[], rows: readonly ShipmentRow[]): readonly (Field | null)[] {
  if (columns.includes('order')) return columns
  const holdsOrders = (at: number) => {
    const cells = rows.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '')
    return cells.length > 0 && cells.every((cell) => AMAZON_ID.test(cell))
  }
  const found = columns.findIndex((field, at) => (field === null || field === 'reference') && holdsOrders(at))
  return columns.map((field, at) => (at === found ? 'order' : field))
}

function readRow(line: number, cells: readonly string[], columns: readonly (Field | null)[]): Row {
  const cell = (field: Field) => {
    // Without the apostrophe of an export: else the reference of a package would be another one, and it would ship twice.
    const text = cellText(cells[columns.indexOf(field)])
    return columns.includes(field) && text !== '' ? text : null
  }
  const fields = Object.fromEntries((Object.keys(FIELDS) as Field[]).map((field) => [field, cell(field)]))
  return { at: line, ...(fields as Record<Field, string | null>) }
}

/** One package from its rows; what is wrong with one of them keeps all of the package out (S2). */
function entryOf(rows: readonly Row[]): Result<PackageEntry> {
  const refused = whyNot(rows)
  const [first] = rows
  if (refused || !first) return { ok: false, problem: refused ?? problem('shipments-file', { why: 'it has no rows' }) }
  const items = rows.map(itemOf)
  const isWhole =
    items.length === 1 && items.every(({ line, sku, item, quantity }) => !line && !sku && !item && quantity === null)
  const { service, tracking, date: shippedAt, reference } = first
  return ok({ carrier: carrierOf(first), service, tracking, shippedAt, reference, items: isWhole ? null : items })
}

/** Amazon's files say a carrier that it does not list as Other with a name. */
const carrierOf = ({ carrier, carrierName }: Row): string | null =>
  carrier === null || carrier.toLowerCase() === OTHER.toLowerCase() ? (carrierName ?? carrier) : carrier

const itemOf = ({ line, sku, item, quantity }: Row): EntryItem => ({
  line,
  sku,
  item,
  quantity: quantity === null ? null : Number(quantity),
})

function whyNot(rows: readonly Row[]): Problem | null {
  const bad = (line: number, why: string) => problem('shipments-row', { line, why })
  for (const row of rows) {
    if (row.order === null) return bad(row.at, 'names no order')
    if (row.quantity !== null && !/^\d{1,7}(\.0+)?$/.test(row.quantity))
      return bad(row.at, `has the quantity [${visibleText(row.quantity, 40)}], which is no whole number`)
    if (rows.length > 1 && row.at !== rows[0]?.at) {
      const differs = (['carrier', 'carrierName', 'service', 'date', 'reference'] as const).find(
        (field) => row[field] !== rows[0]?.[field],
      )
      if (differs)
        return bad(
          row.at,
          `says another ${WORDS[differs]} than line ${rows[0]?.at}, and both are one package: the same order and tracking`,
        )
    }
    if (rows.length > 1 && row.line === null && row.sku === null && row.item === null)
      return bad(row.at, 'says neither line, SKU nor item, and its package has several rows')
  }
  return null
}

const WORDS = {
  carrier: 'carrier',
  carrierName: 'carrier',
  service: 'service',
  date: 'ship date',
  reference: 'reference',
}
