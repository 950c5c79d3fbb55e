import { statusMeaning } from '../orders/status.ts'
import { type Problem, problem } from '../problems.ts'
import type { ShippableOrder } from './package-entry.ts'

/** Why an order takes no package, or null (O6, O13, O14, O16). */
export function whyNoPackage(order: Omit<ShippableOrder, 'method' | 'packages' | 'nextNumber'>): Problem | null {
  const { stage, cancellation } = order
  const facts = { order: order.amazonOrderId }
  const meaning = statusMeaning(order.amazonStatus)
  if (order.fulfilledByAmazon) return problem('order-by-amazon', facts)
  if (!order.toConfirm) return problem('order-in-books-only', facts)
  if (meaning === 'cancelled') return problem('order-cancelled', facts)
  if (meaning === 'pending' || stage === 'Pre-ordered') return problem('order-pending', facts)
  if (stage === 'Completed Order' || meaning === 'shipped') return problem('order-completed', facts)
  if (cancellation?.state === 'open') return problem('order-undecided', facts)
  if (cancellation?.state === 'cancel') return problem('order-to-be-cancelled', facts)
  if (stage !== 'Shipping Department') return problem('order-not-released', { ...facts, stage })
  const isOpen = order.lines.some((line) => line.quantityAmazon > line.fulfilledAmazon)
  return isOpen ? null : problem('order-completed', facts)
}
