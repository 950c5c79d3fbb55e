import type { AmazonLine } from './amazon-order.ts'
import type { Stage } from './stage.ts'
import type { StatusMeaning } from './status.ts'

/** Where a buyer's request to cancel stands: it waits for a person, was decided, ended as Amazon says, or was replaced by a wider one (O16). */
export const CANCELLATION_STATES = ['open', 'cancel', 'ship-anyway', 'cancelled', 'shipped', 'replaced'] as const
export type CancellationState = (typeof CANCELLATION_STATES)[number]

/** A buyer's request to cancel, as we know it: which lines, and what became of it. */
export type CancellationRequest = {
  readonly number: number
  readonly lines: readonly string[]
  readonly state: CancellationState
  /** True when Amazon no longer shows it. */
  readonly gone: boolean
}

/** What news from Amazon do to the request: a new one, one that is no longer shown or shown again, or its end. */
export type CancellationStep =
  | { readonly kind: 'asked'; readonly number: number; readonly lines: readonly string[] }
  | { readonly kind: 'gone' | 'back' | 'cancelled' | 'shipped'; readonly number: number }

/** The lines of an order that its buyer asks to cancel. */
export const askedLines = (lines: readonly AmazonLine[]): readonly string[] =>
  lines.filter((line) => line.cancellationRequested).map(({ lineId }) => lineId)

/**
 * What an order's news mean for the request to cancel it (O16). The same lines asked for once more are the same request,
 * also after a person decided to ship anyway; one line more is a new one. A request that Amazon no longer shows is noted
 * and not taken as withdrawn: Amazon may have left that part out.
 */
export function cancellationStep(
  order: { readonly meaning: StatusMeaning | null; readonly lines: readonly AmazonLine[] },
  known: CancellationRequest | null,
): CancellationStep | null {
  const { meaning, lines } = order
  const waits = known !== null && (known.state === 'open' || known.state === 'cancel')
  if (meaning === 'cancelled' || meaning === 'shipped') return waits ? { kind: meaning, number: known.number } : null
  if (meaning !== 'open') return null
  const asked = askedLines(lines)
  if (asked.length === 0) return waits && !known.gone ? { kind: 'gone', number: known.number } : null
  if (known === null || asked.some((line) => !known.lines.includes(line)))
    return { kind: 'asked', number: (known?.number ?? 0) + 1, lines: asked }
  return waits && known.gone ? { kind: 'back', number: known.number } : null
}

/** True when an order in this stage is held for a new request: what is over, or not yet payable, is not. */
export const isHeldFor = (step: CancellationStep | null, stage: Stage): boolean =>
  step?.kind === 'asked' && (stage === 'Shipping Department' || stage === 'Accounts Receivable')
