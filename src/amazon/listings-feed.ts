import type { ListingIssue } from '#core/inventory/read-listing.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { FeedMessage, ListingsReport } from './listing-patches.ts'
import { issuesIn } from './listings.ts'
import type { WrittenFeed } from './port.ts'
import { isObject } from './read-wire.ts'

/** Amazon's limits of one document; the sooner of the two ends it (I8). */
export const FEED_LIMITS = { messages: 25_000, bytes: 10 * 1024 * 1024 } as const

/** A document that is complete, and the numbers of its messages. */
export type FeedDocument = { readonly text: string; readonly messages: number; readonly bytes: number }

/** Takes messages one after the other and gives each document once it is full; `end` gives the last one. */
export type FeedWriter = {
  add(message: FeedMessage): FeedDocument | null
  end(): FeedDocument | null
}

const CLOSING = ']}'

/** Writes JSON_LISTINGS_FEED documents within Amazon's limits while the messages come: one document is held in memory, never all (I8). */
export function createFeedWriter(
  sellingPartnerId: string,
  limits: typeof FEED_LIMITS | { messages: number; bytes: number } = FEED_LIMITS,
): FeedWriter {
  const head = `{"header":${JSON.stringify({ sellerId: sellingPartnerId, version: '2.0', issueLocale: 'en_US' })},"messages":[`
  const empty = Buffer.byteLength(head) + CLOSING.length
  let parts: string[] = []
  let bytes = empty
  const close = (): FeedDocument | null => {
    if (parts.length === 0) return null
    const document = { text: `${head}${parts.join(',')}${CLOSING}`, messages: parts.length, bytes }
    parts = []
    bytes = empty
    return document
  }
  return {
    add({ number, sellerSku, productType, patches }) {
      const text = JSON.stringify({ messageId: number, sku: sellerSku, operationType: 'PATCH', productType, patches })
      const size = Buffer.byteLength(text)
      const comma = parts.length === 0 ? 0 : 1
      const full = parts.length >= limits.messages || (parts.length > 0 && bytes + comma + size > limits.bytes)
      const document = full ? close() : null
      bytes += (parts.length === 0 ? 0 : 1) + size
      parts.push(text)
      return document
    },
    end: close,
  }
}

/** Writes one document of as many messages as it may hold, and says how many it took (I8). */
export function writeListingsFeed(sellingPartnerId: string, messages: readonly FeedMessage[]): WrittenFeed {
  const contentType = 'application/json; charset=UTF-8'
  const writer = createFeedWriter(sellingPartnerId)
  for (const message of messages) {
    const full = writer.add(message)
    if (full) return { contentType, content: full.text, taken: full.messages }
  }
  const last = writer.end()
  return { contentType, content: last?.text ?? '', taken: last?.messages ?? 0 }
}

/** Reads the processing report of a JSON_LISTINGS_FEED. One that is cut off, or of another feed, is a problem and never "all well" (I10). */
export function readListingsReport(text: string, feedId: string): Result<ListingsReport> {
  const unreadable = (why: string) => failed('feed-report-unreadable', { why })
  let report: unknown
  try {
    report = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return unreadable('it is cut off or no JSON')
  }
  const header = isObject(report) ? report.header : null
  const summary = isObject(report) ? report.summary : null
  if (!isObject(report) || !isObject(header) || !isObject(summary)) return unreadable('it has no header or no summary')
  if (header.feedId !== feedId) return unreadable('it is about another feed')
  const count = (value: unknown) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null
  const processed = count(summary.messagesProcessed)
  const accepted = count(summary.messagesAccepted)
  const invalid = count(summary.messagesInvalid)
  if (processed === null || accepted === null || invalid === null) return unreadable('its summary has no numbers')
  if (!Array.isArray(report.issues) && report.issues !== undefined) return unreadable('its issues are no list')
  return ok({ processed, accepted, invalid, ...sortIssues(report.issues ?? []) })
}

function sortIssues(list: readonly unknown[]): Pick<ListingsReport, 'ofFeed' | 'ofMessage'> {
  const ofFeed: ListingIssue[] = []
  const ofMessage = new Map<number, ListingIssue[]>()
  for (const entry of list) {
    if (!isObject(entry)) continue
    const { attributeName } = entry
    const [issue] = issuesIn([
      typeof attributeName === 'string' ? { attributeNames: [attributeName], ...entry } : entry,
    ])
    if (!issue) continue
    const number = entry.messageId
    if (typeof number !== 'number') ofFeed.push(issue)
    else ofMessage.set(number, [...(ofMessage.get(number) ?? []), issue])
  }
  return { ofFeed, ofMessage }
}
