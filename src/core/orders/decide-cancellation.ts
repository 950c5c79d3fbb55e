import { NOT_AT_AMAZON } from '../channel-orders/channel-order.ts'
import { failed, ok, type Result } from '../problems.ts'
import type { CancellationRequest } from './cancellation-request.ts'
import type { PlacedLine, PlacedOrder } from './import-context.ts'
import type { Stage } from './stage.ts'
import { statusMeaning } from './status.ts'

/**
 * The reasons that Amazon takes for cancelling an order, in our words (O16). After `no-inventory` Amazon does not put the quantity
 * back on the listing, after every other reason it does: whoever reports quantities sends zero after the first, the true one after the others.
 */
export const CANCEL_REASONS = [
  'no-inventory',
  'buyer-cancelled',
  'general-adjustment',
  'pricing-error',
  'undeliverable-address',
  'customer-exchange',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** What a person decides about a cancellation: cancel at Amazon, with a reason of Amazon's list, or ship anyway. */
export type CancellationDecision =
  | { readonly decision: 'cancel'; readonly reason: CancelReason }
  | { readonly decision: 'ship-anyway' }

/** An order as far as cancelling it needs it. */
export type OrderToCancel = Pick<PlacedOrder, 'stage' | 'amazonStatus' | 'fulfilledByAmazon' | 'toConfirm'> & {
  readonly cancellation: Pick<CancellationRequest, 'state' | 'up'> | null
  readonly lines: readonly Pick<PlacedLine, 'fulfilledAmazon'>[]
}

/** True while there is a cancellation that a person may still decide about, or decide about once more (O16). */
export const isUndecided = ({ cancellation, amazonStatus }: OrderToCancel): boolean => {
  const meaning = statusMeaning(amazonStatus)
  if (meaning === 'cancelled' || meaning === 'shipped') return false
  return cancellation !== null && ['open', 'cancel', 'ship-anyway'].includes(cancellation.state)
}

/** The stage of an order after a decision about its cancellation, or why it cannot be decided so (O16). */
export function stageAfterDecision(
  order: OrderToCancel & { readonly stageBefore: Stage | null },
  { decision }: CancellationDecision,
): Result<Stage> {
  const { stage, stageBefore, cancellation } = order
  if (!isUndecided(order)) return failed('no-cancellation-request')
  if (decision === 'cancel') return stageWhenCancelling(order)
  const isSent = cancellation?.state === 'cancel' && ['taken', 'sent', 'settled'].includes(cancellation.up ?? '')
  if (isSent) return failed('cancellation-under-way')
  if (stage !== 'Hold') return ok(stage)
  return ok(stageBefore === 'Accounts Receivable' ? stageBefore : 'Shipping Department')
}

/** The stage of an order that a person cancels at Amazon: on Hold with its stock, until Amazon says CANCELLED; or why not (O16). */
export function stageWhenCancelling(order: OrderToCancel): Result<Stage> {
  const why = whyNotCancelled(order)
  if (why !== null) return failed('cannot-cancel', { why })
  if (order.cancellation?.state === 'cancel' && order.cancellation.up === 'taken')
    return failed('cancellation-under-way')
  const { stage } = order
  return ok(stage === 'Shipping Department' || stage === 'Accounts Receivable' ? 'Hold' : stage)
}

/** Amazon takes the cancellation of a whole order, payable and not shipped in any part. */
function whyNotCancelled({ fulfilledByAmazon, toConfirm, amazonStatus, stage, lines }: OrderToCancel): string | null {
  if (amazonStatus === NOT_AT_AMAZON) return 'it is of another channel. Cancel it there, and move it to [Rejected] here'
  if (fulfilledByAmazon) return 'Amazon fulfills it, so it is read-only'
  const meaning = statusMeaning(amazonStatus)
  if (meaning === 'cancelled') return 'Amazon has cancelled it already'
  if (meaning === 'shipped') return 'it is shipped at Amazon. Refund it instead'
  if (meaning === 'pending' || stage === 'Pre-ordered')
    return 'it is pending at Amazon, and until Amazon confirms it only the buyer or Amazon can cancel it'
  if (meaning === null) return `its status at Amazon, ${amazonStatus}, is not known here`
  if (!toConfirm) return 'it is in the books only. Cancel it in Seller Central'
  if (amazonStatus === 'PARTIALLY_SHIPPED' || lines.some(({ fulfilledAmazon }) => fulfilledAmazon > 0))
    return 'a package has left. Ship the rest, or refund the rest with its cancelled quantity'
  return stage === 'Completed Order' ? 'it is completed here' : null
}
