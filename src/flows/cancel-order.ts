import type { MerchantId } from '#core/ids.ts'
import { type CancelReason, isUndecided, stageWhenCancelling } from '#core/orders/decide-cancellation.ts'
import { failed, type Result } from '#core/problems.ts'
import type { OrderDetail } from '#store/orders.ts'
import { decideOpened, putCancelled, sendCancellation } from './decide-cancellation.ts'
import type { Deps } from './deps.ts'
import { openOrder } from './move-order.ts'

/** An order that a person cancels at Amazon, and why. */
export type CancelWish = { readonly order: number | string; readonly reason: CancelReason; readonly who: string }

/**
 * Cancels an order at Amazon, whether its buyer asks for it or not (O16). It stands on Hold with its stock until Amazon says
 * CANCELLED; until then no package of it can be entered. Safe to repeat.
 */
export function cancelOrder(
  deps: Deps,
  merchant: MerchantId,
  { order: key, reason, who }: CancelWish,
): Promise<Result<OrderDetail>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const known = await openOrder(tx, key)
    if (!known) return failed('not-found', { what: `order [${key}]` })
    const { order, placed } = known
    const at = deps.now()
    if (isUndecided(placed)) return decideOpened(tx, known, { decided: { decision: 'cancel', reason }, who, at })
    const stage = stageWhenCancelling(placed)
    if (!stage.ok) return stage
    const number = (placed.cancellation?.number ?? 0) + 1
    const sent = await sendCancellation(tx, order, { number, at })
    if (!sent.ok) return sent
    await tx.store.addOwnCancellation({
      decision: { orderId: order.orderId, number, state: 'cancel', reason, who, at },
      lines: placed.lines.map(({ lineId }) => lineId),
      stageBefore: placed.stage,
    })
    const facts = { from: placed.stage, to: stage.value, decision: 'cancel', why: reason, request: number }
    return putCancelled(tx, known, { stage: stage.value, event: { kind: 'cancellation.begun', who, facts }, at })
  })
}
