import type { AmazonOrder, Destination } from './amazon-order.ts'

/** One inbound order with the number of its document; the destination is null where Amazon states no address. */
export type PageDocument = {
  readonly documentId: number
  readonly order: AmazonOrder
  readonly destination: Destination | null
}
