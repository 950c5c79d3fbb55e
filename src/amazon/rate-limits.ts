/** How often an operation may be called: requests a second, and how many at once. */
export type UsagePlan = { readonly rate: number; readonly burst: number }

/** Amazon's documented usage plan of each operation, per application and selling partner. The header of an answer may state another rate. */
export const USAGE_PLANS = {
  searchOrders: { rate: 0.0056, burst: 20 },
  getOrder: { rate: 0.5, burst: 30 },
  getMarketplaceParticipations: { rate: 0.016, burst: 15 },
  createReport: { rate: 0.0167, burst: 15 },
  getReport: { rate: 2, burst: 15 },
  getReportDocument: { rate: 0.0167, burst: 15 },
  confirmShipment: { rate: 2, burst: 10 },
  createFeedDocument: { rate: 0.5, burst: 15 },
  createFeed: { rate: 0.0083, burst: 15 },
  getFeed: { rate: 2, burst: 15 },
  getFeeds: { rate: 0.0222, burst: 10 },
  getFeedDocument: { rate: 0.0222, burst: 10 },
  patchListingsItem: { rate: 5, burst: 5 },
  getListingsItem: { rate: 5, burst: 10 },
  searchListingsItems: { rate: 5, burst: 5 },
  putListingsItem: { rate: 5, burst: 10 },
  searchDefinitionsProductTypes: { rate: 5, burst: 10 },
  getDefinitionsProductType: { rate: 5, burst: 10 },
  getDestinations: { rate: 1, burst: 5 },
  createDestination: { rate: 1, burst: 5 },
  getSubscription: { rate: 1, burst: 5 },
  createSubscription: { rate: 1, burst: 5 },
  deleteSubscriptionById: { rate: 1, burst: 5 },
  rotateApplicationClientSecret: { rate: 0.0167, burst: 1 },
} as const satisfies Readonly<Record<string, UsagePlan>>

/** The operations that Millrace calls, by Amazon's name. */
export type Operation = keyof typeof USAGE_PLANS

const LONGEST_WAIT = 60 * 60_000

/** How long to stay away after the nth throttling in a row: full jitter over a doubling span, never less than one token takes to grow. */
export function backOff(rate: number, throttledInARow: number, random: number): number {
  const floor = 1000 / rate
  const span = Math.min(floor * 2 ** throttledInARow, Math.max(LONGEST_WAIT, floor))
  return Math.ceil(Math.max(floor, random * span))
}

/** The rate that an answer's header states, or null: it may be absent. */
export function statedRate(header: string | undefined): number | null {
  const rate = Number(header)
  return header && Number.isFinite(rate) && rate > 0 ? rate : null
}
