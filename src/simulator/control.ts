import { type Alteration, alterOrder } from './alter-order.ts'
import type { ClockMode } from './clock.ts'
import { type DayKind, startDay } from './day.ts'
import { addFault, type FaultOrder, type FaultRule } from './faults.ts'
import { newCode, newGrant } from './login.ts'
import type { OrderDocument } from './order-document.ts'
import type { OrderDraft } from './order-draft.ts'
import { placeOrder, placeRaw, Refusal, timeOf } from './place-order.ts'
import type { UsagePlan } from './quotas.ts'
import type { LoggedRequest } from './request-log.ts'
import { SAMPLE } from './sample-merchant.ts'
import { type Counter, clearWorld, USUAL_LAG, type World } from './state.ts'

export type ClockState = { now: number; iso: string; mode: ClockMode; nextEventAt: string | null }
export type SellerDraft = {
  sellerId: string
  storeName?: string
  marketplaces?: { id: string; participating?: boolean; suspended?: boolean; refused?: boolean }[]
}
export type AppDraft = { clientId: string; secrets?: string[]; roles?: string[] }
export type CounterLine = Counter & { sellerId: string; operation: string }
/** Milliseconds: nothing = Amazon's usual lag. */
export type LagDraft = { fixed?: number; low?: number; high?: number }

/** The side door: all that tests and the demo may do to the simulated Amazon. */
export type Control = ReturnType<typeof openSideDoor>

/** Opens the side door of a world. Times go in as ISO text or milliseconds. */
export function openSideDoor(world: World) {
  const control = {
    clock: (): ClockState => {
      const now = world.clock.now()
      const next = world.clock.nextEventAt()
      return {
        now,
        iso: new Date(now).toISOString(),
        mode: world.clock.mode,
        nextEventAt: next === undefined ? null : new Date(next).toISOString(),
      }
    },
    moveClock: (move: { set?: string | number; advance?: number; mode?: ClockMode }): ClockState => {
      if (move.mode) world.clock.switchTo(move.mode)
      const target = timeOf(move.set)
      if (target !== undefined) world.clock.set(target)
      if (move.advance) world.clock.advance(move.advance)
      return control.clock()
    },
    now: (): number => world.clock.now(),
    advance: (ms: number): ClockState => control.moveClock({ advance: ms }),

    putSeller: (draft: SellerDraft): void => putSeller(world, draft),
    putApp: (draft: AppDraft): void => putApp(world, draft),
    /** Lets an application in without the consent page; answers the refresh token. */
    authorize: (grant: { clientId?: string; sellerId?: string; refreshToken?: string } = {}): string =>
      newGrant(world, grant.clientId ?? SAMPLE.clientId, grant.sellerId ?? SAMPLE.sellerId, grant.refreshToken),
    issueCode: (code: { clientId?: string; sellerId?: string; redirectUri?: string } = {}): string =>
      newCode(world, {
        ...code,
        clientId: code.clientId ?? SAMPLE.clientId,
        sellerId: code.sellerId ?? SAMPLE.sellerId,
      }),
    /** Revokes a refresh token, and the access tokens it gave unless told to keep them. */
    revoke: (refreshToken: string = SAMPLE.refreshToken, keepAccessTokens = false): void => {
      const grant = world.grants.get(refreshToken)
      if (!grant) throw new Refusal('No such refresh token.')
      grant.revoked = true
      for (const [text, token] of world.accessTokens)
        if (token.refreshToken === refreshToken && !keepAccessTokens) world.accessTokens.delete(text)
    },
    /** Makes every access token unknown, as after a change at Amazon. */
    forgetAccessTokens: (): void => world.accessTokens.clear(),

    placeOrder: (draft: OrderDraft = {}): string => placeOrder(world, draft),
    placeOrders: (draft: OrderDraft, count: number): string[] =>
      Array.from({ length: count }, () => placeOrder(world, draft)),
    placeRaw: (raw: { sellerId?: string; order: OrderDocument; unfiltered?: boolean; lagMs?: number }): string =>
      placeRaw(world, raw),
    alterOrder: (orderId: string, alteration: Alteration): OrderDocument => alterOrder(world, orderId, alteration),
    /** The order with everything Amazon knows, without role and includedData. */
    order: (orderId: string): OrderDocument | undefined => world.orders.byId.get(orderId)?.current.document,
    orders: (): { orderId: string; sellerId: string; status: string; lastUpdatedTime: string }[] =>
      [...world.orders.byId.values()].map(({ sellerId, current: { document } }) => ({
        orderId: document.orderId,
        sellerId,
        status: document.fulfillment?.fulfillmentStatus ?? '',
        lastUpdatedTime: document.lastUpdatedTime,
      })),

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
    day: () => world.day?.describe() ?? null,
    startDay: (kind: DayKind) => startDay(world, kind),
    /** Back to the start: sample merchant, no orders, no faults, the same chance again. The clock stays. */
    reset: (): void => {
      clearWorld(world)
      putSample(world)
    },
  }
  return control
}

function putSeller(world: World, draft: SellerDraft): void {
  const seller = world.sellers.get(draft.sellerId) ?? {
    sellerId: draft.sellerId,
    storeName: draft.storeName ?? draft.sellerId,
    marketplaces: new Map([
      [SAMPLE.marketplaceId as string, { participating: true, suspended: false, refused: false }],
    ]),
  }
  if (draft.storeName) seller.storeName = draft.storeName
  if (draft.marketplaces)
    seller.marketplaces = new Map(
      draft.marketplaces.map((m) => [
        m.id,
        { participating: m.participating ?? true, suspended: m.suspended ?? false, refused: m.refused ?? false },
      ]),
    )
  world.sellers.set(draft.sellerId, seller)
}

function putApp(world: World, draft: AppDraft): void {
  const app = world.apps.get(draft.clientId)
  world.apps.set(draft.clientId, {
    clientId: draft.clientId,
    secrets: draft.secrets ?? app?.secrets ?? [SAMPLE.clientSecret],
    roles: new Set(draft.roles ?? app?.roles ?? SAMPLE.roles),
  })
}

/** The merchant that every run starts with. */
export function putSample(world: World): void {
  putSeller(world, { sellerId: SAMPLE.sellerId, storeName: SAMPLE.storeName })
  putApp(world, { clientId: SAMPLE.clientId, secrets: [SAMPLE.clientSecret], roles: [...SAMPLE.roles] })
  newGrant(world, SAMPLE.clientId, SAMPLE.sellerId, SAMPLE.refreshToken)
}
