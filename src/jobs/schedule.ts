import { auditListings } from '#flows/audit-listings.ts'
import { confirmShipments } from '#flows/confirm-shipments.ts'
import { importPages } from '#flows/import-page.ts'
import { keepSubscriptions } from '#flows/keep-subscriptions.ts'
import { lookAtHinted } from '#flows/look-at-hinted.ts'
import { lookAtTouched } from '#flows/look-at-touched.ts'
import { mailBuyers } from '#flows/mail-buyers.ts'
import { notify } from '#flows/notify.ts'
import { purgeBuyers } from '#flows/purge-buyers.ts'
import { readBackListings } from '#flows/read-back-listings.ts'
import { backfill, reconcile } from '#flows/reconcile.ts'
import { reprocess } from '#flows/reprocess.ts'
import { rereadPending } from '#flows/reread-pending.ts'
import { runImports } from '#flows/run-imports.ts'
import { sendListingFeed } from '#flows/send-listing-feed.ts'
import { sendListings } from '#flows/send-listings.ts'
import { orderFeeds } from '#flows/send-order-feeds.ts'
import { sendWebhooks } from '#flows/send-webhooks.ts'
import { sweepOrders } from '#flows/sweep-orders.ts'
import { watchAuthorization } from '#flows/watch-authorization.ts'
import { watchPages } from '#flows/watch-pages.ts'
import { LEASE_SECONDS, type Work } from './work.ts'

/**
 * What runs how often and why. A run says itself when it is wanted again; a wake brings it forward.
 *
 * The lease is renewed while a job runs, so it bounds silence, not the length of a run: work whose worker was killed is
 * due again after it.
 */
export const SCHEDULE: readonly Work[] = [
  {
    kind: 'sweep-orders',
    when: 'per connection every `sweepEveryMinutes` (10 by default), sooner at busy hours (3 at least) and later at quiet ones; again as soon as a waiting call is allowed',
    why: 'Amazon allows one search for orders in about 179 seconds per selling partner; 10 minutes leave room for windows of several pages, and ten calls stay for people and catching up.',
    leaseSeconds: LEASE_SECONDS,
    // A sweep mostly waits for Amazon: ten thousand in three minutes are 56 a second, half a second and more each.
    atOnce: 64,
    run: sweepOrders,
  },
  {
    kind: 'import-page',
    when: 'woken by each stored page',
    why: 'A page lies sealed until it is imported and holds buyer data, so it is imported at once and is gone (O1).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: importPages,
  },
  {
    kind: 'reprocess',
    when: 'woken by changed items, mappings, methods, centers or settings',
    why: 'A held order that the change can place is placed without anybody asking for it (E4).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 2,
    run: reprocess,
  },
  {
    kind: 'reread-pending',
    when: 'looks per merchant hourly; each order daily; a held order that came incomplete after an hour, one without an address daily',
    why: 'Amazon does not always report that a pending order was canceled, so it is read by its number after 24 hours and its stock is released after 14 days (O13).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: rereadPending,
  },
  {
    kind: 'watch-pages',
    when: 'per merchant hourly',
    why: 'A page that is not imported within 24 hours keeps buyer data longer than needed: an alarm (O1).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 2,
    run: watchPages,
  },
  {
    kind: 'notify',
    when: 'per merchant hourly, two minutes after something was held, refused or noted, and when a mail that was not taken is tried again',
    why: 'A bad night is one message: what is new is gathered, and each person has at most one mail an hour for each topic (N1, N3, S6, C4).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: notify,
  },
  {
    kind: 'purge-buyer-data',
    when: 'per merchant every six hours',
    why: 'What falls due within the next day goes now, so that buyer data is gone 30 days after shipment even where some runs fail (U4).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 2,
    run: purgeBuyers,
  },
  {
    kind: 'mail-buyers',
    when: 'woken by a mail that is asked for; hourly while invoices go by themselves; when a mail that was not taken is tried again',
    why: 'A mail to a buyer needs the buyer data, which is opened for as many as are due at once (O8).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 2,
    run: mailBuyers,
  },
  {
    kind: 'reconcile',
    when: "per connection every night between 2 and 5 in the merchant's zone, at a drawn minute; in small steps until the report is read and what differs is fetched",
    why: 'A search of Amazon may leave an order out for good; the all-orders report lists what there is and costs one call (O18).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: reconcile,
  },
  {
    kind: 'backfill',
    when: 'woken by a person who wants a range of days; in small steps as the quota allows',
    why: 'It shares the quota with the sweep, so it takes one page or twenty orders a run (O18).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 2,
    run: backfill,
  },
  {
    kind: 'order-feeds',
    when: 'woken by what must go up by feed; per connection two minutes after a feed was sent, then after growing pauses until it is settled',
    why: 'Untracked parcels, large backlogs, cancellations and refunds go by feed; Amazon works on one for minutes to hours (S5, O16).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: orderFeeds,
  },
  {
    kind: 'confirm-shipments',
    when: 'per connection, woken by an entered or corrected package, by two sweeps that do not show one, and by Retry now; again when the bucket has a call, or at the next try',
    why: 'A package is at Amazon within 60 seconds of its entry, and Amazon takes two a second per selling partner (S1).',
    leaseSeconds: LEASE_SECONDS,
    // As sweeps: a run mostly waits for Amazon, and many sellers ship in the same afternoon.
    atOnce: 64,
    run: confirmShipments,
  },
  {
    kind: 'touched-items',
    when: 'woken five seconds after an item changed its stock, price or options',
    why: 'A change is at Amazon within 60 seconds; several of the same SKU are one (I11).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 8,
    run: lookAtTouched,
  },
  {
    kind: 'listings',
    when: 'per connection hourly, woken by what is due, and again when the bucket has a call',
    why: 'The hourly cycle finds what no event told; Amazon takes five changes a second per selling partner (I1, I8).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 32,
    run: sendListings,
  },
  {
    kind: 'listings-feed',
    when: 'woken by more changes than calls are good for; two minutes after the feed was sent, then after growing pauses until it is settled',
    why: 'More than 1,500 changes go by one feed; Amazon works on it for minutes to hours, and urgent changes must not wait for it (I8, I11).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: sendListingFeed,
  },
  {
    kind: 'listing-results',
    when: 'per connection five minutes after a change was taken, until all are seen',
    why: 'That Amazon took a change is no proof: it is read back within 15 minutes, 20 SKUs a call (I10).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 8,
    run: readBackListings,
  },
  {
    kind: 'drift-audit',
    when: "per connection every night between 2 and 5 in the merchant's zone, at a drawn minute; once when it is connected; when a person wants it; in small steps",
    why: 'The all-listings report shows what Amazon really has of every SKU, whoever changed it, for one call a marketplace (I12).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 2,
    run: auditListings,
  },
  {
    kind: 'authorization',
    when: 'per connection daily; again in six minutes after a refusal; at the end of its clock; woken by what ends an authorization',
    why: 'Amazon tells nobody of a revocation or a lapse, so a token is asked for daily; what an ended one left goes after 30 days (C1, C4, C6).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: watchAuthorization,
  },
  {
    kind: 'imports',
    when: 'woken by a file that a person brings, applies or undoes',
    why: 'A file of 100,000 rows is worked on page by page, each in one transaction: it can be left, and goes on after a stop (T3).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 2,
    run: runImports,
  },
  {
    kind: 'webhooks',
    when: 'woken at the commit of what is told, and when a message that was not taken is tried again',
    why: "A merchant's own programs learn at once what happened, and nothing is lost while they are away (X2).",
    leaseSeconds: LEASE_SECONDS,
    // A run mostly waits for the receiver.
    atOnce: 16,
    run: sendWebhooks,
  },
  {
    kind: 'subscriptions',
    when: 'per connection daily where a queue is set, once it is authorized, and after the start with another queue',
    why: 'Amazon tells what changed to who asked for it; what it forgot is asked for again (C5, O1).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: keepSubscriptions,
  },
  {
    kind: 'hinted-orders',
    when: 'per connection five seconds after Amazon told that an order changed, then every half minute until all are looked at',
    why: 'An order is here within half a minute and not at the next sweep; several changes of one order are one call (O1).',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 16,
    run: lookAtHinted,
  },
]
