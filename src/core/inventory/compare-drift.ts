import { readOffer, readStock } from './due-changes.ts'
import type { FieldOutcome } from './evaluate-sku.ts'
import { type Listing, MERCHANT_CHANNEL } from './listing.ts'
import type { FieldState } from './next-sending.ts'

/** What may differ between us and Amazon (I12). */
export const DRIFT_CLASSES = ['missing', 'unknown', 'quantity', 'price', 'channel', 'inactive'] as const
export type DriftClass = (typeof DRIFT_CLASSES)[number]

/** What was sent of a field; instants in epoch ms. */
export type AuditedField = {
  readonly state: FieldState
  readonly sent: string | null
  readonly sentAt: number | null
  /** Sent a second time already, or found to differ in the last days. */
  readonly repeated: boolean
  readonly pinned: string | null
}

/** A SKU in one marketplace as the report shows it, beside what we want and have sent of it. */
export type AuditedSku = {
  readonly listing: Pick<
    Listing,
    'sellerSku' | 'marketplaceId' | 'channel' | 'active' | 'quantity' | 'price' | 'currency'
  > & {
    /** Who shipped it before; null: nobody else. */
    readonly channelBefore: string | null
  }
  readonly stock: FieldOutcome | null
  readonly price: FieldOutcome | null
  readonly stockField: AuditedField | null
  readonly priceField: AuditedField | null
  /** Units of open orders placed since the stock was sent: Amazon takes them off by itself. */
  readonly openUnits: number
}

/** When the report was asked for (epoch ms), and what is sent at all (I14). */
export type AuditRun = {
  readonly askedAt: number
  readonly sending: { readonly stock: boolean; readonly price: boolean }
}

type Facts = { readonly [name: string]: string | number | boolean | null }

/** One difference, as both sides have it; amounts are minor units. */
export type Drift = { readonly what: DriftClass; readonly ours: Facts | null; readonly amazons: Facts | null }

/** What the report settles of a field: seen there, to be sent once more, or shown as differing (I10). */
export type Settling = { readonly field: 'stock' | 'price'; readonly end: 'confirmed' | 'again' | 'differs' }

/** What a SKU differs in, and what that settles. */
export type Compared = { readonly drift: readonly Drift[]; readonly settles: readonly Settling[] }

/** Amazon may answer with a file so old: what was sent later is not in it. */
export const REPORT_AGE_MS = 6 * 3_600_000

/**
 * Compares one SKU with the all-listings report (I12): unknown, who ships, quantity, price, inactive; what was sent less than six
 * hours before the report is left alone, and so is the lead time. The same look settles what was sent (I10).
 */
export function compareDrift(sku: AuditedSku, run: AuditRun): Compared {
  const { listing } = sku
  const { channel, quantity, price, currency } = listing
  if (sku.stock?.what === 'silent' && sku.stock.why === 'no-item')
    return { drift: [{ what: 'unknown', ours: null, amazons: { channel, quantity, price, currency } }], settles: [] }
  const shipped = channelDrift(sku)
  const stock = channel === MERCHANT_CHANNEL ? compareStock(sku, run) : NOTHING
  const offer = comparePrice(sku, run)
  return {
    drift: [...shipped, ...stock.drift, ...offer.drift, ...inactiveDrift(sku)],
    settles: [...stock.settles, ...offer.settles],
  }
}

const NOTHING: Compared = { drift: [], settles: [] }

/** Another channel than before, or than the one that our quantities went to: an alarm (I9). */
function channelDrift({ listing, stockField }: AuditedSku): readonly Drift[] {
  const { channel, channelBefore } = listing
  const ours = channelBefore ?? (stockField?.sent != null ? MERCHANT_CHANNEL : null)
  if (ours === null || channel === null || channel === ours) return []
  return [{ what: 'channel', ours: { channel: ours }, amazons: { channel } }]
}

function compareStock({ listing, stock, stockField: field, openUnits }: AuditedSku, run: AuditRun): Compared {
  const { quantity } = listing
  if (quantity === null || isYoung(field, run) || isUnderWay(field, run.sending.stock)) return NOTHING
  const wanted = wantedOf(stock, field)
  const sent = field?.sent ?? null
  const target = (run.sending.stock ? sent : null) ?? wanted
  if (target === null) return NOTHING
  const said = readStock(target).quantity
  // That it is always available is not in the report.
  if (said === 'always') return NOTHING
  const isSold = sent !== null && isWithin(quantity, readStock(sent).quantity, openUnits)
  const isAsSaid = quantity === said || isSold
  const isAsWanted = wanted !== null && readStock(wanted).quantity === quantity
  const drift: Drift = { what: 'quantity', ours: { quantity: said }, amazons: { quantity } }
  return {
    drift: isAsSaid || isAsWanted ? [] : [drift],
    settles: settle('stock', { field, isSeen: isAsSaid, mayGo: run.sending.stock && !isAsWanted }),
  }
}

/** Fewer than sent, by no more than what was ordered since. */
const isWithin = (quantity: number, sent: number | 'always', openUnits: number): boolean =>
  sent !== 'always' && quantity <= sent && quantity >= sent - openUnits

function comparePrice({ listing, stock, price, priceField: field }: AuditedSku, run: AuditRun): Compared {
  // Nothing is wanted of what is not configured (I1).
  if (stock?.what === 'silent' && stock.why === 'not-configured') return NOTHING
  const { price: shown, currency } = listing
  if (shown === null || isYoung(field, run) || isUnderWay(field, run.sending.price)) return NOTHING
  const wanted = wantedOf(price, field)
  if (price === null || wanted === null) return NOTHING
  const target = (run.sending.price ? field?.sent : null) ?? wanted
  const isShown = (text: string): boolean => {
    const offer = readOffer(text)
    // While a sale runs Amazon shows its price.
    return currency === offer.currency && (shown === offer.price || shown === (offer.sale?.price ?? null))
  }
  const said = readOffer(target)
  const drift: Drift = {
    what: 'price',
    ours: { price: said.price, currency: said.currency },
    amazons: { price: shown, currency },
  }
  return {
    drift: isShown(target) || isShown(wanted) ? [] : [drift],
    settles: settle('price', { field, isSeen: isShown(target), mayGo: run.sending.price && !isShown(wanted) }),
  }
}

/** What is out of stock is inactive by itself. */
function inactiveDrift({ listing, stock }: AuditedSku): readonly Drift[] {
  const isOurs = listing.channel === MERCHANT_CHANNEL && stock !== null && 'value' in stock
  if (!isOurs || listing.active || (listing.quantity ?? 0) === 0) return []
  return [{ what: 'inactive', ours: { active: true }, amazons: { active: false } }]
}

const isYoung = (field: AuditedField | null, { askedAt }: AuditRun): boolean =>
  field !== null && field.sentAt !== null && field.sentAt > askedAt - REPORT_AGE_MS

/** What goes up anyhow, or is just going, proves nothing. */
const isUnderWay = (field: AuditedField | null, isSent: boolean): boolean =>
  field?.state === 'flying' || (field?.state === 'due' && isSent)

function wantedOf(outcome: FieldOutcome | null, field: AuditedField | null): string | null {
  if (outcome === null || !('value' in outcome)) return null
  return field?.pinned ?? outcome.value
}

type Seen = { readonly field: AuditedField | null; readonly isSeen: boolean; readonly mayGo: boolean }

/**
 * A difference is sent once more; one that comes back within days is shown: another program writes there too. What is shown is tried
 * again after those days, since nothing says that it is still so (I10).
 */
function settle(name: 'stock' | 'price', { field, isSeen, mayGo }: Seen): readonly Settling[] {
  if (field === null || field.sent === null) return []
  const { state } = field
  if (isSeen)
    return state === 'confirmed' || state === 'due' || state === 'held' ? [] : [{ field: name, end: 'confirmed' }]
  if (!mayGo || (state !== 'accepted' && state !== 'confirmed' && state !== 'differs')) return []
  if (!field.repeated) return [{ field: name, end: 'again' }]
  return state === 'differs' ? [] : [{ field: name, end: 'differs' }]
}
