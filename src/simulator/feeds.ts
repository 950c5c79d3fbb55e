import type { Feed } from './feed-book.ts'
import { reportTime } from './report-table.ts'
import { isReply, readInstant, readList } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { invalidInput, problem, type Reply } from './wire.ts'

const DAY = 86_400_000
const STATUSES = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE']

/** GET /feeds/2021-06-30/feeds/{feedId} */
export function getFeed(visit: Visit): Reply {
  const feed = findFeed(visit)
  return isReply(feed) ? feed : { status: 200, body: wireFeed(feed) }
}

/** DELETE /feeds/2021-06-30/feeds/{feedId}: only what is still in the queue can be cancelled. */
export function cancelFeed(visit: Visit): Reply {
  const feed = findFeed(visit)
  if (isReply(feed)) return feed
  if (feed.status !== 'IN_QUEUE')
    return invalidInput(`A feed in status ${feed.status} cannot be cancelled.`, feed.feedId)
  feed.status = 'CANCELLED'
  feed.endedAt = visit.now
  return { status: 200, body: undefined }
}

/** GET /feeds/2021-06-30/feeds, the newest first. */
export function getFeeds(visit: Visit): Reply {
  const filter = readFilter(visit)
  if (isReply(filter)) return filter
  const own = [...visit.world.feeds.feeds.values()].filter((f) => f.sellerId === visit.sellerId && filter.keeps(f))
  const listed = own.reverse()
  const from = filter.after === undefined ? 0 : listed.findIndex((f) => f.feedId === filter.after) + 1
  const page = listed.slice(from, from + filter.size)
  const body: Record<string, unknown> = { feeds: page.map(wireFeed) }
  if (from + filter.size < listed.length) {
    const place: Place = { query: filter.query, after: page.at(-1)?.feedId ?? '' }
    body.nextToken = Buffer.from(JSON.stringify(place)).toString('base64url')
  }
  return { status: 200, body }
}

/** The first page's parameters, and the last feed that it told. */
type Place = { readonly query: string; readonly after: string }
type Filter = {
  readonly keeps: (feed: Feed) => boolean
  readonly size: number
  readonly query: string
  readonly after: string | undefined
}

function readFilter(visit: Visit): Filter | Reply {
  const query = visit.call.url.searchParams
  const token = query.get('nextToken')
  if (token === null) return filterOf(visit, query, undefined)
  if (query.size > 1) return invalidInput('nextToken must be the only parameter.', 'nextToken')
  const place = readToken(token)
  if (!place) return invalidInput('The next token is invalid.', 'nextToken')
  return filterOf(visit, new URLSearchParams(place.query), place.after)
}

function filterOf({ now, world }: Visit, query: URLSearchParams, after: string | undefined): Filter | Reply {
  const types = readList(query, 'feedTypes')
  if (types && isReply(types)) return types
  if (!types || types.length > 10) return invalidInput('1 to 10 feedTypes or a nextToken must be given.', 'feedTypes')
  const statuses = readList(query, 'processingStatuses', STATUSES)
  if (statuses && isReply(statuses)) return statuses
  const places = readList(query, 'marketplaceIds')
  if (places && isReply(places)) return places
  if (places && places.length > 10) return invalidInput('marketplaceIds accepts at most 10 values.', 'marketplaceIds')
  const size = query.get('pageSize') ?? '10'
  if (!/^\d{1,3}$/.test(size) || Number(size) < 1 || Number(size) > 100)
    return invalidInput('pageSize must be between 1 and 100.', 'pageSize')
  const since = readInstant(query.get('createdSince') ?? reportTime(now - 90 * DAY))
  const until = readInstant(query.get('createdUntil') ?? new Date(now).toISOString())
  if (since === undefined || until === undefined) return invalidInput('createdSince or createdUntil is not a date.')
  const oldest = Math.max(since, now - world.feeds.settings.feedDays * DAY)
  const keeps = (feed: Feed) =>
    types.includes(feed.feedType) &&
    (!statuses || statuses.includes(feed.status)) &&
    (!places || feed.marketplaceIds.some((id) => places.includes(id))) &&
    feed.createdAt >= oldest &&
    feed.createdAt <= until
  return { keeps, size: Number(size), query: query.toString(), after }
}

function readToken(token: string): Place | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString())
  } catch {
    return undefined
  }
}

function findFeed({ world, call, sellerId, now }: Visit): Feed | Reply {
  const id = call.url.pathname.split('/').at(-1) ?? ''
  const feed = world.feeds.feeds.get(id)
  const kept = feed && now - feed.createdAt <= world.feeds.settings.feedDays * DAY
  if (kept && feed.sellerId === sellerId) return feed
  return problem(404, { code: 'NotFound', message: 'The feed was not found.', details: id })
}

function wireFeed(feed: Feed): Record<string, unknown> {
  const time = (at: number | undefined) => (at === undefined ? undefined : reportTime(at))
  return {
    feedId: feed.feedId,
    feedType: feed.feedType,
    marketplaceIds: feed.marketplaceIds,
    createdTime: time(feed.createdAt),
    processingStatus: feed.status,
    processingStartTime: time(feed.startedAt),
    processingEndTime: time(feed.endedAt),
    resultFeedDocumentId: feed.resultDocumentId,
  }
}
