import { type ClockMode, SimulatedClock } from './clock.ts'
import type { DayReport } from './day-report.ts'
import type { FaultRule } from './fault-kinds.ts'
import { type FeedBook, newFeedBook } from './feed-book.ts'
import { type ListingBook, newListingBook } from './listing-book.ts'
import type { LoggedRequest } from './logged-request.ts'
import { type NotificationBook, newNotificationBook } from './notification-book.ts'
import { OrderBook } from './order-book.ts'
import { newProductTypeBook, type ProductTypeBook } from './product-type-book.ts'
import { type Random, randomFrom } from './random.ts'
import type { Refund } from './refund-book.ts'
import { newReportBook, type ReportBook } from './report-book.ts'
import { SAMPLE } from './sample-merchant.ts'
import { newShipmentBook, type ShipmentBook } from './shipment-book.ts'

export type UsagePlan = { readonly rate: number; readonly burst: number }
export type Buckets = {
  /** Plans set by the side door in place of Amazon's own. */
  plans: Map<string, UsagePlan>
  levels: Map<string, { tokens: number; at: number }>
}

export type Seller = {
  readonly sellerId: string
  storeName: string
  /** marketplace id to what the seller may do there; `refused` answers 403 to a search that names it. */
  marketplaces: Map<string, { participating: boolean; suspended: boolean; refused: boolean }>
}

export type App = {
  readonly clientId: string
  /** Two during a rotation. */
  secrets: string[]
  roles: Set<string>
  /** How consent is asked for: the application's name there, whether it is a draft, and the addresses that were registered for it. */
  applicationId: string
  draft: boolean
  redirectUris: string[]
  loginUri: string | undefined
}

/** The consent page: who is signed in to Seller Central, whether Amazon first opens the Login URI, and the states it handed out. */
export type ConsentDesk = { sellerId: string; hop: boolean; readonly states: Set<string> }

export type Grant = { readonly clientId: string; readonly sellerId: string; revoked: boolean }
export type AuthorizationCode = {
  readonly clientId: string
  readonly sellerId: string
  readonly redirectUri?: string
  readonly expiresAt: number
  used: boolean
}
export type RestrictedResource = { readonly method: string; readonly path: string }
export type AccessToken = {
  readonly clientId: string
  readonly expiresAt: number
  readonly refreshToken?: string
  readonly sellerId?: string
  readonly scope?: string
  /** Set for a restricted data token: all that it is good for. */
  readonly resources?: readonly RestrictedResource[]
}
export type PageToken = {
  readonly parameters: string
  readonly sellerId: string
  readonly expiresAt: number
  /** Where the page that handed this token out began and ended. */
  readonly previous: Cursor
  readonly next: Cursor
  readonly before: number
}
export type Cursor = { readonly time: number; readonly id: string; readonly after: boolean }
export type Counter = { calls: number; throttled: number }

/** All that the simulated Amazon knows. */
export type World = {
  readonly clock: SimulatedClock
  readonly seed: string
  /** Chance for orders, for lag, for ids of the wire and for notifications: apart, so that one use does not shift the others. */
  random: { orders: Random; lag: Random; tokens: Random; queue: Random }
  sellers: Map<string, Seller>
  apps: Map<string, App>
  grants: Map<string, Grant>
  codes: Map<string, AuthorizationCode>
  accessTokens: Map<string, AccessToken>
  consent: ConsentDesk
  pageTokens: Map<string, PageToken>
  orders: OrderBook
  reports: ReportBook
  feeds: FeedBook
  listings: ListingBook
  productTypes: ProductTypeBook
  shipments: ShipmentBook
  notifications: NotificationBook
  refunds: Refund[]
  buckets: Buckets
  faults: FaultRule[]
  /** How long a change stays hidden from searchOrders, in ms. */
  lag: { low: number; high: number }
  counters: Map<string, Counter>
  requests: LoggedRequest[]
  day: { readonly describe: () => DayReport } | undefined
}

/** The usual lag of Amazon's search index. */
export const USUAL_LAG = { low: 20_000, high: 90_000 }

/** An Amazon without sellers, apps and orders. */
export function emptyWorld(options: { mode: ClockMode; start?: number; seed: string }): World {
  return {
    clock: new SimulatedClock(options.mode, options.start),
    seed: options.seed,
    ...blankContents(options.seed),
  }
}

/** Forgets everything but the clock and the seed. */
export function clearWorld(world: World): void {
  world.clock.forgetPlans()
  Object.assign(world, blankContents(world.seed))
}

function blankContents(seed: string): Omit<World, 'clock' | 'seed'> {
  return {
    random: {
      orders: randomFrom(`${seed}/orders`),
      lag: randomFrom(`${seed}/lag`),
      tokens: randomFrom(`${seed}/tokens`),
      queue: randomFrom(`${seed}/queue`),
    },
    sellers: new Map(),
    apps: new Map(),
    grants: new Map(),
    codes: new Map(),
    accessTokens: new Map(),
    consent: { sellerId: SAMPLE.sellerId, hop: false, states: new Set() },
    pageTokens: new Map(),
    orders: new OrderBook(),
    reports: newReportBook(),
    feeds: newFeedBook(),
    listings: newListingBook(),
    productTypes: newProductTypeBook(),
    shipments: newShipmentBook(),
    notifications: newNotificationBook(),
    refunds: [],
    buckets: { plans: new Map(), levels: new Map() },
    faults: [],
    lag: { ...USUAL_LAG },
    counters: new Map(),
    requests: [],
    day: undefined,
  }
}
