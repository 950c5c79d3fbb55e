import { isAmazonOrderId } from '#core/ids.ts'
import type { ListedLine, ReportEnd } from '#core/orders/listed-order.ts'

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

const LONGEST_LINE = 1024 * 1024
const MOST_NAMED = 20

/** A report that is no all-orders report, or none that can be read: why. */
export class UnreadableReport extends Error {}

/** Takes the bytes of a report as they come and gives the rows that are complete (O18). */
export type OrdersReportReader = {
  read(bytes: Uint8Array): ListedLine[]
  end(): { readonly lines: ListedLine[]; readonly end: ReportEnd }
}

/**
 * Reads the tab-delimited all-orders report: columns by name and in any order, unknown ones left alone. Buyer columns are
 * dropped here, and nothing but the fields of `ListedLine` leaves this file. Lines and cells end at bytes that are the same
 * in every encoding Amazon uses, so a wrong encoding garbles texts and never an order number. Throws `UnreadableReport`.
 */
export function ordersReportReader(charset: string | null): OrdersReportReader {
  const rows = createRows(decoderFor(charset))
  let rest: Uint8Array[] = []
  let waiting = 0
  const lineOf = (last: Uint8Array): Uint8Array => {
    const line = rest.length === 0 ? last : Buffer.concat([...rest, last])
    rest = []
    waiting = 0
    return line
  }
  return {
    read(bytes) {
      const found: ListedLine[] = []
      let from = 0
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, from)) {
        const row = rows.take(lineOf(bytes.subarray(from, at)), true)
        if (row) found.push(row)
        from = at + 1
      }
      if (from < bytes.length) {
        rest.push(bytes.slice(from))
        waiting += bytes.length - from
      }
      if (waiting > LONGEST_LINE) throw new UnreadableReport('a line has no end')
      return found
    },
    end() {
      const row = waiting > 0 ? rows.take(lineOf(new Uint8Array()), false) : null
      return { lines: row ? [row] : [], end: rows.end() }
    },
  }
}

type Decode = (line: Uint8Array) => { readonly text: string; readonly garbled: boolean }

function createRows(decode: Decode) {
  let header: { readonly places: ReadonlyMap<Column, number>; readonly width: number } | null = null
  let before: ListedLine | null = null
  let number = 1
  const told = { rows: 0, unreadable: 0, named: [] as string[], garbled: 0, cut: false }
  const unreadable = (why: string): null => {
    told.unreadable++
    if (told.named.length < MOST_NAMED) told.named.push(`row ${number}: ${why}`)
    return null
  }
  return {
    /** One line; `whole` is false for a last one without its end. */
    take(line: Uint8Array, whole: boolean): ListedLine | null {
      const { text, garbled } = decode(line)
      const cells = text.replace(/\r$/, '').split('\t')
      if (!header) {
        header = readHeader(cells)
        told.cut = !whole
        return null
      }
      number++
      if (cells.every((cell) => cell.trim() === '')) return null
      if (!whole && cells.length < header.width) {
        told.cut = true
        return null
      }
      told.rows++
      if (garbled) told.garbled++
      const row = readRow(cells, header.places, before)
      if (typeof row === 'string') return unreadable(row)
      before = row
      return row
    },
    end(): ReportEnd {
      if (!header) throw new UnreadableReport('it is empty')
      return told
    },
  }
}

function readHeader(cells: readonly string[]) {
  const names = cells.map((cell) =>
    cell
      .replace(/^\ufeff/, '')
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .toLowerCase(),
  )
  const places = new Map<Column, number>()
  for (const name of WANTED) if (names.includes(name)) places.set(name, names.indexOf(name))
  const missing = REQUIRED.filter((name) => !places.has(name))
  if (missing.length > 0) throw new UnreadableReport(`it has no column ${missing.join(', ')}`)
  return { places, width: names.length }
}

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

const NAMES: Readonly<Record<string, string>> = { cp1252: 'windows-1252', sjis: 'shift_jis', ms932: 'shift_jis' }

/** Without a name of the encoding a line is UTF-8 if it can be, else western. */
function decoderFor(charset: string | null): Decode {
  const western = new TextDecoder('windows-1252')
  if (charset === null) {
    const strict = new TextDecoder('utf-8', { fatal: true })
    return (line) => {
      try {
        return { text: strict.decode(line), garbled: false }
      } catch {
        return { text: western.decode(line), garbled: false }
      }
    }
  }
  const name = charset.toLowerCase()
  const decoder = knownDecoder(NAMES[name] ?? name)
  if (!decoder) throw new UnreadableReport(`it is written in ${charset.slice(0, 40)}, which is not known`)
  return (line) => {
    const text = decoder.decode(line)
    return { text, garbled: text.includes('\ufffd') }
  }
}

function knownDecoder(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(name)
  } catch {
    return null
  }
}
