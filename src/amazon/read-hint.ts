import { failed, ok, type Result } from '#core/problems.ts'
import type { Region } from '#core/region.ts'
import { MARKETPLACES } from './marketplaces.ts'
import { isObject } from './read-wire.ts'

/** What a hint makes us look at; of everything else in a notification nothing is taken. */
export type HintAbout =
  | { readonly of: 'order'; readonly orderId: string; readonly region: Region | null; readonly changedAt: number }
  | { readonly of: 'feed'; readonly feedId: string }
  | { readonly of: 'report'; readonly reportId: string }
  | { readonly of: 'listing'; readonly sellerSku: string }
  | {
      readonly of: 'new-secret'
      readonly clientId: string
      readonly secret: string
      readonly lapsesAt: number
      readonly toldAt: number
    }
  | { readonly of: 'secret-lapses'; readonly clientId: string; readonly lapsesAt: number; readonly toldAt: number }
  | { readonly of: 'nothing' }

/** One notification of Amazon: its own name, its type, of which selling partner, and what to look at. */
export type Hint = {
  readonly id: string
  readonly type: string
  readonly sellingPartnerId: string | null
  readonly about: HintAbout
}

/** More is no notification of Amazon; the queue itself allows no more. */
const LONGEST = 1024 * 1024
const ID = /^[\w.:|-]{1,200}$/
const ORDER_ID = /^\d{3}-\d{7}-\d{7}$/

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the body of a message: a notification by itself, or one in the frame of EventBridge. Amazon writes some in `LikeThis`, some in
 * `likeThis`; fields that are not known are passed over. What is no notification is a problem that quotes nothing of it.
 */
export function readHint(body: string): Result<Hint> {
  if (body.length > LONGEST) return unreadable('it is too long')
  const frame = parsed(body)
  const told = isObject(frame?.detail) ? frame.detail : frame
  if (!told) return unreadable('it is not JSON')
  const type = field(told, 'NotificationType')
  const metadata = field(told, 'NotificationMetadata')
  const id = isObject(metadata) ? field(metadata, 'NotificationId') : null
  if (typeof type !== 'string' || !/^[A-Z0-9_]{1,80}$/.test(type)) return unreadable('it has no type')
  if (typeof id !== 'string' || !ID.test(id)) return unreadable('it has no name')
  const payload = field(told, 'Payload')
  const inner = isObject(payload) ? innerOf(payload) : {}
  const seller = field(inner, 'SellerId') ?? sellerOf(field(inner, 'AccountId'))
  const sellingPartnerId = typeof seller === 'string' && /^[A-Z0-9]{5,30}$/.test(seller) ? seller : null
  const read = READERS[type]
  const about = read ? read(inner, instantOf(field(told, 'EventTime'))) : NOTHING
  return about
    ? ok({ id, type, sellingPartnerId, about })
    : unreadable(`it is of type ${type} and lacks what it is about`)
}

const NOTHING: HintAbout = { of: 'nothing' }

type Reader = (inner: Fields, at: number | null) => HintAbout | null

const listing: Reader = (inner) => {
  const sku = field(inner, 'Sku')
  return typeof sku === 'string' && sku !== '' && sku.length <= 200 ? { of: 'listing', sellerSku: sku } : null
}

const READERS: Readonly<Record<string, Reader>> = {
  ORDER_CHANGE: (inner, at) => {
    const orderId = field(inner, 'AmazonOrderId')
    const trigger = field(inner, 'OrderChangeTrigger')
    const summary = field(inner, 'Summary')
    if (typeof orderId !== 'string' || !ORDER_ID.test(orderId)) return null
    const place = isObject(summary) ? field(summary, 'MarketplaceId') : null
    const changedAt = (isObject(trigger) ? instantOf(field(trigger, 'TimeOfOrderChange')) : null) ?? at ?? 0
    return { of: 'order', orderId, region: regionOf(place), changedAt }
  },
  FEED_PROCESSING_FINISHED: (inner) => {
    const feedId = idOr(field(inner, 'FeedId'))
    return feedId === null ? null : { of: 'feed', feedId }
  },
  REPORT_PROCESSING_FINISHED: (inner) => {
    const reportId = idOr(field(inner, 'ReportId'))
    return reportId === null ? null : { of: 'report', reportId }
  },
  LISTINGS_ITEM_STATUS_CHANGE: listing,
  LISTINGS_ITEM_ISSUES_CHANGE: listing,
  LISTINGS_ITEM_MFN_QUANTITY_CHANGE: listing,
  APPLICATION_OAUTH_CLIENT_NEW_SECRET: (inner, toldAt) => {
    const [clientId, secret] = [idOr(field(inner, 'ClientId')), field(inner, 'NewClientSecret')]
    const lapsesAt = instantOf(field(inner, 'NewClientSecretExpiryTime'))
    if (clientId === null || typeof secret !== 'string' || lapsesAt === null || toldAt === null) return null
    return { of: 'new-secret', clientId, secret, lapsesAt, toldAt }
  },
  APPLICATION_OAUTH_CLIENT_SECRET_EXPIRY: (inner, toldAt) => {
    const [clientId, lapsesAt] = [idOr(field(inner, 'ClientId')), instantOf(field(inner, 'ClientSecretExpiryTime'))]
    if (clientId === null || lapsesAt === null || toldAt === null) return null
    return { of: 'secret-lapses', clientId, lapsesAt, toldAt }
  },
}

/** What a payload is about lies in it, or in its only object. */
function innerOf(payload: Fields): Fields {
  const [only, ...more] = Object.values(payload)
  return more.length === 0 && isObject(only) ? only : payload
}

/** A field by its name, whether it is written large or small. */
const field = (of: Fields, name: string): unknown =>
  Object.hasOwn(of, name) ? of[name] : of[name.charAt(0).toLowerCase() + name.slice(1)]

/** Some name the account only: `amzn1.merchant.o.` and the selling partner. */
const sellerOf = (account: unknown): string | null =>
  typeof account === 'string' ? (/^amzn1\.merchant\.o\.([A-Z0-9]{5,30})$/.exec(account)?.[1] ?? null) : null

const regionOf = (marketplaceId: unknown): Region | null =>
  MARKETPLACES.find(({ id }) => id === marketplaceId)?.region ?? null

const idOr = (value: unknown): string | null => (typeof value === 'string' && ID.test(value) ? value : null)

function instantOf(value: unknown): number | null {
  const at = typeof value === 'string' && value.length < 50 ? Date.parse(value) : Number.NaN
  return Number.isNaN(at) ? null : at
}

function parsed(body: string): Fields | null {
  try {
    const value: unknown = JSON.parse(body)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

const unreadable = (why: string) => failed('hint-unreadable', { why })
