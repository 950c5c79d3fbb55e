import type { ProblemCode } from '../known-problems.ts'
import type { Facts } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import { type MerchantClock, merchantTime } from './merchant-time.ts'
import type { PageDocument } from './page-document.ts'
import type { SkipReason } from './skip-reason.ts'
import { statusMeaning } from './status.ts'

/** One step of an order's import: the sentence people read, and code and facts for programs. Never buyer data (E3). */
export type LogEntry = {
  readonly sentence: string
  readonly level: 'note' | 'error'
  readonly code?: ProblemCode | SkipReason
  readonly facts?: Facts
}

/** The story of one order's import, in the order it happened (E3). */
export type OrderLog = readonly LogEntry[]

/** What is told of one order: what was found before its dates, and how it ends. */
export type Story = { readonly found?: readonly LogEntry[]; readonly end: readonly LogEntry[] }

/** A step that went well. */
export const note = (sentence: string): LogEntry => ({ sentence, level: 'note' })

/**
 * Tells the story of one order in the reference's order: the document, what is wrong with it, its dates, its lines, the end (E3).
 * Amazon no longer states when an order was paid; for an order that is paid the purchase date stands there, as in the reference.
 */
export function orderLog(
  { documentId, order }: PageDocument,
  clock: MerchantClock,
  { found = [], end }: Story,
): OrderLog {
  const placedAt = merchantTime(order.placedAt, clock)
  const meaning = order.status === null ? null : statusMeaning(order.status)
  const paid = meaning === 'open' || meaning === 'shipped'
  return [
    note(`Processing Document [${withThousands(documentId)}]`),
    ...found,
    note(`Purchase Date [${placedAt}]`),
    ...(paid ? [note(`Payment Date [${placedAt}]`)] : []),
    note(`Considering processing of [${visibleText(order.id)}] with [${order.lines.length}] lines`),
    ...end,
  ]
}

/** `29657378583` as `29,657,378,583`. */
const withThousands = (whole: number): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',')
