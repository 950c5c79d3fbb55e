import { marketplace } from './marketplaces.ts'
import { giveQuotaBack } from './quotas.ts'
import type { Visit } from './visit.ts'
import { quotaExceeded, type Reply } from './wire.ts'

const SUBMISSIONS = 5
const WINDOW_MS = 5 * 60_000
const NORTH_AMERICA = ['US', 'CA', 'MX', 'BR']
const FAR_EAST = ['JP', 'AU', 'SG']

function regionOf(marketplaceId: string): string {
  const { country } = marketplace(marketplaceId)
  if (NORTH_AMERICA.includes(country)) return 'na'
  return FAR_EAST.includes(country) ? 'fe' : 'eu'
}

/** Five submissions in five minutes for a region, in place of the general limit of createFeed. */
export function spendFeedSubmission(visit: Visit, marketplaceId: string): Reply | undefined {
  const { world, caller, sellerId, now } = visit
  giveQuotaBack(world, caller, 'createFeed')
  const key = `${caller.clientId} ${sellerId} ${regionOf(marketplaceId)}`
  const recent = (world.listings.feedTimes.get(key) ?? []).filter((at) => now - at < WINDOW_MS)
  if (recent.length >= SUBMISSIONS) return quotaExceeded()
  world.listings.feedTimes.set(key, [...recent, now])
  return undefined
}
