import { resolveSku } from '../catalog/resolve-sku.ts'
import type { ChosenMethod } from '../shipping/choose-shipping-method.ts'
import type { Accepted } from './accepted.ts'
import { allocate } from './allocate.ts'
import type { AmazonOrder } from './amazon-order.ts'
import { buildOrder } from './build-order.ts'
import { cancellationStep, isHeldFor } from './cancellation-request.ts'
import { completedOrder } from './completed-order.ts'
import { decideUpdate, rejectPreordered, statusProblem, UNCHANGED } from './decide-update.ts'
import { held } from './held.ts'
import type { ImportContext, PlacedOrder } from './import-context.ts'
import type { ImportOutcome } from './import-outcome.ts'
import * as say from './import-sentences.ts'
import { merchantTime } from './merchant-time.ts'
import { methodForOrder } from './method-for-order.ts'
import { orderLog } from './order-log.ts'
import type { PageDocument } from './page-document.ts'
import { resolveLines } from './resolve-lines.ts'
import { type ImportGate, importGate, shouldImport } from './should-import.ts'
import { statusMeaning } from './status.ts'
import type { StockView } from './working-stock.ts'

/** What every order of a page is decided by; built once. */
export type PageRules = { readonly context: ImportContext; readonly gate: ImportGate }

/** Makes the rules of a page ready. */
export const pageRules = (context: ImportContext): PageRules => ({ context, gate: importGate(context) })

/** How long a pending order reserves stock, in days (O13). */
const RESERVED_DAYS = 14
const DAY = 24 * 60 * 60_000

/**
 * The whole story of one order: known, wanted, its lines, pending or not, its method, its stock. Ends as exactly one outcome with
 * its log (O12, O13). `stock` must not count what this order itself reserved before: decidePage takes that back first.
 */
export function decide(document: PageDocument, rules: PageRules, stock: StockView): ImportOutcome {
  const { order } = document
  const { context, gate } = rules
  const placed = context.placed.get(order.id)
  const update = placed ? decideUpdate(document, placed, context.merchant) : null
  if (update && !(placed && update === UNCHANGED && resolvesNow(order, placed, context))) return update

  // A Pre-ordered order was let in already: a cut-off set later does not throw it out.
  const wanted = shouldImport(order, placed ? { ...gate, cutOff: null } : gate)
  if (!wanted.ok) {
    const why = say.skippedEnd(order, wanted.reason, sinceWords(rules))
    return placed
      ? rejectPreordered(document, placed, { clock: context.merchant, why })
      : { kind: 'skipped', reason: wanted.reason, log: orderLog(document, context.merchant, { end: [why] }) }
  }
  const meaning = order.status === null ? null : statusMeaning(order.status)
  const accepted = { ...resolveLines(wanted.lines, context), dropped: wanted.dropped, context, stock }
  const told = { clock: context.merchant, dropped: wanted.dropped }
  if (meaning === null) return held(document, [statusProblem(order)], told)
  if (meaning === 'pending') return pending(document, accepted)
  if (gate.asCompleted || order.fulfilledBy === 'AMAZON') return completedOrder(document, accepted)

  const { method, problems } = methodForOrder(document, accepted, context)
  const all = [...accepted.problems, ...problems]
  return all.length > 0 || !method ? held(document, all, told) : placedOrder(document, accepted, method)
}

/** True for a pending order with a line that had no item and has one now: it can reserve, though Amazon changed nothing (O13). */
function resolvesNow(order: AmazonOrder, placed: PlacedOrder, context: ImportContext): boolean {
  if (placed.stage !== 'Pre-ordered' || order.updatedAt < placed.updatedAt) return false
  const without = new Set(placed.lines.filter(({ itemId }) => itemId === null).map(({ lineId }) => lineId))
  return order.lines.some((line) => without.has(line.lineId) && resolveSku(line, context).ok)
}

/** The cut-off in the merchant's words. */
const sinceWords = ({ context, gate }: PageRules): string | null =>
  gate.cutOff === null ? null : merchantTime(gate.cutOff, context.merchant)

/** A pending order reserves what resolves, has no method yet and is never held (O13). */
function pending(document: PageDocument, { context, stock, dropped, ...resolved }: Accepted): ImportOutcome {
  const { order } = document
  const { lines, needs, problems } = resolved
  // The core has no clock; Amazon's own last word about the order says at least how old it is.
  const tooLong = order.updatedAt - order.placedAt > RESERVED_DAYS * DAY
  const allocated = tooLong ? { center: null, allocations: [] } : allocate(needs, { ...context, stock })
  const settings = context.settings.orders
  const built = buildOrder({ order, settings, stage: 'Pre-ordered', lines, dropped, method: null, allocated })
  const found = [...dropped.map(say.droppedLine), ...problems.map(say.unresolvedYet)]
  const end = [...say.placedEnd(built), ...(tooLong ? [say.nothingReserved(order, RESERVED_DAYS)] : [])]
  return { kind: 'pending', order: built, log: orderLog(document, context.merchant, { found, end }) }
}

function placedOrder(document: PageDocument, accepted: Accepted, method: ChosenMethod): ImportOutcome {
  const { order } = document
  const { context, stock, dropped, lines, needs } = accepted
  const allocated = allocate(needs, { ...context, stock })
  const cancellation = cancellationStep({ meaning: 'open', lines }, null)
  const stage = isHeldFor(cancellation, 'Shipping Department') ? 'Hold' : 'Shipping Department'
  const settings = context.settings.orders
  const built = buildOrder({ order, settings, stage, lines, dropped, method, allocated, cancellation })
  const found = dropped.map(say.droppedLine)
  const log = orderLog(document, context.merchant, { found, end: say.placedEnd(built) })
  return { kind: 'placed', order: built, log }
}
