import type { AmazonOrderId, SellerSku } from '#core/ids.ts'
import type { AmazonLine, AmazonOrder, Destination } from '#core/orders/amazon-order.ts'
import { destinationOf } from '#core/orders/destination.ts'
import { mask } from '#core/pii/masked.ts'
import { shownPlace } from '#core/pii/shown-place.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { lineMoney, type StatedMoney } from './line-money.ts'
import { lineParticulars } from './line-particulars.ts'
import { orderMoney } from './order-money.ts'
import { packagesOf } from './packages.ts'
import type { TranslatedOrder, WireOrder } from './port.ts'
import * as read from './read-wire.ts'
import { buyerDataOf, NOT_AN_ORDER, orderIdOf } from './strip-buyer.ts'

/** What a wire order means. The first field that cannot be read makes the order a problem that names it; values Amazon adds tomorrow are kept as text. */
export function translateOrder(wire: WireOrder): Result<TranslatedOrder> {
  if (NOT_AN_ORDER in wire) return failed('unreadable-order', { field: 'order', why: 'it is not an object' })
  const root = read.readFrom(wire)
  const order = orderOf(root)
  const destination = destinationIn(root)
  const { trouble } = root.reading
  if (trouble) return failed('unreadable-order', trouble)
  const buyerData = buyerDataOf(wire)
  return ok({
    order: { ...order, shipTo: shownPlace(destination) },
    buyerData: buyerData && mask(buyerData),
    destination,
  })
}

function orderOf(root: read.Block): AmazonOrder {
  const channel = read.block(root, 'salesChannel')
  const fulfillment = read.block(root, 'fulfillment')
  const shipBy = fulfillment && read.block(fulfillment, 'shipByWindow')
  const deliverBy = fulfillment && read.block(fulfillment, 'deliverByWindow')
  const stated = linesOf(root)
  const money = orderMoney(root, stated)
  return {
    id: orderNumber(root) as AmazonOrderId,
    marketplaceId: channel && (read.text(channel, 'marketplaceId') || null),
    placedAt: read.requiredInstant(root, 'createdTime'),
    updatedAt: read.requiredInstant(root, 'lastUpdatedTime'),
    status: fulfillment && (read.text(fulfillment, 'fulfillmentStatus') || null),
    fulfilledBy: fulfillment && (read.text(fulfillment, 'fulfilledBy') || null),
    serviceLevel: fulfillment && (read.text(fulfillment, 'fulfillmentServiceLevel') || null),
    shipBy: shipBy && read.instant(shipBy, 'latestDateTime'),
    deliverBy: deliverBy && read.instant(deliverBy, 'latestDateTime'),
    programs: read.texts(root, 'programs'),
    replaces: replacedOrder(root),
    hasPurchaseOrder: hasPurchaseOrder(root),
    ...money,
    packages: packagesOf(root),
    lines: stated.map(({ line, money: lineMoney }) => ({
      ...line,
      money: lineMoney?.oneCurrency && lineMoney.currency === money.currency ? lineMoney.money : null,
    })),
  }
}

function orderNumber(root: read.Block): string {
  const id = orderIdOf(root.fields)
  if (id === null && read.text(root, 'orderId')) read.senseless(root, 'orderId', 'it is not an order number')
  else if (id === null) read.missing(root, 'orderId')
  return id ?? ''
}

function replacedOrder(root: read.Block): string | null {
  for (const other of read.blocks(root, 'associatedOrders')) {
    const kind = read.text(other, 'associationType')
    if (kind === 'REPLACEMENT_ORIGINAL_ID' || kind === 'EXCHANGE_ORIGINAL_ID') return read.text(other, 'orderId')
  }
  return null
}

/** Whether there is a number, which is buyer data and goes its own way; one that cannot be read must not hold the order. */
function hasPurchaseOrder({ fields: { buyer } }: read.Block): boolean {
  const number = read.isObject(buyer) ? buyer.buyerPurchaseOrderNumber : null
  return typeof number === 'string' && number.trim() !== ''
}

type StatedLine = { readonly line: Omit<AmazonLine, 'money'>; readonly money: StatedMoney | null }

function linesOf(root: read.Block): readonly StatedLine[] {
  if (root.fields.orderItems === undefined || root.fields.orderItems === null) read.missing(root, 'orderItems')
  const seen = new Set<string>()
  return read.blocks(root, 'orderItems').map((item) => {
    const money = lineMoney(item)
    const stated = { line: lineOf(item, money?.currency ?? null), money }
    if (seen.has(stated.line.lineId)) read.senseless(item, 'orderItemId', 'the order has another line with this id')
    seen.add(stated.line.lineId)
    return stated
  })
}

function lineOf(item: read.Block, currency: string | null): Omit<AmazonLine, 'money'> {
  const product = read.block(item, 'product') ?? read.missing(item, 'product')
  const fulfillment = read.block(item, 'fulfillment')
  const packing = fulfillment && read.block(fulfillment, 'packing')
  const cancellation = read.block(item, 'cancellation')
  return {
    lineId: lineIdOf(item),
    asin: product && (read.text(product, 'asin') || null),
    // A line without a SKU (an added service) is kept: it can be ignored by its ASIN or mapped by nobody.
    sellerSku: ((product && read.text(product, 'sellerSku')) ?? '') as SellerSku,
    title: titleOf(product),
    quantity: read.requiredCount(item, 'quantityOrdered'),
    quantityFulfilled: (fulfillment && read.count(fulfillment, 'quantityFulfilled')) ?? 0,
    gift: packing !== null && read.block(packing, 'giftOption') !== null,
    particulars: lineParticulars(item, currency),
    cancellationRequested: cancellation !== null && read.block(cancellation, 'cancellationRequest') !== null,
  }
}

/** Amazon's order item id: a short word without spaces. It is a key of ours, so anything else is refused here. */
function lineIdOf(item: read.Block): string {
  const id = read.requiredText(item, 'orderItemId')
  if (!/^[\x21-\x7e]{1,100}$/.test(id)) read.senseless(item, 'orderItemId', 'it is not an order item id')
  return id
}

const LONGEST_TITLE = 500

/** Amazon's title as it is, cut to 500 characters, never through the middle of an emoji. */
function titleOf(product: read.Block | null): string {
  const title = (product && read.text(product, 'title')) ?? ''
  if (title.length <= LONGEST_TITLE) return title
  const cut = title.slice(0, LONGEST_TITLE)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}

/** Where a wire order goes, and nothing else of it; null where it cannot be told. */
export const placeIn = (wire: WireOrder): Destination | null =>
  NOT_AN_ORDER in wire ? null : destinationIn(read.readFrom(wire))

/** Where the order goes; null where Amazon gives no street and no postal code, as it does to an application without the role. */
function destinationIn(root: read.Block): Destination | null {
  const recipient = read.block(root, 'recipient')
  const address = recipient && read.block(recipient, 'deliveryAddress')
  if (!address) return null
  const part = (name: string) => read.text(address, name) ?? ''
  const extended = read.block(address, 'extendedFields')
  // Brazil: the street in parts, with or without the same in lines.
  const split = (name: string) => (extended && read.text(extended, name)) ?? ''
  const street = `${split('streetName')} ${split('streetNumber')}`.trim()
  const lines = ['addressLine1', 'addressLine2', 'addressLine3'].map(part)
  const addressLines = [...lines, street, split('complement')]
  const parts = {
    country: part('countryCode'),
    state: part('stateOrRegion'),
    postalCode: part('postalCode'),
    city: part('city'),
    addressLines,
  }
  const known = parts.country !== '' && (parts.postalCode !== '' || addressLines.some((line) => line !== ''))
  return known ? destinationOf(parts) : null
}
