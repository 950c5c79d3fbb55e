import type { DeletedCounts } from '#core/authorization/deletion-clock.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** A clock that runs for a connection whose authorization ended, and what went so far; epoch ms (C6). */
export type DeletionClock = {
  readonly why: 'cleared' | 'lapsed' | 'revoked'
  readonly beganAt: number
  readonly deleted: DeletedCounts
}

/** Starts the clock of a connection; one that runs already goes on. */
export const startClock = (
  tx: Tx,
  merchant: MerchantId,
  clock: { connection: ConnectionId; why: DeletionClock['why']; at: number },
) =>
  tx.query(
    `insert into millrace.deletion_clocks as k (merchant_id, connection_id, why, began_at) values ($1, $2, $3, to_timestamp($4::float8 / 1000))
     on conflict (merchant_id, connection_id) do update set why = excluded.why, began_at = excluded.began_at, deleted = '{}', ended_at = null
       where k.ended_at is not null`,
    [merchant, clock.connection, clock.why, clock.at],
  )

/** Ends the clock of a connection that is authorized again: nothing is deleted (C6). */
export const stopClock = (tx: Tx, merchant: MerchantId, connection: ConnectionId) =>
  tx.query('delete from millrace.deletion_clocks where merchant_id = $1 and connection_id = $2 and ended_at is null', [
    merchant,
    connection,
  ])

/** The clock that runs, locked until the end of the transaction; null where none does. */
export async function lockClock(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<DeletionClock | null> {
  const [row] = await tx.query<DeletionClock>(
    `select why, began_at as "beganAt", deleted from millrace.deletion_clocks
     where merchant_id = $1 and connection_id = $2 and ended_at is null for update`,
    [merchant, connection],
  )
  return row ?? null
}

/** Adds what went to the tally of a clock. */
export const countDeleted = (
  tx: Tx,
  merchant: MerchantId,
  { connection, deleted }: { connection: ConnectionId; deleted: DeletedCounts },
) =>
  tx.query('update millrace.deletion_clocks set deleted = $3 where merchant_id = $1 and connection_id = $2', [
    merchant,
    connection,
    JSON.stringify(deleted),
  ])

/** Everything is gone: the clock has ended. */
export const endClock = (tx: Tx, merchant: MerchantId, ended: { connection: ConnectionId; at: number }) =>
  tx.query(
    'update millrace.deletion_clocks set ended_at = to_timestamp($3::float8 / 1000) where merchant_id = $1 and connection_id = $2',
    [merchant, ended.connection, ended.at],
  )

const OF_CONNECTION: Readonly<Record<'pages' | 'documents' | 'buyers', string>> = {
  pages:
    'select page_id as id from millrace.pages where merchant_id = $1 and connection_id = $2 and page_id > $3 order by page_id limit $4',
  documents:
    'select document_id as id from millrace.documents where merchant_id = $1 and connection_id = $2 and document_id > $3 order by document_id limit $4',
  buyers:
    'select order_id as id from millrace.orders where merchant_id = $1 and connection_id = $2 and order_id > $3 order by order_id limit $4',
}

/** The numbers of what a connection brought, of one kind, after a number. */
export const broughtBy = async (
  tx: Tx,
  merchant: MerchantId,
  page: {
    readonly connection: ConnectionId
    readonly kind: keyof typeof OF_CONNECTION
    readonly after: number
    readonly limit: number
  },
): Promise<number[]> =>
  (await tx.query<{ id: number }>(OF_CONNECTION[page.kind], [merchant, page.connection, page.after, page.limit])).map(
    ({ id }) => id,
  )

/** Tables that hold what Amazon showed or answered of a connection. A million rows go in pages; what hangs on a row goes with it. */
const SNAPSHOTS: Readonly<Record<'listings' | 'skuFields' | 'skuHistory' | 'audits' | 'reconciliations', string>> = {
  listings: 'millrace.listings',
  skuFields: 'millrace.sku_fields',
  skuHistory: 'millrace.sku_history',
  audits: 'millrace.drift_audits',
  reconciliations: 'millrace.reconciliations',
}

/** Deletes some of what Amazon showed of a connection; gives how many went. */
export const deleteSnapshots = async (
  tx: Tx,
  merchant: MerchantId,
  page: { readonly connection: ConnectionId; readonly what: keyof typeof SNAPSHOTS; readonly limit: number },
): Promise<number> => {
  const table = SNAPSHOTS[page.what]
  const gone = await tx.query(
    `delete from ${table} where merchant_id = $1 and connection_id = $2 and ctid = any(array(
       select ctid from ${table} where merchant_id = $1 and connection_id = $2 limit $3)) returning 1`,
    [merchant, page.connection, page.limit],
  )
  return gone.length
}

/** Empties the files and reports of a connection's submissions; that there was one stays. Gives how many were emptied. */
export const emptySubmissions = async (tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number> => {
  await tx.query('delete from millrace.hinted_orders where merchant_id = $1 and connection_id = $2', [
    merchant,
    connection,
  ])
  return (
    await tx.query(
      `update millrace.submissions set content = null, records = null, report = null
       where merchant_id = $1 and connection_id = $2 and (content is not null or records is not null or report is not null) returning 1`,
      [merchant, connection],
    )
  ).length
}

/** Forgets what Amazon answered to listings of these marketplaces that were handed to it, unless another live connection has them. */
export const emptyTabs = async (tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number> =>
  (
    await tx.query(
      `update millrace.amazon_tabs t set submission = null
       where t.merchant_id = $1 and t.submission is not null
         and exists (select from millrace.marketplaces m where m.merchant_id = $1 and m.connection_id = $2 and m.marketplace_id = t.marketplace_id)
         and not exists (select from millrace.marketplaces m join millrace.connections c using (merchant_id, connection_id)
           where m.merchant_id = $1 and m.connection_id <> $2 and m.marketplace_id = t.marketplace_id and c.state = 'authorized') returning 1`,
      [merchant, connection],
    )
  ).length

/** A certificate of deletion as it is kept; epoch ms. */
export type Certificate = {
  readonly certificateId: number
  readonly connection: ConnectionId
  readonly writtenAt: number
  /** JSON, as its fingerprint was made. */
  readonly content: string
  readonly fingerprint: string
}

/** Writes a certificate; nothing can change it afterwards (C6). */
export const addCertificate = (tx: Tx, merchant: MerchantId, written: Omit<Certificate, 'certificateId'>) =>
  tx.query(
    `insert into millrace.certificates (merchant_id, connection_id, written_at, content, fingerprint)
     values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5)`,
    [merchant, written.connection, written.writtenAt, written.content, written.fingerprint],
  )

/** The certificates of a merchant, the newest first. */
export const listCertificates = (tx: Tx, merchant: MerchantId): Promise<Certificate[]> =>
  tx.query<Certificate>(
    `select certificate_id as "certificateId", connection_id as connection, written_at as "writtenAt", content, fingerprint
     from millrace.certificates where merchant_id = $1 order by certificate_id desc limit 200`,
    [merchant],
  )
