import type { Encoding } from './encode-text.ts'

/** What can go wrong on demand. Each kind names the place where it strikes. */
export type Fault =
  /** 429 at the door, with or without the rate header; spends no quota. */
  | { readonly kind: 'throttle'; readonly header?: boolean }
  /** Any status at the door, 500 and 503 above all; spends no quota. */
  | { readonly kind: 'error'; readonly status: number; readonly code?: string; readonly message?: string }
  /** The connection is cut before anything happened. */
  | { readonly kind: 'reset-before' }
  /** Everything happened (quota spent, code used, token issued), then the connection is cut. */
  | { readonly kind: 'reset-after' }
  /** The body ends early: the connection breaks, or with `clean` the JSON is cut inside a proper answer. */
  | { readonly kind: 'truncate'; readonly keep?: number; readonly clean?: boolean }
  | { readonly kind: 'not-json'; readonly body?: string }
  /** The answer comes late, in real milliseconds. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The Date header is off by `ms`. */
  | { readonly kind: 'clock-skew'; readonly ms: number }
  /** The body is padded to at least `bytes`. */
  | { readonly kind: 'huge-body'; readonly bytes: number }
  /** A call with a page token gets the page before again, with that same token. */
  | { readonly kind: 'repeat-page' }
  /** An order (the first of the page, if none is named) is left out of a list or report that should hold it. */
  | { readonly kind: 'hide-order'; readonly orderId?: string }
  /** 400 whenever includedData names this dataset. */
  | { readonly kind: 'refuse-dataset'; readonly dataset: string }
  /** 403 whenever marketplaceIds names this marketplace. */
  | { readonly kind: 'refuse-marketplace'; readonly marketplaceId: string }
  /** The next report (of this type) ends so; IN_PROGRESS and IN_QUEUE: it stays there for ever. */
  | {
      readonly kind: 'report-ends'
      readonly as: 'FATAL' | 'CANCELLED' | 'IN_PROGRESS' | 'IN_QUEUE'
      readonly reportType?: string
    }
  /** 403 for a report type, as without the role for it. */
  | { readonly kind: 'refuse-report-type'; readonly reportType?: string }
  /** The text of a report ends early, inside a sound file. */
  | { readonly kind: 'cut-report'; readonly keep?: number }
  /** The bytes of a report are in another encoding than its header says. */
  | { readonly kind: 'wrong-encoding'; readonly encoding?: Encoding }
  /** The columns of a report stand in another order, with an unknown one among them. */
  | { readonly kind: 'odd-columns' }
  /** A confirmed package is taken with every sign of success, and nothing comes of it; with `createFeed` one of a feed. */
  | { readonly kind: 'drop-package' }
  /** A confirmed package loses its tracking number on the way. */
  | { readonly kind: 'drop-tracking' }
  /** confirmShipment answers 400 with InvalidPackageVersion. */
  | { readonly kind: 'invalid-package-version' }
  /** The next feed (of this type) hangs in the queue, where later ones pass it, or in work, where they wait; without `ms` for ever. */
  | {
      readonly kind: 'feed-hangs'
      readonly as: 'IN_QUEUE' | 'IN_PROGRESS'
      readonly ms?: number
      readonly feedType?: string
    }
  /** The next feed (of this type) ends so, without a report, after none, the first half or all of its operations. */
  | {
      readonly kind: 'feed-ends'
      readonly as: 'FATAL' | 'CANCELLED'
      readonly done?: 'none' | 'some' | 'all'
      readonly feedType?: string
    }
  /** The next feed's (of this type) processing report ends early, is not there, or is called gzip and is none. */
  | {
      readonly kind: 'bad-processing-report'
      readonly as: 'CUT' | 'MISSING' | 'NOT_GZIP'
      readonly keep?: number
      readonly feedType?: string
    }
  /** A change of a listing (of this SKU) is accepted, and later refused: an issue appears, nothing else changes. */
  | {
      readonly kind: 'refuse-later'
      readonly sku?: string
      readonly code?: string
      readonly message?: string
      readonly category?: string
      /** The attribute that the issue names; none: it names none. */
      readonly attribute?: string
    }
  /** A change of a listing (of this SKU) is accepted with every sign of success, and nothing comes of it. */
  | { readonly kind: 'lose-change'; readonly sku?: string }
  /** With `sendNotification`: it never comes, comes twice, or comes later. */
  | { readonly kind: 'lose-notification' }
  | { readonly kind: 'double-notification' }
  | { readonly kind: 'late-notification'; readonly ms: number }
  /** With `deleteMessageBatch`: the queue says that all is deleted, and hands it out again. */
  | { readonly kind: 'redeliver' }
  /** Values that no model of today knows. */
  | { readonly kind: 'unknown-values'; readonly values?: UnknownValues }

export type UnknownValues = {
  readonly fulfillmentStatus?: string
  readonly fulfilledBy?: string
  readonly fulfillmentServiceLevel?: string
  readonly program?: string
  readonly addressType?: string
  readonly breakdownType?: string
}
export type FaultKind = Fault['kind']

export type FaultRule = {
  /** An operation name, or `*`. */
  readonly operation: string
  readonly sellerId?: string
  readonly fault: Fault
  /** How often it still strikes; undefined = for ever. */
  remaining: number | undefined
  /** How many matching calls pass unharmed first. */
  toSkip: number
}

/** As the side door takes it: strikes once at the next call, unless told otherwise. */
export type FaultOrder = Fault & {
  readonly operation: string
  readonly sellerId?: string
  readonly count?: number
  readonly always?: boolean
  readonly nth?: number
}
