import { isCurrency } from '../money.ts'
import { visibleText } from '../visible-text.ts'
import { buyerOf, placeOf } from './buyer-of-rows.ts'
import {
  type CellFault,
  type ChannelLine,
  type ChannelOrder,
  isChannelOrderId,
  PAYMENT_METHODS,
} from './channel-order.ts'
import type { ColumnMeaning } from './order-columns.ts'
import { readAmountCell, readCount, readTime, readYesNo, sampleAmount } from './read-cells.ts'

/** One row of a file: its number in the sheet, and its cells in the order of the header. */
export type FileRow = { readonly row: number; readonly cells: readonly string[] }

/** What reading needs beside the rows: the header with its meaning, and the merchant's zone and currency. */
export type FileContext = {
  readonly header: readonly string[]
  readonly columns: readonly ColumnMeaning[]
  readonly timeZone: string
  readonly currency: string
}

const MOST_LINES = 200
const LONGEST = 500
/** What stands in these cells is a buyer's, or may be: it is never told. */
const OF_BUYERS = /^(shipto|billto)|^(email|giftMessage|specialInstructions|purchaseOrderNumber)$/

/** Reads the cells of one order, and notes what is wrong with each. */
export type Reader = ReturnType<typeof readerOf>

function readerOf(rows: readonly FileRow[], context: FileContext) {
  const faults: CellFault[] = []
  const { header, columns } = context
  const add = (row: number, column: number, why: string) =>
    faults.push({ row, column, header: header[column] ?? '', why })
  const at = (name: string) => columns.findIndex((each) => each.of === 'order' && each.name === name)
  const find = (name: string): string | null => {
    const column = at(name)
    if (column < 0) return null
    const said = rows.filter(({ cells }) => (cells[column] ?? '').trim() !== '')
    const [first] = said
    if (!first) return null
    const value = (first.cells[column] ?? '').trim()
    const other = said.find(({ cells }) => (cells[column] ?? '').trim() !== value)
    if (other) add(other.row, column, `says otherwise than row ${first.row}, and both are one order`)
    if (value.length > LONGEST || /[\p{Cc}\p{Surrogate}]/u.test(value.replace(/[\n\r\t]/g, ' ')))
      add(first.row, column, `must have at most ${LONGEST} characters, none of them control characters`)
    return value
  }
  const found = new Map<string, string | null>()
  /** What the order says in a column: the first cell that says anything; another one that says otherwise is a fault. */
  const text = (name: string): string | null => {
    const known = found.get(name)
    if (known !== undefined) return known
    const value = find(name)
    found.set(name, value)
    return value
  }
  const rowOf = (name: string) =>
    rows.find(({ cells }) => (cells[at(name)] ?? '').trim() !== '')?.row ?? rows[0]?.row ?? 0
  /** Notes that what an order says in a column is wrong. */
  const wrong = (name: string, why: string) => {
    const said = OF_BUYERS.test(name) ? null : text(name)
    add(rowOf(name), at(name), said === null ? why : `says [${visibleText(said, 60)}]; ${why}`)
  }
  /** What a column says, read; what cannot be read is noted and counts as not said. */
  const read = <T>(name: string, reading: (said: string) => T | null, why: string): T | null => {
    const said = text(name)
    if (said === null) return null
    const value = reading(said)
    if (value === null) wrong(name, why)
    return value
  }
  const yes = (name: string) => read(name, readYesNo, 'write yes or no')
  return { rows, context, faults, add, text, wrong, read, yes }
}

/** One order from its rows, with all that is wrong with it (H3). */
export function orderOfRows(rows: readonly FileRow[], context: FileContext): ChannelOrder {
  const reader = readerOf(rows, context)
  const { text, wrong, yes } = reader
  const id = text('channelPartnerOrderId') ?? ''
  if (!isChannelOrderId(id))
    wrong(
      'channelPartnerOrderId',
      'write the number of the order at the channel: 1 to 49 letters, digits and signs without blanks',
    )
  const currency = currencyOf(reader)
  const payment = paymentOf(reader)
  const skips = yes('skipPaymentProcessing') === true
  const waits =
    yes('noRealtimePaymentProcessing') === true ||
    (payment === 'Purchase Order' && yes('autoApprovePurchaseOrder') === false)
  const completed = yes('storeCompleted') === true
  const methods = [text('shippingMethod'), text('leastCostRouteShippingMethods')]
  const leastCost = yes('leastCostRoute') === true
  const [named = null, several] = methods
  const wanted = leastCost || named === null ? (several ?? '').split(',') : [named]
  return {
    rows: rows.map(({ row }) => row),
    id,
    channel: text('channelPartnerCode')?.toUpperCase() ?? null,
    treatWarningsAsErrors: yes('treatWarningsAsErrors') ?? true,
    payment,
    hasPurchaseOrder: payment === 'Purchase Order' && text('purchaseOrderNumber') !== null,
    waitsForPayment: waits && !skips && !completed,
    storeCompleted: completed,
    placedAt: timeOf(reader, 'orderDate', false),
    currency,
    lines: linesOf(reader, currency),
    shipping: amountOf(reader, 'arbitraryShippingHandlingTotal', currency),
    tax: amountOf(reader, 'arbitraryTax', currency),
    shipBy: timeOf(reader, 'shipOnDate', true),
    deliverBy: timeOf(reader, 'deliveryDate', true),
    gift: yes('gift') === true,
    themeCode: text('screenBrandingThemeCode'),
    methods: wanted.map((name) => name.trim()).filter((name) => name !== ''),
    leastCost: leastCost || named === null,
    ...placeOf(reader, completed),
    buyer: buyerOf(reader),
    faults: reader.faults,
  }
}

const timeOf = ({ read, context: { timeZone } }: Reader, name: string, late: boolean): number | null =>
  read(
    name,
    (said) => readTime(said, { timeZone, late }),
    'write it as MM/DD/YYYY HH:MM:SS, such as 11/24/2026 14:05:00',
  )

const amountOf = ({ read }: Reader, name: string, currency: string): number =>
  read(
    name,
    (said) => readAmountCell(said, currency),
    `write an amount of at least 0, such as ${sampleAmount(currency)}`,
  ) ?? 0

function currencyOf({ read, context: { currency } }: Reader): string {
  const code = (said: string) => (isCurrency(said.toUpperCase()) ? said.toUpperCase() : null)
  return read('currencyCode', code, 'write the three letters of a currency, such as USD') ?? currency
}

function paymentOf({ text, wrong, read }: Reader): ChannelOrder['payment'] {
  const bare = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '')
  if (text('paymentMethod') === null) wrong('paymentMethod', `is blank; write one of ${PAYMENT_METHODS.join(', ')}`)
  const known = (said: string) => PAYMENT_METHODS.find((each) => bare(each) === bare(said)) ?? null
  return read('paymentMethod', known, `write one of ${PAYMENT_METHODS.join(', ')}`) ?? 'Credit Card'
}

/** The items of the rows: one in each row, or several in numbered columns. */
function linesOf(reader: Reader, currency: string): readonly ChannelLine[] {
  const { rows, context, add } = reader
  const places = [...new Set(context.columns.flatMap((each) => (each.of === 'item' ? [each.n] : [])))]
  const lines = rows.flatMap((row) => places.flatMap((n) => lineOf(reader, { row, n, currency }) ?? []))
  const itemColumn = context.columns.findIndex((each) => each.of === 'item' && each.name === 'merchantItemId')
  if (lines.length === 0) add(rows[0]?.row ?? 0, itemColumn, 'no row of the order names an item: write your item id')
  if (lines.length > MOST_LINES)
    add(rows[0]?.row ?? 0, itemColumn, `the order has more than ${MOST_LINES} lines: bring it as two`)
  return lines.slice(0, MOST_LINES)
}

type LinePlace = { readonly row: FileRow; readonly n: number | null; readonly currency: string }

function lineOf({ context, add }: Reader, { row: { row, cells }, n, currency }: LinePlace): ChannelLine | null {
  const at = (name: string) =>
    context.columns.findIndex((each) => each.of === 'item' && each.name === name && each.n === n)
  const said = (name: string) => (at(name) < 0 ? '' : (cells[at(name)] ?? '').trim())
  const [item, quantity, cost, title] = ['merchantItemId', 'quantity', 'arbitraryUnitCost', 'title'].map(said)
  if (!item && !quantity && !cost && !title) return null
  const wrong = (name: string, why: string) => add(row, Math.max(0, at(name)), why)
  const count = readCount(quantity ?? '')
  const unitCost = cost ? readAmountCell(cost, currency) : null
  const text = (value = '') => visibleText(value, 60)
  if (!item) wrong('merchantItemId', 'is blank; write your item id')
  else if (item.length > 100) wrong('merchantItemId', 'is longer than any item id')
  if (count === null) wrong('quantity', `says [${text(quantity)}]; write a whole number from 1 to 100,000`)
  if (cost && unitCost === null)
    wrong('arbitraryUnitCost', `says [${text(cost)}]; write an amount of at least 0, such as ${sampleAmount(currency)}`)
  return {
    row,
    item: (item ?? '').slice(0, 100),
    title: title ? title.slice(0, 200) : null,
    quantity: count ?? 1,
    unitCost,
  }
}
