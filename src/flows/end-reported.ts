import type { WireOrder } from '#amazon/port.ts'
import type { ImportOutcome } from '#core/orders/import-outcome.ts'
import { WHY_SKIPPED } from '#core/orders/skip-reason.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { Decided } from '#store/import-record.ts'
import type { EndedOrder, ReportedDocument } from '#store/reported-orders.ts'
import type { Tx } from './deps.ts'

/** The orders of a page that came by file, and what was decided about those of which it told something new. */
type Ended = {
  readonly wires: readonly WireOrder[]
  readonly decided: readonly Decided[]
  orderIdOf(wire: WireOrder): string | null
}

/** Writes down what became of each order of a page that came by file; a page that Amazon gave has nobody who waits for that (H1). */
export async function endReported(
  tx: Tx,
  { importId }: { readonly importId: number | null },
  { wires, decided, orderIdOf }: Ended,
): Promise<void> {
  if (importId === null) return
  const orders = wires.flatMap((wire) => orderIdOf(wire) ?? [])
  const outcomes = new Map(decided.map(({ reference, outcome }) => [reference, outcome.kind]))
  const documents = await tx.store.reportedDocuments(orders)
  const ends = documents.map((each) => endOf(each, outcomes.get(each.reference) ?? 'unchanged'))
  await tx.store.endReportedOrders({ importId, ends })
}

function endOf(document: ReportedDocument, outcome: ImportOutcome['kind']): EndedOrder {
  const { reference: orderId, state, reason, problems } = document
  const end = (is: EndedOrder['outcome'], told: Problem | null): EndedOrder => ({ orderId, outcome: is, problem: told })
  if (state === 'held') return end('held', problems[0] ?? null)
  if (state === 'skipped')
    return end('skipped', reason === null ? null : problem('order-skipped', { why: WHY_SKIPPED[reason] }))
  if (outcome === 'placed' || outcome === 'pending') return end('placed', null)
  return end(outcome === 'updated' ? 'updated' : 'unchanged', null)
}
