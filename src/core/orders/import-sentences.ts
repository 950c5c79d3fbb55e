import { type Problem, problem, tell } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import type { AmazonLine, AmazonOrder } from './amazon-order.ts'
import type { NewOrder } from './import-outcome.ts'
import { type LogEntry, note } from './order-log.ts'
import { type SkipReason, WHY_SKIPPED } from './skip-reason.ts'

const NOT_THERE = 'specified in import file does not exist'

const fact = (problem: Problem, name: string): string => visibleText(String(problem.facts[name] ?? ''))

/** The sentence of a problem in the log: the reference's where it has one, ours in the same voice where it has none (E3). */
function sentenceOf(problem: Problem): string {
  const sku = fact(problem, 'sku')
  const described = `The description for this item is [${fact(problem, 'title')}]`
  const reasons = () => visibleText(String(problem.facts.reasons ?? ''), 400)
  switch (problem.code) {
    case 'unknown-sku':
      return `ERROR: Item [${sku}] ${NOT_THERE}. ${described}`
    case 'mapping-item-missing':
      return `ERROR: Item [${fact(problem, 'item')}] ${NOT_THERE}. The SKU mapping of [${sku}] points to it. ${described}`
    case 'ratio-splits-pack':
      return `ERROR: Item [${sku}] specified in import file cannot be counted: quantity [${fact(problem, 'quantity')}], but [${fact(problem, 'amazon')}] at Amazon are [${fact(problem, 'ours')}] of item [${fact(problem, 'item')}]. ${described}`
    case 'unmapped-level':
      return `shipping service level [${fact(problem, 'level')}] specified in import file does not map.`
    case 'no-method-for-level':
      return `shipping service level [${fact(problem, 'level')}] has no valid shipping method.`
    case 'no-method-rates':
      return `no valid shipping method of service level [${fact(problem, 'level')}] is available for these items and this destination: [${reasons()}]`
    default:
      return `ERROR: ${tell(problem).sentence}`
  }
}

/** A problem as a step of the log. */
export const problemEntry = (problem: Problem): LogEntry => ({
  sentence: sentenceOf(problem),
  level: 'error',
  code: problem.code,
  facts: problem.facts,
})

/** What does not yet resolve on a pending order: worth a note, for a pending order is never held (O13). */
export const unresolvedYet = (problem: Problem): LogEntry => ({
  ...problemEntry(problem),
  sentence: sentenceOf(problem).replace(/^ERROR: /, ''),
  level: 'note',
})

/** The end of a held order. Points to the lines above in the reference's words where an item is missing (E3, O12). */
export function heldEnd(order: AmazonOrder, problems: readonly Problem[]): LogEntry {
  const id = visibleText(order.id)
  const missing = problems.some(({ code }) => code === 'unknown-sku' || code === 'mapping-item-missing')
  const sentence = missing
    ? `Ignoring order id [${id}] because one or more of the items are misconfigured. Look at the lines above in this log file for ones that say [${NOT_THERE}]. You have to create (or map) those item ids before this order will import.`
    : `Ignoring order id [${id}] because of the problems in the lines above. They have to be mended before this order will import.`
  return { sentence, level: 'error' }
}

/** The end of an order that is not wanted; `since` is the date of the cut-off in the merchant's words (O2-O4, O13, O14). */
export function skippedEnd(order: AmazonOrder, reason: SkipReason, since: string | null): LogEntry {
  const date = reason === 'before-cutoff' && since !== null ? ` [${since}]` : ''
  const sentence = `Ignoring order id [${visibleText(order.id)}] because ${WHY_SKIPPED[reason]}${date}.`
  return { sentence, level: 'note', code: reason }
}

/** A line that is dropped because its item is ignored (O4). */
export const droppedLine = ({ sellerSku, quantity }: AmazonLine): LogEntry =>
  note(
    `Dropping item [${visibleText(sellerSku)}] with quantity [${quantity}] because it is on the list of ignored item ids.`,
  )

/** The end of an order that is placed, with what is worth knowing about its money (O13, O15). */
export function placedEnd(placed: NewOrder): readonly LogEntry[] {
  return [...moneyNotes(placed), ...paymentNotes(placed), ...stageNotes(placed)]
}

function stageNotes({
  amazon,
  stage,
  methodId,
  center,
  fulfilledByAmazon,
  cancellation,
}: NewOrder): readonly LogEntry[] {
  const id = visibleText(amazon.id)
  const from = center === null ? '' : ` from distribution center [${center}]`
  const way = ` with shipping method [${methodId}] for service level [${visibleText(amazon.serviceLevel ?? '')}]`
  const asked = cancellation ? [problemEntry(problem('cancellation-requested'))] : []
  if (stage === 'Pre-ordered')
    return [
      note(`Order id [${id}] is pending at Amazon. It is placed in stage [${stage}]${from} and is not shipped yet.`),
    ]
  if (stage !== 'Completed Order')
    return [...asked, note(`Order id [${id}] is placed in stage [${stage}]${way}${from}.`)]
  const why = fulfilledByAmazon
    ? 'Amazon fulfills it: it takes no stock and is not shipped from here.'
    : 'It is in the books only: its stock is used, and nothing is confirmed to Amazon.'
  return [...asked, note(`Order id [${id}] is placed in stage [${stage}]${from}. ${why}`)]
}

/** The buyer's purchase order number is buyer data: the log says only whose number it is (O5). */
function paymentNotes({ amazon, payment }: NewOrder): readonly LogEntry[] {
  if (payment.method !== 'Purchase Order') return []
  const whose = payment.ofBuyer ? "the buyer's" : `the Amazon order id [${visibleText(amazon.id)}]`
  return [note(`Payment method [${payment.method}]; its number is ${whose}. It is approved.`)]
}

function moneyNotes({ amazon, stage, lines }: NewOrder): readonly LogEntry[] {
  const id = visibleText(amazon.id)
  const flags = amazon.flags.map((flag) =>
    note(`Order id [${id}] is flagged [${visibleText(flag)}]. It imports as Amazon states it.`),
  )
  const silent = stage !== 'Pre-ordered' && lines.some((line) => line.money === null)
  return silent ? [...flags, note(`Amazon states no amounts for one or more lines of order id [${id}].`)] : flags
}

/** Said when a pending order has waited too long to go on reserving stock (O13). */
export const nothingReserved = (order: AmazonOrder, days: number): LogEntry =>
  note(`Order id [${visibleText(order.id)}] has been pending for more than ${days} days and no longer reserves stock.`)
