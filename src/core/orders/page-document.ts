import type { AmazonOrder, Destination } from './amazon-order.ts'
import type { Lacks } from './missing-parts.ts'

/** One inbound order with the number of its document; the destination is null where Amazon states no address. */
export type PageDocument = {
  readonly documentId: number
  readonly order: AmazonOrder
  readonly destination: Destination | null
  /** What Amazon was asked without, now and when the order was placed (O1). */
  readonly lacks?: Lacks
}
