import { NOT_AT_AMAZON } from '../channel-orders/channel-order.ts'
import { formatMoney, parseMoney } from '../money.ts'
import { type Problem, problem } from '../problems.ts'
import { type Checked, checkedAs, collectFaults, type EnteredMoney, type Faults, isWhole } from '../settings/faults.ts'
import { type LeftToRefund, leftToRefund, leftToRestock, type PaidLine } from './left-to-refund.ts'
import {
  type EarlierRefund,
  nothingFor,
  REFUND_PARTS,
  type Refund,
  type RefundLine,
  type RefundReason,
} from './refund.ts'
import { statusMeaning } from './status.ts'

/** An order as far as a refund needs it. */
export type RefundableOrder = {
  readonly amazonStatus: string
  readonly fulfilledByAmazon: boolean
  readonly toConfirm: boolean
  readonly currency: string | null
  readonly lines: readonly PaidLine[]
}

/** What a person gives back for one line, named by Amazon's order item id or its seller SKU. */
export type EnteredRefundLine = {
  readonly [Part in (typeof REFUND_PARTS)[number]]?: EnteredMoney | undefined
} & {
  readonly line: string
  /** Amazon's units that will not be shipped. */
  readonly quantityCancelled?: number | undefined
  /** Our units that are back on the shelf. */
  readonly restock?: number | undefined
}

/** What a person wants to give back: everything that is left, or amounts by line. */
export type RefundEntry =
  | { readonly reason: RefundReason; readonly full: true; readonly restock?: boolean | undefined }
  | { readonly reason: RefundReason; readonly lines: readonly EnteredRefundLine[] }

/** Checks a refund against what was paid and given back before; all that is wrong is told at once (O16). */
export function checkRefund(
  order: RefundableOrder,
  earlier: readonly EarlierRefund[],
  entry: RefundEntry,
): Checked<Refund> {
  const { currency } = order
  const why = whyNotRefunded(order)
  if (why !== null || currency === null) return refused(why ?? 'Amazon has not told its amounts')
  const { reason } = entry
  if (!('lines' in entry)) {
    const full = fullRefund(order, earlier, entry.restock === true)
    return Array.isArray(full) ? { ok: true, value: { reason, currency, lines: full } } : refused(full)
  }
  const faults = collectFaults()
  const lines = entry.lines.map((line, at) => enteredLine(line, { order, earlier, currency, at, faults }))
  faults.need(lines.length > 0, 'lines', 'must name a line')
  lines.forEach((line, at) => {
    const first = lines.findIndex((each) => each.lineId === line.lineId)
    faults.need(first === at, `lines[${at}].line`, `is the same as lines[${first}].line`)
  })
  return checkedAs({ reason, currency, lines }, faults)
}

const refused = (why: string): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: [problem('cannot-refund', { why })],
})

/** Amazon takes a refund for an order that is confirmed as shipped, at least in part. */
function whyNotRefunded({ amazonStatus, fulfilledByAmazon, toConfirm }: RefundableOrder): string | null {
  if (amazonStatus === NOT_AT_AMAZON) return 'it is of another channel. Refund it there'
  if (fulfilledByAmazon) return 'Amazon fulfills it, and refunds it itself'
  if (!toConfirm) return 'it is in the books only. Refund it in Seller Central'
  if (amazonStatus === 'SHIPPED' || amazonStatus === 'PARTIALLY_SHIPPED') return null
  if (statusMeaning(amazonStatus) === 'cancelled') return 'Amazon has cancelled it, and gives the money back itself'
  return `Amazon shows it as ${amazonStatus}. It takes a refund once the shipment is confirmed there; before that, cancel the order`
}

/** Everything that is left, line by line: the discount comes off the item, the tax goes back in one amount. Or why there is nothing. */
function fullRefund(
  order: RefundableOrder,
  earlier: readonly EarlierRefund[],
  restock: boolean,
): RefundLine[] | string {
  const lines: RefundLine[] = []
  for (const line of order.lines) {
    const left = leftToRefund(line, earlier)
    if (!left) return `Amazon has not told what was paid for [${line.sellerSku}]`
    // A discount as high as the shipping is free shipping.
    const shipping = line.discount === line.shipping ? 0 : Math.min(left.shipping, left.goods)
    const giftWrap = Math.min(left.giftWrap, left.goods - shipping)
    const item = Math.min(left.item, left.goods - shipping - giftWrap)
    const { tax, quantityCancelled } = left
    if (item + shipping + giftWrap + tax + quantityCancelled === 0) continue
    const back = restock ? leftToRestock(line, earlier) : 0
    lines.push({ ...nothingFor(line.lineId), item, shipping, giftWrap, tax, quantityCancelled, restock: back })
  }
  return lines.length > 0 ? lines : 'everything that the buyer paid to you is refunded already'
}

type Entering = {
  readonly order: RefundableOrder
  readonly earlier: readonly EarlierRefund[]
  readonly currency: string
  readonly at: number
  readonly faults: Faults
}

function enteredLine(entered: EnteredRefundLine, entering: Entering): RefundLine {
  const { order, earlier, at, faults } = entering
  const field = `lines[${at}]`
  const line = findLine(order.lines, entered.line)
  if (typeof line === 'string') {
    faults.add(`${field}.line`, line)
    return nothingFor(`${entered.line} ${at}`)
  }
  const wanted: Record<string, number> = {}
  for (const part of REFUND_PARTS) wanted[part] = readPart(entered[part], { ...entering, field: `${field}.${part}` })
  const { quantityCancelled = 0, restock = 0 } = entered
  const refund: RefundLine = { ...nothingFor(line.lineId), ...wanted, quantityCancelled, restock }
  const left = leftToRefund(line, earlier)
  if (!left) faults.add(`${field}.line`, 'Amazon has not told what was paid for it')
  else needLeft(refund, left, { ...entering, field })
  const mayRestock = leftToRestock(line, earlier)
  faults.need(
    isWhole(restock, 0, mayRestock),
    `${field}.restock`,
    `must be a whole number up to ${mayRestock}, what has left and is not back`,
  )
  const gives = REFUND_PARTS.some((part) => entered[part] !== undefined) || quantityCancelled > 0
  faults.need(gives, field, 'must name an amount or a cancelled quantity')
  return refund
}

function findLine(lines: readonly PaidLine[], named: string): PaidLine | string {
  const byId = lines.find(({ lineId }) => lineId === named)
  if (byId) return byId
  const [first, ...others] = lines.filter(({ sellerSku }) => sellerSku === named)
  if (!first) return 'is no line of this order'
  return others.length === 0 ? first : 'several lines have this seller SKU: name the order item id'
}

type Field = Pick<Entering, 'currency' | 'faults'> & { readonly field: string }

/** An amount above zero in the order's currency; what is wrong is noted and counts as zero. */
function readPart(money: EnteredMoney | undefined, { field, currency, faults }: Field): number {
  if (money === undefined) return 0
  if (money.currency !== currency) {
    faults.add(`${field}.currency`, `must be ${currency}, as the order is`)
    return 0
  }
  const read = parseMoney(money.amount, currency)
  if (read.ok && read.value.minor > 0) return read.value.minor
  faults.add(`${field}.amount`, `must be a decimal number above 0 with the decimals of ${currency}`)
  return 0
}

function needLeft(refund: RefundLine, left: LeftToRefund, { field, currency, faults }: Field): void {
  const told = (minor: number) => formatMoney({ minor, currency })
  for (const part of ['item', 'shipping', 'giftWrap'] as const)
    faults.need(
      refund[part] <= left[part],
      `${field}.${part}`,
      `must be at most ${told(left[part])}, what is left of it`,
    )
  const goods = refund.item + refund.shipping + refund.giftWrap
  faults.need(
    goods <= left.goods,
    field,
    `item, shipping and gift wrap must be at most ${told(left.goods)} together, what the buyer paid you for them and has not got back`,
  )
  const why = left.taxIncluded
    ? 'must be left out: the prices of this line hold their tax'
    : `the taxes must be at most ${told(left.tax)} together, what is yours to give back; Amazon gives back itself what it collected`
  const tax = refund.tax + refund.shippingTax + refund.giftWrapTax
  faults.need(tax <= left.tax, `${field}.tax`, why)
  const most = left.quantityCancelled
  faults.need(
    isWhole(refund.quantityCancelled, 0, most),
    `${field}.quantityCancelled`,
    `must be a whole number up to ${most}, what is not shipped at Amazon`,
  )
}
