import type { CatalogItem, Listing } from './listing-book.ts'
import { readListingPlaces } from './listing-places.ts'
import { marketplace } from './marketplaces.ts'
import { isReply, noteIgnored, readList } from './search-parameters.ts'
import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import { invalidInput, problem, type Reply } from './wire.ts'

const KINDS = ['ASIN', 'EAN', 'GTIN', 'ISBN', 'JAN', 'MINSAN', 'SKU', 'UPC']
const DATASETS = ['attributes', 'classifications', 'dimensions', 'identifiers', 'images', 'productTypes']
const MORE_DATASETS = ['relationships', 'salesRanks', 'summaries', 'vendorDetails']
const GETTING = ['marketplaceIds', 'includedData', 'locale']
const SEARCHING = [
  ...GETTING,
  'identifiers',
  'identifiersType',
  'sellerId',
  'keywords',
  'brandNames',
  'classificationIds',
  'pageSize',
  'pageToken',
  'keywordsLocale',
]

/** GET /catalog/2022-04-01/items: by barcodes and other identifiers, or by words of the name. */
export function searchCatalogItems(visit: Visit): Reply {
  const { world, call } = visit
  const query = call.url.searchParams
  noteIgnored(call, SEARCHING)
  const asked = readAsked(visit)
  if (isReply(asked)) return asked
  if (asked.marketplaceIds.length > 1) return invalidInput('marketplaceIds accepts one value.', 'marketplaceIds')
  const keeps = readFilter(visit)
  if (typeof keeps !== 'function') return keeps
  const size = Number(query.get('pageSize') ?? 10)
  if (!Number.isInteger(size) || size < 1 || size > 20)
    return invalidInput('pageSize must be between 1 and 20.', 'pageSize')
  const from = Number(Buffer.from(query.get('pageToken') ?? '', 'base64url').toString() || 0)
  if (!Number.isInteger(from)) return invalidInput('The page token is invalid.', 'pageToken')
  const found = catalogOf(world).filter(keeps)
  const next = from + size < found.length ? { pagination: { nextToken: tokenFor(from + size) } } : {}
  const items = found.slice(from, from + size).map((item) => wireItem(item, asked))
  return { status: 200, body: { numberOfResults: found.length, ...next, items } }
}

/** GET /catalog/2022-04-01/items/{asin} */
export function getCatalogItem(visit: Visit): Reply {
  noteIgnored(visit.call, GETTING)
  const asked = readAsked(visit)
  if (isReply(asked)) return asked
  const asin = visit.call.url.pathname.split('/').at(-1) ?? ''
  const item = catalogOf(visit.world).find((one) => one.asin === asin)
  if (!item) return problem(404, { code: 'NOT_FOUND', message: `Requested item '${asin}' not found.` })
  return { status: 200, body: wireItem(item, asked) }
}

const tokenFor = (from: number) => Buffer.from(String(from)).toString('base64url')

type Asked = { readonly marketplaceIds: readonly string[]; readonly datasets: ReadonlySet<string> }

function readAsked(visit: Visit): Asked | Reply {
  const marketplaceIds = readListingPlaces(visit)
  if (isReply(marketplaceIds)) return marketplaceIds
  const included = readList(visit.call.url.searchParams, 'includedData', [...DATASETS, ...MORE_DATASETS])
  if (included && isReply(included)) return included
  return { marketplaceIds, datasets: new Set(included ?? ['summaries']) }
}

function readFilter({ world, call, sellerId }: Visit): ((item: CatalogItem) => boolean) | Reply {
  const query = call.url.searchParams
  const identifiers = readList(query, 'identifiers')
  const keywords = readList(query, 'keywords')
  for (const list of [identifiers, keywords]) {
    if (list && isReply(list)) return list
    if (list && list.length > 20) return invalidInput('identifiers and keywords accept at most 20 values.')
  }
  if ((identifiers === undefined) === (keywords === undefined))
    return invalidInput('Either identifiers or keywords must be given.', 'identifiers')
  const words = (keywords as string[] | undefined)?.map((word) => word.toLowerCase())
  if (words) return ({ title }) => words.every((word) => title.toLowerCase().includes(word))
  const type = query.get('identifiersType') ?? ''
  if (!KINDS.includes(type)) return invalidInput('identifiersType is required with identifiers.', 'identifiersType')
  const wanted = new Set(identifiers as string[])
  if (type !== 'SKU') return (item) => wanted.has(type === 'ASIN' ? item.asin : (item.identifiers[type] ?? ''))
  const own = world.listings.bySeller.get(sellerId)
  const asins = new Set([...wanted].map((sku) => own?.get(sku)?.asin))
  return ({ asin }) => asins.has(asin)
}

/** What the side door put there, and every product that somebody lists. */
function catalogOf({ listings }: World): CatalogItem[] {
  const items = new Map<string, CatalogItem>()
  for (const own of listings.bySeller.values()) for (const one of own.values()) items.set(one.asin, itemOf(one))
  return [...new Map([...items, ...listings.catalog]).values()]
}

const itemOf = ({ asin, attributes, productType, identifiers }: Listing): CatalogItem => ({
  asin,
  title: String(attributes.item_name?.[0]?.value ?? asin),
  brand: String(attributes.brand?.[0]?.value ?? ''),
  productType,
  identifiers,
})

function wireItem({ asin, title, brand, productType, identifiers }: CatalogItem, { marketplaceIds, datasets }: Asked) {
  const codes = Object.entries(identifiers).map(([identifierType, identifier]) => ({ identifierType, identifier }))
  const parts: Readonly<Record<string, (marketplaceId: string) => object>> = {
    summaries: (marketplaceId) => ({
      marketplaceId,
      brand,
      itemName: title,
      itemClassification: 'BASE_PRODUCT',
      websiteDisplayGroupName: marketplace(marketplaceId).name,
    }),
    identifiers: (marketplaceId) => ({ marketplaceId, identifiers: codes }),
    productTypes: (marketplaceId) => ({ marketplaceId, productType }),
  }
  const told = Object.entries(parts).filter(([name]) => datasets.has(name))
  return { asin, ...Object.fromEntries(told.map(([name, part]) => [name, marketplaceIds.map(part)])) }
}
