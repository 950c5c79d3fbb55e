import type { documentSummary } from '#contract/activity.ts'
import type { errorGroup, refusedSku } from '#contract/error-log.ts'
import type { submission } from '#contract/files.ts'
import type { changeUp, orderEntry, runUp } from '#contract/going-up.ts'
import type { audit, driftRow, matched } from '#contract/listings.ts'
import type { outboxEntry } from '#contract/outbox.ts'
import type { packedItem } from '#contract/packed-items.ts'
import type { retryEntry } from '#contract/retry-queue.ts'
import { ERROR_SECTIONS } from '#core/error-log.ts'
import { amount, column, instant, type Lists, list, saidOf, sentences, text } from './list-column.ts'

const MATCHED_BY = {
  mapping: 'the mapping',
  'item-id': 'the same id',
  barcode: 'the same barcode',
  title: 'a similar title',
} as const

/** The lists of what goes up to Amazon, of what keeps work from going on, and of what audits find, as files (X1). */
export const WORK_LISTS: Lists = {
  '/error-log': list<typeof documentSummary>([
    column('Document', (row) => row.documentId),
    column('Amazon order', (row) => row.amazonOrderId),
    column('Connection', (row) => row.connection),
    column('State', (row) => row.state),
    column('What is wrong', (row) => sentences(row.problems)),
    instant('Received', (row) => row.receivedAt),
    instant('Decided', (row) => row.decidedAt),
  ]),
  '/error-log/groups': list<typeof errorGroup>([
    column('Kind', (row) => ERROR_SECTIONS[row.kind]),
    column('What is wrong', (row) => row.sentence),
    column('How many', (row) => row.count),
    column('The first', (row) => row.name),
    column('Mended by', (row) => row.mendedBy),
    column('Trying again helps', (row) => row.retryHelps),
    instant('Since', (row) => row.since),
  ]),
  '/error-log/skus': list<typeof refusedSku>([
    column('SKU', (row) => row.sellerSku),
    column('Item', (row) => row.itemId),
    column('Connection', (row) => row.connection),
    column('Marketplace', (row) => row.marketplaceId),
    column('What', (row) => row.field),
    column('State', (row) => row.state),
    column('What is wrong', (row) => row.problem.sentence),
    instant('Since', (row) => row.since),
  ]),
  // The columns that the reader of tracking files takes: what goes out can come in again.
  '/shipments': list<typeof packedItem>([
    text('Order', (row) => row.amazonOrderId),
    text('Line', (row) => row.line),
    text('SKU', (row) => row.sellerSku),
    text('Item', (row) => row.itemId),
    column('Quantity', (row) => row.quantity),
    column('Carrier', (row) => row.carrier),
    column('Service', (row) => row.service),
    text('Tracking number', (row) => row.tracking),
    text('Ship date', (row) => row.shippedOn),
    text('Reference', (row) => row.reference),
  ]),
  '/retry-queue': list<typeof retryEntry>([
    column('What', (row) => row.kind),
    column('Name', (row) => row.name),
    column('How many', (row) => row.count),
    column('Connection', (row) => row.connection),
    column('What went wrong', (row) => row.problem?.sentence),
    instant('Next try', (row) => row.nextTry),
    column('Tries', (row) => row.tries),
    instant('Since', (row) => row.since),
  ]),
  '/connections/:connectionId/listings/matches': list<typeof matched>([
    column('Seller SKU', (row) => row.sellerSku),
    column('Title', (row) => row.title),
    column('Barcode', (row) => row.barcode),
    column('Item', (row) => row.matches[0]?.itemId),
    column('Description', (row) => row.matches[0]?.description),
    column('Why', (row) => row.matches[0] && MATCHED_BY[row.matches[0].by]),
    column('Likeness in %', (row) => row.matches[0]?.percent),
    column('Other proposals', (row) =>
      row.matches
        .slice(1)
        .map((each) => each.itemId)
        .join(', '),
    ),
  ]),
  '/sending/changes': list<typeof changeUp>([
    column('SKU', (row) => row.sellerSku),
    column('Item', (row) => row.itemId),
    column('Marketplace', (row) => row.marketplaceId),
    column('What', (row) => row.field),
    column('Wanted', (row) => saidOf(row.wanted)),
    column('Sent', (row) => saidOf(row.sent)),
    instant('Sent at', (row) => row.sentAt),
    column('At Amazon', (row) => saidOf(row.confirmed)),
    column('State', (row) => row.state),
    column('By', (row) => row.way),
    column('What Amazon says', (row) => row.problem?.sentence),
  ]),
  '/outbox': list<typeof outboxEntry>([
    column('Number', (row) => row.outboxId),
    column('What', (row) => row.section),
    column('Order', (row) => row.orderNumber),
    column('Amazon order', (row) => row.amazonOrderId),
    column('State', (row) => row.state),
    column('Tries', (row) => row.attempts),
    column('What is wrong', (row) => row.problem?.sentence),
    instant('Due by', (row) => row.dueBy),
    instant('Entered', (row) => row.enteredAt),
    instant('Sent', (row) => row.sentAt),
    instant('Settled', (row) => row.settledAt),
  ]),
  '/sending/runs': list<typeof runUp>([
    instant('Began', (row) => row.at),
    column('What', (row) => row.kind),
    column('Number', (row) => row.number),
    column('Of', (row) => row.of),
    column('Connection', (row) => row.connection),
    column('Who', (row) => row.by),
    column('Entries', (row) => row.entries),
    column('State', (row) => row.state),
    column('Feed at Amazon', (row) => row.feedId),
    column('What is wrong', (row) => row.problem?.sentence),
    instant('Ended', (row) => row.endedAt),
  ]),
  '/files': list<typeof submission>([
    column('Number', (row) => row.file),
    column('Way', (row) => row.way),
    column('Kind', (row) => row.kind),
    column('State', (row) => row.state),
    column('Rows', (row) => row.messages),
    column('Feed at Amazon', (row) => row.feedId),
    column('What is wrong', (row) => row.problem?.sentence),
    column('Made by', (row) => row.madeBy),
    instant('Made', (row) => row.madeAt),
    instant('Sent', (row) => row.sentAt),
    instant('Ended', (row) => row.endedAt),
  ]),
  '/files/:file/entries': list<typeof orderEntry>([
    column('Order', (row) => row.orderNumber),
    column('Amazon order', (row) => row.amazonOrderId),
    column('State', (row) => row.state),
    column('What Amazon says', (row) => row.problem?.sentence),
  ]),
  '/connections/:connectionId/audits': list<typeof audit>([
    column('Number', (row) => row.audit),
    instant('Began', (row) => row.beganAt),
    column('Who', (row) => row.askedBy),
    column('Marketplace', (row) => row.marketplaceId),
    column('State', (row) => row.state),
    column('Listed', (row) => row.listed),
    column('Found', (row) => countsText(row.counts)),
    column('What is wrong', (row) => row.problem?.sentence),
    instant('Ended', (row) => row.endedAt),
  ]),
  '/connections/:connectionId/audits/:audit/drift': list<typeof driftRow>([
    column('SKU', (row) => row.sellerSku),
    column('What differs', (row) => row.what),
    column('Item', (row) => row.ours?.item),
    column('Our quantity', (row) => row.ours?.quantity),
    amount('Our price', (row) => row.ours?.price),
    column('Our channel', (row) => row.ours?.channel),
    column("Amazon's quantity", (row) => row.amazons?.quantity),
    amount("Amazon's price", (row) => row.amazons?.price),
    column("Amazon's channel", (row) => row.amazons?.channel),
    column('Active at Amazon', (row) => row.amazons?.active),
  ]),
}

/** How many of each class, in one cell: `price 3, quantity 12`. */
const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .flatMap(([what, count]) => (count > 0 ? `${what} ${count}` : []))
    .join(', ')
