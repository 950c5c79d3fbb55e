import { formatAmount, parseMoney } from '#core/money.ts'
import type { ReportRow } from '#core/orders/order-report.ts'
import { amountIn, type Cells, isYes } from './report-cells.ts'

/** What cannot be read in a row, by its column. It never quotes the cell: it may be buyer data. */
export type CellFault = { readonly row: number; readonly column: string; readonly why: string }

type Wire = { readonly [field: string]: unknown }
type Line =
  | { readonly ok: true; readonly item: Wire; readonly total: number | null }
  | { readonly ok: false; readonly fault: CellFault }

/** How a line's amounts are read: in which currency, null where the report has none, and whether its prices hold the tax. */
export type Pricing = { readonly currency: string | null; readonly taxInside: boolean }

/** Which amounts of a line stand in which column. */
const AMOUNTS = [
  ['ITEM', 'item-price'],
  ['SHIPPING', 'shipping-price'],
  ['GIFT_WRAP', 'gift-wrap-price'],
  ['TAX', 'item-tax', 'ITEM'],
  ['TAX', 'shipping-tax', 'SHIPPING'],
  ['TAX', 'gift-wrap-tax', 'GIFT_WRAP'],
  ['DISCOUNT', 'item-promotion-discount', 'ITEM'],
  ['DISCOUNT', 'ship-promotion-discount', 'SHIPPING'],
] as const

/** A row of an order report as a line in the shape of Orders API 2026-01-01, or the column that cannot be read (H1). */
export function reportLine(cells: Cells, row: ReportRow, pricing: Pricing): Line {
  const bad = (column: string, why: string): Line => ({ ok: false, fault: { row: row.row, column, why } })
  const lineId = cells.of(row, 'order-item-id')
  if (/^[\d.]+E\+?\d+$/i.test(lineId)) return bad('order-item-id', ROUNDED)
  if (!/^[A-Za-z0-9-]{1,100}$/.test(lineId)) return bad('order-item-id', 'is no order item id')
  const ordered = countIn(cells.of(row, 'quantity-purchased'))
  if (ordered === null) return bad('quantity-purchased', 'is no quantity')
  const stated = cells.of(row, 'quantity-shipped')
  const shipped = stated === '' ? 0 : countIn(stated)
  if (shipped === null) return bad('quantity-shipped', 'is no quantity')
  const money = proceedsOf(cells, row, pricing)
  if ('column' in money) return bad(money.column, money.why)
  const item = {
    orderItemId: lineId,
    quantityOrdered: ordered,
    ...programsOf(cells, row),
    product: productOf(cells, row),
    ...money.proceeds,
    ...promotionsOf(cells, row),
    ...cancellationOf(cells, row),
    ...collectionOf(cells, row),
    fulfillment: {
      quantityFulfilled: Math.min(shipped, ordered),
      quantityUnfulfilled: Math.max(ordered - shipped, 0),
      ...packingOf(cells, row),
      ...shippingOf(cells, row),
    },
  }
  return { ok: true, item, total: money.total }
}

/** Why an id or a number of digits is no use any more. */
export const ROUNDED = 'was rounded by a spreadsheet. Bring the file as Amazon gave it'

/** A quantity of a report: `2`, and `2.0` as a spreadsheet writes it. */
export const countIn = (cell: string): number | null => (/^\d{1,9}(?:\.0+)?$/.test(cell) ? Number(cell) : null)

const productOf = (cells: Cells, row: ReportRow): Wire => {
  const asin = cells.of(row, 'asin')
  const design = cells.of(row, 'customized-url')
  return {
    title: cells.of(row, 'product-name'),
    sellerSku: cells.of(row, 'sku'),
    ...(asin && { asin }),
    ...(/business/i.test(cells.of(row, 'price-designation')) && { price: { priceDesignation: 'BUSINESS_PRICE' } }),
    ...(design && { customization: { customizedUrl: design } }),
  }
}

type Amounts =
  | { readonly proceeds: Wire; readonly total: number | null }
  | { readonly column: string; readonly why: string }

/** The line's amounts. The report states no total: it is their sum, with the tax only where prices come without it (O15). */
function proceedsOf(cells: Cells, row: ReportRow, { currency, taxInside }: Pricing): Amounts {
  if (currency === null || cells.of(row, 'item-price') === '') return { proceeds: {}, total: null }
  const breakdowns: Wire[] = []
  let total = 0
  for (const [type, column, subtype] of AMOUNTS) {
    const cell = cells.of(row, column)
    if (cell === '') continue
    const amount = amountIn(cell)
    const read = amount === null ? null : parseMoney(amount, currency)
    if (!read?.ok || amount === null)
      return { column, why: `is no amount in ${/^[A-Z]{3}$/.test(currency) ? currency : 'its currency'}` }
    if (read.value.minor === 0 && type !== 'ITEM') continue
    const value = { amount, currencyCode: currency }
    breakdowns.push({ type, subtotal: value, ...(subtype && { detailedBreakdowns: [{ subtype, value }] }) })
    if (type === 'DISCOUNT') total -= Math.abs(read.value.minor)
    else if (type !== 'TAX' || !taxInside) total += read.value.minor
  }
  return { proceeds: { proceeds: { proceedsTotal: moneyOf(total, currency), breakdowns } }, total }
}

/** Minor units as Amazon writes money. */
export const moneyOf = (minor: number, currency: string): Wire => ({
  amount: formatAmount({ minor, currency }),
  currencyCode: currency,
})

const promotionsOf = (cells: Cells, row: ReportRow): Wire => {
  const ids = ['item-promotion-id', 'ship-promotion-id', 'promotion-ids'].flatMap((name) => cells.of(row, name) || [])
  return ids.length === 0 ? {} : { promotion: { breakdowns: ids.map((promotionId) => ({ promotionId })) } }
}

const programsOf = (cells: Cells, row: ReportRow): Wire =>
  isYes(cells.of(row, 'is-transparency')) ? { programs: ['TRANSPARENCY'] } : {}

/** The buyer's wish to cancel, which the seller may have switched on as a column (O16). */
function cancellationOf(cells: Cells, row: ReportRow): Wire {
  if (!isYes(cells.of(row, 'is-buyer-requested-cancellation', 'is-buyer-requested-cancel'))) return {}
  const cancelReason = cells.of(row, 'buyer-requested-cancel-reason')
  return { cancellation: { cancellationRequest: { requester: 'BUYER', ...(cancelReason && { cancelReason }) } } }
}

/** Who collected the tax, another column of choice. */
function collectionOf(cells: Cells, row: ReportRow): Wire {
  if (!/^marketplace[ _]?facilitator$/i.test(cells.of(row, 'tax-collection-model'))) return {}
  const responsibleParty = cells.of(row, 'tax-collection-responsible-party')
  return {
    tax: { taxCollections: [{ model: 'MARKETPLACE_FACILITATOR', ...(responsibleParty && { responsibleParty }) }] },
  }
}

function packingOf(cells: Cells, row: ReportRow): Wire {
  const giftWrapLevel = cells.of(row, 'gift-wrap-type')
  const giftMessage = cells.of(row, 'gift-message-text')
  const option = { ...(giftWrapLevel && { giftWrapLevel }), ...(giftMessage && { giftMessage }) }
  return giftWrapLevel || giftMessage ? { packing: { giftOption: option } } : {}
}

function shippingOf(cells: Cells, row: ReportRow): Wire {
  const iossNumber = cells.of(row, 'ioss-number')
  return iossNumber ? { shipping: { internationalShipping: { iossNumber } } } : {}
}
