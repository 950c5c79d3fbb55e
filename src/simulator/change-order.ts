import { tellOrderChange } from './notify-seller.ts'
import type { OrderDocument } from './order-document.ts'
import { drawLag, Refusal } from './place-order.ts'
import type { World } from './state.ts'

type Change = {
  readonly edit: (order: OrderDocument) => void
  /** As in an order draft. */
  readonly lagMs?: number
}

/** Changes an order. Its last updated time always moves forward, and searchOrders learns of it after the lag. */
export function changeOrder(world: World, orderId: string, { edit, lagMs }: Change): OrderDocument {
  const record = world.orders.byId.get(orderId)
  if (!record) throw new Refusal(`No order ${orderId}.`)
  const order = structuredClone(record.current.document)
  const now = world.clock.now()
  edit(order)
  const updated = Math.max(now, record.current.updated + 1)
  order.lastUpdatedTime = new Date(updated).toISOString()
  const payable = record.current.payable || order.fulfillment?.fulfillmentStatus === 'UNSHIPPED'
  const payableSince = record.current.payableSince ?? (payable ? now : undefined)
  world.orders.put(
    record.sellerId,
    { ...record.current, document: order, updated, payable, payableSince },
    now + drawLag(world, lagMs),
  )
  tellOrderChange(world, record.sellerId, orderId)
  return order
}
