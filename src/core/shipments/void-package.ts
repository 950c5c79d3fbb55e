import type { Allocation } from '../orders/import-context.ts'
import { statusMeaning } from '../orders/status.ts'
import { failed, ok, type Result } from '../problems.ts'
import type { Shipped } from './enter-package.ts'
import type { OutboxState } from './outbox.ts'
import type { Package } from './package.ts'
import type { ShippableLine, ShippableOrder } from './package-entry.ts'

/** How far the confirmation of a package is, as far as voiding needs it. */
export type Confirmation = {
  readonly state: OutboxState
  readonly attempts: number
  /** True since a call about it was begun. */
  readonly called: boolean
  /** The newest version that Amazon was told, or may have been told; null for none. */
  readonly sentVersion: number | null
}

/**
 * Takes a package back that never left: what it used is on the shelf again and reserved again as far as the order is still open
 * (S2, O20). Only while Amazon cannot have heard of it.
 */
export function voidPackage(
  order: Pick<ShippableOrder, 'amazonOrderId' | 'stage' | 'amazonStatus' | 'lines'>,
  voided: {
    readonly package: Package
    readonly used: readonly Allocation[]
    readonly confirmation: Confirmation | null
  },
): Result<Shipped> {
  const { package: gone, used, confirmation } = voided
  const refuse = (why: string) => notVoidable(gone.number, order.amazonOrderId, why)
  if (confirmation && confirmation.state !== 'waiting' && confirmation.state !== 'removed')
    return refuse('Amazon was told of it. Correct its carrier, tracking or date instead')
  if (confirmation && (confirmation.called || confirmation.attempts > 0 || confirmation.sentVersion !== null))
    return refuse(MAYBE_TOLD)
  const meaning = statusMeaning(order.amazonStatus)
  if (meaning === 'shipped') return refuse('Amazon shows the order as shipped')

  const packed = new Map(gone.items.map((item) => [item.line, item.quantityAmazon]))
  const isReserving = meaning !== 'cancelled' && order.stage !== 'Rejected'
  const lines = order.lines.map((line) => takeBack(line, packed.get(line.lineId) ?? 0))
  const back = new Map(lines.map((line) => [line.lineId, line.regained]))
  const reserved = used.map((each) => ({ ...each, quantity: isReserving ? shareOf(each, packed, back) : 0 }))
  const before = order.lines.flatMap(({ allocations }) => allocations)
  return ok({
    stage: order.stage === 'Completed Order' ? 'Shipping Department' : order.stage,
    lines: lines.map(({ lineId, fulfilledAmazon }) => ({ lineId, fulfilledAmazon })),
    stock: {
      before,
      after: sumUp([...before, ...reserved]),
      // Negative: it comes back to the shelf.
      used: used.map((each) => ({ ...each, quantity: -each.quantity })),
    },
  })
}

const MAYBE_TOLD = 'Amazon may have been told of it already. Correct its carrier, tracking or date instead'

/** Why a package is not voided: Amazon may know it by now. */
export const notVoidable = (number: number, order: string, why = MAYBE_TOLD) =>
  failed('package-not-voidable', { number, order, why })

/** A line without the package: how much of it is fulfilled, and how many of the package's units are open again. */
function takeBack({ lineId, quantityAmazon, fulfilledAmazon }: ShippableLine, units: number) {
  const fulfilled = Math.max(0, fulfilledAmazon - units)
  const openNow = Math.max(0, quantityAmazon - fulfilledAmazon)
  return { lineId, fulfilledAmazon: fulfilled, regained: Math.max(0, quantityAmazon - fulfilled) - openNow }
}

/** What Amazon took off the line meanwhile is not reserved again. */
function shareOf(
  { line, quantity }: Allocation,
  packed: ReadonlyMap<string, number>,
  back: ReadonlyMap<string, number>,
): number {
  const units = packed.get(line) ?? 0
  return units === 0 ? 0 : Math.ceil((quantity * Math.min(units, back.get(line) ?? 0)) / units)
}

/** One entry for each line, item and center. */
function sumUp(allocations: readonly Allocation[]): readonly Allocation[] {
  const sums = new Map<string, Allocation>()
  for (const each of allocations) {
    const key = JSON.stringify([each.line, each.itemId, each.center])
    sums.set(key, { ...each, quantity: (sums.get(key)?.quantity ?? 0) + each.quantity })
  }
  return [...sums.values()].filter(({ quantity }) => quantity > 0)
}
