import { marketplace } from './marketplaces.ts'
import type { Visit } from './visit.ts'
import type { Reply } from './wire.ts'

/** GET /sellers/v1/marketplaceParticipations */
export function getMarketplaceParticipations({ world, sellerId }: Visit): Reply {
  const seller = world.sellers.get(sellerId)
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
