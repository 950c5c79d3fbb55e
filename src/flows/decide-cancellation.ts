import type { MerchantId } from '#core/ids.ts'
import { isNotDone } from '#core/orders/cancellation-request.ts'
import { type CancellationDecision, stageAfterDecision } from '#core/orders/decide-cancellation.ts'
import type { Stage } from '#core/orders/stage.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { OrderDetail } from '#store/orders.ts'
import type { Deps, Tx } from './deps.ts'
import { type OpenOrder, openOrder, putInStage } from './move-order.ts'

/** A person's word about a cancellation. */
export type DecidedByPerson = {
  readonly order: number | string
  readonly decided: CancellationDecision
  readonly who: string
}

/**
 * Records what a person decides about a cancellation: cancel at Amazon, or ship anyway (O16). Cancelling sends the word up and leaves
 * the order on Hold with its stock until Amazon says CANCELLED; shipping anyway takes the word back and puts the order back, and the
 * same request does not hold it again. Safe to repeat.
 */
export function decideCancellation(
  deps: Deps,
  merchant: MerchantId,
  { order: key, decided, who }: DecidedByPerson,
): Promise<Result<OrderDetail>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const known = await openOrder(tx, key)
    if (!known) return failed('not-found', { what: `order [${key}]` })
    return decideOpened(tx, known, { decided, who, at: deps.now() })
  })
}

/** The same for an order that is open already. */
export async function decideOpened(
  tx: Tx,
  known: OpenOrder,
  { decided, who, at }: { readonly decided: CancellationDecision; readonly who: string; readonly at: number },
): Promise<Result<OrderDetail>> {
  const { order, placed } = known
  const request = order.cancellation
  const stage = stageAfterDecision({ ...placed, stageBefore: request?.stageBefore ?? null }, decided)
  if (!stage.ok) return stage
  if (!request) return failed('no-cancellation-request')
  const { number } = request
  const reason = decided.decision === 'cancel' ? decided.reason : null
  // Said again by one who got no answer: it stands as it was said first.
  const stands = request.state === decided.decision && request.reason === reason && !isNotDone(request)
  if (stands && stage.value === placed.stage) return ok(order)
  const facts = { from: placed.stage, to: stage.value, decision: decided.decision, why: reason, request: number }
  if (decided.decision === 'ship-anyway') await tx.store.withdrawCancellation({ orderId: order.orderId, number })
  else {
    const sent = await sendCancellation(tx, order, { number, at })
    if (!sent.ok) return sent
  }
  await tx.store.writeDecision({ orderId: order.orderId, number, state: decided.decision, reason, who, at })
  return putCancelled(tx, known, { stage: stage.value, event: { kind: 'cancellation.decided', who, facts }, at })
}

type Put = { readonly stage: Stage; readonly event: Parameters<typeof putInStage>[2]['event']; readonly at: number }

/** Puts an order into the stage that a cancellation leads to and gives it as it is then; what is over has no stock left to move. */
export async function putCancelled(tx: Tx, known: OpenOrder, put: Put): Promise<Result<OrderDetail>> {
  const over = put.stage === 'Completed Order' || put.stage === 'Rejected'
  await putInStage(tx, known, { ...put, effect: over ? 'releases' : 'reserves' })
  const { orderId } = known.order
  const after = await tx.store.findOrder(orderId)
  return after ? ok(after) : failed('not-found', { what: `order [${orderId}]` })
}

/** Puts the word to cancel an order into the outbox; it goes up by feed, the earliest deadline first (O16, E6). */
export async function sendCancellation(
  tx: Tx,
  order: OrderDetail,
  { number, at }: { readonly number: number; readonly at: number },
): Promise<Result<null>> {
  const { orderId, connection, marketplaceId, shipBy } = order
  if (marketplaceId === null) return failed('cannot-cancel', { why: 'Amazon has not told its marketplace' })
  const thing = { kind: 'cancellation', connection, marketplaceId, orderId, subject: number, way: 'feed' } as const
  await tx.store.putInOutbox({ things: [{ ...thing, dueBy: shipBy }], at })
  await tx.wake('order-feeds', connection)
  return ok(null)
}
