import { Temporal } from 'temporal-polyfill'
import type { Connection } from '#core/connection.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { DocumentTransfer, Question, Told } from './client.ts'
import type { Download } from './download.ts'
import type { Amazon, Answer, FeedKind, FeedState, ListedFeed } from './port.ts'
import { isObject } from './read-wire.ts'
import type { Upload } from './upload.ts'

type Asks = Pick<Question, 'operation' | 'path' | 'query' | 'what' | 'json' | 'notAfter'>

/** What the calls about feeds are made of. */
export type FeedWays = {
  ask(connection: Connection, asks: Asks): Promise<Answer<Told>>
  readonly upload: Upload
  readonly download: Download
  count(connection: Connection, operation: DocumentTransfer, outcome: Result<unknown>): void
}

/** The calls about feeds, of orders and of listings alike (S5). */
export type FeedCalls = Pick<Amazon, 'uploadFeed' | 'createFeed' | 'feedState' | 'feedsSince' | 'readFeedReport'>

const PATH = '/feeds/2021-06-30'

/** Amazon's names of the feeds that we send. */
const TYPES: Readonly<Record<FeedKind, string>> = {
  confirmation: 'POST_ORDER_FULFILLMENT_DATA',
  cancellation: 'POST_ORDER_ACKNOWLEDGEMENT_DATA',
  refund: 'POST_PAYMENT_ADJUSTMENT_DATA',
  listings: 'JSON_LISTINGS_FEED',
}

/** Most feeds that one answer lists; more than that cannot come within minutes. */
const MOST_LISTED = 100

/** Builds the calls about feeds. */
export function feedCalls(ways: FeedWays): FeedCalls {
  return {
    async uploadFeed(connection, { contentType, content }) {
      const made = then(await ways.ask(connection, askForPlace(contentType)), readPlaceToUpload)
      if (made.ok !== true) return made
      const { documentId, url } = made.value
      const put = await ways.upload({ url, contentType, content })
      ways.count(connection, 'uploadFeedDocument', put)
      return put.ok ? ok(documentId) : put
    },
    createFeed: async (connection, wish) =>
      then(
        await ways.ask(connection, {
          operation: 'createFeed',
          path: `${PATH}/feeds`,
          query: {},
          what: `the feed document ${wish.documentId}`,
          notAfter: wish.notAfter,
          json: {
            feedType: TYPES[wish.kind],
            marketplaceIds: [...wish.marketplaceIds],
            inputFeedDocumentId: wish.documentId,
          },
        }),
        readFeedId,
      ),
    feedState: async (connection, feedId) =>
      then(
        await ways.ask(connection, {
          operation: 'getFeed',
          path: `${PATH}/feeds/${encodeURIComponent(feedId)}`,
          query: {},
          what: `the feed ${feedId}`,
        }),
        ({ body }) => readState(body, 'getFeed'),
      ),
    feedsSince: async (connection, { kind, since }) =>
      then(
        await ways.ask(connection, {
          operation: 'getFeeds',
          path: `${PATH}/feeds`,
          query: { feedTypes: TYPES[kind], createdSince: iso(since), pageSize: String(MOST_LISTED) },
          what: 'the list of feeds',
        }),
        readList,
      ),
    async readFeedReport(connection, documentId) {
      const found = then(await ways.ask(connection, askForDocument(documentId)), readPlaceOfReport)
      if (found.ok !== true) return found
      const text = await fetchText(ways.download, found.value)
      ways.count(connection, 'downloadFeedDocument', text)
      return text
    },
  }
}

const then = <A, B>(answer: Answer<A>, read: (value: A) => Result<B>): Answer<B> =>
  answer.ok === true ? read(answer.value) : answer

const iso = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'millisecond' })

const askForPlace = (contentType: string): Asks => ({
  operation: 'createFeedDocument',
  path: `${PATH}/documents`,
  query: {},
  what: 'a feed document',
  json: { contentType },
})

const askForDocument = (documentId: string): Asks => ({
  operation: 'getFeedDocument',
  path: `${PATH}/documents/${encodeURIComponent(documentId)}`,
  query: {},
  what: `the feed document ${documentId}`,
})

function readPlaceToUpload({ body }: Told): Result<{ readonly documentId: string; readonly url: URL }> {
  if (!isObject(body) || !isId(body.feedDocumentId) || typeof body.url !== 'string' || !URL.canParse(body.url))
    return failed('answer-unreadable', { operation: 'createFeedDocument', why: 'it has no document or no address' })
  return ok({ documentId: body.feedDocumentId, url: new URL(body.url) })
}

function readPlaceOfReport({ body }: Told): Result<{ readonly url: URL; readonly gzip: boolean }> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation: 'getFeedDocument', why })
  if (!isObject(body) || typeof body.url !== 'string' || !URL.canParse(body.url)) return unreadable('it has no address')
  const { compressionAlgorithm: by } = body
  if (by !== undefined && by !== null && by !== 'GZIP') return unreadable('its compression is not known')
  return ok({ url: new URL(body.url), gzip: by === 'GZIP' })
}

function readFeedId({ body }: Told): Result<string> {
  if (isObject(body) && isId(body.feedId)) return ok(body.feedId)
  return failed('answer-unreadable', { operation: 'createFeed', why: 'it names no feed' })
}

function readState(body: unknown, operation: string): Result<FeedState> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation, why })
  if (!isObject(body)) return unreadable('it is not an object')
  const { processingStatus, resultFeedDocumentId: report } = body
  const reportId = isId(report) ? report : null
  switch (processingStatus) {
    case 'IN_QUEUE':
    case 'IN_PROGRESS':
      return ok({ state: 'waiting', word: processingStatus, reportId: null })
    case 'DONE':
      return ok({ state: 'done', word: processingStatus, reportId })
    case 'CANCELLED':
      return ok({ state: 'cancelled', word: processingStatus, reportId: null })
    case 'FATAL':
      return ok({ state: 'fatal', word: processingStatus, reportId })
    default:
      return unreadable('its state is not known')
  }
}

function readList({ body }: Told): Result<readonly ListedFeed[]> {
  const unreadable = (why: string) => failed('answer-unreadable', { operation: 'getFeeds', why })
  if (!isObject(body) || !Array.isArray(body.feeds)) return unreadable('it is no list')
  if (body.nextToken !== undefined && body.nextToken !== null) return unreadable('it lists too many feeds')
  const feeds: ListedFeed[] = []
  for (const each of body.feeds as unknown[]) {
    const createdAt = isObject(each) ? Date.parse(String(each.createdTime)) : Number.NaN
    if (!isObject(each) || !isId(each.feedId) || Number.isNaN(createdAt)) return unreadable('one of them has no name')
    const places = Array.isArray(each.marketplaceIds) ? each.marketplaceIds.map(String) : []
    feeds.push({ feedId: each.feedId, createdAt, marketplaceIds: places })
  }
  return ok(feeds)
}

async function fetchText(
  download: Download,
  place: { readonly url: URL; readonly gzip: boolean },
): Promise<Result<string>> {
  let decoder = new TextDecoder()
  let text = ''
  const fetched = await download({
    ...place,
    operation: 'downloadFeedDocument',
    begin: (charset) => {
      decoder = decoderFor(charset)
    },
    take: async (bytes) => {
      text += decoder.decode(bytes, { stream: true })
    },
  })
  return fetched.ok ? ok(text + decoder.decode()) : fetched
}

/** A name that nobody knows is read as UTF-8: what matters in a report are numbers. */
function decoderFor(charset: string | null) {
  try {
    return new TextDecoder(charset ?? 'utf-8')
  } catch {
    return new TextDecoder()
  }
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value)
