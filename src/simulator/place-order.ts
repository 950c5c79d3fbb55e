import { buildOrder } from './build-order.ts'
import { takeOrderFromStock } from './listing-live.ts'
import { tellOrderChange } from './notify-seller.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderDraft } from './order-draft.ts'
import { SAMPLE } from './sample-merchant.ts'
import { SAMPLE_ORDERS } from './sample-orders.ts'
import type { World } from './state.ts'

/** Places one order at the simulated now (or backdated) and answers its id. */
export function placeOrder(world: World, given: OrderDraft): string {
  const draft = filledDraft(given)
  const sellerId = draft.sellerId ?? SAMPLE.sellerId
  if (!world.sellers.has(sellerId)) throw new Refusal(`No seller ${sellerId}.`)
  const now = world.clock.now()
  const created = timeOf(draft.createdAt) ?? now
  const updated = timeOf(draft.updatedAt) ?? created
  const document = uniqueOrder(world, draft, { created, updated })
  const waiting = (draft.status ?? 'UNSHIPPED').startsWith('PENDING')
  const payable = draft.payable ?? !waiting
  const payableSince = payable ? created : undefined
  const version = { document, created, updated, payable, payableSince, unfiltered: false }
  world.orders.put(sellerId, version, updated + drawLag(world, draft.lagMs))
  takeOrderFromStock(world, sellerId, document)
  tellOrderChange(world, sellerId, document.orderId)
  return document.orderId
}

/** What the draft says itself goes before what its kind brings along. */
function filledDraft(draft: OrderDraft): OrderDraft {
  if (draft.like === undefined) return draft
  const sample = SAMPLE_ORDERS[draft.like]
  if (!sample) throw new Refusal(`No kind of order is called ${draft.like}.`)
  return { ...sample, ...draft }
}

export type RawOrder = {
  readonly sellerId?: string
  readonly order: OrderDocument
  /** Answer it as it is, whatever roles and includedData say. */
  readonly unfiltered?: boolean
  readonly lagMs?: number
}

/** Stores an order document exactly as given, in place of any earlier one of that id. */
export function placeRaw(world: World, raw: RawOrder): string {
  const sellerId = raw.sellerId ?? SAMPLE.sellerId
  if (!world.sellers.has(sellerId)) throw new Refusal(`No seller ${sellerId}.`)
  const created = Date.parse(raw.order.createdTime)
  const updated = Date.parse(raw.order.lastUpdatedTime)
  if (Number.isNaN(created) || Number.isNaN(updated))
    throw new Refusal('createdTime and lastUpdatedTime must be dates.')
  const payable = !raw.order.fulfillment?.fulfillmentStatus.startsWith('PENDING')
  const payableSince = payable ? created : undefined
  const unfiltered = raw.unfiltered ?? false
  const version = { document: raw.order, created, updated, payable, payableSince, unfiltered }
  world.orders.put(sellerId, version, updated + drawLag(world, raw.lagMs))
  tellOrderChange(world, sellerId, raw.order.orderId)
  return raw.order.orderId
}

/** A request to the side door that cannot be carried out. */
export class Refusal extends Error {}

/** How long the next change stays unseen by searchOrders. */
export function drawLag(world: World, fixed?: number): number {
  return fixed ?? world.random.lag.whole(world.lag.low, world.lag.high)
}

/** Milliseconds of a time given as ISO text or as a number. */
export function timeOf(value: string | number | undefined): number | undefined {
  if (value === undefined) return undefined
  const at = typeof value === 'number' ? value : Date.parse(value)
  if (Number.isNaN(at)) throw new Refusal(`'${value}' is not a time.`)
  return at
}

function uniqueOrder(world: World, draft: OrderDraft, times: { created: number; updated: number }): OrderDocument {
  for (;;) {
    const document = buildOrder(draft, times, world.random.orders)
    if (!world.orders.byId.has(document.orderId)) return document
    if (draft.orderId) throw new Refusal(`Order ${draft.orderId} exists already.`)
  }
}
