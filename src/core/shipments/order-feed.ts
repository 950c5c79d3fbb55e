import type { CancelReason } from '../orders/decide-cancellation.ts'
import type { RefundReason } from '../orders/refund.ts'
import type { AmazonCarrier } from './package.ts'

/**
 * A package that left, as a feed or a file tells it (S5). `number` is the message's number inside the submission; quantities
 * are Amazon's units, `shippedAt` is epoch ms, `shipDay` the same in the merchant's calendar.
 */
export type ConfirmationMessage = {
  readonly number: number
  /** The package in digits, the same each time it is told: what is told again overwrites, and adds no parcel. */
  readonly shipment: string
  readonly amazonOrderId: string
  readonly shippedAt: number
  readonly shipDay: string
  readonly carrier: AmazonCarrier
  readonly service: string | null
  readonly tracking: string | null
  readonly items: readonly { readonly line: string; readonly quantity: number }[]
}

/** The merchant's word that a whole order is cancelled (O16). */
export type CancellationMessage = {
  readonly number: number
  readonly amazonOrderId: string
  readonly reason: CancelReason
  readonly lines: readonly string[]
}

/** Money back to a buyer (O16). */
export type RefundMessage = {
  readonly number: number
  readonly amazonOrderId: string
  readonly reason: RefundReason
  readonly currency: string
  readonly lines: readonly RefundMessageLine[]
}

/** What goes back for one line: minor units of the refund's currency, for the whole line. */
export type RefundMessageLine = {
  readonly line: string
  readonly item: number
  readonly tax: number
  readonly shipping: number
  readonly shippingTax: number
  readonly giftWrap: number
  readonly giftWrapTax: number
  readonly quantityCancelled: number
}

/** Messages of one kind, as they go up together. */
export type OrderFeed =
  | { readonly kind: 'confirmation'; readonly messages: readonly ConfirmationMessage[] }
  | { readonly kind: 'cancellation'; readonly messages: readonly CancellationMessage[] }
  | { readonly kind: 'refund'; readonly messages: readonly RefundMessage[] }

/** One line of a file: which message it belongs to, and the order and order line that it names. */
export type FileRecord = { readonly message: number; readonly orderId: string; readonly line: string }

/** A file for Seller Central, and what each of its lines is (H2). */
export type OrderFile = { readonly content: string; readonly records: readonly FileRecord[] }

/** What Amazon says of one message of a feed. Message 0 is the feed as a whole. `words` are Amazon's own. */
export type MessageFault = {
  readonly message: number
  readonly isError: boolean
  readonly code: string
  readonly words: string
}

/** A processing report as Amazon counts it; what it does not name went well, where the counts agree. */
export type FeedReport = {
  readonly processed: number
  readonly successful: number
  readonly withError: number
  readonly faults: readonly MessageFault[]
}

/** What Amazon says of one line of a file. It names the line by its number, by order, or both. */
export type RecordFault = {
  readonly record: number | null
  readonly orderId: string | null
  readonly line: string | null
  readonly isError: boolean
  readonly code: string
  readonly words: string
}

/** Seller Central's processing report of a file (H2). */
export type FileReport = {
  readonly processed: number
  readonly successful: number
  readonly faults: readonly RecordFault[]
}
