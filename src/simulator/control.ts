import { type Alteration, alterOrder } from './alter-order.ts'
import type { ClockMode } from './clock.ts'
import { accessDoor, putApp, putSeller } from './control-access.ts'
import { feedsDoor } from './control-feeds.ts'
import { listingsDoor } from './control-listings.ts'
import { notificationsDoor } from './control-notifications.ts'
import { reportsDoor } from './control-reports.ts'
import { shipmentsDoor } from './control-shipments.ts'
import { uploadsDoor } from './control-uploads.ts'
import { startDay } from './day.ts'
import type { DayKind, DayOptions, DayReport } from './day-report.ts'
import type { FaultOrder, FaultRule } from './fault-kinds.ts'
import { addFault } from './faults.ts'
import type { LoggedRequest } from './logged-request.ts'
import { newGrant } from './login.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderDraft } from './order-draft.ts'
import { placeOrder, placeRaw, type RawOrder, timeOf } from './place-order.ts'
import { putSampleListings } from './sample-listings.ts'
import { SAMPLE } from './sample-merchant.ts'
import { type Counter, clearWorld, USUAL_LAG, type UsagePlan, type World } from './state.ts'

export type ClockState = { now: number; iso: string; mode: ClockMode; nextEventAt: string | null }
export type ClockMove = { set?: string | number; advance?: number; mode?: ClockMode }
export type CounterLine = Counter & { sellerId: string; operation: string }
export type OrderLine = { orderId: string; sellerId: string; status: string; lastUpdatedTime: string }
/** Milliseconds: nothing = Amazon's usual lag. */
export type LagDraft = { fixed?: number; low?: number; high?: number }

/** The side door: all that tests and the demo may do to the simulated Amazon. */
export type Control = ReturnType<typeof openSideDoor>

/** Opens the side door of a world. Times go in as ISO text or milliseconds. */
export function openSideDoor(world: World) {
  return {
    ...clockDoor(world),
    ...accessDoor(world),
    ...ordersDoor(world),
    ...troubleDoor(world),
    ...recordsDoor(world),
    ...reportsDoor(world),
    ...feedsDoor(world),
    ...listingsDoor(world),
    ...shipmentsDoor(world),
    ...notificationsDoor(world),
    ...uploadsDoor(world),
    day: (): DayReport | null => world.day?.describe() ?? null,
    startDay: (kind: DayKind, options: DayOptions = {}): DayReport => startDay(world, kind, options),
    /** Back to the start: sample merchant, no orders, no faults, the same chance again. The clock stays. */
    reset: (): void => {
      clearWorld(world)
      putSample(world)
    },
  }
}

function clockDoor(world: World) {
  const clock = (): ClockState => {
    const now = world.clock.now()
    const next = world.clock.nextEventAt()
    return {
      now,
      iso: new Date(now).toISOString(),
      mode: world.clock.mode,
      nextEventAt: next === undefined ? null : new Date(next).toISOString(),
    }
  }
  const moveClock = (move: ClockMove): ClockState => {
    if (move.mode) world.clock.switchTo(move.mode)
    const target = timeOf(move.set)
    if (target !== undefined) world.clock.set(target)
    if (move.advance) world.clock.advance(move.advance)
    return clock()
  }
  return { clock, moveClock, now: (): number => world.clock.now(), advance: (ms: number) => moveClock({ advance: ms }) }
}

function ordersDoor(world: World) {
  return {
    placeOrder: (draft: OrderDraft = {}): string => placeOrder(world, draft),
    placeOrders: (draft: OrderDraft, count: number): string[] =>
      Array.from({ length: count }, () => placeOrder(world, draft)),
    placeRaw: (raw: RawOrder): string => placeRaw(world, raw),
    alterOrder: (orderId: string, alteration: Alteration): OrderDocument => alterOrder(world, orderId, alteration),
    /** The order with everything Amazon knows, without role and includedData. */
    order: (orderId: string): OrderDocument | undefined => world.orders.byId.get(orderId)?.current.document,
    orders: (): OrderLine[] =>
      [...world.orders.byId.values()].map(({ sellerId, current: { document } }) => ({
        orderId: document.orderId,
        sellerId,
        status: document.fulfillment?.fulfillmentStatus ?? '',
        lastUpdatedTime: document.lastUpdatedTime,
      })),
  }
}

function troubleDoor(world: World) {
  return {
    addFault: (order: FaultOrder): void => addFault(world, order),
    faults: (): readonly FaultRule[] => world.faults,
    clearFaults: (): void => {
      world.faults = []
    },
    setLag: (lag: LagDraft): void => {
      world.lag = { low: lag.fixed ?? lag.low ?? USUAL_LAG.low, high: lag.fixed ?? lag.high ?? USUAL_LAG.high }
    },
    /** Another usage plan for an operation; without a plan, Amazon's own again. Buckets start full. */
    setQuota: (operation: string, plan?: UsagePlan): void => {
      if (plan) world.buckets.plans.set(operation, plan)
      else world.buckets.plans.delete(operation)
      for (const key of world.buckets.levels.keys()) if (key.endsWith(` ${operation}`)) world.buckets.levels.delete(key)
    },
  }
}

function recordsDoor(world: World) {
  return {
    counters: (): CounterLine[] =>
      [...world.counters].map(([key, counter]) => {
        const [sellerId = '', operation = ''] = key.split(' ')
        return { sellerId, operation, ...counter }
      }),
    requests: (): readonly LoggedRequest[] => world.requests,
    clearRequests: (): void => {
      world.requests = []
      world.counters.clear()
    },
  }
}

/** The merchant that every run starts with. */
export function putSample(world: World): void {
  putSeller(world, { sellerId: SAMPLE.sellerId, storeName: SAMPLE.storeName })
  putApp(world, { clientId: SAMPLE.clientId, secrets: [SAMPLE.clientSecret], roles: [...SAMPLE.roles] })
  newGrant(world, SAMPLE)
  putSampleListings(world)
}
