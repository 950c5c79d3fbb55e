import type { ConnectionId } from '../ids.ts'
import type { Problem } from '../problems.ts'
import type { FileRecord } from './order-feed.ts'
import type { OutboxKind } from './outbox.ts'

/**
 * How far a feed or file is. `new`: drawn up. `uploaded`: its document is at Amazon. `asked`: createFeed was called, its answer
 * not yet known. `sent`: Amazon named it. `carried`: a person has the file. The others are over.
 */
export const SUBMISSION_STATES = [
  'new',
  'uploaded',
  'asked',
  'sent',
  'carried',
  'done',
  'failed',
  'unsure',
  'withdrawn',
] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** What a submission is of: what happens to orders, or stock and prices. */
export type SubmissionKind = OutboxKind | 'listings'

/** A feed that we send, or a file that a person carries; instants in epoch ms (S5, H2). */
export type Submission<Kind extends SubmissionKind = OutboxKind> = {
  readonly submissionId: number
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly kind: Kind
  readonly way: 'feed' | 'file'
  readonly state: SubmissionState
  readonly messages: number
  readonly documentId: string | null
  readonly feedId: string | null
  readonly amazonState: string | null
  readonly problem: Problem | null
  readonly madeBy: string
  readonly madeAt: number
  readonly askedAt: number | null
  readonly sentAt: number | null
  readonly polls: number
  readonly tries: number
  readonly endedAt: number | null
}

/** A file with its text, and which of its lines is which message. */
export type CarriedFile<Kind extends SubmissionKind = OutboxKind> = Submission<Kind> & {
  readonly content: string
  readonly records: readonly FileRecord[]
}

/** What the entries of a kind are called in a sentence. */
export const NAME_OF_KIND: Readonly<Record<SubmissionKind, string>> = {
  confirmation: 'shipping confirmations',
  cancellation: 'cancellations',
  refund: 'refunds',
  listings: 'stock and prices',
}
