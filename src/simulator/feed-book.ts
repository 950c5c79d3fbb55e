export type FeedStatus = 'IN_QUEUE' | 'IN_PROGRESS' | 'DONE' | 'CANCELLED' | 'FATAL'

/** What createFeed was asked for. */
export type FeedWish = {
  readonly feedType: string
  readonly marketplaceIds: readonly string[]
  readonly inputDocumentId: string
  readonly options: Readonly<Record<string, string>>
  /** What lay in the document when the feed was created. */
  readonly bytes: Buffer
  readonly contentType: string
}

/** One feed of one seller. */
export type Feed = FeedWish & {
  readonly feedId: string
  readonly sellerId: string
  readonly createdAt: number
  /** When it may leave the queue; infinite for one that hangs there for ever. */
  readonly readyAt: number
  readonly course: FeedCourse
  status: FeedStatus
  startedAt?: number
  endedAt?: number
  resultDocumentId?: string
}

/** What faults make of a feed. */
export type FeedCourse = {
  /** It hangs here for so long, or for ever. */
  readonly hangs?: { readonly as: 'IN_QUEUE' | 'IN_PROGRESS'; readonly ms: number | undefined }
  readonly ends?: 'FATAL' | 'CANCELLED'
  /** With an end of its own: how many of the operations are carried out before it. */
  readonly done?: 'none' | 'some' | 'all'
  readonly report?: { readonly as: 'CUT' | 'MISSING' | 'NOT_GZIP'; readonly keep?: number }
}

/** A document to be uploaded, or the processing report of a feed. */
export type FeedDocument = {
  readonly documentId: string
  readonly sellerId: string
  readonly madeAt: number
  readonly contentType: string
  readonly result: boolean
  readonly gzip: boolean
  /** Before compression; undefined until something was uploaded. */
  bytes: Buffer | undefined
  /** The bytes are no gzip, whatever `gzip` says. */
  readonly falseGzip?: boolean
}

/** A signed address of a document: it takes one method and no token, for a while. */
export type FeedUrl = {
  readonly documentId: string
  readonly method: 'GET' | 'PUT'
  readonly expiresAt: number
  readonly encodingHeader: boolean
}

export type FeedSettings = {
  /** Time in IN_QUEUE, then in IN_PROGRESS. */
  queueMs: number
  workMs: number
  compress: boolean
  urlMs: number
  /** How long feeds, their processing reports and the documents given in are kept. */
  feedDays: number
  resultDays: number
}

export type FeedBook = {
  readonly settings: FeedSettings
  readonly feeds: Map<string, Feed>
  readonly documents: Map<string, FeedDocument>
  readonly urls: Map<string, FeedUrl>
}

const USUAL: FeedSettings = {
  queueMs: 30_000,
  workMs: 60_000,
  compress: true,
  urlMs: 5 * 60_000,
  feedDays: 90,
  resultDays: 28,
}

/** A seller central to which no feed was ever given. */
export function newFeedBook(): FeedBook {
  return { settings: { ...USUAL }, feeds: new Map(), documents: new Map(), urls: new Map() }
}
