import type { UnknownValues } from './fault-kinds.ts'
import type { OrderVersion } from './order-book.ts'
import type { Address, ItemDocument, OrderDocument } from './order-document.ts'

const EMAIL_STATUSES = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED']

export type View = { readonly datasets: ReadonlySet<string>; readonly roles: ReadonlySet<string>; readonly now: number }

/** Cuts a kept order down to what Amazon answers: by includedData, by role, by status and by who fulfills. */
export function shapeOrder(version: OrderVersion, view: View): OrderDocument {
  const full = version.document
  if (version.unfiltered) return full
  const has = (dataset: string) => view.datasets.has(dataset)
  const order: OrderDocument = {
    orderId: full.orderId,
    createdTime: full.createdTime,
    lastUpdatedTime: full.lastUpdatedTime,
    salesChannel: full.salesChannel,
    orderItems: full.orderItems.map((item) => shapeItem(item, version, view)),
  }
  if (full.orderAliases) order.orderAliases = full.orderAliases
  if (full.programs) order.programs = full.programs
  if (full.associatedOrders) order.associatedOrders = full.associatedOrders
  if (has('BUYER')) order.buyer = shapeBuyer(full, view)
  if (has('RECIPIENT') && version.payable) order.recipient = shapeRecipient(full, view)
  if (has('PROCEEDS') && version.payable && full.proceeds) order.proceeds = full.proceeds
  if (has('PAYMENT') && version.payable && full.payment) order.payment = full.payment
  if (has('TAX') && version.payable && full.tax && mayInvoice(view)) order.tax = full.tax
  if (has('FULFILLMENT') && full.fulfillment) order.fulfillment = full.fulfillment
  if (has('PACKAGES') && full.packages && !byAmazon(full)) order.packages = full.packages
  if (has('FULFILLMENT_ORDERS') && full.fulfillmentOrders) order.fulfillmentOrders = full.fulfillmentOrders
  for (const block of ['buyer', 'recipient'] as const)
    if (order[block] && Object.keys(order[block]).length === 0) delete order[block]
  return order
}

const byAmazon = (order: OrderDocument) => order.fulfillment?.fulfilledBy === 'AMAZON'
const mayDeliver = (view: View) => view.roles.has('direct-to-consumer')
const mayInvoice = (view: View) => view.roles.has('tax-invoicing') || view.roles.has('tax-remittance')

function shapeBuyer(order: OrderDocument, view: View): NonNullable<OrderDocument['buyer']> {
  const { buyerName, buyerEmail, ...rest } = order.buyer ?? {}
  const status = order.fulfillment?.fulfillmentStatus ?? ''
  const emailShown = mayDeliver(view) && !byAmazon(order) && EMAIL_STATUSES.includes(status)
  return {
    ...(buyerName !== undefined && mayInvoice(view) ? { buyerName } : {}),
    ...(buyerEmail !== undefined && emailShown ? { buyerEmail } : {}),
    ...rest,
  }
}

function shapeRecipient(order: OrderDocument, view: View): NonNullable<OrderDocument['recipient']> {
  const { deliveryAddress, deliveryPreference } = order.recipient ?? {}
  const recipient: NonNullable<OrderDocument['recipient']> = {}
  if (deliveryAddress) recipient.deliveryAddress = shapeAddress(deliveryAddress, order, view)
  if (deliveryPreference && mayDeliver(view) && !byAmazon(order)) recipient.deliveryPreference = deliveryPreference
  return recipient
}

function shapeAddress(full: Address, order: OrderDocument, view: View): Address {
  const { name, companyName, addressLine1, addressLine2, addressLine3, postalCode, phone, extendedFields, ...place } =
    full
  if (!mayDeliver(view)) return place
  if (byAmazon(order)) return { ...place, postalCode }
  const latest = Date.parse(order.fulfillment?.deliverByWindow?.latestDateTime ?? '')
  const delivered = order.fulfillment?.fulfillmentStatus === 'SHIPPED' && view.now > latest
  if (!delivered) return full
  return { ...full, phone: undefined }
}

function shapeItem(full: ItemDocument, version: OrderVersion, view: View): ItemDocument {
  const has = (dataset: string) => view.datasets.has(dataset)
  const { price, ...product } = full.product
  const item: ItemDocument = {
    orderItemId: full.orderItemId,
    quantityOrdered: full.quantityOrdered,
    product: version.payable ? full.product : product,
  }
  if (full.programs) item.programs = full.programs
  if (has('PROCEEDS') && version.payable && full.proceeds) item.proceeds = full.proceeds
  if (has('EXPENSE') && full.expense) item.expense = full.expense
  if (has('PROMOTION') && full.promotion) item.promotion = full.promotion
  if (has('CANCELLATION') && full.cancellation) item.cancellation = full.cancellation
  if (has('FULFILLMENT') && full.fulfillment) item.fulfillment = shapeItemFulfillment(full.fulfillment, version, view)
  if (has('TAX') && full.tax) item.tax = full.tax
  return item
}

/** The gift message is buyer data, and it travels with FULFILLMENT. */
function shapeItemFulfillment(full: NonNullable<ItemDocument['fulfillment']>, version: OrderVersion, view: View) {
  const gift = full.packing?.giftOption
  if (!gift?.giftMessage || (mayDeliver(view) && version.payable && !byAmazon(version.document))) return full
  const { giftMessage, ...giftOption } = gift
  return { ...full, packing: { ...full.packing, giftOption } }
}

/** The same order with values that no one has heard of yet. */
export function withUnknownValues(order: OrderDocument, values: UnknownValues): OrderDocument {
  const changed = structuredClone(order)
  changed.programs = [...(changed.programs ?? []), values.program ?? 'PROGRAM_OF_TOMORROW']
  const { fulfillment } = changed
  if (fulfillment && values.fulfillmentStatus) fulfillment.fulfillmentStatus = values.fulfillmentStatus
  if (fulfillment && values.fulfilledBy) fulfillment.fulfilledBy = values.fulfilledBy
  if (fulfillment && values.fulfillmentServiceLevel)
    fulfillment.fulfillmentServiceLevel = values.fulfillmentServiceLevel
  const address = changed.recipient?.deliveryAddress
  if (address && values.addressType) address.addressType = values.addressType
  if (values.breakdownType) {
    const currencyCode = changed.proceeds?.grandTotal?.currencyCode ?? 'USD'
    const subtotal = { amount: '0.00', currencyCode }
    changed.proceeds?.breakdowns?.push({ type: values.breakdownType, subtotal })
    for (const item of changed.orderItems) item.proceeds?.breakdowns?.push({ type: values.breakdownType, subtotal })
  }
  return changed
}
