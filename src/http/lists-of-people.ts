import type { signedSummary } from '#contract/access-review.ts'
import type { auditAct, listedReview } from '#contract/audit.ts'
import type { certificate } from '#contract/connections.ts'
import type { operatedMerchant } from '#contract/deployment.ts'
import type { listedExport } from '#contract/exports.ts'
import type { apiKey } from '#contract/keys.ts'
import type { connectionCalls } from '#contract/operation.ts'
import type { group, invitation, user } from '#contract/people.ts'
import { actWords } from '#core/audit/acts.ts'
import { column, instant, type Lists, list } from './list-column.ts'

const ACTS = list<typeof auditAct>([
  instant('When', (row) => row.at),
  column('Who', (row) => row.who),
  column('What', (row) => actWords(row.act)),
  column('Whom or what', (row) => row.about),
  column('Orders', (row) => row.orders.join(', ')),
  column('Purpose', (row) => row.purpose),
  column('Particulars', (row) => (Object.keys(row.facts).length === 0 ? null : JSON.stringify(row.facts))),
  column('Audit', (row) => row.audit),
  column('Row', (row) => row.row),
])

/** The lists of people and programs, of what they did, and of the operator's own, as files (X1). */
export const PEOPLE_LISTS: Lists = {
  '/users': list<typeof user>([
    column('Name', (row) => row.name),
    column('E-mail address', (row) => row.email),
    column('Owner', (row) => row.owner),
    column('May now', (row) => row.acting.join(', ')),
    column('Groups', (row) => row.groups.join(', ')),
    column('Trained on', (row) => row.trainedOn),
    column('Disabled', (row) => row.disabled),
    instant('Since', (row) => row.createdAt),
    column('Added by', (row) => row.createdBy),
  ]),
  '/groups': list<typeof group>([
    column('Group', (row) => row.groupId),
    column('Name', (row) => row.name),
    column('May', (row) => row.permissions.join(', ')),
  ]),
  '/invitations': list<typeof invitation>([
    column('E-mail address', (row) => row.email),
    column('Owner', (row) => row.owner),
    column('May', (row) => row.permissions.join(', ')),
    column('Groups', (row) => row.groups.join(', ')),
    column('State', (row) => row.state),
    instant('Ends', (row) => row.expiresAt),
    instant('Invited', (row) => row.createdAt),
    column('Invited by', (row) => row.createdBy),
  ]),
  '/keys': list<typeof apiKey>([
    column('Key', (row) => row.keyId),
    column('Program', (row) => row.name),
    column('Purpose', (row) => row.purpose),
    column('May', (row) => row.scopes.join(', ')),
    column('From', (row) => row.networks.join(', ')),
    column('Answers for it', (row) => row.owner),
    column('State', (row) => row.state),
    instant('Last used', (row) => row.lastUsedAt),
    instant('Ends', (row) => row.expiresAt),
    instant('Made', (row) => row.createdAt),
    column('Made by', (row) => row.createdBy),
  ]),
  '/access-reviews': list<typeof signedSummary>([
    column('Review', (row) => row.reviewId),
    instant('Signed', (row) => row.signedAt),
    column('Signed by', (row) => row.signedBy),
    column('Kept', (row) => row.kept),
    column('Revoked', (row) => row.revoked),
  ]),
  '/audit/acts': ACTS,
  '/audit/reviews': list<typeof listedReview>([
    instant('Signed', (row) => row.signedAt),
    column('Signed by', (row) => row.signedBy),
    column('Acts', (row) => Object.values(row.counts).reduce((sum, count) => sum + count, 0)),
    column('Word', (row) => row.word),
    column('From row', (row) => row.after + 1),
    column('To row', (row) => row.through),
  ]),
  '/certificates': list<typeof certificate>([
    instant('Written', (row) => row.writtenAt),
    column('Connection', (row) => row.connection),
    column('Fingerprint', (row) => row.fingerprint),
  ]),
  '/exports': list<typeof listedExport>([
    column('Number', (row) => row.export),
    instant('When', (row) => row.askedAt),
    column('Who', (row) => row.who),
    column('Purpose', (row) => row.purpose),
    column('Orders', (row) => row.orders.join(', ')),
    column('Layout', (row) => row.layout),
    column('Columns', (row) => row.columns?.join(', ')),
    instant('Fetched', (row) => row.fetchedAt),
  ]),
  '/deployment/merchants': list<typeof operatedMerchant>([
    column('Merchant', (row) => row.merchantId),
    column('Name', (row) => row.name),
    column('Owner', (row) => row.owner),
    column('Owner has come in', (row) => row.hasOwner),
    instant('Suspended', (row) => row.suspendedAt),
    instant('Last search for orders', (row) => row.lastSweepAt),
    column('Users', (row) => row.users),
    column('Held', (row) => row.held),
    column('Waiting for people', (row) => row.waitingForPeople),
    column('Problems', (row) => row.problems),
    column('Failing work', (row) => row.failingWork),
    column('Mails not sent', (row) => row.unsentMails),
  ]),
  '/deployment/calls': list<typeof connectionCalls>([
    column('Merchant', (row) => row.merchantId),
    column('Connection', (row) => row.connection),
    column('Operation', (row) => row.operation),
    column('Calls', (row) => row.calls),
    column('A day at most', (row) => row.aDay),
    column('Throttled', (row) => row.throttled),
    column('Failed', (row) => row.failed),
  ]),
  '/deployment/acts': ACTS,
}
