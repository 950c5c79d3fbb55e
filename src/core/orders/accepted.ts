import type { AmazonLine } from './amazon-order.ts'
import type { ImportContext } from './import-context.ts'
import type { ResolvedLines } from './resolve-lines.ts'
import type { StockView } from './working-stock.ts'

/** An order that is wanted: its lines resolved, those that are ignored apart, and all that placing it looks at. */
export type Accepted = ResolvedLines & {
  readonly dropped: readonly AmazonLine[]
  readonly context: ImportContext
  readonly stock: StockView
}
