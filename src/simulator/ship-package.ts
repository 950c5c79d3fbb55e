import { changeOrder } from './change-order.ts'
import { takeFault } from './faults.ts'
import type { ItemDocument, OrderDocument, PackageDocument } from './order-document.ts'
import type { World } from './state.ts'

export type ShippedItem = {
  readonly orderItemId: string
  readonly quantity: number
  readonly transparencyCodes?: readonly string[]
}

/** A package that the seller says has left. */
export type Shipment = {
  readonly orderId: string
  /** Undefined: Amazon takes the next free number. */
  readonly reference: string | undefined
  readonly carrier: string | undefined
  readonly shippingService: string | undefined
  readonly trackingNumber: string | undefined
  readonly shipTime: number
  readonly items: readonly ShippedItem[]
}

/** Why Amazon does not take a package. */
export type ShipmentRefusal = {
  readonly kind:
    | 'unknown order'
    | 'unknown item'
    | 'not open'
    | 'by Amazon'
    | 'ship date'
    | 'too many units'
    | 'unknown package'
    | 'too many updates'
    | 'units taken back'
  readonly text: string
}

type Who = { readonly sellerId: string; readonly operation: 'confirmShipment' | 'createFeed' }
const SETTLED = ['UNSHIPPED', 'PARTIALLY_SHIPPED', 'SHIPPED']

/** Takes a package, or an edit of a known one, and answers its reference id; or says why not. */
export function shipPackage(world: World, who: Who, shipment: Shipment): ShipmentRefusal | { reference: string } {
  const order = ownOrder(world, who.sellerId, shipment.orderId)
  if (!order) return { kind: 'unknown order', text: `The order ${shipment.orderId} was not found.` }
  const reference = shipment.reference ?? nextReference(order)
  const refusal =
    refuseOrder(order, shipment) ??
    refuseShipDate(world, order, shipment) ??
    refusePackage(world, order, { ...shipment, reference })
  if (refusal) return refusal
  if (takeFault(world, who, ['drop-package'])) return { reference }
  const dropped = takeFault(world, who, ['drop-tracking']) !== undefined
  const key = `${order.orderId}/${reference}`
  const known = packageOf(order, reference)
  if (known) world.shipments.updates.set(key, (world.shipments.updates.get(key) ?? 0) + 1)
  const trackingNumber = dropped ? known?.trackingNumber : shipment.trackingNumber
  const now = world.clock.now()
  changeOrder(world, order.orderId, { edit: (o) => writePackage(o, { ...shipment, reference, trackingNumber, now }) })
  return { reference }
}

/** The order as it is now, if it is this seller's. */
export function ownOrder(world: World, sellerId: string, orderId: string): OrderDocument | undefined {
  const record = world.orders.byId.get(orderId)
  return record?.sellerId === sellerId ? record.current.document : undefined
}

/** Units of a line that were not shipped yet. */
export const unitsLeft = (item: ItemDocument): number => item.fulfillment?.quantityUnfulfilled ?? 0

const packageOf = (order: OrderDocument, reference: string) =>
  order.packages?.find((p) => p.packageReferenceId === reference)

function nextReference(order: OrderDocument): string {
  const taken = new Set(order.packages?.map((p) => p.packageReferenceId))
  let number = 1
  while (taken.has(String(number))) number++
  return String(number)
}

function refuseOrder(order: OrderDocument, { items }: Shipment): ShipmentRefusal | undefined {
  const status = order.fulfillment?.fulfillmentStatus ?? ''
  const unknown = items.find(({ orderItemId }) => !order.orderItems.some((i) => i.orderItemId === orderItemId))
  if (unknown || status === 'CANCELLED') {
    const ids = items.map((item) => item.orderItemId).join(', ')
    const text = `NonexistentOrderItem: Failed to find order item list [${ids}] of order ${order.orderId}.`
    return { kind: 'unknown item', text }
  }
  if (order.fulfillment?.fulfilledBy === 'AMAZON')
    return { kind: 'by Amazon', text: `The order ${order.orderId} is fulfilled by Amazon.` }
  if (order.programs?.includes('FBM_SHIP_PLUS'))
    return {
      kind: 'by Amazon',
      text: 'Shipment confirmation is not supported for Ship+ orders; Buy Shipping confirms them.',
    }
  if (SETTLED.includes(status)) return undefined
  return { kind: 'not open', text: `The order ${order.orderId} is in status ${status} and cannot be confirmed.` }
}

function refuseShipDate(world: World, order: OrderDocument, { shipTime }: Shipment): ShipmentRefusal | undefined {
  const { futureMs } = world.shipments.settings
  if (shipTime > world.clock.now() + futureMs)
    return { kind: 'ship date', text: 'The ship date must not be in the future.' }
  if (shipTime < Date.parse(order.createdTime))
    return { kind: 'ship date', text: 'The ship date must not be before the order date.' }
  return undefined
}

type Numbered = Shipment & { readonly reference: string }

function refusePackage(world: World, order: OrderDocument, shipment: Numbered): ShipmentRefusal | undefined {
  const known = packageOf(order, shipment.reference)
  const shipped = order.fulfillment?.fulfillmentStatus === 'SHIPPED'
  if (shipped && !known)
    return {
      kind: 'unknown package',
      text: 'PackageToUpdateNotFound: not finding a matching package or order already fulfilled.',
    }
  const updates = world.shipments.updates.get(`${order.orderId}/${shipment.reference}`) ?? 0
  if (known && updates >= world.shipments.settings.maxUpdates)
    return { kind: 'too many updates', text: 'The package has reached the maximum number of allowed updates.' }
  for (const item of order.orderItems) {
    const units = (list: readonly ShippedItem[] | undefined) =>
      (list ?? []).reduce((sum, i) => sum + (i.orderItemId === item.orderItemId ? i.quantity : 0), 0)
    const left = unitsLeft(item) + units(known?.packageItems)
    const wanted = units(shipment.items)
    if (wanted > left)
      return {
        kind: 'too many units',
        text: `Only ${left} units of ${item.orderItemId} are left to ship, not ${wanted}.`,
      }
    if (shipped && wanted < left)
      return {
        kind: 'units taken back',
        text: `Units of ${item.orderItemId} cannot be taken back from a shipped order.`,
      }
  }
  return undefined
}

/** Puts the package in place of the known one, and counts units and status anew. */
function writePackage(order: OrderDocument, shipment: Numbered & { readonly now: number }): void {
  const known = packageOf(order, shipment.reference)
  for (const item of order.orderItems) {
    const of = (list: readonly ShippedItem[] | undefined) =>
      (list ?? []).reduce((sum, i) => sum + (i.orderItemId === item.orderItemId ? i.quantity : 0), 0)
    const more = of(shipment.items) - of(known?.packageItems)
    item.fulfillment = {
      ...item.fulfillment,
      quantityFulfilled: (item.fulfillment?.quantityFulfilled ?? 0) + more,
      quantityUnfulfilled: unitsLeft(item) - more,
    }
  }
  const written: PackageDocument = {
    packageReferenceId: shipment.reference,
    createdTime: known?.createdTime ?? new Date(shipment.now).toISOString(),
    packageStatus: { status: 'SHIPPED' },
    ...(shipment.carrier === undefined ? {} : { carrier: shipment.carrier }),
    shipTime: new Date(shipment.shipTime).toISOString(),
    ...(shipment.shippingService === undefined ? {} : { shippingService: shipment.shippingService }),
    ...(shipment.trackingNumber === undefined ? {} : { trackingNumber: shipment.trackingNumber }),
    packageItems: shipment.items.map(({ orderItemId, quantity, transparencyCodes }) => ({
      orderItemId,
      quantity,
      ...(transparencyCodes ? { transparencyCodes: [...transparencyCodes] } : {}),
    })),
  }
  order.packages = known
    ? order.packages?.map((p) => (p === known ? written : p))
    : [...(order.packages ?? []), written]
  if (!order.fulfillment) return
  const whole = order.orderItems.every((item) => unitsLeft(item) === 0)
  order.fulfillment.fulfillmentStatus = whole ? 'SHIPPED' : 'PARTIALLY_SHIPPED'
}
