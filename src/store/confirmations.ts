import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { ProblemCode } from '#core/known-problems.ts'
import { CONFIRMATION_TROUBLES } from '#core/shipments/after-confirmation.ts'
import type { OutboxState, WayUp } from '#core/shipments/outbox.ts'
import type { Package } from '#core/shipments/package.ts'
import type { Tx } from './db.ts'

/** A confirmation of the outbox with its package, and the numbers at Amazon that belong to other packages of the order (S1, S4). */
export type ConfirmationRow = Package & {
  readonly outboxId: number
  readonly amazonOrderId: string
  readonly marketplaceId: string
  readonly state: OutboxState
  readonly way: WayUp
  readonly attempts: number
  readonly before: ProblemCode | null
  readonly sentAgain: boolean
  /** Null while Amazon was never told of it; what it was told of is corrected by call only. */
  readonly sentVersion: number | null
  readonly others: readonly string[]
}

const ROW = `o.outbox_id as "outboxId", o.order_id as "orderId", o.subject as number, o.marketplace_id as "marketplaceId", o.state, o.way, o.attempts, o.problem->>'code' as before,
  o.sent_again as "sentAgain", o.sent_version as "sentVersion", r.amazon_order_id as "amazonOrderId", p.carrier, p.service, p.tracking, p.shipped_at as "shippedAt", p.version, p.amazon_number as "amazonNumber",
  (select coalesce(jsonb_agg(jsonb_build_object('line', i.line_id, 'quantityAmazon', i.quantity_amazon, 'quantity', i.quantity) order by i.line_id), '[]')
   from millrace.package_items i where i.merchant_id = o.merchant_id and i.order_id = o.order_id and i.package_number = o.subject) as items,
  (select coalesce(jsonb_agg(coalesce(q.amazon_number, q.package_number::text)), '[]') from millrace.packages q
     join millrace.outbox w on w.merchant_id = q.merchant_id and w.kind = 'confirmation' and w.order_id = q.order_id and w.subject = q.package_number
   where q.merchant_id = o.merchant_id and q.order_id = o.order_id and q.package_number <> o.subject and (q.amazon_number is not null or w.way = 'call')) as others`

const FROM = `millrace.outbox o join millrace.orders r on r.merchant_id = o.merchant_id and r.order_id = o.order_id
  join millrace.packages p on p.merchant_id = o.merchant_id and p.order_id = o.order_id and p.package_number = o.subject`

type Asked = { readonly connection: ConnectionId; readonly at: number; readonly limit: number }

/** Confirmations of a connection that wait for a call and are due, the earliest deadline first (S6), those that were denied last; while the call is down one that failed before any other. */
export const waitingConfirmations = (
  tx: Tx,
  merchant: MerchantId,
  asked: Asked & { readonly failedFirst: boolean },
): Promise<ConfirmationRow[]> =>
  tx.query<ConfirmationRow>(
    `select ${ROW} from ${FROM}
     where o.merchant_id = $1 and o.connection_id = $2 and o.kind = 'confirmation' and o.state = 'waiting' and o.way = 'call' and o.next_at <= to_timestamp($3::float8 / 1000)
     order by $5 and o.failing_since is null, o.problem->>'code' is not distinct from 'access-denied', o.due_by, o.outbox_id limit $4`,
    [merchant, asked.connection, asked.at, asked.limit, asked.failedFirst],
  )

/** Confirmations that two complete sweeps did not show, and whose order is due to be read (S4). */
export const unseenConfirmations = (tx: Tx, merchant: MerchantId, asked: Asked): Promise<ConfirmationRow[]> =>
  tx.query<ConfirmationRow>(
    `select ${ROW} from ${FROM}
     where o.merchant_id = $1 and o.connection_id = $2 and o.kind = 'confirmation' and o.state = 'sent' and o.sweeps_since >= 2 and o.next_at <= to_timestamp($3::float8 / 1000)
     order by o.due_by, o.outbox_id limit $4`,
    [merchant, asked.connection, asked.at, asked.limit],
  )

/** The confirmations of some orders, by Amazon's order ids, that are not over: waiting, sent, or in a file that a person carries (S4, H2). */
export const openConfirmationsOf = (
  tx: Tx,
  merchant: MerchantId,
  amazonOrderIds: readonly string[],
): Promise<ConfirmationRow[]> =>
  tx.query<ConfirmationRow>(
    `select ${ROW} from ${FROM}
     where o.merchant_id = $1 and o.kind = 'confirmation' and (o.state in ('sent', 'waiting') or o.state = 'taken' and o.way = 'file') and r.amazon_order_id = any($2::text[]) order by o.outbox_id`,
    [merchant, [...amazonOrderIds]],
  )

/** How the confirmations of a connection stand: how many wait for a call, when the next is due, since when and until when the call was down. */
export type ConfirmationBacklog = {
  readonly waiting: number
  /** When one that failed may be tried again; null when none did. */
  readonly probeAt: number | null
  readonly downSince: number | null
  readonly downSeen: number | null
  /** True while a problem of the confirmations stands. */
  readonly isTroubled: boolean
}

/** How the confirmations of a connection stand (S5). */
export async function confirmationBacklog(
  tx: Tx,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<ConfirmationBacklog> {
  const [row] = await tx.query<ConfirmationBacklog>(
    `select (select count(*) from millrace.outbox where merchant_id = $1 and connection_id = $2 and kind = 'confirmation' and state = 'waiting' and way = 'call') as waiting,
       (select min(next_at) from millrace.outbox where merchant_id = $1 and connection_id = $2 and kind = 'confirmation' and state = 'waiting' and way = 'call' and failing_since is not null) as "probeAt",
       d.since as "downSince", d.last_seen as "downSeen",
       exists (select from millrace.problems where merchant_id = $1 and connection_id = $2 and code = any($3) and cleared_at is null) as "isTroubled"
     from (select 1) one left join millrace.problems d
       on d.merchant_id = $1 and d.connection_id = $2 and d.code = 'confirmations-down' and d.subject = '' and d.cleared_at is null`,
    [merchant, connection, [...CONFIRMATION_TROUBLES]],
  )
  return row ?? { waiting: 0, probeAt: null, downSince: null, downSeen: null, isTroubled: false }
}

/** When the next confirmation of a connection is due, to be sent or to be read; null when none waits. */
export async function nextConfirmationAt(
  tx: Tx,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(next_at) as at from millrace.outbox where merchant_id = $1 and connection_id = $2 and kind = 'confirmation'
       and ((state = 'waiting' and way = 'call') or (state = 'sent' and sweeps_since >= 2))`,
    [merchant, connection],
  )
  return row?.at ?? null
}

/** Lets confirmations that were never tried by call go by feed: all of a connection, or those without tracking only. Gives how many (S5). */
export async function moveToFeed(
  tx: Tx,
  merchant: MerchantId,
  moved: { readonly connection: ConnectionId; readonly untrackedOnly: boolean },
): Promise<number> {
  const rows = await tx.query(
    `update millrace.outbox o set way = 'feed', attempts = 0 from millrace.packages p
     where o.merchant_id = $1 and o.connection_id = $2 and o.kind = 'confirmation' and o.state = 'waiting' and o.way = 'call'
       and p.merchant_id = o.merchant_id and p.order_id = o.order_id and p.package_number = o.subject and (p.tracking is null or (not $3 and not o.called and o.sent_version is null))
     returning 1`,
    [merchant, moved.connection, moved.untrackedOnly],
  )
  return rows.length
}
