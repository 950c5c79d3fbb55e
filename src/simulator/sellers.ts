import { marketplace } from './marketplaces.ts'
import type { World } from './state.ts'
import type { Caller, Reply } from './wire.ts'

/** GET /sellers/v1/marketplaceParticipations */
export function getMarketplaceParticipations(world: World, caller: Caller): Reply {
  const seller = world.sellers.get(caller.sellerId)
  const payload = [...(seller?.marketplaces ?? [])].map(([id, state]) => {
    const place = marketplace(id)
    return {
      marketplace: {
        id,
        name: place.name,
        countryCode: place.country,
        defaultCurrencyCode: place.currency,
        defaultLanguageCode: place.language,
        domainName: place.domain,
      },
      participation: { isParticipating: state.participating, hasSuspendedListings: state.suspended },
      storeName: seller?.storeName ?? '',
    }
  })
  return { status: 200, body: { payload } }
}
