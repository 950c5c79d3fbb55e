import type { Issue, ListingBook, Restriction } from './listing-book.ts'
import { readListingPlaces } from './listing-places.ts'
import { isReply, noteIgnored } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, type Reply } from './wire.ts'

const KNOWN = ['asin', 'conditionType', 'sellerId', 'marketplaceIds', 'reasonLocale', 'productType']
const WORDS: Readonly<Record<Restriction['reasonCode'], string>> = {
  APPROVAL_REQUIRED: 'You need approval to list this product.',
  ASIN_NOT_FOUND: 'The ASIN was not found in the catalog.',
  NOT_ELIGIBLE: 'You are not eligible to list this product.',
}

/** GET /listings/2021-08-01/restrictions: what stands against an offer on a product. */
export function getListingsRestrictions(visit: Visit): Reply {
  const { world, call } = visit
  const query = call.url.searchParams
  noteIgnored(call, KNOWN)
  const asin = query.get('asin')
  const sellerId = query.get('sellerId')
  if (asin === null || sellerId === null) return invalidInput('asin and sellerId are required.', 'asin')
  if (sellerId !== visit.sellerId) return denied()
  const marketplaceIds = readListingPlaces(visit)
  if (isReply(marketplaceIds)) return marketplaceIds
  const conditionType = query.get('conditionType')
  const found = marketplaceIds.flatMap((marketplaceId) =>
    restrictionsOf(world.listings, { asin, marketplaceId }).filter(
      (one) => conditionType === null || (one.conditionType ?? conditionType) === conditionType,
    ),
  )
  const restrictions = found.map(({ marketplaceId, reasonCode, conditionType: condition }) => ({
    marketplaceId,
    ...(condition === undefined ? {} : { conditionType: condition }),
    reasons: [{ reasonCode, message: WORDS[reasonCode] }],
  }))
  return { status: 200, body: { restrictions } }
}

type Offered = { readonly asin: string; readonly marketplaceId: string }

function restrictionsOf(book: ListingBook, { asin, marketplaceId }: Offered): Restriction[] {
  return book.restrictions.filter((one) => one.asin === asin && one.marketplaceId === marketplaceId)
}

/** What stands against a new offer, as the issue of a submission. */
export function restrictionIssues(book: ListingBook, offered: Offered): Issue[] {
  return restrictionsOf(book, offered).map(({ reasonCode, marketplaceId }) => ({
    code: '18299',
    message: WORDS[reasonCode],
    severity: 'ERROR',
    categories: ['QUALIFICATION_REQUIRED'],
    marketplaceIds: [marketplaceId],
  }))
}
