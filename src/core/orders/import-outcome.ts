import type { SkuMapping } from '../catalog/item.ts'
import type { CenterCode, ItemId, MethodId } from '../ids.ts'
import type { Problem } from '../problems.ts'
import type { AmazonLine, AmazonOrder } from './amazon-order.ts'
import type { CancellationStep } from './cancellation-request.ts'
import type { Allocation } from './import-context.ts'
import type { Parts } from './missing-parts.ts'
import type { OrderLog } from './order-log.ts'
import type { Payment } from './payment.ts'
import type { SkipReason } from './skip-reason.ts'
import type { Stage } from './stage.ts'

export type { SkipReason } from './skip-reason.ts'

/**
 * One line of the merchant's order: Amazon's line, and the item it is in our units, by the ratio that counts for it from now on.
 * A pending order may have lines without an item.
 */
export type OrderLine = AmazonLine & {
  readonly itemId: ItemId | null
  readonly ours: number
  readonly ratio: SkuMapping['ratio']
}

/** The merchant's order as the import builds it. */
export type NewOrder = {
  readonly amazon: AmazonOrder
  readonly stage: Stage
  readonly lines: readonly OrderLine[]
  /** Lines dropped because their item is ignored: what and how much (O4). */
  readonly dropped: readonly { readonly sellerSku: string; readonly asin: string | null; readonly quantity: number }[]
  readonly methodId: MethodId | null
  /** What the chosen method would cost, minor units of the merchant's currency; for the choice only (O9). */
  readonly methodCost: number | null
  readonly payment: Payment
  /** The screen branding theme whose mails it gets (O7). */
  readonly themeCode: string | null
  readonly fulfilledByAmazon: boolean
  /** Whether its packages are confirmed to Amazon and its deadline is watched (O6, O14). */
  readonly toConfirm: boolean
  readonly center: CenterCode | null
  readonly allocations: readonly Allocation[]
  /** Units that left the shelf at once, for an order that comes in completed (O6). */
  readonly used: readonly Allocation[]
  /** The lines that the buyer asks to cancel; the order is then placed on Hold (O16). */
  readonly cancellation: CancellationStep | null
}

/** How a known order changes: a new stage, quantities, and what stock it still reserves or has used (O13, O20). */
export type OrderChange = {
  readonly stage: Stage
  readonly lines: readonly {
    readonly lineId: string
    readonly quantityAmazon: number
    readonly fulfilledAmazon: number
  }[]
  /** What the order reserves from now on; replaces what it reserved. */
  readonly allocations: readonly Allocation[]
  /** Units that left the shelf: on hand is lowered by them. */
  readonly used: readonly Allocation[]
  /** What is wrong, or waits for a person, after the change. */
  readonly problems: readonly Problem[]
  /** What becomes of the buyer's request to cancel (O16). */
  readonly cancellation: CancellationStep | null
  /** What Amazon gives now and refused before. */
  readonly completion?: Completion
}

/** Parts that a placed order lacked, and the order with them, without the lines that were dropped when it was placed (O1). */
export type Completion = { readonly parts: Parts; readonly order: AmazonOrder }

/** The end of one order's import; exactly one of these, each with its log (O12, O13). */
export type ImportOutcome =
  | { readonly kind: 'placed'; readonly order: NewOrder; readonly log: OrderLog }
  | { readonly kind: 'pending'; readonly order: NewOrder; readonly log: OrderLog }
  | { readonly kind: 'held'; readonly problems: readonly Problem[]; readonly log: OrderLog }
  | { readonly kind: 'skipped'; readonly reason: SkipReason; readonly log: OrderLog }
  | { readonly kind: 'updated'; readonly orderId: number; readonly change: OrderChange; readonly log: OrderLog }
  | { readonly kind: 'unchanged' }
