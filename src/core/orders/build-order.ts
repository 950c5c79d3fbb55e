import type { OrderSettings } from '../settings/settings.ts'
import type { ChosenMethod } from '../shipping/choose-shipping-method.ts'
import type { AllocatedOrder } from './allocate.ts'
import type { AmazonLine, AmazonOrder } from './amazon-order.ts'
import type { CancellationStep } from './cancellation-request.ts'
import type { NewOrder, OrderLine } from './import-outcome.ts'
import { paymentOf } from './payment.ts'
import type { Stage } from './stage.ts'

/** Everything that was decided about an order that is placed. */
export type Decided = {
  readonly order: AmazonOrder
  readonly settings: OrderSettings
  readonly stage: Stage
  readonly lines: readonly OrderLine[]
  readonly dropped: readonly AmazonLine[]
  readonly method: ChosenMethod | null
  readonly allocated: AllocatedOrder
  readonly cancellation?: CancellationStep | null
}

/** The merchant's order: what Amazon states and what was decided; what it takes from stock is reserved, or used where it is completed (O4-O7, O14). */
export function buildOrder(decided: Decided): NewOrder {
  const { order, settings, stage, lines, dropped, method, allocated, cancellation = null } = decided
  const completed = stage === 'Completed Order'
  return {
    amazon: dropped.length === 0 ? order : withoutDropped(order, lines, dropped),
    stage,
    lines,
    dropped: dropped.map(({ sellerSku, asin, quantity }) => ({ sellerSku, asin, quantity })),
    methodId: method?.methodId ?? null,
    methodCost: method?.cost ?? null,
    payment: paymentOf(order, settings),
    themeCode: settings.themeCode,
    fulfilledByAmazon: order.fulfilledBy === 'AMAZON',
    toConfirm: !completed,
    center: allocated.center,
    allocations: completed ? [] : allocated.allocations,
    used: completed ? allocated.allocations : [],
    cancellation,
  }
}

/** The totals are those of the remaining lines; the shipping charge of a dropped line stays, as an amount outside the lines (O4). */
export function withoutDropped(
  order: AmazonOrder,
  lines: readonly AmazonLine[],
  dropped: readonly AmazonLine[],
): AmazonOrder {
  const outsideLines = dropped.reduce((sum, { money }) => sum + (money?.shipping ?? 0), order.outsideLines)
  const known = order.grandTotal !== null && lines.every(({ money }) => money !== null)
  const minor = lines.reduce((sum, { money }) => sum + (money?.total ?? 0), outsideLines)
  const grandTotal = known && order.grandTotal ? { minor, currency: order.grandTotal.currency } : order.grandTotal
  return { ...order, outsideLines, grandTotal }
}
