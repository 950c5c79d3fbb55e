import { AUDIT_PROBLEMS } from './known-audit-problems.ts'
import { AUTHORIZATION_PROBLEMS } from './known-authorization-problems.ts'
import { BUYER_MAIL_PROBLEMS } from './known-buyer-mail-problems.ts'
import { CANCELLATION_PROBLEMS } from './known-cancellation-problems.ts'
import { CHANNEL_PROBLEMS } from './known-channel-problems.ts'
import { CONFIRMATION_PROBLEMS } from './known-confirmation-problems.ts'
import { CONNECTION_PROBLEMS } from './known-connection-problems.ts'
import { FEED_PROBLEMS } from './known-feed-problems.ts'
import { HINT_PROBLEMS } from './known-hint-problems.ts'
import { IMPORT_PROBLEMS } from './known-import-problems.ts'
import { KEY_PROBLEMS } from './known-key-problems.ts'
import { LISTING_PROBLEMS } from './known-listing-problems.ts'
import { MAIL_PROBLEMS } from './known-mail-problems.ts'
import { PEOPLE_PROBLEMS } from './known-people-problems.ts'
import { REPORT_PROBLEMS } from './known-report-problems.ts'
import { REVEAL_PROBLEMS } from './known-reveal-problems.ts'
import { SHIPMENT_PROBLEMS } from './known-shipment-problems.ts'
import { SIGN_IN_PROBLEMS } from './known-sign-in-problems.ts'
import { TAB_PROBLEMS } from './known-tab-problems.ts'
import { VENDOR_PROBLEMS } from './known-vendor-problems.ts'
import { WEBHOOK_PROBLEMS } from './known-webhook-problems.ts'

/** One known bad outcome. `mend` names the action that mends it, offered as a button or a command. */
export type KnownProblem = {
  readonly sentence: string
  readonly mendedBy: 'merchant' | 'operator' | 'amazon' | 'nobody'
  readonly retryHelps: boolean
  readonly mend?:
    | 'map-sku'
    | 'choose-method'
    | 'set-level'
    | 'ignore-order'
    | 'authorize'
    | 'edit-item'
    | 'look'
    | 'decide-cancellation'
    | 'close-cancelled'
    | 'set-carrier'
  /** The command that mends it, apart from the sentence: people at a page have buttons. */
  readonly command?: string
}

const known = <Codes extends string>(table: Record<Codes, KnownProblem>) => table

/** Every known problem: what is wrong, who mends it, whether trying again helps (E4). Sentences never carry buyer data. */
export const KNOWN_PROBLEMS = known({
  // an order that cannot be imported yet
  'unknown-sku': {
    sentence:
      'No item and no SKU mapping matches the seller SKU [{sku}] ({title}). Create the item or map this SKU; the order then imports by itself.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'map-sku',
  },
  'mapping-item-missing': {
    sentence:
      'The SKU mapping of [{sku}] points to the item [{item}], which does not exist. Create the item or map this SKU to another one; the order then imports by itself.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'map-sku',
  },
  'ratio-splits-pack': {
    sentence:
      'The quantity {quantity} of the seller SKU [{sku}] cannot be counted in our units: the mapping says {amazon} at Amazon are {ours} of item [{item}]. Correct the ratio of that mapping; the order then imports by itself.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'map-sku',
  },
  'unmapped-level': {
    sentence:
      'The shipping service level [{level}] does not map to Standard, Expedited, Two-Day or One-Day. Set it in the Shipping section.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'set-level',
  },
  'no-method-for-level': {
    sentence: 'No shipping method is marked valid for {level} shipping. Choose at least one.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'choose-method',
  },
  'no-method-rates': {
    sentence:
      'None of the shipping methods valid for {level} shipping is available for these items and this destination: {reasons}.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'choose-method',
  },
  'no-destination': {
    sentence:
      'Amazon sent no delivery address with this order. Most often the application lacks the role Direct-to-Consumer Delivery, or the merchant has not granted it.',
    mendedBy: 'operator',
    retryHelps: true,
    mend: 'authorize',
  },
  'unknown-status': {
    sentence:
      'Amazon gives this order the status [{status}], which Millrace does not know. A new order waits; a known one stays as it is.',
    mendedBy: 'operator',
    retryHelps: false,
    mend: 'look',
  },
  'missing-block': {
    sentence: 'Amazon sent this order without {field}. It is asked for again by itself.',
    mendedBy: 'amazon',
    retryHelps: true,
    mend: 'look',
  },
  'unreadable-order': {
    sentence: 'The field [{field}] of this order cannot be read: {why}. The original is kept.',
    mendedBy: 'operator',
    retryHelps: false,
    mend: 'look',
  },
  'money-unreadable': {
    sentence: 'The amount [{amount}] in [{currency}] is not money that can be read.',
    mendedBy: 'operator',
    retryHelps: false,
    mend: 'look',
  },
  'cancelled-after-shipping': {
    sentence:
      'Amazon cancelled this order after a package had left. Move it to [Rejected] and restock what comes back, or to [Completed Order] if nothing does.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'close-cancelled',
  },
  'cancelled-after-completion': {
    sentence:
      'Amazon cancelled this order after it was completed here. What it used is not back on the shelf. Move it to [Rejected] and restock what comes back, or to [Completed Order] if nothing does.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'close-cancelled',
  },
  'cancellation-requested': {
    sentence: 'The buyer asks to cancel this order. Cancel it at Amazon, with a reason, or ship it anyway.',
    mendedBy: 'merchant',
    retryHelps: false,
    mend: 'decide-cancellation',
  },
  // what a person wants of an order
  'stage-not-allowed': {
    sentence: 'An order in stage [{from}] cannot be moved to stage [{to}]{why}.',
    mendedBy: 'merchant',
    retryHelps: false,
  },
  ...AUDIT_PROBLEMS,
  ...AUTHORIZATION_PROBLEMS,
  ...CANCELLATION_PROBLEMS,
  ...CHANNEL_PROBLEMS,
  ...CONNECTION_PROBLEMS,
  ...REPORT_PROBLEMS,
  ...FEED_PROBLEMS,
  ...CONFIRMATION_PROBLEMS,
  ...HINT_PROBLEMS,
  ...IMPORT_PROBLEMS,
  ...KEY_PROBLEMS,
  ...LISTING_PROBLEMS,
  ...TAB_PROBLEMS,
  ...SHIPMENT_PROBLEMS,
  ...MAIL_PROBLEMS,
  ...BUYER_MAIL_PROBLEMS,
  ...VENDOR_PROBLEMS,
  ...WEBHOOK_PROBLEMS,
  ...SIGN_IN_PROBLEMS,
  ...PEOPLE_PROBLEMS,
  ...REVEAL_PROBLEMS,
  // what people enter
  'not-valid': { sentence: '{field}: {why}', mendedBy: 'merchant', retryHelps: false },
  'not-found': { sentence: 'There is no {what}.', mendedBy: 'merchant', retryHelps: false },
  'already-exists': { sentence: '{what} exists already.', mendedBy: 'merchant', retryHelps: false },
  'still-used': { sentence: '{what} is still used by {by}.', mendedBy: 'merchant', retryHelps: false },
  'held-by-other-merchant': {
    sentence: 'This selling partner is already connected by another merchant of this deployment. Ask the operator.',
    mendedBy: 'operator',
    retryHelps: false,
  },
  'not-ready-to-start': { sentence: 'Importing cannot start yet: {why}', mendedBy: 'merchant', retryHelps: false },
  'configuration-moved': {
    sentence: 'The configuration was changed by someone else in the meantime. Look at the difference again.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'methods-moved': {
    sentence:
      'Somebody else saved the shipping methods in the meantime, so nothing was saved. Look at the list as it is now, then save again.',
    mendedBy: 'merchant',
    retryHelps: true,
  },
  'wrong-mode': {
    sentence:
      'This database belongs to {found} mode, and Millrace runs in {wanted} mode. Set MILLRACE_MODE to {found}, or name another database and data folder.',
    mendedBy: 'operator',
    retryHelps: false,
  },
})

/** The code of a known problem. */
export type ProblemCode = keyof typeof KNOWN_PROBLEMS
