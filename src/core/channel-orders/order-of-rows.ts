import { isCurrency } from '../money.ts'
import { visibleText } from '../visible-text.ts'
import { buyerOf, placeOf } from './buyer-of-rows.ts'
import { type ChannelLine, type ChannelOrder, isChannelOrderId, PAYMENT_METHODS } from './channel-order.ts'
import { readAmountCell, readCount, readTime, sampleAmount } from './read-cells.ts'
import { type FileContext, type FileRow, type Reader, readerOf } from './row-reader.ts'

const MOST_LINES = 200

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
