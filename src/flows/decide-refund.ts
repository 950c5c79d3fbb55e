import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { RefundDetail } from '#store/refunds.ts'
import type { Deps } from './deps.ts'
import { queueRefund } from './queue-refund.ts'

/** What a person found in Seller Central about a refund of which nobody knows whether Amazon paid it. */
export const REFUND_DECISIONS = ['paid', 'not-paid'] as const
export type RefundDecision = (typeof REFUND_DECISIONS)[number]

/** A person's word about such a refund. */
export type DecidedRefund = { readonly refund: number; readonly decision: RefundDecision; readonly who: string }

/** Settles a refund that was paid after all, or sends one that was not; only a person may, and only while it is unsure (O16, E6). */
export function decideRefund(
  deps: Deps,
  merchant: MerchantId,
  { refund: refundId, decision, who }: DecidedRefund,
): Promise<Result<RefundDetail>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const refund = await tx.store.findRefund(refundId)
    if (!refund) return failed('not-found', { what: `refund [${refundId}]` })
    if (refund.state !== 'unsure') return failed('refund-not-unsure', { refund: refundId, state: refund.state })
    const { orderId } = refund
    const order = await tx.store.findOrder(orderId)
    if (!order?.marketplaceId) return failed('not-found', { what: `order [${orderId}]` })
    const at = deps.now()
    if (decision === 'paid') await tx.store.settleRefund({ refundId, at })
    else {
      const { connection, marketplaceId } = order
      await queueRefund(tx, { refundId, orderId, connection, marketplaceId, at })
    }
    const event = { orderId, kind: 'refund.decided', facts: { refund: refundId, decision } }
    await tx.store.addOrderEvents({ events: [event], who, at })
    const after = await tx.store.findRefund(refundId)
    return after ? ok(after) : failed('not-found', { what: `refund [${refundId}]` })
  })
}
