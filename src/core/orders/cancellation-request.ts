import type { OutboxState } from '../shipments/outbox.ts'
import type { AmazonLine } from './amazon-order.ts'
import type { Stage } from './stage.ts'
import type { StatusMeaning } from './status.ts'

/** Where a cancellation stands: a buyer's request waits for a person, it was decided, ended as Amazon says, or was replaced by a wider one (O16). */
export const CANCELLATION_STATES = ['open', 'cancel', 'ship-anyway', 'cancelled', 'shipped', 'replaced'] as const
export type CancellationState = (typeof CANCELLATION_STATES)[number]

/** A cancellation, as we know it: which lines, and what became of it. */
export type CancellationRequest = {
  readonly number: number
  readonly lines: readonly string[]
  readonly state: CancellationState
  /** True when Amazon no longer shows it. */
  readonly gone: boolean
  /** True for the merchant's own: no buyer asked for it. */
  readonly byMerchant: boolean
  /** How far the word to Amazon is; null while none was put into the outbox (E6). */
  readonly up: OutboxState | null
}

/** What news from Amazon do to it: a new one, a wider one while the order is being cancelled, one that is no longer shown or shown again, or its end. */
export type CancellationStep =
  | { readonly kind: 'asked' | 'joined'; readonly number: number; readonly lines: readonly string[] }
  | { readonly kind: 'gone' | 'back' | 'cancelled' | 'shipped' | 'too-late'; readonly number: number }

/** What Amazon says of an order, as far as a cancellation needs it. */
export type AskedOrder = {
  readonly meaning: StatusMeaning | null
  readonly lines: readonly AmazonLine[]
  /** True when Amazon shows that something of it was shipped. */
  readonly partly?: boolean
}

/** The lines of an order that its buyer asks to cancel. */
export const askedLines = (lines: readonly AmazonLine[]): readonly string[] =>
  lines.filter((line) => line.cancellationRequested).map(({ lineId }) => lineId)

/** True when a person must decide again: it was decided to cancel, and the word did not reach Amazon or was refused there (O16, E6). */
export const isNotDone = ({ state, up }: Pick<CancellationRequest, 'state' | 'up'>): boolean =>
  state === 'cancel' && (up === null || up === 'refused' || up === 'unsure' || up === 'removed')

/**
 * What an order's news mean for its cancellation (O16). The same lines asked for once more are the same request, also after a
 * person decided to ship anyway; one line more is a new one. A request that Amazon no longer shows is noted and not taken as
 * withdrawn: Amazon may have left that part out. The merchant's own was never shown, so it is never gone.
 */
export function cancellationStep(order: AskedOrder, known: CancellationRequest | null): CancellationStep | null {
  const { meaning, lines, partly = false } = order
  const waits = known !== null && (known.state === 'open' || known.state === 'cancel')
  if (meaning === 'cancelled' || meaning === 'shipped') return waits ? { kind: meaning, number: known.number } : null
  if (meaning !== 'open') return null
  // Amazon cancels an order as a whole and nothing of what has left.
  if (partly && known?.state === 'cancel' && !isNotDone(known)) return { kind: 'too-late', number: known.number }
  const asked = askedLines(lines)
  if (asked.length === 0)
    return waits && !known.gone && !known.byMerchant ? { kind: 'gone', number: known.number } : null
  if (known === null) return { kind: 'asked', number: 1, lines: asked }
  if (known.byMerchant || asked.some((line) => !known.lines.includes(line))) return widened(known, asked)
  return waits && known.gone ? { kind: 'back', number: known.number } : null
}

/** An order that is being cancelled as a whole is not held anew for what the buyer adds. */
const widened = ({ number, state }: CancellationRequest, lines: readonly string[]): CancellationStep =>
  state === 'cancel' ? { kind: 'joined', number, lines } : { kind: 'asked', number: number + 1, lines }

/** True when an order in this stage is held for a new request: what is over, or not yet payable, is not. */
export const isHeldFor = (step: CancellationStep | null, stage: Stage): boolean =>
  step?.kind === 'asked' && (stage === 'Shipping Department' || stage === 'Accounts Receivable')
