import { Temporal } from 'temporal-polyfill'

const DAY = 86_400_000

/** How long what Amazon gave may stay after its authorization ended (C6). */
export const DELETION_DAYS = 30

/** When what Amazon gave goes, for a clock that began then; epoch ms. */
export const deletesAt = (beganAt: number): number => beganAt + DELETION_DAYS * DAY

/** From when on it is an alarm that it is still there; epoch ms. */
export const overdueAt = (beganAt: number): number => deletesAt(beganAt) + DAY

/** What of a connection is deleted at the end of its clock, in this order; the words stand in the certificate (C6). */
export const DELETED = {
  pages: 'pages of orders that were never imported',
  documents: 'originals of orders as Amazon sent them',
  buyers: 'buyer data of orders',
  listings: 'listings as Amazon last showed them',
  skuFields: 'stock and prices told to Amazon, and what it answered',
  skuHistory: 'history of stock and prices at Amazon',
  audits: 'drift audits and what differed',
  reconciliations: 'nightly reports of orders and what differed',
  submissions: 'files and processing reports',
  amazonTabs: 'answers of Amazon to listings handed to it',
} as const
export type Deleted = keyof typeof DELETED

/** How many of each went. */
export type DeletedCounts = Readonly<Partial<Record<Deleted, number>>>

/** What a certificate says; it names no buyer and no order. */
export type CertificateContent = {
  readonly merchant: string
  readonly connection: string
  readonly why: 'cleared' | 'lapsed' | 'revoked'
  /** Instants as ISO 8601. */
  readonly authorizationEnded: string
  readonly deleted: string
  readonly counts: DeletedCounts
  readonly kept: string
}

/** What stays as the merchant's own books. */
const KEPT = 'order ids, items, amounts and dates, as the books of the merchant'

const WHY = {
  cleared: 'the credentials were cleared',
  lapsed: 'the authorization lapsed',
  revoked: 'the authorization was revoked',
}

/** A certificate in words (C6). */
export const certificateText = (content: CertificateContent): string =>
  [
    'Certificate of deletion',
    '',
    `Merchant: ${content.merchant}`,
    `Connection: ${content.connection}`,
    `On ${content.authorizationEnded} ${WHY[content.why]}.`,
    `On ${content.deleted} what Amazon had given for this connection was deleted:`,
    ...Object.entries(DELETED).map(([what, words]) => `- ${words}: ${content.counts[what as Deleted] ?? 0}`),
    `Kept: ${content.kept}.`,
    '',
  ].join('\n')

/** The content of a certificate, from the clock and the instants (epoch ms). */
export const certificateContent = (
  {
    beganAt,
    ...rest
  }: Pick<CertificateContent, 'merchant' | 'connection' | 'why' | 'counts'> & {
    readonly beganAt: number
  },
  deletedAt: number,
): CertificateContent => ({
  merchant: rest.merchant,
  connection: rest.connection,
  why: rest.why,
  authorizationEnded: isoTime(beganAt),
  deleted: isoTime(deletedAt),
  counts: rest.counts,
  kept: KEPT,
})

const isoTime = (at: number): string => Temporal.Instant.fromEpochMilliseconds(at).toString()
