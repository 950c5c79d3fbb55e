import { isCarrier } from './carriers.ts'
import { isReply } from './search-parameters.ts'
import type { Shipment, ShippedItem } from './ship-package.ts'
import { type Call, invalidInput, type Reply, readJson } from './wire.ts'

const JAPAN = 'A1VC38T7YXB528'
const BODY_FIELDS = ['marketplaceId', 'codCollectionMethod', 'packageDetail']
const PACKAGE_FIELDS = [
  'packageReferenceId',
  'carrierCode',
  'carrierName',
  'shippingMethod',
  'trackingNumber',
  'shipDate',
  'shipFromSupplySourceId',
  'orderItems',
]
const ITEM_FIELDS = ['orderItemId', 'quantity', 'transparencyCodes']
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

type Fields = Readonly<Record<string, unknown>>
export type Confirmation = { readonly marketplaceId: string; readonly shipment: Shipment & { reference: string } }

/** Reads path and body of confirmShipment, or answers 400. */
export function readConfirmation(call: Call): Confirmation | Reply {
  const orderId = call.url.pathname.split('/').at(-2) ?? ''
  if (!/^\d{3}-\d{7}-\d{7}$/.test(orderId)) return invalidInput(`Invalid order id '${orderId}'.`, 'orderId')
  const read = readJson(call)
  // Its model knows no 415.
  if (isReply(read)) return invalidInput('The request body is not a JSON object.', 'body')
  const { marketplaceId, codCollectionMethod, packageDetail } = read.json
  if (typeof marketplaceId !== 'string' || marketplaceId === '') return missing('marketplaceId')
  if (codCollectionMethod !== undefined && (codCollectionMethod !== 'DirectPayment' || marketplaceId !== JAPAN))
    return invalidInput('codCollectionMethod is DirectPayment, and supported in JP only.', 'codCollectionMethod')
  if (!isFields(packageDetail)) return missing('packageDetail')
  const refusal =
    refuseStrange(read.json, BODY_FIELDS) ??
    refuseStrange(packageDetail, PACKAGE_FIELDS) ??
    refusePackage(packageDetail)
  if (refusal) return refusal
  const items = readItems(packageDetail.orderItems)
  if (isReply(items)) return items
  const { packageReferenceId, carrierCode, carrierName, shippingMethod, trackingNumber, shipDate } = packageDetail
  return {
    marketplaceId,
    shipment: {
      orderId,
      reference: String(packageReferenceId),
      carrier: String(carrierCode === 'Other' ? carrierName : carrierCode),
      shippingService: shippingMethod as string | undefined,
      trackingNumber: trackingNumber as string,
      shipTime: Date.parse(shipDate as string),
      items,
    },
  }
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const missing = (name: string) => invalidInput(`${name} is required.`, name)

function refuseStrange(fields: Fields, known: readonly string[]): Reply | undefined {
  const strange = Object.keys(fields).find((name) => !known.includes(name))
  return strange === undefined ? undefined : invalidInput(`Unknown field '${strange}'.`, strange)
}

function refusePackage(given: Fields): Reply | undefined {
  const { packageReferenceId: id, carrierCode, shipDate } = given
  if (id === undefined) return missing('packageReferenceId')
  if (typeof id !== 'string')
    return invalidInput('packageReferenceId has the wrong type: a string is expected.', 'packageReferenceId')
  if (!/^\d{1,18}$/.test(id) || Number(id) === 0)
    return invalidInput('packageReferenceId must be a positive numeric value.', 'packageReferenceId')
  if (!isText(carrierCode)) return missing('carrierCode')
  if (!isCarrier(carrierCode)) return invalidInput(`Invalid carrierCode '${carrierCode}'.`, 'carrierCode')
  if (carrierCode === 'Other' && !isText(given.carrierName))
    return invalidInput('carrierName is required when carrierCode is Other.', 'carrierName')
  if (!isText(given.trackingNumber)) return missing('trackingNumber')
  if (!isText(shipDate)) return missing('shipDate')
  if (!DATE_TIME.test(shipDate) || Number.isNaN(Date.parse(shipDate)))
    return invalidInput('shipDate must be in ISO 8601 date/time format.', 'shipDate')
  for (const name of ['carrierName', 'shippingMethod', 'shipFromSupplySourceId'])
    if (given[name] !== undefined && !isText(given[name])) return invalidInput(`${name} must be a text.`, name)
  return undefined
}

function readItems(given: unknown): ShippedItem[] | Reply {
  if (!Array.isArray(given) || given.length === 0) return missing('orderItems')
  const items: ShippedItem[] = []
  for (const item of given) {
    if (!isFields(item)) return missing('orderItems')
    const strange = refuseStrange(item, ITEM_FIELDS)
    if (strange) return strange
    const { orderItemId, quantity, transparencyCodes } = item
    if (!isText(orderItemId)) return missing('orderItemId')
    if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1)
      return invalidInput('quantity must be a positive integer.', 'quantity')
    if (transparencyCodes !== undefined && !(Array.isArray(transparencyCodes) && transparencyCodes.every(isText)))
      return invalidInput('transparencyCodes must be a list of texts.', 'transparencyCodes')
    if (items.some((known) => known.orderItemId === orderItemId))
      return invalidInput(`The order item ${orderItemId} is given more than once.`, 'orderItems')
    items.push({ orderItemId, quantity, ...(transparencyCodes ? { transparencyCodes } : {}) })
  }
  return items
}
