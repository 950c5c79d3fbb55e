import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

type Named = { readonly connection: ConnectionId; readonly name: string }

/** Which work waits for a feed by Amazon's number of it; null where it is not ours, or over. */
export async function workOfFeed(
  tx: Tx,
  merchant: MerchantId,
  { connection, name }: Named,
): Promise<'order-feeds' | 'listings-feed' | null> {
  const [row] = await tx.query<{ kind: string }>(
    `select kind from millrace.submissions
     where merchant_id = $1 and connection_id = $2 and way = 'feed' and ended_at is null and feed_id = $3`,
    [merchant, connection, name],
  )
  return row ? (row.kind === 'listings' ? 'listings-feed' : 'order-feeds') : null
}

/** Which work waits for a report by Amazon's number of it; null where it is not ours, or over. */
export async function workOfReport(
  tx: Tx,
  merchant: MerchantId,
  { connection, name }: Named,
): Promise<'reconcile' | 'backfill' | 'drift-audit' | null> {
  const [row] = await tx.query<{ kind: 'reconcile' | 'backfill' | 'drift-audit' }>(
    `select case kind when 'night' then 'reconcile' else 'backfill' end as kind from millrace.reconciliations
       where merchant_id = $1 and connection_id = $2 and ended_at is null and state = 'wait' and progress ->> 'reportId' = $3
     union all
     select 'drift-audit' from millrace.drift_audits
       where merchant_id = $1 and connection_id = $2 and ended_at is null and state = 'wait' and progress ->> 'reportId' = $3
     limit 1`,
    [merchant, connection, name],
  )
  return row?.kind ?? null
}
