/** What the sample merchant's order system must make of an order. */
export type End = {
  readonly end: 'placed' | 'held' | 'skipped' | 'pending' | 'rejected'
  readonly stage?: 'Shipping Department' | 'Completed Order' | 'Rejected' | 'Pre-ordered' | 'Hold'
  /** The first, or only, of the reasons. */
  readonly reason?: string
  readonly reasons?: readonly string[]
  readonly method?: string
  /** Our item id to our quantity. */
  readonly items?: Readonly<Record<string, number>>
  /** The total that the placed order must show: Amazon's grand total, unless a line was dropped. */
  readonly marketplaceTotal?: string
}

export type DayKind = 'fast' | 'live'
export type DayOptions = {
  /** With buyers who ask to cancel; such an order ends in stage Hold. */
  readonly cancelRequests?: boolean
}
/** An end and the time from which on it is the right one. */
export type TimedEnd = End & { readonly from: string }
export type DrawnOrder = {
  readonly archetype: string
  readonly orderId: string
  readonly placedAt: string
  ends: TimedEnd[]
}
export type DayReport = {
  readonly kind: DayKind
  readonly start: string
  /** The fast day is over then: no event comes later, and sweeps have half an hour to catch up. */
  readonly closes: string | null
  readonly nextEventAt: string | null
  /** `end` is the one for now (null before the order is placed), `finalEnd` the last one of the script. */
  readonly orders: readonly (DrawnOrder & { end: TimedEnd | null; finalEnd: TimedEnd })[]
}
