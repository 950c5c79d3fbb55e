import type { Feed } from './feed-book.ts'
import { newDocumentId } from './feed-documents.ts'
import { FEED_TYPES } from './feed-types.ts'
import type { FeedWork } from './feed-work.ts'
import { tellFinished } from './notify-seller.ts'
import type { World } from './state.ts'

/** Puts a feed in the queue of its seller and type. One of them is worked on at a time, in the order they came. */
export function queueFeed(world: World, feed: Feed): void {
  const { readyAt: at } = feed
  if (Number.isFinite(at)) world.clock.plan({ at, run: () => startNext(world, feed) })
}

/** Starts the first feed of this seller and type that is ready, unless one is worked on. */
function startNext(world: World, { sellerId, feedType }: Pick<Feed, 'sellerId' | 'feedType'>): void {
  const now = world.clock.now()
  const rivals = [...world.feeds.feeds.values()].filter((f) => f.sellerId === sellerId && f.feedType === feedType)
  if (rivals.some((f) => f.status === 'IN_PROGRESS')) return
  const feed = rivals.find((f) => f.status === 'IN_QUEUE' && f.readyAt <= now)
  if (!feed) return
  feed.status = 'IN_PROGRESS'
  feed.startedAt = now
  const { hangs } = feed.course
  const hangsMs = hangs?.as === 'IN_PROGRESS' ? hangs.ms : 0
  if (hangsMs === undefined) return
  const extraMs = FEED_TYPES[feed.feedType]?.extraMs?.({ ...feed, world }) ?? 0
  world.clock.plan({ at: now + world.feeds.settings.workMs + extraMs + hangsMs, run: () => finish(world, feed) })
}

/** The world changes when the work ends, so nothing can be seen of it before. */
function finish(world: World, feed: Feed): void {
  const { course } = feed
  const work = FEED_TYPES[feed.feedType]?.work({ ...feed, world })
  const all = work?.operations ?? []
  const part = course.done === 'all' ? all.length : course.done === 'some' ? Math.ceil(all.length / 2) : 0
  for (const operation of all.slice(0, course.ends ? part : all.length)) operation()
  feed.status = course.ends ?? (work === undefined || work.fatal ? 'FATAL' : 'DONE')
  feed.endedAt = world.clock.now()
  if (work && !course.ends && course.report?.as !== 'MISSING') writeReport(world, feed, work.report())
  const { sellerId, feedId: id, feedType: type, status, resultDocumentId: documentId } = feed
  tellFinished(world, { of: 'feed', sellerId, id, type, status, documentId })
  startNext(world, feed)
}

function writeReport(world: World, feed: Feed, { text, contentType }: ReturnType<FeedWork['report']>): void {
  const { report } = feed.course
  const kept = report?.as === 'CUT' ? text.slice(0, report.keep ?? Math.floor(text.length / 2)) : text
  const documentId = newDocumentId(world)
  feed.resultDocumentId = documentId
  const falseGzip = report?.as === 'NOT_GZIP'
  world.feeds.documents.set(documentId, {
    documentId,
    sellerId: feed.sellerId,
    madeAt: world.clock.now(),
    contentType,
    result: true,
    gzip: world.feeds.settings.compress || falseGzip,
    falseGzip,
    bytes: Buffer.from(kept),
  })
}
