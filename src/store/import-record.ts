import type { ConnectionId } from '#core/ids.ts'
import type { AmazonOrder } from '#core/orders/amazon-order.ts'
import type { PlacedOrder } from '#core/orders/import-context.ts'
import type { ImportOutcome, NewOrder } from '#core/orders/import-outcome.ts'
import type { Parts } from '#core/orders/missing-parts.ts'

/** One document's end: what it is, the order it holds (null when it could not be read), and the outcome. */
export type Decided = {
  readonly reference: string
  readonly documentId: number
  readonly order: AmazonOrder | null
  readonly outcome: ImportOutcome
  /** The order as it was placed before, if it was. */
  readonly placed: PlacedOrder | undefined
  /** What our data lacks after it, because Amazon refused it (O1). */
  readonly missing: Parts
}

/** What a recorded page needs beside the decisions; `at` in epoch ms. */
export type ImportRecord = {
  readonly connection: ConnectionId
  readonly configurationVersion: number
  readonly at: number
  readonly who: string
  readonly decided: readonly Decided[]
  /** From `numberOrders`. */
  readonly orderIds: OrderIds
  /** The channel that the orders come from, where it is not Amazon (H3). */
  readonly channel?: string
}

/** The number of every order that is written or updated, by Amazon order id. */
export type OrderIds = ReadonlyMap<string, number>

/** An order to be written: a new one, or one that was only Pre-ordered. */
export type OrderToWrite = {
  readonly orderId: number
  readonly documentId: number
  readonly order: NewOrder
  readonly known: boolean
  /** When it is read again by its number, epoch ms; null: not by itself. */
  readonly rereadAt: number | null
}
