import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { CancellationState } from '#core/orders/cancellation-request.ts'
import type { Stage } from '#core/orders/stage.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { OutboxState } from '#core/shipments/outbox.ts'
import type { Tx } from './db.ts'

/** A cancellation and what a person decided; instants in epoch ms (O16). A buyer's reason lies in the vault. */
export type Cancellation = {
  readonly number: number
  readonly lines: readonly string[]
  readonly state: CancellationState
  /** The merchant's own: no buyer asked for it. */
  readonly byMerchant: boolean
  readonly stageBefore: Stage | null
  readonly askedAt: number
  /** Since when Amazon no longer shows it. */
  readonly goneAt: number | null
  readonly reason: string | null
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  readonly endedAt: number | null
  /** How far the word to Amazon is, and what went wrong with it (E6). */
  readonly up: OutboxState | null
  readonly problem: Problem | null
}

const COLUMNS = `c.request_number as number, c.lines, c.state, c.by_merchant as "byMerchant", c.stage_before as "stageBefore", c.asked_at as "askedAt", c.gone_at as "goneAt",
  c.reason, c.decided_by as "decidedBy", c.decided_at as "decidedAt", c.ended_at as "endedAt", b.state as up, b.problem`

const WITH_OUTBOX = `millrace.cancellations c left join millrace.outbox b on b.merchant_id = c.merchant_id and b.kind = 'cancellation'
  and b.order_id = c.order_id and b.subject = c.request_number`

/** The newest cancellation of an order, or null. */
export async function findCancellation(tx: Tx, merchant: MerchantId, orderId: number): Promise<Cancellation | null> {
  const [row] = await tx.query<Cancellation>(
    `select ${COLUMNS} from ${WITH_OUTBOX} where c.merchant_id = $1 and c.order_id = $2 order by c.request_number desc limit 1`,
    [merchant, orderId],
  )
  return row ?? null
}

/** A cancellation in a list, with its order. */
export type ListedCancellation = Cancellation & {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly connection: ConnectionId
  readonly stage: Stage
  readonly shipBy: number | null
}

/** Where a page of the list begins: after this cancellation. */
export type CancellationKey = readonly [askedAt: number, orderId: number, number: number]

/** Waits for a person: not decided yet, or decided to cancel and not carried out. */
const OPEN = `(c.state = 'open' or (c.state = 'cancel' and (b.state is null or b.state in ('refused', 'unsure', 'removed'))))`

/** Cancellations, the oldest first: those that wait for a person (`open`), or of another state (O16). */
export function listCancellations(
  tx: Tx,
  merchant: MerchantId,
  page: {
    readonly state: CancellationState
    readonly after: CancellationKey | null
    readonly limit: number
  },
): Promise<ListedCancellation[]> {
  const [askedAt, orderId, number] = page.after ?? [null, null, null]
  return tx.query<ListedCancellation>(
    `select ${COLUMNS}, o.order_id as "orderId", o.amazon_order_id as "amazonOrderId", o.connection_id as connection, o.stage, o.ship_by as "shipBy"
     from ${WITH_OUTBOX} join millrace.orders o on o.merchant_id = c.merchant_id and o.order_id = c.order_id
     where c.merchant_id = $1 and ${page.state === 'open' ? `c.state in ('open', 'cancel') and $2::text = 'open' and ${OPEN}` : 'c.state = $2'}
       and ($3::float8 is null or (c.asked_at, c.order_id, c.request_number) > (to_timestamp($3::float8 / 1000), $4, $5::bigint))
     order by c.asked_at, c.order_id, c.request_number limit $6`,
    [merchant, page.state, askedAt, orderId, number, page.limit],
  )
}

/** What a person decided about a cancellation, who and when. */
export type Decision = {
  readonly orderId: number
  readonly number: number
  readonly state: 'cancel' | 'ship-anyway'
  readonly reason: string | null
  readonly who: string
  readonly at: number
}

/** Records a person's decision about a cancellation; a later one takes its place (O16). */
export const writeDecision = (tx: Tx, merchant: MerchantId, decision: Decision) =>
  tx.query(
    `update millrace.cancellations set state = $4, reason = $5, decided_by = $6, decided_at = to_timestamp($7::float8 / 1000)
     where merchant_id = $1 and order_id = $2 and request_number = $3`,
    [merchant, decision.orderId, decision.number, decision.state, decision.reason, decision.who, decision.at],
  )

/** Records that the merchant cancels an order that nobody asked to cancel (O16). */
export const addOwnCancellation = (
  tx: Tx,
  merchant: MerchantId,
  { decision, lines, stageBefore }: { decision: Decision; lines: readonly string[]; stageBefore: Stage },
) =>
  tx.query(
    `insert into millrace.cancellations (merchant_id, order_id, request_number, lines, state, stage_before, asked_at, reason, decided_by, decided_at, by_merchant)
     values ($1, $2, $3, $4, $5, $6, to_timestamp($9::float8 / 1000), $7, $8, to_timestamp($9::float8 / 1000), true)`,
    [
      merchant,
      decision.orderId,
      decision.number,
      [...lines],
      decision.state,
      stageBefore,
      decision.reason,
      decision.who,
      decision.at,
    ],
  )

/** Takes the word to cancel an order out of the outbox, where it is not under way (O16, E6). */
export const withdrawCancellation = (
  tx: Tx,
  merchant: MerchantId,
  { orderId, number }: Pick<Decision, 'orderId' | 'number'>,
) =>
  tx.query(
    `update millrace.outbox set state = 'removed' where merchant_id = $1 and kind = 'cancellation' and order_id = $2 and subject = $3
       and state in ('waiting', 'refused', 'unsure')`,
    [merchant, orderId, number],
  )

/** Tells in the Error Log that orders are not cancelled at Amazon, whose words to cancel it refused: a person decides again (O16, E6). */
export const tellNotCancelled = (tx: Tx, merchant: MerchantId, orderIds: readonly number[]) =>
  tx.query(
    `update millrace.documents d set problems = d.problems || $3::jsonb from millrace.orders o
     where o.merchant_id = $1 and o.order_id = any($2::bigint[]) and d.merchant_id = $1 and d.document_id = o.document_id
       and not d.problems @> $3::jsonb`,
    [merchant, [...orderIds], JSON.stringify([problem('cancellation-not-done')])],
  )
