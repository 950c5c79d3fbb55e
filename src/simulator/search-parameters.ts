import type { Call, Reply } from './wire.ts'
import { invalidInput } from './wire.ts'

export const DATASETS = [
  'BUYER',
  'RECIPIENT',
  'PROCEEDS',
  'EXPENSE',
  'PROMOTION',
  'CANCELLATION',
  'FULFILLMENT',
  'PACKAGES',
  'TAX',
  'PAYMENT',
  'FULFILLMENT_ORDERS',
]
const STATUSES = [
  'PENDING_AVAILABILITY',
  'PENDING',
  'UNSHIPPED',
  'PARTIALLY_SHIPPED',
  'SHIPPED',
  'CANCELLED',
  'UNFULFILLABLE',
]
const KNOWN = [
  'createdAfter',
  'createdBefore',
  'lastUpdatedAfter',
  'lastUpdatedBefore',
  'fulfillmentStatuses',
  'marketplaceIds',
  'fulfilledBy',
  'maxResultsPerPage',
  'paginationToken',
  'includedData',
]
const BEFORE_MARGIN_MS = 2 * 60_000
const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d))?$/

export type Search = {
  readonly by: 'created' | 'updated'
  readonly after: number
  /** Undefined when the caller left it to Amazon. */
  readonly before: number | undefined
  readonly statuses: readonly string[] | undefined
  readonly marketplaceIds: readonly string[] | undefined
  readonly fulfilledBy: readonly string[] | undefined
  readonly pageSize: number
  readonly token: string | undefined
  readonly datasets: ReadonlySet<string>
  /** All that must be equal from page to page, as it was written. */
  readonly fingerprint: string
}

export function isReply(value: object): value is Reply {
  return 'status' in value && 'body' in value
}

/** Reads the parameters of searchOrders, or answers 400 in Amazon's manner. */
export function readSearch(call: Call, now: number): Search | Reply {
  const query = call.url.searchParams
  const twice = KNOWN.find((name) => query.getAll(name).length > 1)
  if (twice) return invalidInput(`Parameter ${twice} is given more than once.`, 'Lists are comma-separated.')
  noteIgnored(call, KNOWN)
  const window = readWindow(query, now)
  if (isReply(window)) return window
  const datasets = readDatasets(call)
  if (isReply(datasets)) return datasets
  const statuses = readList(query, 'fulfillmentStatuses', STATUSES)
  if (statuses && isReply(statuses)) return statuses
  const fulfilledBy = readList(query, 'fulfilledBy', ['MERCHANT', 'AMAZON'])
  if (fulfilledBy && isReply(fulfilledBy)) return fulfilledBy
  const marketplaceIds = readList(query, 'marketplaceIds')
  if (marketplaceIds && isReply(marketplaceIds)) return marketplaceIds
  if (marketplaceIds && marketplaceIds.length > 50) return invalidInput('marketplaceIds accepts at most 50 values.')
  const size = query.get('maxResultsPerPage') ?? '100'
  if (!/^\d{1,3}$/.test(size) || Number(size) < 1 || Number(size) > 100)
    return invalidInput('maxResultsPerPage must be between 1 and 100.')
  const fixed = KNOWN.filter((n) => !['maxResultsPerPage', 'paginationToken', 'includedData'].includes(n))
  return {
    ...window,
    statuses,
    fulfilledBy,
    marketplaceIds,
    datasets,
    pageSize: Number(size),
    token: query.get('paginationToken') ?? undefined,
    fingerprint: JSON.stringify(fixed.map((name) => query.get(name))),
  }
}

/** Reads includedData; an unknown dataset is a 400. */
export function readDatasets(call: Call): ReadonlySet<string> | Reply {
  if (call.url.searchParams.getAll('includedData').length > 1)
    return invalidInput('Parameter includedData is given more than once.', 'Lists are comma-separated.')
  const list = readList(call.url.searchParams, 'includedData', DATASETS)
  if (list && isReply(list)) return list
  return new Set(list)
}

/** Records the query names that Amazon does not know and passes over. */
export function noteIgnored(call: Call, known: readonly string[]): void {
  call.log.ignoredQuery = [...new Set(call.url.searchParams.keys())].filter((name) => !known.includes(name))
}

function readWindow(query: URLSearchParams, now: number): Pick<Search, 'by' | 'after' | 'before'> | Reply {
  const created = query.has('createdAfter')
  if (created === query.has('lastUpdatedAfter'))
    return invalidInput('Exactly one of createdAfter and lastUpdatedAfter must be provided.')
  const [own, other] = created ? ['created', 'lastUpdated'] : ['lastUpdated', 'created']
  if (query.has(`${other}Before`)) return invalidInput(`${other}Before cannot be used with ${own}After.`)
  const after = readInstant(query.get(`${own}After`) as string)
  if (after === undefined) return invalidInput(`${own}After is not a valid ISO 8601 date.`)
  const by = created ? 'created' : 'updated'
  if (!query.has(`${own}Before`)) {
    if (after > now - BEFORE_MARGIN_MS)
      return invalidInput(`${own}After must be at least two minutes before the time of the request.`)
    return { by, after, before: undefined }
  }
  const before = readInstant(query.get(`${own}Before`) as string)
  if (before === undefined) return invalidInput(`${own}Before is not a valid ISO 8601 date.`)
  if (before < after) return invalidInput(`${own}Before must be equal to or after ${own}After.`)
  if (before > now - BEFORE_MARGIN_MS)
    return invalidInput(`${own}Before must be at least two minutes before the time of the request.`)
  return { by, after, before }
}

/** Milliseconds of an ISO 8601 time; undefined when it is none. */
export function readInstant(text: string): number | undefined {
  if (!INSTANT.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

/** A comma-separated list, undefined when it is not given, or a 400 when a value is not allowed. */
export function readList(
  query: URLSearchParams,
  name: string,
  allowed?: readonly string[],
): string[] | undefined | Reply {
  const text = query.get(name)
  if (text === null) return undefined
  const values = text.split(',')
  const bad = values.find((v) => v === '' || (allowed && !allowed.includes(v)))
  if (bad !== undefined) return invalidInput(`Invalid value '${bad}' for parameter ${name}.`, `${name}`)
  return values
}

/** The upper bound that Amazon uses when none is given. */
export const defaultBefore = (now: number) => now - BEFORE_MARGIN_MS
