import type { HintedOrder } from '#core/hints/plan-look.ts'
import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** Notes that an order is to be looked at; the latest change that was hinted at counts. */
export const hintOrder = (
  tx: Tx,
  merchant: MerchantId,
  order: {
    readonly connection: ConnectionId
    readonly orderId: string
    readonly changedAt: number
    readonly at: number
  },
) =>
  tx.query(
    `insert into millrace.hinted_orders as h (merchant_id, connection_id, amazon_order_id, changed_at, next_at)
     values ($1, $2, $3, to_timestamp($4::float8 / 1000), to_timestamp($5::float8 / 1000))
     on conflict (merchant_id, connection_id, amazon_order_id) do update
       set changed_at = greatest(h.changed_at, excluded.changed_at), next_at = least(h.next_at, excluded.next_at), tries = 0`,
    [merchant, order.connection, order.orderId, order.changedAt, order.at],
  )

/** Orders that are to be looked at now, the oldest change first. Those that are known as new as the hint says are forgotten: a call would tell nothing. */
export async function hintedOrders(
  tx: Tx,
  merchant: MerchantId,
  { connection, at, limit }: { readonly connection: ConnectionId; readonly at: number; readonly limit: number },
): Promise<HintedOrder[]> {
  await tx.query(
    `delete from millrace.hinted_orders h using millrace.documents d
     where h.merchant_id = $1 and h.connection_id = $2 and d.merchant_id = h.merchant_id and d.connection_id = h.connection_id
       and d.reference = h.amazon_order_id and d.amazon_updated_at >= h.changed_at`,
    [merchant, connection],
  )
  return tx.query<HintedOrder>(
    `select amazon_order_id as "orderId", changed_at as "changedAt", tries from millrace.hinted_orders
     where merchant_id = $1 and connection_id = $2 and next_at <= to_timestamp($3::float8 / 1000)
     order by changed_at, amazon_order_id limit $4`,
    [merchant, connection, at, limit],
  )
}

/** When the next order is to be looked at, epoch ms, or null. */
export async function nextHinted(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    'select min(next_at) as at from millrace.hinted_orders where merchant_id = $1 and connection_id = $2',
    [merchant, connection],
  )
  return row?.at ?? null
}

/** Forgets orders that were looked at; one that changed again meanwhile stays. */
export const forgetHinted = (
  tx: Tx,
  merchant: MerchantId,
  { connection, orders }: { readonly connection: ConnectionId; readonly orders: readonly HintedOrder[] },
) =>
  tx.query(
    `delete from millrace.hinted_orders h using jsonb_to_recordset($3::jsonb) as o ("orderId" text, "changedAt" float8)
     where h.merchant_id = $1 and h.connection_id = $2 and h.amazon_order_id = o."orderId" and h.changed_at <= to_timestamp(o."changedAt" / 1000)`,
    [merchant, connection, JSON.stringify(orders)],
  )

/** Forgets all orders that changed through an instant; without one, all of the connection. */
export const forgetHintedThrough = (
  tx: Tx,
  merchant: MerchantId,
  { connection, through }: { readonly connection: ConnectionId; readonly through: number | null },
) =>
  tx.query(
    `delete from millrace.hinted_orders where merchant_id = $1 and connection_id = $2
       and ($3::float8 is null or changed_at <= to_timestamp($3::float8 / 1000))`,
    [merchant, connection, through],
  )

/** Puts an order off that could not be read; it has been tried once more. */
export const putOffHinted = (
  tx: Tx,
  merchant: MerchantId,
  order: { readonly connection: ConnectionId; readonly orderId: string; readonly at: number },
) =>
  tx.query(
    `update millrace.hinted_orders set next_at = to_timestamp($4::float8 / 1000), tries = tries + 1
     where merchant_id = $1 and connection_id = $2 and amazon_order_id = $3`,
    [merchant, order.connection, order.orderId, order.at],
  )
