import type { MerchantId } from '#core/ids.ts'
import type { CancellationState } from '#core/orders/cancellation-request.ts'
import type { Stage } from '#core/orders/stage.ts'
import type { Tx } from './db.ts'

/** A buyer's request to cancel and what a person decided; instants in epoch ms (O16). The buyer's reason lies in the vault. */
export type Cancellation = {
  readonly number: number
  readonly lines: readonly string[]
  readonly state: CancellationState
  readonly stageBefore: Stage | null
  readonly askedAt: number
  /** Since when Amazon no longer shows it. */
  readonly goneAt: number | null
  readonly reason: string | null
  readonly decidedBy: string | null
  readonly decidedAt: number | null
  readonly endedAt: number | null
}

/** The newest request to cancel an order, or null. */
export async function findCancellation(tx: Tx, merchant: MerchantId, orderId: number): Promise<Cancellation | null> {
  const [row] = await tx.query<Cancellation>(
    `select request_number as number, lines, state, stage_before as "stageBefore", asked_at as "askedAt", gone_at as "goneAt", reason,
       decided_by as "decidedBy", decided_at as "decidedAt", ended_at as "endedAt"
     from millrace.cancellations where merchant_id = $1 and order_id = $2 order by request_number desc limit 1`,
    [merchant, orderId],
  )
  return row ?? null
}

/** What a person decided about a request, who and when. */
export type Decision = {
  readonly orderId: number
  readonly number: number
  readonly state: 'cancel' | 'ship-anyway'
  readonly reason: string | null
  readonly who: string
  readonly at: number
}

/** Records a person's decision about a request to cancel; a later one takes its place (O16). */
export const writeDecision = (tx: Tx, merchant: MerchantId, decision: Decision) =>
  tx.query(
    `update millrace.cancellations set state = $4, reason = $5, decided_by = $6, decided_at = to_timestamp($7::float8 / 1000)
     where merchant_id = $1 and order_id = $2 and request_number = $3`,
    [merchant, decision.orderId, decision.number, decision.state, decision.reason, decision.who, decision.at],
  )
