import type { Connection } from '#core/connection.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** The state of an authorization and its day, locked until the end of the transaction; null where there is no connection. */
export async function lockAuthorization(
  tx: Tx,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<{ readonly state: Connection['state']; readonly lapsesOn: string | null } | null> {
  const [row] = await tx.query<{ state: Connection['state']; lapsesOn: string | null }>(
    'select state, lapses_on as "lapsesOn" from millrace.connections where merchant_id = $1 and connection_id = $2 for update',
    [merchant, connection],
  )
  return row ?? null
}

/** Writes the state of an authorization; only `moveAuthorization` decides on it. */
export const setConnectionState = (
  tx: Tx,
  merchant: MerchantId,
  change: { connection: ConnectionId; state: Connection['state'] },
) =>
  tx.query('update millrace.connections set state = $3 where merchant_id = $1 and connection_id = $2', [
    merchant,
    change.connection,
    change.state,
  ])

/** Forgets the token of a connection and stops what runs on it by itself (C6). */
export const forgetToken = (tx: Tx, merchant: MerchantId, connection: ConnectionId) =>
  tx.query(
    `update millrace.connections set sealed_token = null, importing = false, sending_stock = false, sending_price = false
     where merchant_id = $1 and connection_id = $2`,
    [merchant, connection],
  )

/** True once a week for a connection: then its marketplaces are read (C7). */
export const takeWeeklyCheck = async (
  tx: Tx,
  merchant: MerchantId,
  check: { connection: ConnectionId; at: number; before: number },
): Promise<boolean> =>
  (
    await tx.query(
      `update millrace.connections set checked_at = to_timestamp($3::float8 / 1000)
       where merchant_id = $1 and connection_id = $2 and coalesce(checked_at, authorized_at) <= to_timestamp($4::float8 / 1000) returning 1`,
      [merchant, check.connection, check.at, check.before],
    )
  ).length === 1

/** Sets the last day of an authorization; null: it has no end (C4). */
export const setLapse = (tx: Tx, merchant: MerchantId, change: { connection: ConnectionId; lapsesOn: string | null }) =>
  tx.query('update millrace.connections set lapses_on = $3 where merchant_id = $1 and connection_id = $2', [
    merchant,
    change.connection,
    change.lapsesOn,
  ])

/** How many rows of a connection wait to be told to Amazon (C6). */
export async function countUpWaiting(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from millrace.outbox where merchant_id = $1 and connection_id = $2 and state = 'waiting'`,
    [merchant, connection],
  )
  return row?.n ?? 0
}
