import type { FeedSettings, FeedStatus } from './feed-book.ts'
import type { World } from './state.ts'

export type FeedRow = {
  readonly feedId: string
  readonly sellerId: string
  readonly feedType: string
  readonly status: FeedStatus
  readonly createdTime: string
  /** What was given in, and the processing report. */
  readonly text: string
  readonly report: string | null
}

/** The part of the side door about feeds. */
export function feedsDoor(world: World) {
  return {
    feeds: (): FeedRow[] =>
      [...world.feeds.feeds.values()].map(({ feedId, sellerId, feedType, status, ...feed }) => ({
        feedId,
        sellerId,
        feedType,
        status,
        createdTime: new Date(feed.createdAt).toISOString(),
        text: feed.bytes.toString(),
        report: world.feeds.documents.get(feed.resultDocumentId ?? '')?.bytes?.toString() ?? null,
      })),
    /** Alters what is given of how feeds come about; answers all of it. */
    setFeeds: (settings: Partial<FeedSettings>): FeedSettings => Object.assign(world.feeds.settings, settings),
  }
}
