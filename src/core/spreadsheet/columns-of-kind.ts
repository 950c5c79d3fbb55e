import { COLUMNS_OF_CHANNEL_ORDERS } from '../channel-orders/columns-of-orders.ts'
import { ORDER_REPORT_COLUMNS } from '../orders/order-report.ts'
import type { ImportKind } from './import.ts'
import type { ColumnsOfKind } from './kind-columns.ts'
import { OWN_COLUMNS } from './own-kinds.ts'

/** The kinds in the order in which they are tried: the most telling first. A kind is added by a line. */
export const COLUMNS_OF_KINDS: readonly ColumnsOfKind[] = [
  COLUMNS_OF_CHANNEL_ORDERS,
  ORDER_REPORT_COLUMNS,
  ...OWN_COLUMNS,
]

/** The headings of one kind, or null where people cannot name its columns. */
export const columnsOf = (
  kind: ImportKind | null,
  kinds: readonly ColumnsOfKind[] = COLUMNS_OF_KINDS,
): ColumnsOfKind | null => kinds.find((each) => each.kind === kind) ?? null
