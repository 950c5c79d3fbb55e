import type { UsagePlan, World } from './state.ts'

export type OperationName =
  | 'login'
  | 'consentPage'
  | 'giveConsent'
  | 'confirmConsent'
  | 'reauthorize'
  | 'getMarketplaceParticipations'
  | 'searchOrders'
  | 'getOrder'
  | 'confirmShipment'
  | 'createReport'
  | 'getReport'
  | 'getReports'
  | 'cancelReport'
  | 'getReportDocument'
  | 'downloadReportDocument'
  | 'createRestrictedDataToken'
  | 'createFeedDocument'
  | 'uploadFeedDocument'
  | 'createFeed'
  | 'getFeed'
  | 'getFeeds'
  | 'cancelFeed'
  | 'getFeedDocument'
  | 'downloadFeedDocument'
  | 'searchCatalogItems'
  | 'getCatalogItem'
  | 'getListingsRestrictions'
  | 'searchListingsItems'
  | 'getListingsItem'
  | 'putListingsItem'
  | 'patchListingsItem'
  | 'deleteListingsItem'
  | 'searchDefinitionsProductTypes'
  | 'getDefinitionsProductType'
  | 'downloadProductTypeSchema'
  | 'createDestination'
  | 'getDestinations'
  | 'getDestination'
  | 'deleteDestination'
  | 'createSubscription'
  | 'getSubscription'
  | 'getSubscriptionById'
  | 'deleteSubscriptionById'
  | 'rotateApplicationClientSecret'

/** Amazon's published usage plans: requests per second, and burst. */
export const USAGE_PLANS: Readonly<Record<string, UsagePlan>> = {
  getMarketplaceParticipations: { rate: 0.016, burst: 15 },
  searchOrders: { rate: 0.0056, burst: 20 },
  getOrder: { rate: 0.5, burst: 30 },
  confirmShipment: { rate: 2, burst: 10 },
  createReport: { rate: 0.0167, burst: 15 },
  getReport: { rate: 2, burst: 15 },
  getReports: { rate: 0.0222, burst: 10 },
  cancelReport: { rate: 0.0222, burst: 10 },
  getReportDocument: { rate: 0.0167, burst: 15 },
  createRestrictedDataToken: { rate: 1, burst: 10 },
  createFeedDocument: { rate: 0.5, burst: 15 },
  createFeed: { rate: 0.0083, burst: 15 },
  getFeed: { rate: 2, burst: 15 },
  getFeeds: { rate: 0.0222, burst: 10 },
  cancelFeed: { rate: 2, burst: 15 },
  getFeedDocument: { rate: 0.0222, burst: 10 },
  searchCatalogItems: { rate: 2, burst: 2 },
  getCatalogItem: { rate: 2, burst: 2 },
  getListingsRestrictions: { rate: 5, burst: 10 },
  searchListingsItems: { rate: 5, burst: 5 },
  getListingsItem: { rate: 5, burst: 10 },
  putListingsItem: { rate: 5, burst: 10 },
  patchListingsItem: { rate: 5, burst: 5 },
  deleteListingsItem: { rate: 5, burst: 5 },
  searchDefinitionsProductTypes: { rate: 5, burst: 10 },
  getDefinitionsProductType: { rate: 5, burst: 10 },
  createDestination: { rate: 1, burst: 5 },
  getDestinations: { rate: 1, burst: 5 },
  getDestination: { rate: 1, burst: 5 },
  deleteDestination: { rate: 1, burst: 5 },
  createSubscription: { rate: 1, burst: 5 },
  getSubscription: { rate: 1, burst: 5 },
  getSubscriptionById: { rate: 1, burst: 5 },
  deleteSubscriptionById: { rate: 1, burst: 5 },
  rotateApplicationClientSecret: { rate: 0.0167, burst: 1 },
}

/** The plan in force for an operation. */
export function usagePlan(world: World, operation: string): UsagePlan {
  return world.buckets.plans.get(operation) ?? USAGE_PLANS[operation] ?? { rate: 1, burst: 10 }
}

/** Takes one call out of the bucket of (client, seller, operation); false when it is empty. */
export function spendQuota(world: World, who: { clientId: string; sellerId: string }, operation: string): boolean {
  const plan = usagePlan(world, operation)
  const key = `${who.clientId} ${who.sellerId} ${operation}`
  const now = world.clock.now()
  const level = world.buckets.levels.get(key) ?? { tokens: plan.burst, at: now }
  const elapsed = Math.max(0, now - level.at) / 1000
  const tokens = Math.min(plan.burst, level.tokens + elapsed * plan.rate)
  const enough = tokens >= 1 - 1e-9
  world.buckets.levels.set(key, { tokens: enough ? tokens - 1 : tokens, at: now })
  return enough
}

/** Puts a call back into its bucket, for one that has a limit of another kind. */
export function giveQuotaBack(world: World, who: { clientId: string; sellerId: string }, operation: string): void {
  const level = world.buckets.levels.get(`${who.clientId} ${who.sellerId} ${operation}`)
  if (level) level.tokens = Math.min(usagePlan(world, operation).burst, level.tokens + 1)
}
