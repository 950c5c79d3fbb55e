import { takeFault } from './faults.ts'
import type { Feed, FeedCourse, FeedWish } from './feed-book.ts'
import { findFeedDocument } from './feed-documents.ts'
import { queueFeed } from './feed-queue.ts'
import { FEED_TYPES, RETIRED_FEED_TYPES } from './feed-types.ts'
import { isReply } from './search-parameters.ts'
import type { Visit } from './visit.ts'
import { denied, invalidInput, type Reply, readJson } from './wire.ts'

const FIELDS = ['feedType', 'marketplaceIds', 'inputFeedDocumentId', 'feedOptions']

/** POST /feeds/2021-06-30/feeds. The same document may be given again, and is then worked on again. */
export function createFeed(visit: Visit): Reply {
  const wish = readFeedWish(visit)
  if (isReply(wish)) return wish
  const { world, sellerId, now } = visit
  const feedId = `5${world.random.tokens.digits(10)}`
  const course = courseOf(visit, wish)
  // One that hangs in the queue lets later ones pass.
  const hangs = course.hangs?.as === 'IN_QUEUE' ? (course.hangs.ms ?? Number.POSITIVE_INFINITY) : 0
  const readyAt = now + world.feeds.settings.queueMs + hangs
  const feed: Feed = { ...wish, feedId, sellerId, createdAt: now, readyAt, course, status: 'IN_QUEUE' }
  world.feeds.feeds.set(feedId, feed)
  queueFeed(world, feed)
  return { status: 202, body: { feedId } }
}

function readFeedWish(visit: Visit): FeedWish | Reply {
  const read = readJson(visit.call)
  if (isReply(read)) return read
  const body = read.json
  const strange = Object.keys(body).find((name) => !FIELDS.includes(name))
  if (strange) return invalidInput(`Unknown field '${strange}'.`, strange)
  const { feedType, marketplaceIds, inputFeedDocumentId, feedOptions = {} } = body
  if (typeof feedType !== 'string') return invalidInput('feedType is required.', 'feedType')
  const type = FEED_TYPES[feedType]
  if (!type && !RETIRED_FEED_TYPES.includes(feedType))
    return invalidInput(`Feed type ${feedType} is not allowed at this time.`, 'feedType')
  if (!isTexts(marketplaceIds) || marketplaceIds.length === 0 || marketplaceIds.length > 25)
    return invalidInput('marketplaceIds must hold 1 to 25 marketplace ids.', 'marketplaceIds')
  if (!isObject(feedOptions) || !isTexts(Object.values(feedOptions)))
    return invalidInput('feedOptions must be texts by name.', 'feedOptions')
  const documentId = String(inputFeedDocumentId ?? '')
  const document = findFeedDocument(visit.world, documentId, visit)
  if (!document || document.result) return invalidInput('Invalid input feed document id.', 'inputFeedDocumentId')
  if (!document.bytes) return invalidInput('The input feed document was not uploaded.', 'inputFeedDocumentId')
  if (!mayGive(visit, marketplaceIds, type?.roles)) return denied()
  const { bytes, contentType } = document
  const wish = { feedType, marketplaceIds, inputDocumentId: documentId, options: feedOptions, bytes, contentType }
  return type?.refuse?.(visit, wish) ?? (wish as FeedWish)
}

function mayGive(visit: Visit, marketplaceIds: readonly string[], roles: readonly string[] | undefined): boolean {
  const own = visit.world.sellers.get(visit.sellerId)?.marketplaces
  const shut = marketplaceIds.some((id) => !own?.get(id)?.participating || own.get(id)?.refused)
  return !shut && (roles?.some((role) => visit.caller.roles.has(role)) ?? true)
}

/** The faults that wait for a feed of this type. */
function courseOf({ world, sellerId }: Visit, { feedType }: FeedWish): FeedCourse {
  const applies = (fault: { feedType?: string }) => (fault.feedType ?? feedType) === feedType
  const asking = { operation: 'createFeed', sellerId, applies }
  const hangs = takeFault(world, asking, ['feed-hangs'])
  const ends = takeFault(world, asking, ['feed-ends'])
  const report = takeFault(world, asking, ['bad-processing-report'])
  return {
    ...(hangs ? { hangs: { as: hangs.as, ms: hangs.ms } } : {}),
    ...(ends ? { ends: ends.as, done: ends.done ?? 'none' } : {}),
    ...(report ? { report: { as: report.as, keep: report.keep } } : {}),
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '')
