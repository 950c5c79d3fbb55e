import { isAmazonOrderId } from '#core/ids.ts'
import { type OrderReportKind, orderReportKind, type ReportRow, type ReportTable } from '#core/orders/order-report.ts'
import { type Cells, cellsUnder } from './report-cells.ts'
import { type CellFault, ROUNDED } from './report-line.ts'
import { type ReadOrder, reportOrder } from './report-order.ts'

/** One order of a report: its rows, and the order in Amazon's own shape or what cannot be read of it. An order is read whole or not at all. */
export type ReportedOrder = {
  /** Null where a row names none. */
  readonly orderId: string | null
  readonly rows: readonly number[]
  readonly read: ReadOrder
}

/** A report as orders, in the order of their first rows. */
export type OrderReport = { readonly kind: OrderReportKind; readonly orders: readonly ReportedOrder[] }

/**
 * Reads Seller Central's report of new or unshipped orders (H1): columns by name, in any order, unknown ones left alone; several rows an order, of
 * which the later ones may leave out what belongs to the order, and its id as well. Null where it is no such report. Pure.
 */
export function readOrderReport({ header, rows, marketplaces }: ReportTable): OrderReport | null {
  const kind = orderReportKind(header)
  if (kind === null) return null
  const cells = cellsUnder(header)
  const rules = { cells, kind, marketplaces }
  const orders = byOrder(cells, rows).map(({ orderId, rows: own }): ReportedOrder => {
    const numbers = own.map(({ row }) => row)
    if (!isAmazonOrderId(orderId))
      return { orderId: null, rows: numbers, read: { ok: false, fault: noOrder(own, orderId) } }
    return { orderId, rows: numbers, read: reportOrder(rules, orderId, own) }
  })
  return { kind, orders }
}

type Group = { readonly orderId: string; readonly rows: ReportRow[] }

/** A row without an id belongs to the order above it; one whose id is no id stands alone. */
function byOrder(cells: Cells, rows: readonly ReportRow[]): readonly Group[] {
  const groups: Group[] = []
  const known = new Map<string, Group>()
  let above: Group | undefined
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const orderId = cells.of(row, 'order-id')
    const group = orderId === '' ? above : known.get(orderId)
    if (group) group.rows.push(row)
    else {
      const begun = { orderId, rows: [row] }
      groups.push(begun)
      if (isAmazonOrderId(orderId)) known.set(orderId, begun)
    }
    above = group ?? groups.at(-1)
  }
  return groups
}

const noOrder = ([first]: readonly ReportRow[], orderId: string): CellFault => ({
  row: first?.row ?? 0,
  column: 'order-id',
  why: /^[\d.]+E\+?\d+$/i.test(orderId) ? ROUNDED : 'is no Amazon order id, such as 111-0000001-0000001',
})
