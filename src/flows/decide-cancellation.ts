import type { MerchantId } from '#core/ids.ts'
import { type CancellationDecision, stageAfterDecision } from '#core/orders/decide-cancellation.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { OrderDetail } from '#store/orders.ts'
import type { Deps } from './deps.ts'
import { openOrder, putInStage } from './move-order.ts'

/** A person's word about a buyer's request to cancel an order. */
export type DecidedByPerson = {
  readonly order: number | string
  readonly decided: CancellationDecision
  readonly who: string
}

/**
 * Records what a person decides about a buyer's request: cancel at Amazon, or ship anyway (O16). Cancelling leaves the order on
 * Hold with its stock until Amazon says CANCELLED; shipping anyway puts it back, and the same request does not hold it again.
 */
export function decideCancellation(
  deps: Deps,
  merchant: MerchantId,
  { order: key, decided, who }: DecidedByPerson,
): Promise<Result<OrderDetail>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const known = await openOrder(tx, key)
    if (!known) return failed('not-found', { what: `order [${key}]` })
    const { orderId } = known.order
    const request = await tx.store.findCancellation(orderId)
    const stage = stageAfterDecision({ ...known.placed, stageBefore: request?.stageBefore ?? null }, decided)
    if (!stage.ok) return stage
    if (!request) return failed('no-cancellation-request')
    const at = deps.now()
    const reason = decided.decision === 'cancel' ? decided.reason : null
    await tx.store.writeDecision({ orderId, number: request.number, state: decided.decision, reason, who, at })
    const facts = {
      from: known.placed.stage,
      to: stage.value,
      decision: decided.decision,
      why: reason,
      request: request.number,
    }
    const over = stage.value === 'Completed Order' || stage.value === 'Rejected'
    await putInStage(tx, known, {
      stage: stage.value,
      // What is over here has no stock left to move.
      effect: over ? 'releases' : 'reserves',
      event: { kind: 'cancellation.decided', who, facts },
      at,
    })
    const after = await tx.store.findOrder(orderId)
    return after ? ok(after) : failed('not-found', { what: `order [${key}]` })
  })
}
