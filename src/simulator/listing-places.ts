import { isReply, readList } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, type Reply } from './wire.ts'

/** The role without which nothing about listings can be read or written. */
export const LISTING_ROLE = 'product-listing'

/** The marketplaces that a call about listings names: required, and the seller must sell there. */
export function readListingPlaces(visit: Visit): string[] | Reply {
  const { world, call, caller, sellerId } = visit
  if (!caller.roles.has(LISTING_ROLE)) return denied()
  const places = readList(call.url.searchParams, 'marketplaceIds')
  if (places === undefined) return invalidInput("Missing required parameter 'marketplaceIds'.", 'marketplaceIds')
  if (isReply(places)) return places
  if (call.url.searchParams.getAll('marketplaceIds').length > 1)
    return invalidInput('Parameter marketplaceIds is given more than once.', 'Lists are comma-separated.')
  const own = world.sellers.get(sellerId)?.marketplaces
  return places.some((id) => !own?.get(id)?.participating || own.get(id)?.refused) ? denied() : places
}
