import type { AmazonOrderId } from '../ids.ts'
import { decide, pageRules } from './decide-import.ts'
import { UNCHANGED } from './decide-update.ts'
import type { ImportContext, PlacedOrder, Stock } from './import-context.ts'
import type { ImportOutcome } from './import-outcome.ts'
import type { PageDocument } from './page-document.ts'
import { type WorkingStock, workingStock } from './working-stock.ts'

export type { PageDocument } from './page-document.ts'

/**
 * Decides every order of a page; the outcomes stand in the order of the documents. Each order sees the stock that the former ones
 * left (O20). `stock` is the stock as stored: what a Pre-ordered order reserves is taken back here before it is decided again.
 * Where an order stands twice in one page, the newest is decided and the others are unchanged (O13).
 */
export function decidePage(
  documents: readonly PageDocument[],
  context: ImportContext,
  stock: Stock,
): readonly ImportOutcome[] {
  const rules = pageRules(context)
  const working = workingStock(stock)
  const newest = newestById(documents)
  return documents.map((document, at) => {
    const { id } = document.order
    if (newest.get(id) !== at) return UNCHANGED
    const placed = context.placed.get(id)
    const before = placed ? reservedBy(placed) : []
    working.release(before)
    const outcome = decide(document, rules, working)
    moveStock(working, outcome, before)
    return outcome
  })
}

/** The place of the document that counts for each order; of equally new ones the last. */
function newestById(documents: readonly PageDocument[]): ReadonlyMap<AmazonOrderId, number> {
  const newest = new Map<AmazonOrderId, number>()
  documents.forEach(({ order }, at) => {
    const known = documents[newest.get(order.id) ?? -1]
    if (!known || order.updatedAt >= known.order.updatedAt) newest.set(order.id, at)
  })
  return newest
}

const reservedBy = ({ lines }: PlacedOrder) => lines.flatMap(({ allocations }) => allocations)

/** Lets the next order see what this one reserves and used; one that did not change goes on reserving what it did. */
function moveStock(stock: WorkingStock, outcome: ImportOutcome, before: ReturnType<typeof reservedBy>): void {
  if (outcome.kind === 'placed' || outcome.kind === 'pending') {
    stock.take(outcome.order.allocations)
    stock.use(outcome.order.used)
  } else if (outcome.kind === 'updated') {
    stock.take(outcome.change.allocations)
    stock.use(outcome.change.used)
  } else stock.take(before)
}
