import type { ItemId } from '../ids.ts'
import { allocate, type Need } from '../orders/allocate.ts'
import type { AmazonLine, AmazonOrder } from '../orders/amazon-order.ts'
import type { ImportContext } from '../orders/import-context.ts'
import type { NewOrder } from '../orders/import-outcome.ts'
import type { Payment } from '../orders/payment.ts'
import { type ResolvedLines, resolveLines } from '../orders/resolve-lines.ts'
import type { Stage } from '../orders/stage.ts'
import type { WorkingStock } from '../orders/working-stock.ts'
import { tell } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import { type CellFault, type ChannelOrder, NOT_AT_AMAZON, nameOfChannelOrder } from './channel-order.ts'
import { linesOfChannel } from './lines-of-channel.ts'
import { methodOfChannel } from './method-of-channel.ts'

/** What deciding about orders of other channels needs beside the orders; `undone` are those that were taken back and may come again. */
export type ChannelFacts = {
  readonly context: ImportContext
  /** The codes of the merchant's channels. */
  readonly channels: ReadonlySet<string>
  /** The channel of orders that name none. */
  readonly channel: string | null
  readonly themes: ReadonlySet<string>
  readonly undone: ReadonlySet<string>
  readonly now: number
}

/** The end of one order: placed, there already, or refused with all that is wrong at once (H3). */
export type ChannelDecision =
  | {
      readonly kind: 'placed'
      readonly code: string
      readonly order: NewOrder
      readonly warnings: readonly CellFault[]
    }
  | { readonly kind: 'unchanged'; readonly orderId: number; readonly stage: Stage }
  | { readonly kind: 'refused'; readonly faults: readonly CellFault[] }

/**
 * Decides about one order of another channel. A warning keeps it out unless the file says `treatWarningsAsErrors` no; an error always
 * does. What was placed before stays as it is, whatever the file says now. What it takes, the next one no longer sees (H3, O20).
 */
export function decideChannelOrder(read: ChannelOrder, facts: ChannelFacts, stock: WorkingStock): ChannelDecision {
  const code = read.channel ?? facts.channel
  const name = nameOfChannelOrder(code ?? '', read.id)
  const placed = facts.context.placed.get(name)
  if (placed && !facts.undone.has(name)) return { kind: 'unchanged', orderId: placed.orderId, stage: placed.stage }
  const context = { ...facts.context, mappings: withoutOwn(facts.context) }
  const lines = linesOfChannel(read, context)
  const resolved = resolveLines(lines.lines, context)
  const method = methodOfChannel(read, { lines: lines.lines, needs: resolved.needs }, context)
  const faults = [...read.faults, ...channelFaults(read, facts), ...lines.faults, ...method.faults]
  const warnings = [...itemWarnings(read, resolved), ...themeWarnings(read, facts), ...method.warnings]
  const allocated = allocate(wholeNeeds(resolved, context), { ...context, stock })
  warnings.push(...stockWarnings(read, allocated.allocations, stock))
  if (faults.length > 0 || (read.treatWarningsAsErrors && warnings.length > 0))
    return { kind: 'refused', faults: [...faults, ...warnings] }

  const amazon = asOrder(read, { name, lines: lines.lines, facts })
  const stage = stageOf(read)
  const completed = stage === 'Completed Order'
  const order: NewOrder = {
    amazon,
    stage,
    lines: resolved.lines,
    dropped: [],
    methodId: completed ? null : (method.chosen?.methodId ?? null),
    methodCost: completed ? null : (method.chosen?.cost ?? null),
    payment: paymentOf(read),
    themeCode: read.themeCode !== null && facts.themes.has(read.themeCode) ? read.themeCode : null,
    fulfilledByAmazon: false,
    toConfirm: !completed,
    center: allocated.center,
    allocations: completed ? [] : allocated.allocations,
    used: completed ? allocated.allocations : [],
    cancellation: null,
  }
  stock.take(order.allocations)
  stock.use(order.used)
  return { kind: 'placed', code: code ?? '', order, warnings }
}

/** The file names the merchant's own items: a mapping of Amazon's SKUs counts only where no item is called so (H3, O11). */
const withoutOwn = ({ mappings, items }: ImportContext): ImportContext['mappings'] =>
  new Map([...mappings].filter(([sku]) => !items.has(sku as string as ItemId)))

const stageOf = ({ storeCompleted, waitsForPayment }: ChannelOrder): Stage =>
  storeCompleted ? 'Completed Order' : waitsForPayment ? 'Accounts Receivable' : 'Shipping Department'

const paymentOf = ({ payment, hasPurchaseOrder, id }: ChannelOrder): Payment =>
  payment === 'Purchase Order'
    ? { method: payment, number: hasPurchaseOrder ? null : id, ofBuyer: hasPurchaseOrder }
    : { method: payment }

const fault = ({ rows }: ChannelOrder, header: string, why: string): CellFault => ({
  row: rows[0] ?? 0,
  column: -1,
  header,
  why,
})

function channelFaults(read: ChannelOrder, { channels, channel }: ChannelFacts): readonly CellFault[] {
  const code = read.channel ?? channel
  const known = [...channels].join(', ')
  if (code === null)
    return [
      fault(read, 'order.channelPartnerCode', `say from which channel it comes: ${known || 'add a channel first'}`),
    ]
  if (channels.has(code)) return []
  return [
    fault(
      read,
      'order.channelPartnerCode',
      `there is no channel [${visibleText(code, 20)}]: add it, or write one of ${known || 'yours'}`,
    ),
  ]
}

const itemWarnings = (read: ChannelOrder, { problems }: ResolvedLines): readonly CellFault[] =>
  problems.map((each) => {
    const sku = String(each.facts.sku ?? '')
    const why =
      each.code === 'unknown-sku'
        ? `no item is called [${visibleText(sku, 60)}]: create it, or write the id of another`
        : tell(each).sentence
    return {
      ...fault(read, 'item.merchantItemId', why),
      row: read.lines.find(({ item }) => item === sku)?.row ?? read.rows[0] ?? 0,
    }
  })

const themeWarnings = (read: ChannelOrder, { themes }: ChannelFacts): readonly CellFault[] =>
  read.themeCode === null || themes.has(read.themeCode)
    ? []
    : [fault(read, 'order.screenBrandingThemeCode', `there is no theme [${visibleText(read.themeCode, 40)}]`)]

function stockWarnings(read: ChannelOrder, allocations: NewOrder['allocations'], stock: WorkingStock): CellFault[] {
  const wanted = new Map<string, { readonly first: NewOrder['allocations'][number]; units: number }>()
  for (const each of allocations) {
    const sum = wanted.get(each.itemId) ?? { first: each, units: 0 }
    wanted.set(each.itemId, { ...sum, units: sum.units + each.quantity })
  }
  return [...wanted].flatMap(([item, { first, units }]) => {
    const level = stock.level(first.itemId, first.center)
    const free = Math.max(0, (level?.onHand ?? 0) - (level?.allocated ?? 0))
    const why = `[${visibleText(item, 60)}] is out of stock: ${units} ordered, ${free} free in ${first.center}`
    const row = read.lines[Number(first.line) - 1]?.row ?? read.rows[0] ?? 0
    return free >= units ? [] : [{ ...fault(read, 'item.quantity', why), row }]
  })
}

/** All that was ordered, also of an order for the books. */
const wholeNeeds = ({ lines }: ResolvedLines, { items }: ImportContext): readonly Need[] =>
  lines.flatMap(({ lineId, itemId, ours }) => {
    const item = itemId === null ? undefined : items.get(itemId)
    return item ? [{ line: lineId, item, quantity: ours }] : []
  })

type Named = { readonly name: AmazonOrder['id']; readonly lines: readonly AmazonLine[]; readonly facts: ChannelFacts }

/** The order as every other is kept. Nobody at Amazon knows it, so nothing of it goes up. */
function asOrder(read: ChannelOrder, { name, lines, facts }: Named): AmazonOrder {
  const minor = lines.reduce((sum, { money }) => sum + (money?.total ?? 0), 0)
  return {
    id: name,
    marketplaceId: null,
    placedAt: read.placedAt ?? facts.now,
    updatedAt: facts.now,
    status: NOT_AT_AMAZON,
    fulfilledBy: 'MERCHANT',
    serviceLevel: null,
    shipBy: read.shipBy,
    deliverBy: read.deliverBy,
    programs: [],
    replaces: null,
    shipTo: read.shipTo,
    hasPurchaseOrder: read.hasPurchaseOrder,
    currency: read.currency,
    grandTotal: { minor, currency: read.currency },
    outsideLines: 0,
    flags: [],
    lines,
    packages: null,
  }
}
