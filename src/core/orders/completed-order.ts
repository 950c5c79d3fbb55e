import { type Problem, problem } from '../problems.ts'
import type { Accepted } from './accepted.ts'
import { allocate, type Need } from './allocate.ts'
import { buildOrder } from './build-order.ts'
import { cancellationStep } from './cancellation-request.ts'
import { held } from './held.ts'
import type { ImportOutcome } from './import-outcome.ts'
import * as say from './import-sentences.ts'
import { orderLog } from './order-log.ts'
import type { PageDocument } from './page-document.ts'

/**
 * An order that comes in completed, for the books: one that is shipped elsewhere (O6) or by Amazon (O14). It needs items, but no
 * shipping method and no address. All its units leave the shelf at once, also those that Amazon shows as shipped; Amazon's
 * own orders never touch stock.
 */
export function completedOrder(document: PageDocument, accepted: Accepted): ImportOutcome {
  const { order } = document
  const { lines, dropped, problems, context, stock } = accepted
  const clock = context.merchant
  const found: readonly Problem[] =
    lines.length === 0 ? [...problems, problem('missing-block', { field: 'any lines' })] : problems
  if (found.length > 0) return held(document, found, { clock, dropped })
  const byAmazon = order.fulfilledBy === 'AMAZON'
  const allocated = byAmazon ? { center: null, allocations: [] } : allocate(wholeNeeds(accepted), { ...context, stock })
  const settings = context.settings.orders
  const cancellation = byAmazon ? null : cancellationStep({ meaning: 'open', lines }, null)
  const stage = 'Completed Order'
  const built = buildOrder({ order, settings, stage, lines, dropped, method: null, allocated, cancellation })
  return {
    kind: 'placed',
    order: built,
    log: orderLog(document, clock, { found: dropped.map(say.droppedLine), end: say.placedEnd(built) }),
  }
}

const wholeNeeds = ({ lines, context }: Accepted): readonly Need[] =>
  lines.flatMap(({ lineId, itemId, ours }) => {
    const item = itemId === null ? undefined : context.items.get(itemId)
    return item ? [{ line: lineId, item, quantity: ours }] : []
  })
