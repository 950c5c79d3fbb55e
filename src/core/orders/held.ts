import type { Problem } from '../problems.ts'
import type { AmazonLine } from './amazon-order.ts'
import type { ImportOutcome } from './import-outcome.ts'
import { droppedLine, heldEnd, problemEntry } from './import-sentences.ts'
import type { MerchantClock } from './merchant-time.ts'
import { orderLog } from './order-log.ts'
import type { PageDocument } from './page-document.ts'

/** Holds a document with all its problems; what was placed of the order before stays as it is (O12). */
export function held(
  document: PageDocument,
  problems: readonly Problem[],
  { clock, dropped = [] }: { readonly clock: MerchantClock; readonly dropped?: readonly AmazonLine[] },
): ImportOutcome {
  const found = [...dropped.map(droppedLine), ...problems.map(problemEntry)]
  const log = orderLog(document, clock, { found, end: [heldEnd(document.order, problems)] })
  return { kind: 'held', problems, log }
}
