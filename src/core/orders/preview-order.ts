import type { AmazonOrderId, CenterCode, ItemId, MethodId } from '../ids.ts'
import type { Problem } from '../problems.ts'
import type { ImportOutcome, NewOrder } from './import-outcome.ts'
import type { PageDocument } from './page-document.ts'
import type { SkipReason } from './skip-reason.ts'
import type { Stage } from './stage.ts'

/** What one order would become if it were imported now; nothing of its buyer (C9). */
export type PreviewedOrder = {
  /** Null where Amazon's order cannot be read at all. */
  readonly amazonOrderId: AmazonOrderId | null
  /** Epoch ms. */
  readonly placedAt: number | null
  readonly amazonStatus: string | null
  readonly becomes: ImportOutcome['kind']
  readonly stage: Stage | null
  readonly methodId: MethodId | null
  readonly paymentMethod: NewOrder['payment']['method'] | null
  readonly center: CenterCode | null
  readonly reason: SkipReason | null
  readonly problems: readonly Problem[]
  readonly lines: readonly { readonly sellerSku: string; readonly itemId: ItemId | null; readonly quantity: number }[]
  /** What the log of the import would tell, without the number of a document, which it does not get. */
  readonly sentences: readonly string[]
}

/** Tells what an order would become. */
export function previewOrder(document: PageDocument | null, outcome: ImportOutcome): PreviewedOrder {
  const built = outcome.kind === 'placed' || outcome.kind === 'pending' ? outcome.order : null
  const log = outcome.kind === 'unchanged' ? [] : outcome.log
  return {
    amazonOrderId: document?.order.id ?? null,
    placedAt: document?.order.placedAt ?? null,
    amazonStatus: document?.order.status ?? null,
    becomes: outcome.kind,
    stage: outcome.kind === 'updated' ? outcome.change.stage : (built?.stage ?? null),
    methodId: built?.methodId ?? null,
    paymentMethod: built?.payment.method ?? null,
    center: built?.center ?? null,
    reason: outcome.kind === 'skipped' ? outcome.reason : null,
    problems: outcome.kind === 'held' ? outcome.problems : [],
    lines: linesOf(document, built),
    sentences: log.slice(1).map(({ sentence }) => sentence),
  }
}

function linesOf(document: PageDocument | null, built: NewOrder | null): PreviewedOrder['lines'] {
  if (built) return built.lines.map(({ sellerSku, itemId, ours }) => ({ sellerSku, itemId, quantity: ours }))
  const stated = document?.order.lines ?? []
  return stated.map(({ sellerSku, quantity }) => ({ sellerSku, itemId: null, quantity }))
}
