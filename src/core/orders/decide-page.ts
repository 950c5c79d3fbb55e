import type { AmazonOrder, Destination } from './amazon-order.ts'
import type { ImportContext, Stock } from './import-context.ts'
import type { ImportOutcome } from './import-outcome.ts'

/** One inbound order with the number of its document; the destination is null where Amazon states no address. */
export type PageDocument = {
  readonly documentId: number
  readonly order: AmazonOrder
  readonly destination: Destination | null
}

/**
 * Decides every order of a page; the outcomes stand in the order of the documents. Each order sees the stock that the former ones
 * left. `stock` is the stock as stored: what a known order reserves is taken back here before it is decided again.
 * Where an order stands twice in one page, the newest is decided and the others are unchanged (O13).
 */
export function decidePage(
  _documents: readonly PageDocument[],
  _context: ImportContext,
  _stock: Stock,
): readonly ImportOutcome[] {
  throw new Error('being written')
}
