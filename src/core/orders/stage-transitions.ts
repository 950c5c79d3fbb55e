import type { ItemId, MethodId } from '../ids.ts'
import { failed, ok, type Result } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import type { CancellationRequest } from './cancellation-request.ts'
import type { Stage } from './stage.ts'
import { statusMeaning } from './status.ts'

/** Why a person moves an order. From a list and never free text: a buyer's name could stand there. */
export const MOVE_REASONS = [
  'approved',
  'payment-awaited',
  'waiting-for-stock',
  'waiting-for-buyer',
  'address-unclear',
  'suspected-fraud',
  'problem-solved',
  'shipped-elsewhere',
  'cannot-be-shipped',
  'buyer-asked',
  'entered-by-mistake',
  'returned',
  'not-returned',
  'other',
] as const
export type MoveReason = (typeof MOVE_REASONS)[number]

/** What a move does to stock: what is reserved stays or is reserved anew, is released, or has left the shelf (O20). */
export type StockEffect = 'reserves' | 'releases' | 'uses'

/** The stages to which a person may move an order. What is completed is over; what is pending at Amazon can only be rejected. */
export const TRANSITIONS: Readonly<Record<Stage, readonly Stage[]>> = {
  'Accounts Receivable': ['Shipping Department', 'Hold', 'Rejected'],
  'Pre-ordered': ['Rejected'],
  'Shipping Department': ['Accounts Receivable', 'Hold', 'Completed Order', 'Rejected'],
  Hold: ['Shipping Department', 'Accounts Receivable', 'Completed Order', 'Rejected'],
  'Completed Order': [],
  Rejected: ['Shipping Department'],
}

/** The reasons that make sense for each stage; `other` always does. */
export const REASONS: Readonly<Record<Stage, readonly MoveReason[]>> = {
  'Accounts Receivable': ['payment-awaited', 'other'],
  'Pre-ordered': [],
  'Shipping Department': ['approved', 'problem-solved', 'entered-by-mistake', 'other'],
  Hold: ['waiting-for-stock', 'waiting-for-buyer', 'address-unclear', 'suspected-fraud', 'other'],
  'Completed Order': ['shipped-elsewhere', 'not-returned', 'other'],
  Rejected: ['cannot-be-shipped', 'suspected-fraud', 'buyer-asked', 'entered-by-mistake', 'returned', 'other'],
}

const EFFECTS: Readonly<Record<Stage, StockEffect>> = {
  'Accounts Receivable': 'reserves',
  'Pre-ordered': 'reserves',
  'Shipping Department': 'reserves',
  Hold: 'reserves',
  'Completed Order': 'uses',
  Rejected: 'releases',
}

/** What must be known of an order that a person wants to move. */
export type MovableOrder = {
  readonly stage: Stage
  readonly amazonStatus: string
  readonly fulfilledByAmazon: boolean
  readonly cancellation: Pick<CancellationRequest, 'state'> | null
  /** Null while none was chosen: an order that was never ready to ship. */
  readonly methodId: MethodId | null
  readonly lines: readonly { readonly itemId: ItemId | null; readonly sellerSku: string }[]
}

/** Whether a person may move an order so, and what it does to stock; otherwise why not (O13, O14, O16). */
export function checkMove(order: MovableOrder, to: Stage, reason: MoveReason): Result<StockEffect> {
  const from = order.stage
  const refuse = (why: string) => failed('stage-not-allowed', { from, to, why })
  if (order.fulfilledByAmazon) return refuse(', because Amazon fulfills it: it is read-only')
  if (!TRANSITIONS[from].includes(to)) {
    const others = TRANSITIONS[from].map((stage) => `[${stage}]`).join(', ')
    return refuse(others === '' ? '; it stays where it is' : `, only to ${others}`)
  }
  const { state } = order.cancellation ?? {}
  if (state === 'open')
    return refuse(' before it is decided whether to cancel it, as the buyer asks, or to ship it anyway')
  if (state === 'cancel')
    return refuse(', because it was decided to cancel it at Amazon: wait for Amazon, or decide to ship it anyway')
  const why = whyNotByAmazon(order, to) ?? whyNotReady(order, to)
  if (why !== null) return refuse(why)
  if (!REASONS[to].includes(reason))
    return failed('not-valid', { field: 'reason', why: `must be one of ${REASONS[to].join(', ')}` })
  return ok(EFFECTS[to])
}

/** What Amazon says stands against the stage (O13). */
function whyNotByAmazon({ amazonStatus }: MovableOrder, to: Stage): string | null {
  const meaning = statusMeaning(amazonStatus)
  if (meaning === 'pending' && to !== 'Rejected')
    return ', because it is pending at Amazon: until Amazon confirms it, it can only be rejected'
  if (EFFECTS[to] !== 'reserves') return null
  if (meaning === 'cancelled') return ', because Amazon has cancelled it'
  return meaning === 'shipped' ? ', because it is shipped at Amazon' : null
}

/** Stock is reserved for what can be shipped only: a method was chosen, and every line has its item (O13, O20). */
function whyNotReady({ methodId, lines }: MovableOrder, to: Stage): string | null {
  if (EFFECTS[to] !== 'reserves') return null
  const without = lines.find(({ itemId }) => itemId === null)
  if (without) return `, because no item is known for its seller SKU [${visibleText(without.sellerSku)}]`
  return methodId === null ? ', because no shipping method was chosen for it' : null
}
