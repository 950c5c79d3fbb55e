import { changeOrder } from './change-order.ts'
import { CODE, type Finding } from './feed-findings.ts'
import { findItem, findOrder } from './feed-orders.ts'
import type { FeedJob } from './feed-work.ts'
import type { OrderDocument } from './order-document.ts'
import { flatFeed, xmlFeed } from './order-feeds.ts'
import type { FlatRecord } from './read-flat-file.ts'
import type { XmlElement } from './read-xml.ts'
import { returnUnits } from './return-units.ts'
import { ownOrder } from './ship-package.ts'
import { childrenOf, refuseChildren, textOf } from './xml-elements.ts'

const MESSAGE = 'AmazonOrderID MerchantOrderID? StatusCode Item*'
const ITEM = 'AmazonOrderItemCode MerchantOrderItemID? CancelReason?'
/** Those of the XML schema. */
const XML_REASONS = [
  'NoInventory',
  'ShippingAddressUndeliverable',
  'CustomerExchange',
  'BuyerCanceled',
  'GeneralAdjustment',
  'CarrierCreditDecision',
  'RiskAssessmentInformationNotValid',
  'CarrierCoverageFailure',
  'CustomerReturn',
  'MerchandiseNotReceived',
]
/** Those that Seller Central offers for a file. */
const FLAT_REASONS = [
  'NoInventory',
  'BuyerCanceled',
  'GeneralAdjustment',
  'PricingError',
  'ShippingAddressUndeliverable',
  'CustomerExchange',
]

/** POST_ORDER_ACKNOWLEDGEMENT_DATA: Success writes the seller's own order number, Failure cancels the order. */
export const xmlAcknowledgementFeed = xmlFeed({ messageType: 'OrderAcknowledgement', carryOut: acknowledge })

/** POST_FLAT_FILE_ORDER_ACKNOWLEDGEMENT_DATA: each order that is named is cancelled. */
export const flatAcknowledgementFeed = flatFeed({
  columns: { required: ['order-id', 'cancellation-reason-code'], optional: ['amazon-order-item-code'] },
  keyOf: ({ cell }) => cell('order-id') ?? '',
  carryOut: cancelRecords,
})

function acknowledge(job: FeedJob, body: XmlElement): Finding | undefined {
  const items = childrenOf(body, 'Item')
  const wrong =
    refuseChildren(body, MESSAGE) ?? items.map((item) => refuseChildren(item, ITEM)).find((text) => text !== undefined)
  if (wrong) return { code: CODE.invalidContent, text: wrong }
  const found = findOrder(job, body)
  if ('code' in found) return found
  const order = found.document
  const { orderId } = order
  const status = textOf(body, 'StatusCode')
  if (status !== 'Success' && status !== 'Failure')
    return { code: CODE.invalidContent, text: `StatusCode '${status}' is neither Success nor Failure.`, orderId }
  const reasons: string[] = []
  for (const item of items) {
    const known = findItem(job, order, item)
    if ('code' in known) return known
    const reason = textOf(item, 'CancelReason')
    if (reason !== undefined && !XML_REASONS.includes(reason))
      return { code: CODE.invalidContent, text: `CancelReason '${reason}' is not facet-valid.`, orderId }
    if (status === 'Failure' && reason === undefined)
      return { code: CODE.reason, text: 'A CancelReason is required.', orderId, orderItemId: known.orderItemId }
    reasons.push(reason ?? '')
  }
  if (status === 'Failure') return cancelOrder(job, order, reasons[0] ?? 'NoInventory')
  return confirmReceipt(job, order, body)
}

/** The seller's own numbers are kept, in place of earlier ones. */
function confirmReceipt(job: FeedJob, order: OrderDocument, body: XmlElement): Finding | undefined {
  const { orderId } = order
  const status = order.fulfillment?.fulfillmentStatus ?? ''
  if (!['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED'].includes(status))
    return { code: CODE.wrongStatus, text: `The order is in status ${status} and cannot be acknowledged.`, orderId }
  for (const item of childrenOf(body, 'Item')) {
    const ownItem = textOf(item, 'MerchantOrderItemID')
    const code = textOf(item, 'AmazonOrderItemCode')
    if (ownItem && code) job.world.shipments.merchantItems.set(`${orderId}/${ownItem}`, code)
  }
  const aliasId = textOf(body, 'MerchantOrderID')
  const known = order.orderAliases?.some((a) => a.aliasId === aliasId && a.aliasType === 'SELLER_ORDER_ID')
  if (aliasId === undefined || known) return undefined
  const edit = (changed: OrderDocument) => {
    const others = changed.orderAliases?.filter((alias) => alias.aliasType !== 'SELLER_ORDER_ID') ?? []
    changed.orderAliases = [...others, { aliasId, aliasType: 'SELLER_ORDER_ID' }]
  }
  changeOrder(job.world, orderId, { edit })
  return undefined
}

/** However many of its lines are named, the whole order is cancelled. */
function cancelRecords(job: FeedJob, records: readonly FlatRecord[]): Finding | undefined {
  const orderId = records[0]?.cell('order-id') ?? ''
  const order = ownOrder(job.world, job.sellerId, orderId)
  if (!order) return { code: CODE.unknownOrder, text: `The order-id '${orderId}' is not known.` }
  for (const { cell } of records) {
    const reason = cell('cancellation-reason-code')
    const orderItemId = cell('amazon-order-item-code')
    if (reason === undefined || !FLAT_REASONS.includes(reason))
      return { code: CODE.reason, text: `The cancellation-reason-code '${reason ?? ''}' is not allowed.`, orderItemId }
    if (orderItemId !== undefined && !order.orderItems.some((i) => i.orderItemId === orderItemId))
      return { code: CODE.unknownItem, text: `The order item '${orderItemId}' is not one of the order.`, orderItemId }
  }
  return cancelOrder(job, order, records[0]?.cell('cancellation-reason-code') ?? '')
}

function cancelOrder({ world, sellerId }: FeedJob, order: OrderDocument, reason: string): Finding | undefined {
  const { orderId } = order
  const status = order.fulfillment?.fulfillmentStatus ?? ''
  if (order.fulfillment?.fulfilledBy === 'AMAZON')
    return { code: CODE.byAmazon, text: 'The order is fulfilled by Amazon.', orderId }
  if (status !== 'UNSHIPPED')
    return { code: CODE.wrongStatus, text: `The order is in status ${status} and cannot be cancelled.`, orderId }
  const edit = (changed: OrderDocument) => {
    if (changed.fulfillment) changed.fulfillment.fulfillmentStatus = 'CANCELLED'
    for (const item of changed.orderItems) {
      item.fulfillment = { ...item.fulfillment, quantityUnfulfilled: 0 }
      item.cancellation = {
        ...item.cancellation,
        cancellationExecution: { cancelledBy: 'MERCHANT', cancelReason: reason },
      }
    }
  }
  changeOrder(world, orderId, { edit })
  returnUnits(world, { sellerId, reason }, order)
  return undefined
}
