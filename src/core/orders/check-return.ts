import { failed, ok, type Result } from '../problems.ts'
import { isWhole } from '../settings/faults.ts'
import { leftToRestock, type PaidLine } from './left-to-refund.ts'
import type { EarlierRefund } from './refund.ts'
import type { Returned } from './restock.ts'
import type { Stage } from './stage.ts'
import { statusMeaning } from './status.ts'

/** What came back of an order that is closed: everything that had left, or so many of ours by order item id or seller SKU. */
export type RestockWish = 'all' | Readonly<Record<string, number>>

/** An order that may be closed with what came back of it. */
export type ReturnedOrder = {
  readonly amazonStatus: string
  /** True when all of it was completed here, whatever Amazon says of packages. */
  readonly completed: boolean
  readonly lines: readonly Pick<PaidLine, 'lineId' | 'sellerSku' | 'quantityAmazon' | 'fulfilledAmazon' | 'ratio'>[]
}

/**
 * What goes back on the shelf when a person closes an order that Amazon cancelled after it had left, or why nothing can (O13, O20). Of any
 * other order units come back with their refund.
 */
export function checkReturn(
  order: ReturnedOrder,
  {
    to,
    wish,
    earlier,
  }: { readonly to: Stage; readonly wish: RestockWish; readonly earlier: readonly Pick<EarlierRefund, 'lines'>[] },
): Result<readonly Returned[]> {
  const refuse = (why: string) => failed('no-restock', { why })
  if (to !== 'Rejected') return refuse('only an order that is moved to Rejected came back')
  if (statusMeaning(order.amazonStatus) !== 'cancelled')
    return refuse('Amazon has not cancelled it. What comes back of a shipped order is restocked with its refund')
  const left = order.lines.map((line) => ({ ...line, quantity: leftToRestock(gone(line, order.completed), earlier) }))
  if (wish === 'all') {
    const back = left.filter(({ quantity }) => quantity > 0)
    return back.length > 0 ? ok(back.map(({ lineId, quantity }) => ({ lineId, quantity }))) : refuse('nothing has left')
  }
  const back: Returned[] = []
  for (const [named, quantity] of Object.entries(wish)) {
    const [line, ...others] = left.filter(({ lineId, sellerSku }) => lineId === named || sellerSku === named)
    if (!line || others.length > 0) return refuse(`[${named}] is not one line of it`)
    if (!isWhole(quantity, 1, line.quantity)) return refuse(`of [${named}] between 1 and ${line.quantity} can be back`)
    if (back.some(({ lineId }) => lineId === line.lineId)) return refuse(`[${named}] is named twice`)
    back.push({ lineId: line.lineId, quantity })
  }
  return back.length > 0 ? ok(back) : refuse('no line is named')
}

/** What was completed here has left as a whole. */
const gone = <Line extends { readonly quantityAmazon: number; readonly fulfilledAmazon: number }>(
  line: Line,
  completed: boolean,
): Line => (completed ? { ...line, fulfilledAmazon: Math.max(line.fulfilledAmazon, line.quantityAmazon) } : line)
