import { failed, ok, type Result } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import type { ChannelOrder } from './channel-order.ts'
import { columnMeaning, orderColumns } from './order-columns.ts'
import { orderOfRows } from './order-of-rows.ts'
import type { FileRow } from './row-reader.ts'

/** A file of orders as it was read: its orders in the order of their first rows, and the columns that Millrace does not use. */
export type OrderFileRead = { readonly orders: readonly ChannelOrder[]; readonly unused: readonly string[] }

/** Most orders of one file. */
export const MOST_CHANNEL_ORDERS = 5000

/** What a file is: its header and its rows. */
type Table = { readonly header: readonly string[]; readonly rows: readonly FileRow[] }

/** Reads a file of orders of other channels; rows with the same number are one order. A file with cards in it is refused whole (H3). */
export function readOrderFile(
  { header, rows }: Table,
  clock: { readonly timeZone: string; readonly currency: string },
): Result<OrderFileRead> {
  const refuse = (why: string) => failed('channel-orders-file', { why })
  const card = header.findIndex(
    (name, at) => columnMeaning(name).of === 'card' && rows.some(({ cells }) => (cells[at] ?? '').trim() !== ''),
  )
  if (card >= 0)
    return refuse(
      `it has card numbers in the column [${visibleText(header[card] ?? '', 60)}]. Millrace takes no cards and kept nothing of it: delete that column, and bring the file again`,
    )
  const read = orderColumns(header)
  if (!read.ok) return refuse(read.why)
  const idAt = read.columns.findIndex((each) => each.of === 'order' && each.name === 'channelPartnerOrderId')
  const codeAt = read.columns.findIndex((each) => each.of === 'order' && each.name === 'channelPartnerCode')
  const groups = new Map<string, FileRow[]>()
  const codeOf = new Map<string, string>()
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const cell = (at: number) => (row.cells[at] ?? '').trim()
    const id = cell(idAt)
    // Further rows of an order need not say its channel again.
    const code = cell(codeAt).toUpperCase() || codeOf.get(id) || ''
    codeOf.set(id, code)
    // A row without a number belongs to nobody: it is an order of its own, and refused.
    const key = id === '' ? `row ${row.row}` : JSON.stringify([id, code])
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  if (groups.size === 0) return refuse('it has no orders below its first line')
  if (groups.size > MOST_CHANNEL_ORDERS)
    return refuse(`it has more than ${MOST_CHANNEL_ORDERS} orders: bring it in parts`)
  const context = { header, columns: read.columns, ...clock }
  return ok({ orders: [...groups.values()].map((group) => orderOfRows(group, context)), unused: read.unused })
}
