import type { ConnectionId } from '../ids.ts'
import type { Problem } from '../problems.ts'

/** What of an order goes up to Amazon: a shipped package, the word that it is cancelled, money back to the buyer. */
export const OUTBOX_KINDS = ['confirmation', 'cancellation', 'refund'] as const
export type OutboxKind = (typeof OUTBOX_KINDS)[number]

/**
 * How far it is (E6). `waiting`: to be sent. `taken`: in a feed or file under way. `sent`: Amazon took it, and it must yet be seen
 * there (S4). `refused` and `unsure` wait for a person. Nothing leaves the list but by being settled, or removed by a person.
 */
export const OUTBOX_STATES = ['waiting', 'taken', 'sent', 'settled', 'refused', 'unsure', 'removed'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** By single call, by feed, or by a file that a person carries to Seller Central (S5, H2). */
export const WAYS_UP = ['call', 'feed', 'file'] as const
export type WayUp = (typeof WAYS_UP)[number]

/** One row of what goes up; instants in epoch ms (E6). */
export type OutboxRow = {
  readonly outboxId: number
  readonly kind: OutboxKind
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly orderId: number
  readonly amazonOrderId: string
  /** The package's number, the number of the request to cancel, the refund's number. */
  readonly subject: number
  readonly state: OutboxState
  readonly way: WayUp
  /** The earliest is sent first (S6). */
  readonly dueBy: number | null
  readonly nextAt: number
  readonly attempts: number
  readonly failingSince: number | null
  /** What went wrong last. */
  readonly problem: Problem | null
  readonly submissionId: number | null
  readonly sentVersion: number | null
  readonly sentAt: number | null
  readonly sweepsSince: number
  readonly sentAgain: boolean
  readonly settledAt: number | null
  readonly enteredAt: number
}
