import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { OutboxKind, OutboxState } from '#core/shipments/outbox.ts'
import type { Tx } from './db.ts'

type Of = { readonly connection: ConnectionId; readonly kind: OutboxKind }

/** What waits for a feed: how many, the earliest deadline, when the first may go, and when the last feed went; epoch ms. */
export type FeedQueue = {
  readonly waiting: number
  readonly dueBy: number | null
  readonly nextAt: number | null
  readonly lastSentAt: number | null
}

/** How much of a kind waits to go by feed at `at`. */
export async function feedQueue(
  tx: Tx,
  merchant: MerchantId,
  { connection, kind, at }: Of & { readonly at: number },
): Promise<FeedQueue> {
  const [row] = await tx.query<FeedQueue>(
    `select count(*) filter (where next_at <= to_timestamp($4::float8 / 1000)) as waiting, min(due_by) as "dueBy", min(next_at) as "nextAt",
       (select max(sent_at) from millrace.submissions where merchant_id = $1 and connection_id = $2 and kind = $3 and way = 'feed') as "lastSentAt"
     from millrace.outbox where merchant_id = $1 and connection_id = $2 and kind = $3 and state = 'waiting' and way = 'feed'`,
    [merchant, connection, kind, at],
  )
  if (!row) throw new Error('The outbox was not counted.')
  return row
}

/** How many entries of a kind wait, whatever their way. */
export async function countWaiting(tx: Tx, merchant: MerchantId, { connection, kind }: Of): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from millrace.outbox where merchant_id = $1 and connection_id = $2 and kind = $3 and state = 'waiting'`,
    [merchant, connection, kind],
  )
  return row?.n ?? 0
}

/** Which rows a submission takes: those that wait to go by feed, or all that wait; of the marketplace of the most urgent one (S6). */
export type Wanted = Of & { readonly ways: readonly string[]; readonly at: number; readonly limit: number }

/** The marketplace of the most urgent row that may go, or null when none may. */
export async function marketplaceInQueue(tx: Tx, merchant: MerchantId, wanted: Wanted): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select marketplace_id as id from millrace.outbox
     where merchant_id = $1 and connection_id = $2 and kind = $3 and state = 'waiting' and way = any($4) and next_at <= to_timestamp($5::float8 / 1000)
     order by due_by nulls last, outbox_id limit 1`,
    [merchant, wanted.connection, wanted.kind, [...wanted.ways], wanted.at],
  )
  return row?.id ?? null
}

/** Takes rows into a submission and numbers them, the earliest deadline first; rows that somebody holds stay. Gives how many. */
export async function takeRows(
  tx: Tx,
  merchant: MerchantId,
  taken: Wanted & { readonly submissionId: number; readonly marketplaceId: string; readonly way: 'feed' | 'file' },
): Promise<number> {
  const rows = await tx.query(
    `with mine as (
       select outbox_id, due_by from millrace.outbox
       where merchant_id = $1 and connection_id = $2 and kind = $3 and state = 'waiting' and way = any($4) and next_at <= to_timestamp($5::float8 / 1000)
         and marketplace_id = $6
       order by due_by nulls last, outbox_id limit $7 for update skip locked),
     numbered as (select outbox_id, row_number() over (order by due_by nulls last, outbox_id) as n from mine)
     update millrace.outbox o set state = 'taken', way = $8, submission_id = $9, message_number = n.n
     from numbered n where o.merchant_id = $1 and o.outbox_id = n.outbox_id returning 1`,
    [
      merchant,
      taken.connection,
      taken.kind,
      [...taken.ways],
      taken.at,
      taken.marketplaceId,
      taken.limit,
      taken.way,
      taken.submissionId,
    ],
  )
  return rows.length
}

/** A row of a submission that is still its own. */
export type TakenRow = {
  readonly message: number
  readonly attempts: number
  readonly orderId: number
  readonly subject: number
  readonly tracked: boolean
}

/** The rows of a submission that it still holds, by message; one that was corrected or removed meanwhile has left it. */
export const takenRows = (tx: Tx, merchant: MerchantId, submissionId: number): Promise<TakenRow[]> =>
  tx.query<TakenRow>(
    `select o.message_number as message, o.attempts, o.order_id as "orderId", o.subject, p.tracking is not null as tracked
     from millrace.outbox o left join millrace.packages p
       on o.kind = 'confirmation' and p.merchant_id = o.merchant_id and p.order_id = o.order_id and p.package_number = o.subject
     where o.merchant_id = $1 and o.submission_id = $2 and o.state = 'taken' order by o.message_number for update of o`,
    [merchant, submissionId],
  )

/** Numbers the rows that a submission still holds from 1 on, in their order: a document is told message by message. */
export const renumberRows = (tx: Tx, merchant: MerchantId, submissionId: number) =>
  tx.query(
    `update millrace.outbox o set message_number = n.n
     from (select outbox_id, row_number() over (order by message_number) as n from millrace.outbox
       where merchant_id = $1 and submission_id = $2 and state = 'taken') n
     where o.merchant_id = $1 and o.outbox_id = n.outbox_id and o.message_number <> n.n`,
    [merchant, submissionId],
  )

/** What becomes of one row of a submission; instants in epoch ms. */
export type RowChange = {
  readonly message: number
  readonly state: OutboxState
  readonly way?: 'call' | 'feed'
  readonly problem?: Problem
  readonly nextAt?: number
}

/** Writes what becomes of rows of a submission; those that wait again leave it, and count a try where something went wrong (E6). */
export async function settleRows(
  tx: Tx,
  merchant: MerchantId,
  {
    submissionId,
    rows,
    at,
  }: { readonly submissionId: number; readonly rows: readonly RowChange[]; readonly at: number },
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `update millrace.outbox o set state = r.state, way = coalesce(r.way, o.way), problem = r.problem,
       next_at = coalesce(to_timestamp(r."nextAt" / 1000), o.next_at),
       attempts = o.attempts + case when r.state = 'waiting' and r.problem is not null then 1 else 0 end,
       failing_since = case when r.problem is null then null else coalesce(o.failing_since, to_timestamp($4::float8 / 1000)) end,
       submission_id = case when r.state = 'waiting' then null else o.submission_id end,
       message_number = case when r.state = 'waiting' then null else o.message_number end,
       sent_at = case when r.state in ('sent', 'settled') then to_timestamp($4::float8 / 1000) else o.sent_at end,
       sweeps_since = case when r.state = 'sent' then 0 else o.sweeps_since end,
       sent_version = case when r.state in ('sent', 'settled') and o.kind = 'confirmation' then (select p.version from millrace.packages p
         where p.merchant_id = $1 and p.order_id = o.order_id and p.package_number = o.subject) else o.sent_version end,
       settled_at = case when r.state = 'settled' then to_timestamp($4::float8 / 1000) end,
       settled_by = case when r.state = 'settled' then 'report' end
     from jsonb_to_recordset($3::jsonb) as r (message integer, state text, way text, problem jsonb, "nextAt" float8)
     where o.merchant_id = $1 and o.submission_id = $2 and o.message_number = r.message and o.state = 'taken'`,
    [merchant, submissionId, JSON.stringify(rows), at],
  )
}
