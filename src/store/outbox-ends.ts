import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'

/** True while a package is as it was read; it cannot be corrected until the transaction ends. */
export async function holdPackage(
  tx: Tx,
  merchant: MerchantId,
  known: { readonly orderId: number; readonly number: number; readonly version: number },
): Promise<boolean> {
  const [row] = await tx.query<{ version: number }>(
    'select version from millrace.packages where merchant_id = $1 and order_id = $2 and package_number = $3 for share',
    [merchant, known.orderId, known.number],
  )
  return row?.version === known.version
}

/**
 * Notes before a call that Amazon may know the package from now on. False when it no longer waits as it was read: taken off, voided,
 * corrected or sent by another run meanwhile, and then it is not called (S1, S2).
 */
export async function markCalled(
  tx: Tx,
  merchant: MerchantId,
  called: { readonly outboxId: number; readonly version: number },
): Promise<boolean> {
  const rows = await tx.query(
    `update millrace.outbox o set called = true from millrace.packages p
     where o.merchant_id = $1 and o.outbox_id = $2 and o.state = 'waiting' and o.way = 'call'
       and p.merchant_id = $1 and p.order_id = o.order_id and p.package_number = o.subject and p.version = $3 returning 1`,
    [merchant, called.outboxId, called.version],
  )
  return rows.length === 1
}

/** Amazon took it; whether it is there must yet be seen (S4). False when the row no longer waited. */
export async function markSentToAmazon(
  tx: Tx,
  merchant: MerchantId,
  sent: { readonly outboxId: number; readonly version: number; readonly at: number },
): Promise<boolean> {
  const rows = await tx.query(
    `update millrace.outbox set state = 'sent', sent_version = $3, sent_at = to_timestamp($4::float8 / 1000), next_at = to_timestamp($4::float8 / 1000), attempts = attempts + 1,
       failing_since = null, problem = null, sweeps_since = 0
     where merchant_id = $1 and outbox_id = $2 and state = 'waiting' returning 1`,
    [merchant, sent.outboxId, sent.version, sent.at],
  )
  return rows.length === 1
}

/** A try failed: when the next one is, and what went wrong. Nothing is ever given up for the number of tries (E6). */
export const noteTry = (
  tx: Tx,
  merchant: MerchantId,
  tried: { readonly outboxId: number; readonly problem: Problem; readonly nextAt: number; readonly at: number },
) =>
  tx.query(
    `update millrace.outbox set attempts = attempts + 1, problem = $3, next_at = to_timestamp($4::float8 / 1000), failing_since = coalesce(failing_since, to_timestamp($5::float8 / 1000))
     where merchant_id = $1 and outbox_id = $2 and state = 'waiting'`,
    [merchant, tried.outboxId, JSON.stringify(tried.problem), tried.nextAt, tried.at],
  )

/** Access was denied: whoever it is about, it counts no try; others go before it from now on. */
export const noteDenied = (
  tx: Tx,
  merchant: MerchantId,
  denied: { readonly outboxId: number; readonly problem: Problem },
) =>
  tx.query(`update millrace.outbox set problem = $3 where merchant_id = $1 and outbox_id = $2 and state = 'waiting'`, [
    merchant,
    denied.outboxId,
    JSON.stringify(denied.problem),
  ])

/** When a sent one is looked at again, since its order could not be read. */
export const lookAgainAt = (
  tx: Tx,
  merchant: MerchantId,
  again: { readonly outboxId: number; readonly nextAt: number },
) =>
  tx.query(
    `update millrace.outbox set next_at = to_timestamp($3::float8 / 1000) where merchant_id = $1 and outbox_id = $2 and state = 'sent'`,
    [merchant, again.outboxId, again.nextAt],
  )

/** It goes by feed instead (S5). */
export const sendByFeed = (tx: Tx, merchant: MerchantId, { outboxId, at }: { outboxId: number; at: number }) =>
  tx.query(
    `update millrace.outbox set way = 'feed', attempts = 0, failing_since = null, problem = null, next_at = to_timestamp($3::float8 / 1000) where merchant_id = $1 and outbox_id = $2 and state = 'waiting'`,
    [merchant, outboxId, at],
  )

/** Amazon took it and does not show it: it is sent once more (S4). */
export const sendAgain = (tx: Tx, merchant: MerchantId, { outboxId, at }: { outboxId: number; at: number }) =>
  tx.query(
    `update millrace.outbox set state = 'waiting', sent_again = true, sweeps_since = 0, next_at = to_timestamp($3::float8 / 1000)
     where merchant_id = $1 and outbox_id = $2 and state = 'sent'`,
    [merchant, outboxId, at],
  )

/** The end of a row: settled, perhaps with a note, or refused with what a person must know. `number` is what Amazon calls the package. */
export type OutboxEnd = {
  readonly outboxId: number
  readonly problem: Problem | null
} & (
  | {
      readonly state: 'settled'
      readonly by: 'sweep' | 'read' | 'amazon' | 'report' | 'person'
      readonly number?: string
    }
  | { readonly state: 'refused' }
)

/** Ends rows that wait, were sent, or lie in a file of which nobody may ever bring the report; gives the numbers of those that were still so. */
export async function endOutbox(
  tx: Tx,
  merchant: MerchantId,
  { ends, at }: { readonly ends: readonly OutboxEnd[]; readonly at: number },
): Promise<readonly number[]> {
  if (ends.length === 0) return []
  const rows = await tx.query<{ outbox_id: number }>(
    `with ended as (update millrace.outbox o set state = e.state, problem = e.problem, settled_by = e.by, settled_at = case when e.state = 'settled' then to_timestamp($3::float8 / 1000) end,
         failing_since = null
       from json_to_recordset($2::json) as e ("outboxId" bigint, state text, by text, problem jsonb, number text)
       where o.merchant_id = $1 and o.outbox_id = e."outboxId" and (o.state in ('waiting', 'sent') or o.state = 'taken' and o.way = 'file')
       returning o.outbox_id, o.kind, o.way, o.order_id, o.subject, e.number),
     learnt as (update millrace.packages p set amazon_number = ended.number from ended
       where p.merchant_id = $1 and p.order_id = ended.order_id and p.package_number = ended.subject and ended.kind = 'confirmation' and ended.way <> 'call' and ended.number is not null)
     select outbox_id from ended`,
    [merchant, JSON.stringify(ends), at],
  )
  return rows.map((row) => row.outbox_id)
}

/** A sweep is complete that was begun at an instant: what was sent before it and is not seen counts one more. True when a package has now been missed twice (S4). */
export async function countSweep(
  tx: Tx,
  merchant: MerchantId,
  sweep: { readonly connection: ConnectionId; readonly begunAt: number },
): Promise<boolean> {
  const rows = await tx.query<{ twice: boolean }>(
    `update millrace.outbox set sweeps_since = sweeps_since + 1
     where merchant_id = $1 and connection_id = $2 and state = 'sent' and kind in ('confirmation', 'cancellation') and sent_at < to_timestamp($3::float8 / 1000)
     returning kind = 'confirmation' and sweeps_since = 2 as twice`,
    [merchant, sweep.connection, sweep.begunAt],
  )
  return rows.some((row) => row.twice)
}

/**
 * Ends as unsure the words to cancel that Amazon took before an instant and that two complete sweeps since do not show as carried out;
 * gives their orders and requests (O16, E6).
 */
export const endSilentCancellations = (
  tx: Tx,
  merchant: MerchantId,
  silent: { readonly connection: ConnectionId; readonly sentBefore: number; readonly problem: Problem },
): Promise<{ readonly orderId: number; readonly request: number }[]> =>
  tx.query(
    `update millrace.outbox set state = 'unsure', problem = $4
     where merchant_id = $1 and connection_id = $2 and kind = 'cancellation' and state = 'sent' and sweeps_since >= 2 and sent_at <= to_timestamp($3::float8 / 1000)
     returning order_id as "orderId", subject as request`,
    [merchant, silent.connection, silent.sentBefore, JSON.stringify(silent.problem)],
  )
