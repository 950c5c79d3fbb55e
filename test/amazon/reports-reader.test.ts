import { describe, expect, it } from 'vitest'
import { ordersReportReader } from '#amazon/read-orders-report.ts'
import type { ListedLine } from '#core/orders/listed-order.ts'
import { encodeText } from '../../src/simulator/encode-text.ts'

const COLUMNS = [
  'amazon-order-id',
  'merchant-order-id',
  'purchase-date',
  'last-updated-date',
  'order-status',
  'fulfillment-channel',
  'sales-channel',
  'product-name',
  'sku',
  'asin',
  'quantity',
  'currency',
  'ship-city',
  'ship-state',
  'ship-postal-code',
  'ship-country',
  'cpf',
  'purchase-order-number',
]
/** What only a buyer's cells hold; it must be nowhere in what is read. */
const MARK = 'BUYERMARK'
const BUYER_COLUMNS = ['ship-city', 'ship-state', 'ship-postal-code', 'ship-country', 'cpf', 'purchase-order-number']

/** Chance with a seed (mulberry32): the same rows for the same number. */
function chance(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

type Row = Record<string, string>
const TEXTS = ['Mug', 'Becher groß', 'Tasse à café', '湯のみ 青', 'x"y', '']
const STATUSES = { Pending: 'PENDING', Unshipped: 'UNSHIPPED', Shipped: 'SHIPPED', Canceled: 'CANCELLED' } as const

function rowsOf(next: (below: number) => number): Row[] {
  return Array.from({ length: 1 + next(30) }, () => {
    const row: Row = Object.fromEntries(COLUMNS.map((name) => [name, TEXTS[next(TEXTS.length)] ?? '']))
    for (const name of BUYER_COLUMNS) row[name] = `${MARK} ${next(1000)}`
    row['amazon-order-id'] = `11${next(10)}-${1_000_000 + next(8_999_999)}-${1_000_000 + next(8_999_999)}`
    row['purchase-date'] = '2026-11-09T08:00:00+00:00'
    row['last-updated-date'] = new Date(Date.UTC(2026, 10, 10) + next(86_400) * 1000).toISOString()
    row['order-status'] = Object.keys(STATUSES)[next(4)] ?? ''
    row['fulfillment-channel'] = next(4) === 0 ? 'Amazon' : 'Merchant'
    row.sku = `SKU-${next(100)}`
    row.asin = 'B000000001'
    row.quantity = String(next(9))
    return row
  })
}

function shuffled<T>(list: readonly T[], next: (below: number) => number): T[] {
  const rest = [...list]
  return list.map(() => rest.splice(next(rest.length), 1)[0] as T)
}

const textOf = (columns: readonly string[], rows: readonly Row[], end: string): string =>
  [columns.join('\t'), ...rows.map((row) => columns.map((name) => row[name] ?? '').join('\t')), ''].join(end)

/** Reads bytes in pieces of any length. */
function read(bytes: Uint8Array, charset: string | null, piece = 1000) {
  const reader = ordersReportReader(charset)
  const lines: ListedLine[] = []
  for (let at = 0; at < bytes.length; at += piece) lines.push(...reader.read(bytes.subarray(at, at + piece)))
  const { lines: last, end } = reader.end()
  return { lines: [...lines, ...last], end }
}

const expectedOf = (row: Row) => ({
  orderId: row['amazon-order-id'],
  placedAt: Date.parse(row['purchase-date'] ?? ''),
  updatedAt: Date.parse(row['last-updated-date'] ?? ''),
  status: STATUSES[row['order-status'] as keyof typeof STATUSES],
  fulfilledBy: row['fulfillment-channel'] === 'Amazon' ? 'AMAZON' : 'MERCHANT',
  sku: row.sku,
  asin: row.asin,
  quantity: Number(row.quantity),
})

const one = (change: Row = {}): Row => ({
  'amazon-order-id': '111-2222222-3333333',
  'last-updated-date': '2026-11-10T08:00:00+00:00',
  'order-status': 'Unshipped',
  ...change,
})
const small = (rows: readonly Row[], columns = Object.keys(one())) => Buffer.from(textOf(columns, rows, '\r\n'))

describe('the all-orders report', () => {
  it.each(['UTF-8', 'Cp1252', 'Shift_JIS'] as const)(
    '[O18] in %s reads alike with its columns in any order, in pieces of any length, and drops what is the buyer’s',
    (encoding) => {
      for (let seed = 1; seed <= 60; seed++) {
        const next = chance(seed)
        const rows = rowsOf(next)
        const columns = shuffled([...COLUMNS, 'column-of-tomorrow'], next)
        const bytes = encodeText(textOf(columns, rows, next(2) ? '\r\n' : '\n'), encoding)
        const { lines, end } = read(bytes, encoding, 1 + next(200))
        expect(lines).toEqual(rows.map(expectedOf))
        expect(end).toMatchObject({ rows: rows.length, unreadable: 0, garbled: 0, cut: false })
        expect(JSON.stringify({ lines, end })).not.toContain(MARK)
      }
    },
  )

  it.each([
    ['Canceled', 'CANCELLED'],
    ['Cancelled', 'CANCELLED'],
    ['CANCELED', 'CANCELLED'],
    ['PartiallyShipped', 'PARTIALLY_SHIPPED'],
    ['Partially Shipped', 'PARTIALLY_SHIPPED'],
    ['Shipped - Delivered to Buyer', 'SHIPPED'],
    ['Complete', 'SHIPPED'],
    ['PendingAvailability', 'PENDING_AVAILABILITY'],
    ['Something new', null],
  ])('[O18] the status %s is %s', (word, status) => {
    expect(read(small([one({ 'order-status': word })]), 'UTF-8').lines[0]?.status).toBe(status)
  })

  it('[O18] a byte order mark, quoted names, a missing name of the encoding and a missing last line end do not matter', () => {
    const text = `\ufeff"Amazon-Order-Id"\tORDER-STATUS\tlast-updated-date\n111-2222222-3333333\tShipped\t2026-11-10T08:00:00Z`
    for (const charset of [null, 'UTF-8'])
      expect(read(Buffer.from(text), charset).lines).toMatchObject([
        { orderId: '111-2222222-3333333', status: 'SHIPPED', quantity: null, fulfilledBy: null },
      ])
    const western = encodeText(textOf([...Object.keys(one()), 'sku'], [one({ sku: 'CAFÉ' })], '\n'), 'Cp1252')
    expect(read(western, null)).toMatchObject({ lines: [{ sku: 'CAFÉ' }], end: { garbled: 0 } })
  })

  it('[O18] a further row of an order may leave out what belongs to the order', () => {
    const further = { 'amazon-order-id': '111-2222222-3333333', 'last-updated-date': '', 'order-status': '' }
    const { lines } = read(small([one(), further]), 'UTF-8')
    expect(lines[1]).toEqual(lines[0])
  })

  it('[O18] rows that cannot be read are counted and named by number and reason, without their content', () => {
    const bad = [one({ 'amazon-order-id': MARK }), one({ 'last-updated-date': `${MARK} yesterday` }), one()]
    const { lines, end } = read(small(bad), 'UTF-8')
    expect(lines).toHaveLength(1)
    expect(end).toMatchObject({
      rows: 3,
      unreadable: 2,
      named: [
        'row 2: the column amazon-order-id holds no order id',
        'row 3: the column last-updated-date holds no date',
      ],
    })
    const many = read(small(Array.from({ length: 500 }, () => one({ 'amazon-order-id': 'x' }))), 'UTF-8').end
    expect([many.unreadable, many.named.length]).toEqual([500, 20])
  })

  it('[O18] a text that ends within a row is told and never gives half a row, wherever it ends', () => {
    const whole = small([one(), one({ 'amazon-order-id': '111-2222222-4444444' })])
    for (let length = 60; length < whole.length - 12; length++) {
      const { lines } = read(whole.subarray(0, length), 'UTF-8')
      for (const line of lines) expect(line).toMatchObject({ updatedAt: Date.parse('2026-11-10T08:00:00Z') })
    }
    expect(read(whole.subarray(0, whole.length - 20), 'UTF-8').end.cut).toBe(true)
  })

  it('[O18] another encoding than the one named is told; numbers and statuses are right all the same', () => {
    const columns = [...Object.keys(one()), 'product-name', 'sku']
    const rows = [one({ 'product-name': 'Tasse à café', sku: 'MUG' })]
    for (const [written, named] of [
      ['Cp1252', 'UTF-8'],
      ['Shift_JIS', 'UTF-8'],
      ['UTF-8', 'Shift_JIS'],
    ] as const) {
      const text = textOf(columns, written === 'Shift_JIS' ? [{ ...rows[0], 'product-name': '湯のみ' }] : rows, '\n')
      const { lines, end } = read(encodeText(text, written), named)
      expect(lines).toMatchObject([{ orderId: '111-2222222-3333333', status: 'UNSHIPPED', sku: 'MUG' }])
      if (named === 'UTF-8') expect(end.garbled).toBe(1)
    }
  })

  it('[O18] what is no such report is refused with the reason', () => {
    expect(() => read(Buffer.from('a\tb\n1\t2\n'), 'UTF-8')).toThrow('it has no column amazon-order-id')
    expect(() => read(Buffer.from(''), 'UTF-8')).toThrow('it is empty')
    expect(() => read(Buffer.from('<html>'), 'EBCDIC-7')).toThrow('EBCDIC-7, which is not known')
    expect(() => read(Buffer.alloc(3 * 1024 * 1024, 'x'), 'UTF-8', 65_536)).toThrow('a line has no end')
    expect(() => read(Buffer.from('\ufeffamazon-order-id\n', 'utf16le'), 'UTF-8')).toThrow('it has no column')
  })
})
