import { changeOrder } from './change-order.ts'
import { lineOf, setQuantities } from './change-quantity.ts'
import type { ItemDocument, OrderDocument, PackageDocument } from './order-document.ts'
import { Refusal } from './place-order.ts'
import type { World } from './state.ts'

/** What can happen to an order at Amazon; several parts apply in the order written here. */
export type Alteration = {
  /** Line by order item id or seller SKU, to its new ordered quantity. */
  readonly quantity?: Readonly<Record<string, number>>
  readonly requestCancellation?: { readonly reason?: string; readonly items?: readonly string[] }
  /** Shipped units by order item id or seller SKU; `all` ships what is left. The status follows. */
  readonly ship?: 'all' | Readonly<Record<string, number>>
  /** A package; with `ship` it holds what was shipped, unless it says otherwise. */
  readonly package?: Partial<PackageDocument>
  /** By Amazon also when a part was shipped; `force` even what was shipped whole. Packages stay what they are. */
  readonly cancel?: {
    readonly by?: 'BUYER' | 'MERCHANT' | 'AMAZON'
    readonly reason?: string
    readonly force?: boolean
  }
  readonly status?: string
  /** Blocks of the order put in place of its own, for all that has no word above. */
  readonly replace?: Partial<OrderDocument>
  /** As in an order draft. */
  readonly lagMs?: number
}

/** The ways that Amazon's statuses go; anything else is refused. */
const TRANSITIONS: Readonly<Record<string, readonly string[]>> = {
  PENDING_AVAILABILITY: ['PENDING', 'CANCELLED'],
  PENDING: ['UNSHIPPED', 'CANCELLED'],
  UNSHIPPED: ['PARTIALLY_SHIPPED', 'SHIPPED', 'CANCELLED'],
  PARTIALLY_SHIPPED: ['PARTIALLY_SHIPPED', 'SHIPPED'],
  SHIPPED: [],
  CANCELLED: [],
}

/** Alters an order as `changeOrder` does. */
export function alterOrder(world: World, orderId: string, alteration: Alteration): OrderDocument {
  const now = world.clock.now()
  const edit = (order: OrderDocument) => {
    if (alteration.quantity) setQuantities(order, alteration.quantity)
    if (alteration.requestCancellation) requestCancellation(order, alteration.requestCancellation)
    const shipped = alteration.ship === undefined ? [] : ship(order, alteration.ship)
    if (alteration.package || shipped.length > 0) addPackage(order, shipped, { now, given: alteration.package })
    if (alteration.cancel) cancel(order, alteration.cancel)
    if (alteration.status) moveTo(order, alteration.status)
    if (alteration.replace) Object.assign(order, alteration.replace)
  }
  return changeOrder(world, orderId, { edit, lagMs: alteration.lagMs })
}

function moveTo(order: OrderDocument, status: string): void {
  const from = order.fulfillment?.fulfillmentStatus ?? ''
  const byAmazon = order.fulfillment?.fulfilledBy === 'AMAZON'
  const allowed = [...(TRANSITIONS[from] ?? []), ...(byAmazon ? ['UNFULFILLABLE'] : [])]
  if (!order.fulfillment || !allowed.includes(status))
    throw new Refusal(`An order cannot go from ${from} to ${status}.`)
  order.fulfillment.fulfillmentStatus = status
  if (status !== 'CANCELLED' && status !== 'SHIPPED') return
  for (const { fulfillment } of order.orderItems) {
    if (!fulfillment) continue
    if (status === 'SHIPPED')
      fulfillment.quantityFulfilled = (fulfillment.quantityFulfilled ?? 0) + (fulfillment.quantityUnfulfilled ?? 0)
    fulfillment.quantityUnfulfilled = 0
  }
}

function cancel(order: OrderDocument, how: NonNullable<Alteration['cancel']>): void {
  const status = order.fulfillment?.fulfillmentStatus
  const stillOpen = how.by === 'AMAZON' && status === 'PARTIALLY_SHIPPED'
  if (order.fulfillment && status !== 'CANCELLED' && (how.force || stillOpen))
    order.fulfillment.fulfillmentStatus = 'UNSHIPPED' // the way to CANCELLED is open from there
  moveTo(order, 'CANCELLED')
  for (const item of order.orderItems)
    item.cancellation = {
      ...item.cancellation,
      cancellationExecution: { cancelledBy: how.by ?? 'BUYER', cancelReason: how.reason ?? 'No longer needed' },
    }
}

function requestCancellation(order: OrderDocument, how: NonNullable<Alteration['requestCancellation']>): void {
  const items = how.items ? how.items.map((key) => lineOf(order, key)) : order.orderItems
  for (const item of items)
    item.cancellation = {
      ...item.cancellation,
      cancellationRequest: { requester: 'BUYER', cancelReason: how.reason ?? 'Ordered by mistake' },
    }
}

function ship(
  order: OrderDocument,
  what: NonNullable<Alteration['ship']>,
): { orderItemId: string; quantity: number }[] {
  const left = (item: ItemDocument) => item.fulfillment?.quantityUnfulfilled ?? 0
  const parts = what === 'all' ? order.orderItems.map((i) => [i, left(i)] as const) : undefined
  const wanted = parts ?? Object.entries(what).map(([key, quantity]) => [lineOf(order, key), quantity] as const)
  for (const [item, quantity] of wanted) {
    if (quantity > left(item)) throw new Refusal(`Only ${left(item)} of ${item.orderItemId} are left to ship.`)
    item.fulfillment = {
      ...item.fulfillment,
      quantityFulfilled: (item.fulfillment?.quantityFulfilled ?? 0) + quantity,
      quantityUnfulfilled: left(item) - quantity,
    }
  }
  moveTo(order, order.orderItems.every((item) => left(item) === 0) ? 'SHIPPED' : 'PARTIALLY_SHIPPED')
  return wanted.filter(([, n]) => n > 0).map(([{ orderItemId }, quantity]) => ({ orderItemId, quantity }))
}

function addPackage(
  order: OrderDocument,
  packageItems: { orderItemId: string; quantity: number }[],
  { now, given }: { now: number; given: Alteration['package'] },
): void {
  const number = (order.packages?.length ?? 0) + 1
  const time = new Date(now).toISOString()
  const added: PackageDocument = {
    packageReferenceId: String(number),
    createdTime: time,
    packageStatus: { status: 'SHIPPED' },
    carrier: 'USPS',
    shipTime: time,
    shippingService: 'Priority Mail',
    trackingNumber: `9400100000000000${String(number).padStart(6, '0')}`,
    packageItems,
    ...given,
  }
  const others = (order.packages ?? []).filter((p) => p.packageReferenceId !== added.packageReferenceId)
  order.packages = [...others, added]
}
