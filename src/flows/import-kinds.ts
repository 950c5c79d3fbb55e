import type { ImportKind } from '#core/spreadsheet/import.ts'
import { CHANNEL_ORDERS_IMPORT } from './import-channel-orders.ts'
import { ITEMS_IMPORT } from './import-items.ts'
import type { OpenKind, SealedKind } from './import-kind.ts'
import { MAPPINGS_IMPORT } from './import-mappings.ts'
import { ORDER_REPORT } from './import-order-report.ts'
import { STOCK_IMPORT } from './import-stock.ts'
import { TEMPLATE_IMPORT } from './import-template.ts'

/** How each kind of file is imported: a kind is added by a line, with a file of its own. */
export const KINDS_OF_IMPORTS: { readonly [Kind in ImportKind]?: OpenKind | SealedKind } = {
  template: TEMPLATE_IMPORT,
  'order-report': ORDER_REPORT,
  'channel-orders': CHANNEL_ORDERS_IMPORT,
  items: ITEMS_IMPORT,
  stock: STOCK_IMPORT,
  mappings: MAPPINGS_IMPORT,
}
