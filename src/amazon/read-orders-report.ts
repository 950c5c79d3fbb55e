import { isAmazonOrderId } from '#core/ids.ts'
import type { ListedLine } from '#core/orders/listed-order.ts'
import { delimitedReport, type ReportReader, UnreadableReport } from './delimited-report.ts'

const REQUIRED = ['amazon-order-id', 'last-updated-date', 'order-status'] as const
const WANTED = [...REQUIRED, 'purchase-date', 'fulfillment-channel', 'sku', 'asin', 'quantity'] as const
type Column = (typeof WANTED)[number]

/** Orders that a seller ships from Amazon's warehouses for other shops; no order of Amazon's, and getOrder does not know them. */
const OF_OTHER_SHOPS = /^S\d\d-\d{7}-\d{7}$/

const STATUSES: ReadonlyMap<string, string> = new Map([
  ['pending', 'PENDING'],
  ['pendingavailability', 'PENDING_AVAILABILITY'],
  ['unshipped', 'UNSHIPPED'],
  ['partiallyshipped', 'PARTIALLY_SHIPPED'],
  ['shipped', 'SHIPPED'],
  ['complete', 'SHIPPED'],
  ['canceled', 'CANCELLED'],
  ['cancelled', 'CANCELLED'],
])

/**
 * Reads the tab-delimited all-orders report (O18): columns by name and in any order, unknown ones left alone. Buyer columns are
 * dropped here, and nothing but the fields of `ListedLine` leaves this file. Throws `UnreadableReport`.
 */
export const ordersReportReader = (charset: string | null): ReportReader<ListedLine> =>
  delimitedReport(charset, (names) => {
    const places = new Map<Column, number>()
    for (const name of WANTED) if (names.includes(name)) places.set(name, names.indexOf(name))
    const missing = REQUIRED.filter((name) => !places.has(name))
    if (missing.length > 0) throw new UnreadableReport(`it has no column ${missing.join(', ')}`)
    return (cells, before) => readRow(cells, places, before)
  })

/** A row, or why it is none. A further row of the same order may leave out what belongs to the order. */
function readRow(
  cells: readonly string[],
  places: ReadonlyMap<Column, number>,
  before: ListedLine | null,
): ListedLine | string {
  const cell = (name: Column): string => cells[places.get(name) ?? -1]?.trim() ?? ''
  const orderId = cell('amazon-order-id')
  if (!isAmazonOrderId(orderId) && !OF_OTHER_SHOPS.test(orderId)) return 'the column amazon-order-id holds no order id'
  const sameOrder = before?.orderId === orderId ? before : null
  const updatedAt = readInstant(cell('last-updated-date')) ?? sameOrder?.updatedAt
  if (updatedAt === undefined) return 'the column last-updated-date holds no date'
  const status = cell('order-status')
  const quantity = cell('quantity')
  return {
    orderId,
    placedAt: readInstant(cell('purchase-date')) ?? sameOrder?.placedAt ?? null,
    updatedAt,
    status: status === '' ? (sameOrder?.status ?? null) : statusOf(status),
    fulfilledBy: channelOf(cell('fulfillment-channel')) ?? sameOrder?.fulfilledBy ?? null,
    sku: cell('sku') || null,
    asin: cell('asin') || null,
    quantity: /^\d{1,7}$/.test(quantity) ? Number(quantity) : null,
  }
}

/** `Shipped - Delivered to Buyer` and its kin are told where Amazon carries the parcels. */
function statusOf(word: string): string | null {
  const plain = word.toLowerCase().replace(/[\s_]/g, '')
  return STATUSES.get(plain) ?? (plain.startsWith('shipped-') ? 'SHIPPED' : null)
}

function channelOf(word: string): ListedLine['fulfilledBy'] {
  if (/^(merchant|mfn)$/i.test(word)) return 'MERCHANT'
  return /^(amazon|afn)/i.test(word) ? 'AMAZON' : null
}

function readInstant(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(text)) return null
  const at = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(at) ? null : at
}
