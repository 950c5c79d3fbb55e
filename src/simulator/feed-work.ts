import type { World } from './state.ts'
import type { Visit } from './visit.ts'
import type { Reply } from './wire.ts'

/** A feed as the work on it sees it. */
export type FeedJob = {
  readonly world: World
  readonly sellerId: string
  readonly feedId: string
  readonly marketplaceIds: readonly string[]
  readonly options: Readonly<Record<string, string>>
  /** The document as it was uploaded, and the content type that was named for it. */
  readonly bytes: Buffer
  readonly contentType: string
}

/** What a document comes to. */
export type FeedWork = {
  /** The operations of the feed, one a message or record, each changing the world when it is called. They are called in order; a feed that ends FATAL may stop before any of them. */
  readonly operations: readonly (() => void)[]
  /** The processing report; asked for once the operations are done. */
  readonly report: () => { readonly text: string; readonly contentType: string }
  /** The document cannot be worked on at all: the feed ends FATAL, with this report. */
  readonly fatal?: boolean
}

/** One kind of feed. */
export type FeedType = {
  /** One of these roles is enough. */
  readonly roles: readonly string[]
  /** Why createFeed refuses such a feed at once, beyond what it refuses for every type. */
  readonly refuse?: (visit: Visit, wish: { readonly marketplaceIds: readonly string[] }) => Reply | undefined
  readonly work: (job: FeedJob) => FeedWork
  /** What makes the work longer than usual; later feeds of the type wait for it. */
  readonly extraMs?: (job: FeedJob) => number
}
