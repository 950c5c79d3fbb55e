import type { FeedJob, FeedType, FeedWork } from './feed-work.ts'
import { findListing } from './listing-book.ts'
import { LISTING_ROLE } from './listing-places.ts'
import { submit } from './listing-submission.ts'
import { wireListing } from './listing-wire.ts'
import {
  type FeedHeader,
  type FeedIssue,
  type FeedMessage,
  type Fields,
  readListingsDocument,
} from './listings-document.ts'
import { spendFeedSubmission } from './listings-feed-limit.ts'
import { changeOf, wireIssue } from './listings-message.ts'
import { invalidInput } from './wire.ts'

/** What becomes of the messages, for the processing report. */
type Tally = { readonly issues: FeedIssue[]; readonly skus: Set<string>; accepted: number; invalid: number }

const CONTENT_TYPE = 'application/json; charset=UTF-8'
/** The work that facts of a product make, and a family of variations above all. */
const FACTS_MS = 200
const FAMILY_MS = 2_000

/** JSON_LISTINGS_FEED: many changes of listings in one marketplace. */
export const listingsFeed: FeedType = {
  roles: [LISTING_ROLE],
  refuse: (visit, { marketplaceIds }) => {
    if (marketplaceIds.length > 1)
      return invalidInput("Too many 'marketplaceIds' values provided. A maximum of 1 is allowed.", 'marketplaceIds')
    return spendFeedSubmission(visit, marketplaceIds[0] ?? '')
  },
  work,
  extraMs: (job) => {
    const document = readListingsDocument(job)
    if ('problem' in document) return 0
    return document.messages.reduce((sum, message) => sum + weightOf(message.fields), 0)
  },
}

/** Price and stock are light; a family of variations is not. */
function weightOf({ operationType, attributes, patches }: Fields): number {
  const text = JSON.stringify([attributes, patches])
  if (text.includes('child_parent_sku_relationship')) return FAMILY_MS
  return operationType === 'UPDATE' || text.includes('item_name') ? FACTS_MS : 0
}

function work(job: FeedJob): FeedWork {
  const document = readListingsDocument(job)
  const tally: Tally = { issues: [], skus: new Set(), accepted: 0, invalid: 0 }
  if ('problem' in document) {
    tally.issues.push(document.problem)
    return { operations: [], report: () => report(job, tally, undefined), fatal: true }
  }
  const { header, messages } = document
  return {
    operations: messages.map((message) => () => carryOut(job, message, tally)),
    report: () => report(job, tally, header),
  }
}

function carryOut(job: FeedJob, message: FeedMessage, tally: Tally): void {
  const { messageId, sku } = message
  const change = changeOf(message)
  if ('problems' in change) {
    tally.invalid++
    tally.issues.push(...change.problems)
    return
  }
  tally.skus.add(sku)
  if (change.kind === 'nothing') {
    tally.accepted++
    return
  }
  const { world, sellerId, marketplaceIds } = job
  const outcome = submit(world, { sellerId, sku, marketplaceIds, operation: 'createFeed', preview: false, change })
  if (outcome.status === 'ACCEPTED') tally.accepted++
  else tally.invalid++
  tally.issues.push(...outcome.issues.map((issue) => wireIssue(issue, { messageId, sku })))
}

function report(job: FeedJob, tally: Tally, header: FeedHeader | undefined): { text: string; contentType: string } {
  const count = (severity: string) => tally.issues.filter((issue) => issue.severity === severity).length
  const items = header?.report ? itemsOf(job, tally, header.report.includedData) : undefined
  const body = {
    header: {
      sellerId: job.sellerId,
      version: '2.0',
      feedId: job.feedId,
      ...(header?.report ? { report: header.report } : {}),
    },
    issues: tally.issues,
    summary: {
      errors: count('ERROR'),
      warnings: count('WARNING'),
      messagesProcessed: tally.accepted + tally.invalid,
      messagesAccepted: tally.accepted,
      messagesInvalid: tally.invalid,
      ...(items ? { itemSummary: { items: items.length, errors: 0, warnings: 0 } } : {}),
    },
    ...(items ? { items } : {}),
  }
  return { text: JSON.stringify(body), contentType: CONTENT_TYPE }
}

/** The listings as they are when the report is written: most of what was accepted is not live yet. */
function itemsOf({ world, sellerId, marketplaceIds }: FeedJob, tally: Tally, includedData: readonly string[]) {
  const asked = { marketplaceIds, datasets: new Set(includedData) }
  return [...tally.skus].flatMap((sku) => {
    const listing = findListing(world.listings, sellerId, sku)
    return listing ? [wireListing(world, listing, asked)] : []
  })
}
