import { failed, ok, type Result } from '../problems.ts'
import type { Stage } from './stage.ts'
import type { MovableOrder } from './stage-transitions.ts'
import { statusMeaning } from './status.ts'

/** The reasons that Amazon takes for cancelling an order, in our words (O16). */
export const CANCEL_REASONS = [
  'no-inventory',
  'buyer-cancelled',
  'general-adjustment',
  'pricing-error',
  'undeliverable-address',
  'customer-exchange',
] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]

/** What a person decides about a buyer's request: cancel at Amazon, with a reason of Amazon's list, or ship anyway. */
export type CancellationDecision =
  | { readonly decision: 'cancel'; readonly reason: CancelReason }
  | { readonly decision: 'ship-anyway' }

/** The stage of an order after a decision about its request to cancel, or why there is nothing to decide (O16). */
export function stageAfterDecision(
  order: Pick<MovableOrder, 'stage' | 'amazonStatus' | 'cancellation'> & { readonly stageBefore: Stage | null },
  { decision }: CancellationDecision,
): Result<Stage> {
  const { stage, stageBefore, cancellation, amazonStatus } = order
  const meaning = statusMeaning(amazonStatus)
  const undecided = cancellation && ['open', 'cancel', 'ship-anyway'].includes(cancellation.state)
  if (!undecided || meaning === 'cancelled' || meaning === 'shipped') return failed('no-cancellation-request')
  // Nothing is sent by the decision itself: until Amazon says CANCELLED the order waits, and its stock with it.
  if (decision === 'cancel')
    return ok(stage === 'Shipping Department' || stage === 'Accounts Receivable' ? 'Hold' : stage)
  if (stage !== 'Hold') return ok(stage)
  return ok(stageBefore === 'Accounts Receivable' ? stageBefore : 'Shipping Department')
}
