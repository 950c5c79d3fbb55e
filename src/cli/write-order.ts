import { writeParticulars } from '#contract/line-particulars.ts'
import { writeInstant, writeInstantOrNull, writeMoneyOrNull } from '#contract/parts.ts'
import type { OrderDetail, OrderSummary } from '#store/orders.ts'

/** An order as programs read it, in the shape of the REST API; without its buyer (U2). */
export const writeOrder = (order: OrderSummary) => ({
  orderNumber: order.orderId,
  channel: order.channel,
  amazonOrderId: order.amazonOrderId,
  connection: order.connection,
  marketplaceId: order.marketplaceId,
  stage: order.stage,
  amazonStatus: order.amazonStatus,
  serviceLevel: order.serviceLevel,
  shippingMethod: order.methodId,
  paymentMethod: order.paymentMethod,
  themeCode: order.themeCode,
  fulfilledByAmazon: order.fulfilledByAmazon,
  toConfirm: order.toConfirm,
  center: order.center,
  placedAt: writeInstant(order.placedAt),
  shipBy: writeInstantOrNull(order.shipBy),
  total: writeMoneyOrNull(order.grandTotal, order.currency),
  flags: order.flags,
})

/** A line of an order as programs read it. */
export const writeLine = (line: OrderDetail['lines'][number], currency: string | null) => ({
  lineId: line.lineId,
  sellerSku: line.sellerSku,
  asin: line.asin,
  title: line.title,
  itemId: line.itemId,
  quantity: line.quantity,
  quantityAmazon: line.quantityAmazon,
  total: writeMoneyOrNull(line.total, currency),
  particulars: writeParticulars(line.particulars, currency),
  allocations: line.allocations,
})
