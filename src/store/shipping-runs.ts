import { NOT_AT_AMAZON } from '#core/channel-orders/channel-order.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** Who holds a run: a person in one session; no other session of theirs. */
export type RunHolder = { readonly userId: string; readonly sessionId: string }

/** A shipping run; epoch ms. */
export type ShippingRun = {
  readonly runId: number
  readonly who: string
  readonly begunAt: number
  readonly endsAt: number
  readonly openOrders: number
  /** How many different orders it showed so far. */
  readonly shown: number
}

/** The run that is open in a session, or null (U3). */
export async function openRun(
  tx: Tx,
  merchant: MerchantId,
  { userId, sessionId, at }: RunHolder & { readonly at: number },
): Promise<ShippingRun | null> {
  const [row] = await tx.query<ShippingRun>(
    `select run_id as "runId", who, begun_at as "begunAt", ends_at as "endsAt", open_orders as "openOrders",
       (select count(*)::int from millrace.shipping_run_orders s where s.merchant_id = $1 and s.run_id = r.run_id) as shown
     from millrace.shipping_runs r
     where merchant_id = $1 and user_id = $2 and session_id = $3 and ended_at is null and ends_at > to_timestamp($4::float8 / 1000)
     order by run_id desc limit 1`,
    [merchant, userId, sessionId, at],
  )
  return row ?? null
}

/** Begins a run; an older one of the same person ends, in whichever session. */
export async function beginRun(
  tx: Tx,
  merchant: MerchantId,
  run: RunHolder & { readonly who: string; readonly at: number; readonly endsAt: number; readonly openOrders: number },
): Promise<number> {
  await endRuns(tx, merchant, run)
  const [row] = await tx.query<{ id: number }>(
    `insert into millrace.shipping_runs (merchant_id, user_id, who, session_id, begun_at, ends_at, open_orders)
     values ($1, $2, $3, $4, to_timestamp($5::float8 / 1000), to_timestamp($6::float8 / 1000), $7) returning run_id as id`,
    [merchant, run.userId, run.who, run.sessionId, run.at, run.endsAt, run.openOrders],
  )
  if (!row) throw new Error('The shipping run was not begun.')
  return row.id
}

/** Ends every run of a person at this merchant; gives how many were open. */
export async function endRuns(
  tx: Tx,
  merchant: MerchantId,
  { userId, at }: { readonly userId: string; readonly at: number },
): Promise<number> {
  const ended = await tx.query<{ open: boolean }>(
    `update millrace.shipping_runs set ended_at = least(ends_at, to_timestamp($3::float8 / 1000))
     where merchant_id = $1 and user_id = $2 and ended_at is null returning ends_at > to_timestamp($3::float8 / 1000) as open`,
    [merchant, userId, at],
  )
  return ended.filter(({ open }) => open).length
}

/** Notes that a run showed these orders; one that it showed before counts once. */
export const addRunOrders = (
  tx: Tx,
  merchant: MerchantId,
  { runId, orderIds, at }: { readonly runId: number; readonly orderIds: readonly number[]; readonly at: number },
) =>
  tx.query(
    `insert into millrace.shipping_run_orders (merchant_id, run_id, order_id, first_at)
     select $1, $2, id, to_timestamp($4::float8 / 1000) from unnest($3::bigint[]) as o (id) on conflict do nothing`,
    [merchant, runId, [...orderIds], at],
  )

/** How many orders wait to be shipped. */
export async function countOrdersToShip(tx: Tx, merchant: MerchantId): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from millrace.orders where merchant_id = $1 and stage = 'Shipping Department'
       and not fulfilled_by_amazon and amazon_status in ('UNSHIPPED', 'PARTIALLY_SHIPPED', '${NOT_AT_AMAZON}')`,
    [merchant],
  )
  return row?.n ?? 0
}
