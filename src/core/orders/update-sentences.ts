import { visibleText } from '../visible-text.ts'
import type { AmazonOrder } from './amazon-order.ts'
import type { Allocation, PlacedOrder } from './import-context.ts'
import type { OrderChange } from './import-outcome.ts'
import { problemEntry } from './import-sentences.ts'
import { type LogEntry, note } from './order-log.ts'
import { statusMeaning } from './status.ts'

/** What an update changed, each in one sentence: the stage, quantities, stock, and what is wrong (O13, O20). */
export function updateSentences(order: AmazonOrder, placed: PlacedOrder, change: OrderChange): readonly LogEntry[] {
  return [
    ...change.problems.map(problemEntry),
    stageSentence(order, placed, change),
    ...cancellationSentences(change),
    ...lineSentences(placed, change),
    ...stockSentences(placed, change),
    ...(change.completion
      ? [note(`Amazon gives what it refused before: [${change.completion.parts.join(', ')}].`)]
      : []),
  ]
}

function stageSentence(order: AmazonOrder, placed: PlacedOrder, change: OrderChange): LogEntry {
  const id = visibleText(order.id)
  const says = `Amazon says [${order.status === null ? 'nothing' : visibleText(order.status)}]`
  if (change.stage !== placed.stage) {
    return note(`Order id [${id}] moves from stage [${placed.stage}] to stage [${change.stage}]. ${says}.`)
  }
  const meaning = order.status === null ? null : statusMeaning(order.status)
  const expected =
    (placed.stage === 'Completed Order' && meaning !== 'shipped') ||
    (placed.stage === 'Rejected' && meaning !== 'cancelled') ||
    meaning === 'pending'
  return expected
    ? note(`Order id [${id}] stays in stage [${placed.stage}], although ${says}: an order never moves backwards.`)
    : note(`Order id [${id}] stays in stage [${placed.stage}]. ${says}.`)
}

function cancellationSentences({ cancellation }: OrderChange): readonly LogEntry[] {
  if (cancellation?.kind === 'gone')
    return [note('Amazon no longer shows that the buyer asks to cancel. A person still decides.')]
  if (cancellation?.kind === 'back') return [note('Amazon shows again that the buyer asks to cancel.')]
  if (cancellation?.kind === 'joined') return [note('The buyer asks to cancel too. It is being cancelled already.')]
  if (cancellation?.kind === 'too-late') return [note('Amazon does not cancel it any more: a part of it has left.')]
  return []
}

function lineSentences(placed: PlacedOrder, change: OrderChange): readonly LogEntry[] {
  const before = new Map(placed.lines.map((line) => [line.lineId, line]))
  return change.lines.flatMap(({ lineId, quantityAmazon, fulfilledAmazon }) => {
    const line = before.get(lineId)
    if (!line) return []
    const id = visibleText(lineId)
    return [
      ...(line.quantityAmazon === quantityAmazon
        ? []
        : [note(`Quantity of line [${id}] changes from [${line.quantityAmazon}] to [${quantityAmazon}].`)]),
      ...(line.fulfilledAmazon === fulfilledAmazon
        ? []
        : [note(`Line [${id}] is fulfilled with [${fulfilledAmazon}] of [${quantityAmazon}].`)]),
    ]
  })
}

function stockSentences(placed: PlacedOrder, change: OrderChange): readonly LogEntry[] {
  const reserved = unitsOf(placed.lines.flatMap(({ allocations }) => allocations))
  const used = unitsOf(change.used)
  const released = reserved - used - unitsOf(change.allocations)
  return [
    ...(used > 0 ? [note(`[${used}] units have left the shelf.`)] : []),
    ...(released > 0 ? [note(`[${released}] units are no longer reserved.`)] : []),
  ]
}

const unitsOf = (allocations: readonly Allocation[]): number =>
  allocations.reduce((sum, { quantity }) => sum + quantity, 0)
