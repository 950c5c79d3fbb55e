import type { Feed } from './feed-book.ts'
import { jobOperations } from './jobs.ts'

/** GET of one feed and of their list, DELETE of one: /feeds/2021-06-30/feeds[/{feedId}] */
export const {
  get: getFeed,
  list: getFeeds,
  cancel: cancelFeed,
} = jobOperations<Feed>({
  name: 'feed',
  mostPlaces: 10,
  kept: ({ world }) => ({ jobs: world.feeds.feeds, days: world.feeds.settings.feedDays }),
  idOf: (feed) => feed.feedId,
  typeOf: (feed) => feed.feedType,
  more: (feed) => ({ resultFeedDocumentId: feed.resultDocumentId }),
})
