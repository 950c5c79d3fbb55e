import { type Problem, problem } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import type { AmazonLine, AmazonOrder } from './amazon-order.ts'
import { withoutDropped } from './build-order.ts'
import { type CancellationStep, cancellationStep, isHeldFor, isNotDone } from './cancellation-request.ts'
import { held } from './held.ts'
import type { PlacedOrder } from './import-context.ts'
import type { Completion, ImportOutcome, OrderChange } from './import-outcome.ts'
import type { MerchantClock } from './merchant-time.ts'
import { broughtParts, type Parts } from './missing-parts.ts'
import { type LogEntry, orderLog } from './order-log.ts'
import type { PageDocument } from './page-document.ts'
import { type LineEnd, settleLine } from './reserved-stock.ts'
import type { Stage } from './stage.ts'
import { type StatusMeaning, statusMeaning } from './status.ts'
import { updateSentences } from './update-sentences.ts'

/** Nothing of ours changes. */
export const UNCHANGED: ImportOutcome = { kind: 'unchanged' }

/**
 * The story of a known order (O13). Older data changes nothing, and no order moves backwards. Null: a Pre-ordered order that must be
 * decided like a new one, because it became ready to ship or is pending with something new.
 */
export function decideUpdate(document: PageDocument, placed: PlacedOrder, clock: MerchantClock): ImportOutcome | null {
  const { order } = document
  if (order.updatedAt < placed.updatedAt) return UNCHANGED
  const meaning = order.status === null ? null : statusMeaning(order.status)
  const ended = meaning === 'cancelled' || meaning === 'shipped'
  if (placed.stage === 'Pre-ordered' && !ended) {
    return meaning === 'pending' && !tellsNews(order, placed, meaning) ? UNCHANGED : null
  }
  const brought = document.lacks && order.status !== null ? broughtParts(document.lacks) : []
  if (!tellsNews(order, placed, meaning) && brought.length === 0) return UNCHANGED
  // Without its status nothing can be told; the order stays as it is until the document is whole.
  if (order.status === null) return held(document, [statusProblem(order)], { clock })
  const change = meaning === null ? noted(placed, statusProblem(order)) : changed(order, placed, meaning)
  const completion = brought.length > 0 ? { completion: completionOf(order, placed, brought) } : {}
  return updated(document, placed, { change: { ...change, ...completion }, clock })
}

/** An order that was Pre-ordered and is no longer wanted, and why: rejected, and what it reserved is released (O3, O4, O13). */
export function rejectPreordered(
  document: PageDocument,
  placed: PlacedOrder,
  { clock, why }: { readonly clock: MerchantClock; readonly why: LogEntry },
): ImportOutcome {
  const change = settled(document.order, placed, { stage: 'Rejected', end: 'cancelled' })
  return updated(document, placed, { change, clock, found: [why] })
}

/** What keeps us from acting on a status: none was sent, or one that we do not know (O13). */
export const statusProblem = ({ status }: AmazonOrder): Problem =>
  status === null
    ? problem('missing-block', { field: 'its status' })
    : problem('unknown-status', { status: visibleText(status) })

function updated(
  document: PageDocument,
  placed: PlacedOrder,
  {
    change,
    clock,
    found,
  }: { readonly change: OrderChange; readonly clock: MerchantClock; readonly found?: readonly LogEntry[] },
): ImportOutcome {
  const log = orderLog(document, clock, { found, end: updateSentences(document.order, placed, change) })
  return { kind: 'updated', orderId: placed.orderId, change, log }
}

/** The order with what it lacked, without the lines that are not ours (O1, O4). */
function completionOf(order: AmazonOrder, placed: PlacedOrder, parts: Parts): Completion {
  const ours = new Set(placed.lines.map(({ lineId }) => lineId))
  const lines = order.lines.filter(({ lineId }) => ours.has(lineId))
  const dropped = order.lines.filter(({ lineId }) => !ours.has(lineId))
  return { parts, order: { ...(dropped.length > 0 ? withoutDropped(order, lines, dropped) : order), lines } }
}

/** True when the data is newer than ours, or as old and yet different in what we keep. */
function tellsNews(order: AmazonOrder, placed: PlacedOrder, meaning: StatusMeaning | null): boolean {
  if (order.updatedAt > placed.updatedAt) return true
  if (meaning === null) return order.status !== null && order.status !== placed.amazonStatus
  if (order.status !== placed.amazonStatus || stepOf(order, placed, meaning) !== null) return true
  const stated = linesById(order)
  return placed.lines.some(({ lineId, quantityAmazon, fulfilledAmazon }) => {
    const line = stated.get(lineId)
    return line !== undefined && (line.quantity !== quantityAmazon || line.quantityFulfilled > fulfilledAmazon)
  })
}

function changed(order: AmazonOrder, placed: PlacedOrder, meaning: StatusMeaning): OrderChange {
  const cancellation = stepOf(order, placed, meaning)
  const change = changedByStatus(order, placed, meaning)
  const stage = isHeldFor(cancellation, change.stage) ? 'Hold' : change.stage
  const after = { ...change, stage, cancellation }
  return { ...after, problems: [...cancelledTooLate(placed, after, meaning), ...undecided(placed, cancellation)] }
}

/** Held, and cancelled at Amazon: nothing but a package that had left brings an order there, until a person decides (O13). */
function cancelledTooLate(placed: PlacedOrder, after: { readonly stage: Stage }, meaning: StatusMeaning): Problem[] {
  if (after.stage !== 'Hold' || meaning !== 'cancelled') return []
  return [problem(placed.toConfirm ? 'cancelled-after-shipping' : 'cancelled-after-completion')]
}

/** A cancellation waits for a person from its first word to a decision that was carried out, whatever Amazon tells meanwhile (O16). */
function undecided({ cancellation: known }: PlacedOrder, step: CancellationStep | null): Problem[] {
  if (step?.kind === 'asked') return [problem('cancellation-requested')]
  if (known === null || step?.kind === 'cancelled' || step?.kind === 'shipped') return []
  if (known.state === 'open') return [problem('cancellation-requested')]
  return step?.kind === 'too-late' || isNotDone(known) ? [problem('cancellation-not-done')] : []
}

/** What the news mean for a request to cancel; of the lines that we know, and never for Amazon's own orders (O14, O16). */
function stepOf(order: AmazonOrder, placed: PlacedOrder, meaning: StatusMeaning | null): CancellationStep | null {
  if (placed.fulfilledByAmazon || placed.stage === 'Pre-ordered') return null
  const ours = new Set(placed.lines.map(({ lineId }) => lineId))
  const partly = order.status === 'PARTIALLY_SHIPPED' || order.lines.some((line) => line.quantityFulfilled > 0)
  const lines = order.lines.filter(({ lineId }) => ours.has(lineId))
  return cancellationStep({ meaning, lines, partly }, placed.cancellation)
}

function changedByStatus(order: AmazonOrder, placed: PlacedOrder, meaning: StatusMeaning): OrderChange {
  const { stage } = placed
  if (stage === 'Rejected') return settled(order, placed, { stage, end: 'open' })
  if (meaning === 'shipped') return settled(order, placed, { stage: 'Completed Order', end: 'shipped' })
  // A second word about the same cancellation leaves alone what a person decided since.
  if (meaning !== 'cancelled' || placed.amazonStatus === 'CANCELLED') {
    return settled(order, placed, { stage, end: 'open' })
  }
  // Amazon's own order took no stock and left no shelf of ours (O14).
  const left = !placed.fulfilledByAmazon && hasLeft(order, placed)
  return settled(order, placed, { stage: left ? 'Hold' : 'Rejected', end: 'cancelled' })
}

/** True when at least one package has left, by our books or by Amazon's. */
function hasLeft(order: AmazonOrder, placed: PlacedOrder): boolean {
  const stated = linesById(order)
  return (
    placed.stage === 'Completed Order' ||
    placed.lines.some(({ lineId, fulfilledAmazon }) => {
      return fulfilledAmazon > 0 || (stated.get(lineId)?.quantityFulfilled ?? 0) > 0
    })
  )
}

function settled(
  order: AmazonOrder,
  placed: PlacedOrder,
  to: { readonly stage: Stage; readonly end: LineEnd },
): OrderChange {
  const stated = linesById(order)
  const lines = placed.lines.map((line) => settleLine(line, stated.get(line.lineId), to.end))
  return {
    stage: to.stage,
    lines: lines.map(({ line }) => line),
    allocations: lines.flatMap(({ allocations }) => allocations),
    used: lines.flatMap(({ used }) => used),
    problems: [],
    cancellation: null,
  }
}

/** Keeps the order as it is and notes the problem. */
const noted = (placed: PlacedOrder, found: Problem): OrderChange => ({
  stage: placed.stage,
  lines: placed.lines.map(({ lineId, quantityAmazon, fulfilledAmazon }) => ({
    lineId,
    quantityAmazon,
    fulfilledAmazon,
  })),
  allocations: placed.lines.flatMap(({ allocations }) => allocations),
  used: [],
  problems: [found, ...undecided(placed, null)],
  cancellation: null,
})

const linesById = (order: AmazonOrder): ReadonlyMap<string, AmazonLine> =>
  new Map(order.lines.map((line) => [line.lineId, line]))
