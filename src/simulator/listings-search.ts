import type { Listing } from './listing-book.ts'
import { statusesOf } from './listing-live.ts'
import { readListingPlaces } from './listing-places.ts'
import { LISTING_DATASETS, wireListing } from './listing-wire.ts'
import { isReply, noteIgnored, readInstant, readList } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, type Reply } from './wire.ts'

/** No page goes beyond it, however many are found. */
const REACHABLE = 1000
const IDENTIFIERS = ['ASIN', 'EAN', 'FNSKU', 'GTIN', 'ISBN', 'JAN', 'MINSAN', 'SKU', 'UPC']
const TIMES = ['createdAfter', 'createdBefore', 'lastUpdatedAfter', 'lastUpdatedBefore'] as const
const KNOWN = [
  'marketplaceIds',
  'issueLocale',
  'includedData',
  'identifiers',
  'identifiersType',
  'variationParentSku',
  'packageHierarchySku',
  ...TIMES,
  'withIssueSeverity',
  'withStatus',
  'withoutStatus',
  'sortBy',
  'sortOrder',
  'pageSize',
  'pageToken',
]

type Keeps = (listing: Listing) => boolean
type Sort = { readonly by: string; readonly descending: boolean }
type Search = {
  readonly marketplaceIds: readonly string[]
  readonly datasets: ReadonlySet<string>
  readonly keeps: Keeps
  readonly sort: Sort
  readonly size: number
  readonly from: number
}

/** GET /listings/2021-08-01/items/{sellerId} */
export function searchListingsItems(visit: Visit): Reply {
  const { world, call, sellerId, now } = visit
  noteIgnored(call, KNOWN)
  if (decodeURIComponent(call.url.pathname.split('/').at(-1) ?? '') !== sellerId) return denied()
  const search = readSearch(visit)
  if (isReply(search)) return search
  const { marketplaceIds, datasets, keeps, sort, size, from } = search
  const own = [...(world.listings.bySeller.get(sellerId)?.values() ?? [])]
  const found = own.filter((one) => one.bornAt <= now && marketplaceIds.some((id) => one.places.has(id)) && keeps(one))
  const page = sorted(found, sort).slice(from, from + size)
  const more = from + size < Math.min(found.length, REACHABLE)
  const pagination = {
    ...(more ? { nextToken: tokenFor(from + size) } : {}),
    ...(from > 0 ? { previousToken: tokenFor(Math.max(0, from - size)) } : {}),
  }
  return {
    status: 200,
    body: {
      numberOfResults: found.length,
      ...(more || from > 0 ? { pagination } : {}),
      items: page.map((listing) => wireListing(world, listing, { marketplaceIds, datasets })),
    },
  }
}

const tokenFor = (from: number) => Buffer.from(`page ${from}`).toString('base64url')

function sorted(found: Listing[], { by, descending }: Sort): Listing[] {
  const keyOf = (one: Listing) => (by === 'sku' ? one.sku : by === 'createdDate' ? one.bornAt : one.updatedAt)
  const sign = descending ? -1 : 1
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
  return found.sort((a, b) => sign * compare(keyOf(a), keyOf(b)) || compare(a.sku, b.sku))
}

function readSearch(visit: Visit): Search | Reply {
  const query = visit.call.url.searchParams
  const marketplaceIds = readListingPlaces(visit)
  if (isReply(marketplaceIds)) return marketplaceIds
  const datasets = readList(query, 'includedData', LISTING_DATASETS) ?? ['summaries']
  if (isReply(datasets)) return datasets
  const size = Number(query.get('pageSize') ?? 10)
  if (!Number.isInteger(size) || size < 1 || size > 20)
    return invalidInput('pageSize must be between 1 and 20.', 'pageSize')
  const by = query.get('sortBy') ?? 'lastUpdatedDate'
  const order = query.get('sortOrder') ?? 'DESC'
  if (!['sku', 'createdDate', 'lastUpdatedDate'].includes(by) || !['ASC', 'DESC'].includes(order))
    return invalidInput('sortBy or sortOrder has an unknown value.', 'sortBy')
  const from = readToken(query.get('pageToken'))
  if (from === undefined) return invalidInput('The page token is invalid.', 'pageToken')
  const filters = [
    identifiersFilter(query),
    timesFilter(query),
    statesFilter(query, marketplaceIds),
    familyFilter(query),
  ]
  const refusal = filters.find((one): one is Reply => typeof one !== 'function')
  if (refusal) return refusal
  const keeps = (listing: Listing) => (filters as Keeps[]).every((filter) => filter(listing))
  return { marketplaceIds, datasets: new Set(datasets), keeps, sort: { by, descending: order === 'DESC' }, size, from }
}

function readToken(token: string | null): number | undefined {
  if (token === null) return 0
  const [, from] = /^page (\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? []
  return from === undefined ? undefined : Number(from)
}

function identifiersFilter(query: URLSearchParams): Keeps | Reply {
  const wanted = readList(query, 'identifiers')
  if (wanted === undefined) return () => true
  if (isReply(wanted)) return wanted
  if (wanted.length > 20) return invalidInput('identifiers accepts at most 20 values.', 'identifiers')
  const type = query.get('identifiersType')
  if (type === null || !IDENTIFIERS.includes(type))
    return invalidInput('identifiersType is required with identifiers.', 'identifiersType')
  const names = new Set(wanted)
  return ({ sku, asin, identifiers }) =>
    names.has(type === 'SKU' ? sku : type === 'ASIN' ? asin : (identifiers[type] ?? ''))
}

function timesFilter(query: URLSearchParams): Keeps | Reply {
  const bounds = new Map<string, number>()
  for (const name of TIMES) {
    const text = query.get(name)
    if (text === null) continue
    const at = readInstant(text)
    if (at === undefined) return invalidInput(`${name} is not a valid ISO 8601 date.`, name)
    bounds.set(name, at)
  }
  const within = (at: number, after: string, before: string) =>
    at >= (bounds.get(after) ?? -Infinity) && at <= (bounds.get(before) ?? Infinity)
  return ({ bornAt, updatedAt }) =>
    within(bornAt, 'createdAfter', 'createdBefore') && within(updatedAt, 'lastUpdatedAfter', 'lastUpdatedBefore')
}

function statesFilter(query: URLSearchParams, places: readonly string[]): Keeps | Reply {
  const severities = readList(query, 'withIssueSeverity', ['WARNING', 'ERROR'])
  const withStatus = readList(query, 'withStatus', ['BUYABLE', 'DISCOVERABLE'])
  const without = readList(query, 'withoutStatus', ['BUYABLE', 'DISCOVERABLE'])
  for (const list of [severities, withStatus, without]) if (list && isReply(list)) return list
  const [severe, needed, barred] = [severities, withStatus, without] as (string[] | undefined)[]
  return (listing) => {
    const statuses = places.flatMap((id) => statusesOf(listing, id))
    return (
      (severe?.some((one) => listing.live.issues.some((issue) => issue.severity === one)) ?? true) &&
      (needed?.every((one) => statuses.includes(one)) ?? true) &&
      !(barred?.some((one) => statuses.includes(one)) ?? false)
    )
  }
}

function familyFilter(query: URLSearchParams): Keeps {
  const parent = query.get('variationParentSku')
  if (parent === null) return () => true
  return ({ attributes }) => attributes.child_parent_sku_relationship?.some((one) => one.parent_sku === parent) ?? false
}
