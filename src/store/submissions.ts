import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { FileRecord } from '#core/shipments/order-feed.ts'
import type { OutboxKind } from '#core/shipments/outbox.ts'
import type { CarriedFile, Submission, SubmissionKind, SubmissionState } from '#core/shipments/submission.ts'
import type { Tx } from './db.ts'

type Of = { readonly connection: ConnectionId; readonly kind: OutboxKind }

const FIELDS = `submission_id as "submissionId", connection_id as connection, marketplace_id as "marketplaceId", kind, way, state, messages,
  document_id as "documentId", feed_id as "feedId", amazon_state as "amazonState", problem, made_by as "madeBy", made_at as "madeAt",
  asked_at as "askedAt", sent_at as "sentAt", polls, tries, ended_at as "endedAt"`

/** The feed of a kind that is under way, or null: there is one at most. */
export async function openFeed(tx: Tx, merchant: MerchantId, of: Of): Promise<Submission | null> {
  const [row] = await tx.query<Submission>(
    `select ${FIELDS} from millrace.submissions
     where merchant_id = $1 and connection_id = $2 and kind = $3 and way = 'feed' and ended_at is null`,
    [merchant, of.connection, of.kind],
  )
  return row ?? null
}

/** The listings feed of a connection that is under way, or null: there is one at most (I8). */
export async function openListingsFeed(
  tx: Tx,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<Submission<'listings'> | null> {
  const [row] = await tx.query<Submission<'listings'>>(
    `select ${FIELDS} from millrace.submissions
     where merchant_id = $1 and connection_id = $2 and kind = 'listings' and way = 'feed' and ended_at is null`,
    [merchant, connection],
  )
  return row ?? null
}

/** One submission, or null. */
export async function findSubmission(tx: Tx, merchant: MerchantId, submissionId: number): Promise<Submission | null> {
  const [row] = await tx.query<Submission>(
    `select ${FIELDS} from millrace.submissions where merchant_id = $1 and submission_id = $2`,
    [merchant, submissionId],
  )
  return row ?? null
}

/** A file that a person carries, with its text; locked until the transaction ends. */
export async function findCarriedFile(
  tx: Tx,
  merchant: MerchantId,
  submissionId: number,
): Promise<CarriedFile<SubmissionKind> | null> {
  const [row] = await tx.query<CarriedFile<SubmissionKind>>(
    `select ${FIELDS}, content, records from millrace.submissions where merchant_id = $1 and submission_id = $2 and way = 'file' for update`,
    [merchant, submissionId],
  )
  return row ?? null
}

/** Feeds and files, the newest first, a page at a time. */
export const listSubmissions = (
  tx: Tx,
  merchant: MerchantId,
  page: { readonly before: number | null; readonly limit: number; readonly way?: 'feed' | 'file' | null },
): Promise<Submission<SubmissionKind>[]> =>
  tx.query<Submission<SubmissionKind>>(
    `select ${FIELDS} from millrace.submissions where merchant_id = $1 and ($2::bigint is null or submission_id < $2) and ($3::text is null or way = $3)
     order by submission_id desc limit $4`,
    [merchant, page.before, page.way ?? null, page.limit],
  )

/** What a submission is begun with. */
export type BegunSubmission = {
  readonly connection: ConnectionId
  readonly kind: SubmissionKind
  readonly marketplaceId: string
  readonly way: 'feed' | 'file'
  readonly madeBy: string
  readonly at: number
}

/** Begins a submission; its rows are taken next. Gives its number. */
export async function beginSubmission(tx: Tx, merchant: MerchantId, begun: BegunSubmission): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `insert into millrace.submissions (merchant_id, connection_id, marketplace_id, kind, way, state, messages, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6, 0, $7, to_timestamp($8::float8 / 1000)) returning submission_id as id`,
    [
      merchant,
      begun.connection,
      begun.marketplaceId,
      begun.kind,
      begun.way,
      begun.way === 'feed' ? 'new' : 'carried',
      begun.madeBy,
      begun.at,
    ],
  )
  if (!row) throw new Error('The submission was not begun.')
  return row.id
}

/** What a step writes of a submission; what is left out stays. */
export type SubmissionChange = {
  readonly submissionId: number
  /** Where the step found it: a submission that is elsewhere by now is left alone. */
  readonly from: SubmissionState
  /** When the step saw it asked for, epoch ms: a feed that was asked for again since is another run's. */
  readonly seenAskedAt?: number | null
  readonly to?: SubmissionState
  readonly messages?: number
  readonly documentId?: string
  readonly feedId?: string
  readonly amazonState?: string
  readonly report?: string
  readonly problem?: Problem | null
  readonly askedAt?: number
  readonly sentAt?: number
  readonly polls?: number
  readonly tries?: number
  readonly endedAt?: number
}

/** Writes what a step found out; false when another run has taken the step meanwhile, and then nothing is written. */
export async function moveSubmission(tx: Tx, merchant: MerchantId, c: SubmissionChange): Promise<boolean> {
  const rows = await tx.query(
    `update millrace.submissions set state = coalesce($4, state), messages = coalesce($5, messages), document_id = coalesce($6, document_id),
       feed_id = coalesce($7, feed_id), amazon_state = coalesce($8, amazon_state), report = coalesce($9, report),
       problem = case when $10 then $11::jsonb else problem end, asked_at = coalesce(to_timestamp($12::float8 / 1000), asked_at),
       sent_at = coalesce(to_timestamp($13::float8 / 1000), sent_at), polls = coalesce($14, polls), tries = coalesce($15, tries),
       ended_at = to_timestamp($16::float8 / 1000)
     where merchant_id = $1 and submission_id = $2 and state = $3 and ended_at is null
       and ($17::float8 is null or asked_at = to_timestamp($17::float8 / 1000)) returning 1`,
    [
      merchant,
      c.submissionId,
      c.from,
      c.to ?? null,
      c.messages ?? null,
      c.documentId ?? null,
      c.feedId ?? null,
      c.amazonState ?? null,
      c.report?.replaceAll('\0', ' ') ?? null,
      c.problem !== undefined,
      c.problem ? JSON.stringify(c.problem) : null,
      c.askedAt ?? null,
      c.sentAt ?? null,
      c.polls ?? null,
      c.tries ?? null,
      c.endedAt ?? null,
      c.seenAskedAt ?? null,
    ],
  )
  return rows.length === 1
}

/** Keeps the text of a file, so that it is given again as it was (H2). */
export const keepFile = (
  tx: Tx,
  merchant: MerchantId,
  file: { submissionId: number; messages: number; content: string; records: readonly FileRecord[] },
) =>
  tx.query(
    'update millrace.submissions set messages = $3, content = $4, records = $5 where merchant_id = $1 and submission_id = $2',
    [merchant, file.submissionId, file.messages, file.content, JSON.stringify(file.records)],
  )

/** Of some feeds of Amazon's list, those that submissions of ours are. */
export async function knownFeeds(
  tx: Tx,
  merchant: MerchantId,
  { connection, feedIds }: { readonly connection: ConnectionId; readonly feedIds: readonly string[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    'select feed_id as id from millrace.submissions where merchant_id = $1 and connection_id = $2 and feed_id = any($3)',
    [merchant, connection, [...feedIds]],
  )
  return rows.map(({ id }) => id)
}
