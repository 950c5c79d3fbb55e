import { isCarrier } from './carriers.ts'
import { CODE, type Finding } from './feed-findings.ts'
import { findItem, findOrder } from './feed-orders.ts'
import type { FeedJob } from './feed-work.ts'
import type { OrderDocument } from './order-document.ts'
import { flatFeed, xmlFeed } from './order-feeds.ts'
import type { FlatRecord } from './read-flat-file.ts'
import type { XmlElement } from './read-xml.ts'
import { ownOrder, type ShipmentRefusal, type ShippedItem, shipPackage, unitsLeft } from './ship-package.ts'
import { childOf, childrenOf, refuseChildren, textOf } from './xml-elements.ts'

const HOUR = 3_600_000
const MESSAGE =
  'AmazonOrderID|MerchantOrderID MerchantFulfillmentID? FulfillmentDate FulfillmentData? CODCollectionMethod? Item* ShipFromSupplySourceId?'
const DATA = 'CarrierCode|CarrierName ShippingMethod? ShipperTrackingNumber?'
const ITEM = 'AmazonOrderItemCode|MerchantOrderItemID MerchantFulfillmentItemID? Quantity? TransparencyCode*'
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

const CODES: Readonly<Record<ShipmentRefusal['kind'], number>> = {
  'unknown order': CODE.unknownOrder,
  'unknown item': CODE.unknownItem,
  'not open': CODE.wrongStatus,
  'by Amazon': CODE.byAmazon,
  'ship date': CODE.shipDate,
  'too many units': CODE.tooManyUnits,
  'unknown package': CODE.alreadyShipped,
  'too many updates': CODE.tooManyUpdates,
  'units taken back': CODE.tooManyUnits,
}

/** POST_ORDER_FULFILLMENT_DATA: each message is a package, with or without a tracking number. */
export const xmlFulfillmentFeed = xmlFeed({ messageType: 'OrderFulfillment', carryOut: shipMessage })

/** POST_FLAT_FILE_FULFILLMENT_DATA: records of one order with the same carrier, tracking number and day are a package. */
export const flatFulfillmentFeed = flatFeed({
  columns: {
    required: ['order-id', 'ship-date', 'carrier-code'],
    optional: ['order-item-id', 'quantity', 'carrier-name', 'tracking-number', 'ship-method'],
  },
  keyOf: ({ cell }) =>
    ['order-id', 'carrier-code', 'carrier-name', 'tracking-number', 'ship-date'].map((name) => cell(name)).join('\t'),
  carryOut: shipRecords,
})

/** A package as a feed tells it: not every line must be named. */
type Told = {
  readonly order: OrderDocument
  readonly reference: string | undefined
  readonly carrierCode: string | undefined
  readonly carrierName: string | undefined
  readonly shippingService: string | undefined
  readonly trackingNumber: string | undefined
  readonly shipTime: number
  /** None: all that is left. */
  readonly items: readonly (Omit<ShippedItem, 'quantity'> & { readonly quantity: string | undefined })[]
}

function shipMessage(job: FeedJob, body: XmlElement): Finding | undefined {
  const data = childOf(body, 'FulfillmentData')
  const items = childrenOf(body, 'Item')
  const wrong =
    refuseChildren(body, MESSAGE) ??
    (data && refuseChildren(data, DATA)) ??
    items.map((item) => refuseChildren(item, ITEM)).find((text) => text !== undefined)
  if (wrong) return { code: CODE.invalidContent, text: wrong }
  const found = findOrder(job, body)
  if ('code' in found) return found
  const order = found.document
  const fulfillmentId = textOf(body, 'MerchantFulfillmentID')
  if (fulfillmentId !== undefined && !/^\d{1,20}$/.test(fulfillmentId))
    return {
      code: CODE.invalidContent,
      text: `MerchantFulfillmentID '${fulfillmentId}' is not numeric.`,
      orderId: order.orderId,
    }
  const date = textOf(body, 'FulfillmentDate') ?? ''
  const named: Told['items'][number][] = []
  for (const item of items) {
    const known = findItem(job, order, item)
    if ('code' in known) return known
    const transparencyCodes = childrenOf(item, 'TransparencyCode').map((code) => code.text)
    named.push({
      orderItemId: known.orderItemId,
      quantity: textOf(item, 'Quantity'),
      ...(transparencyCodes.length > 0 ? { transparencyCodes } : {}),
    })
  }
  const key = `${order.orderId}/${fulfillmentId}`
  const taken = shipTold(job, {
    order,
    reference: fulfillmentId === undefined ? undefined : job.world.shipments.fulfillmentIds.get(key),
    carrierCode: textOf(data, 'CarrierCode') ?? (textOf(data, 'CarrierName') ? 'Other' : undefined),
    carrierName: textOf(data, 'CarrierName'),
    shippingService: textOf(data, 'ShippingMethod'),
    trackingNumber: textOf(data, 'ShipperTrackingNumber'),
    shipTime: DATE_TIME.test(date) ? Date.parse(/T.*(Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}Z`) : Number.NaN,
    items: named,
  })
  if ('code' in taken) return taken
  if (fulfillmentId !== undefined) job.world.shipments.fulfillmentIds.set(key, taken.reference)
  return undefined
}

/** A file overwrites what was told before: the package with this tracking number, or the only one that holds these lines. */
function shipRecords(job: FeedJob, records: readonly FlatRecord[]): Finding | undefined {
  const cell = (name: string) => records[0]?.cell(name)
  const orderId = cell('order-id') ?? ''
  const order = ownOrder(job.world, job.sellerId, orderId)
  if (!order) return { code: CODE.unknownOrder, text: `The order-id '${orderId}' is not known.` }
  const named = records.filter((record) => record.cell('order-item-id') !== undefined)
  if (named.length > 0 && named.length < records.length)
    return { code: CODE.invalidValue, text: 'An order is told as a whole or by its items, not both.' }
  const items = named.map((record) => ({
    orderItemId: record.cell('order-item-id') ?? '',
    quantity: record.cell('quantity'),
  }))
  const day = cell('ship-date') ?? ''
  const taken = shipTold(job, {
    order,
    reference: overwritten(order, cell('tracking-number'), items),
    carrierCode: cell('carrier-code'),
    carrierName: cell('carrier-name'),
    shippingService: cell('ship-method'),
    trackingNumber: cell('tracking-number'),
    shipTime: /^\d{4}-\d\d-\d\d$/.test(day) ? timeOfDay(job, order, Date.parse(day)) : Number.NaN,
    items,
  })
  return 'code' in taken ? taken : undefined
}

/** A day alone is taken for a moment of it that is possible, anywhere on earth: not before the order, not in the future. */
const timeOfDay = ({ world }: FeedJob, order: OrderDocument, day: number) => {
  const [created, now] = [Date.parse(order.createdTime), world.clock.now()]
  if (day + 36 * HOUR < created || day - 14 * HOUR > now) return day
  return Math.max(created, Math.min(day + 24 * HOUR - 1000, now))
}

function overwritten(order: OrderDocument, tracking: string | undefined, items: Told['items']): string | undefined {
  const same = order.packages?.find((p) => tracking !== undefined && p.trackingNumber === tracking)
  if (same) return same.packageReferenceId
  const lines = order.orderItems.filter((i) => items.length === 0 || items.some((t) => t.orderItemId === i.orderItemId))
  if (lines.some((line) => unitsLeft(line) > 0)) return undefined
  const holding = (order.packages ?? []).filter((p) =>
    p.packageItems?.some((i) => lines.some((line) => line.orderItemId === i.orderItemId)),
  )
  return holding.length === 1 ? holding[0]?.packageReferenceId : undefined
}

function shipTold(job: FeedJob, told: Told): Finding | { reference: string } {
  const { order, carrierCode, carrierName } = told
  const { orderId } = order
  const invalid = (text: string): Finding => ({ code: CODE.invalidValue, text, orderId })
  if (carrierCode === undefined) return invalid('A carrier is required.')
  if (!isCarrier(carrierCode)) return invalid(`The carrier code '${carrierCode}' is not one of Amazon's.`)
  if (carrierCode === 'Other' && (carrierName === undefined || carrierName.length > 50))
    return invalid('The carrier Other needs a name of 1 to 50 characters.')
  if (Number.isNaN(told.shipTime)) return { code: CODE.shipDate, text: 'The ship date is not a date.', orderId }
  const items = unitsOf(told)
  if ('code' in items) return items
  const shipment = { ...told, orderId, carrier: carrierCode === 'Other' ? carrierName : carrierCode, items }
  const taken = shipPackage(job.world, { sellerId: job.sellerId, operation: 'createFeed' }, shipment)
  return 'text' in taken ? { code: CODES[taken.kind], text: taken.text, orderId } : taken
}

/** What is not counted is all that is left of it; in a package that is told again, what it held. */
function unitsOf({ order, reference, items }: Told): ShippedItem[] | Finding {
  const known = order.packages?.find((p) => p.packageReferenceId === reference)
  const rest = (orderItemId: string) => {
    const line = order.orderItems.find((i) => i.orderItemId === orderItemId)
    const held = known?.packageItems?.find((i) => i.orderItemId === orderItemId)?.quantity ?? 0
    return (line ? unitsLeft(line) : 0) + held
  }
  const told =
    items.length > 0 ? items : order.orderItems.map((i) => ({ orderItemId: i.orderItemId, quantity: undefined }))
  const units = new Map<string, ShippedItem>()
  for (const { quantity, ...item } of told) {
    if (quantity !== undefined && !/^[1-9]\d{0,8}$/.test(quantity))
      return {
        code: CODE.invalidValue,
        text: `The quantity '${quantity}' is not a positive integer.`,
        orderId: order.orderId,
      }
    const more = quantity === undefined ? rest(item.orderItemId) : Number(quantity)
    units.set(item.orderItemId, { ...item, quantity: (units.get(item.orderItemId)?.quantity ?? 0) + more })
  }
  const counted = [...units.values()]
  return items.length > 0 ? counted : counted.filter((item) => item.quantity > 0)
}
