import type { SellerSku } from '../ids.ts'
import type { Problem } from '../problems.ts'
import { canonical, stockText } from './canonical.ts'
import { desiredOffer, type OfferTerms, type PriceSilence } from './desired-offer.ts'
import {
  desiredStock,
  isConfigured,
  type Said,
  type SayingOptions,
  type Silence,
  type SkuPicture,
  type StockValue,
} from './desired-stock.ts'
import type { Listing } from './listing.ts'
import { NEVER_SENT, nextSending, type Occasion, type SentField } from './next-sending.ts'
import type { CountedStock } from './reported-quantity.ts'

/** A marketplace in which a connection sells. */
export type SellingPlace = { readonly id: string; readonly currency: string }

/** A SKU with everything that decides what is sent of it; offers and prices by marketplace. */
export type SkuToEvaluate = {
  readonly sellerSku: SellerSku
  readonly picture: SkuPicture
  /** What the item is offered for where; null: no offer of its own and no price in that currency. */
  readonly terms: ReadonlyMap<string, OfferTerms>
  readonly stockField: SentField | null
  readonly priceFields: ReadonlyMap<string, SentField>
}

/** What a look at one field of a SKU ends with. `desired` and `value` are canonical texts. */
export type FieldOutcome = {
  readonly sellerSku: SellerSku
  /** '' for stock: it is one for all marketplaces. */
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
  readonly productType: string | null
} & (
  | { readonly what: 'due'; readonly value: string }
  | { readonly what: 'held'; readonly value: string | null; readonly problems: readonly Problem[] }
  /** `over`: it was due or held before, and no longer is. */
  | { readonly what: 'nothing'; readonly value: string; readonly over?: boolean }
  /** `over`: it was due or held before, and nobody wants it any more. */
  | { readonly what: 'silent'; readonly why: Silence | PriceSilence; readonly over?: boolean }
)

/** What counts for every SKU of a run. */
export type Evaluation = {
  readonly options: SayingOptions & { readonly includePrice: boolean }
  readonly stock: CountedStock
  readonly places: readonly SellingPlace[]
  readonly occasion: Occasion
  /** A file for Seller Central names the price alone: no other part of an offer is lost by it, so none need be known (I4, H2). */
  readonly byFile?: boolean
  /** The merchant's day, `YYYY-MM-DD`: a restock day that has passed is not told any more. */
  readonly today: string
}

/** What is to be sent of a SKU, held for a person, or left (I1-I6, I9, I10): one outcome for its stock, one for each price. */
export function evaluateSku(sku: SkuToEvaluate, run: Evaluation): readonly FieldOutcome[] {
  const { restockOn } = sku.picture
  const picture = restockOn !== null && restockOn < run.today ? { ...sku.picture, restockOn: null } : sku.picture
  const stock = desiredStock(picture, {
    options: run.options,
    stock: run.stock,
    complete: run.occasion === 'complete',
  })
  const prices = run.options.includePrice ? run.places.flatMap((place) => priceOutcome(sku, place, run)) : []
  return [stockOutcome(sku, stock, run), ...prices]
}

function stockOutcome(sku: SkuToEvaluate, said: Said<StockValue>, run: Evaluation): FieldOutcome {
  const { occasion } = run
  const of = { sellerSku: sku.sellerSku, marketplaceId: '', field: 'stock' } as const
  if ('silent' in said) return { ...of, productType: null, ...silence(said.silent, sku.stockField, run) }
  const value = stockText(said.say)
  const field = sku.stockField ?? { ...NEVER_SENT, confirmed: liveStock(sku.picture.listings, said.say) }
  const next = nextSending(field, { desired: value, held: false, occasion })
  const { productType } = said
  return next && 'send' in next
    ? { ...of, productType, what: 'due', value: next.send }
    : { ...of, productType, what: 'nothing', value, over: isOpen(sku.stockField) }
}

const isOpen = (field: SentField | null | undefined): boolean => field?.state === 'due' || field?.state === 'held'

/** What Amazon shows, spelled as we would say it; what we do not say ourselves is taken as said. */
function liveStock(listings: readonly Listing[], say: StockValue): string | null {
  const listing = listings.find(({ quantity }) => quantity !== null)
  if (!listing || say.restockOn !== null) return null
  if (listing.quantity === null) return null
  return stockText({
    quantity: listing.quantity,
    leadDays: say.leadDays === null ? null : listing.leadDays,
    restockOn: null,
  })
}

/** Nobody wants it any more; what is not read yet may be wanted still, and the hard stop of I9 says itself what it stops. */
const OVER: readonly (Silence | PriceSilence)[] = ['no-item', 'not-configured', 'pricing-rule']

/** Nothing is said of a field, and whether what was to be sent of it is over. What a person pinned stays; complete files may name what is not configured. */
function silence(why: Silence | PriceSilence, field: SentField | null, { options }: Evaluation) {
  const joins = why === 'not-configured' && options.unconfiguredProductType !== null
  return { what: 'silent', why, over: isOpen(field) && OVER.includes(why) && !joins && field?.pinned === null } as const
}

function priceOutcome(sku: SkuToEvaluate, place: SellingPlace, run: Evaluation): readonly FieldOutcome[] {
  const { occasion, options, byFile = false } = run
  const listing = sku.picture.listings.find(({ marketplaceId }) => marketplaceId === place.id) ?? null
  const terms = sku.terms.get(place.id)
  const before = sku.priceFields.get(place.id) ?? null
  // Sold in several marketplaces, priced in those whose offer is named only.
  const isGone = sku.picture.item === null && isOpen(before)
  if (listing === null || (!terms && !isGone)) return []
  const of = {
    sellerSku: sku.sellerSku,
    marketplaceId: place.id,
    field: 'price',
    productType: listing.productType,
  } as const
  const joins = occasion === 'complete' && options.unconfiguredProductType !== null
  // Its item is gone: what waits of its price goes no more.
  if (!terms) return [{ ...of, ...silence('no-item', before, run) }]
  if (!isConfigured(sku.picture) && !joins) return [{ ...of, ...silence('not-configured', before, run) }]
  const field = before ?? { ...NEVER_SENT, confirmed: livePrice(listing, terms) }
  const offer = desiredOffer({ ...listing, offerRead: listing.offerRead || byFile }, terms, {
    marketplace: place,
    lastSent: lastPrice(field),
  })
  if ('silent' in offer) return [{ ...of, ...silence(offer.silent, before, run) }]
  if (offer.say === null) return [{ ...of, what: 'held', value: null, problems: offer.held }]
  const value = canonical(offer.say)
  const next = nextSending(field, { desired: value, held: offer.held.length > 0, occasion })
  if (next === null) return [{ ...of, what: 'nothing', value, over: isOpen(before) }]
  if ('send' in next) return [{ ...of, what: 'due', value: next.send }]
  return [{ ...of, what: 'held', value: next.hold, problems: offer.held }]
}

/** A price alone can be compared with what Amazon shows; limits, sales and business prices are not shown there. */
function livePrice(listing: Listing, terms: OfferTerms): string | null {
  const plain = terms.min === null && terms.max === null && terms.sale === null && terms.business === null
  return plain && listing.price !== null
    ? canonical({ ...terms, currency: listing.currency, price: listing.price })
    : null
}

function lastPrice({ sent }: SentField): number | null {
  const value = sent === null ? null : (JSON.parse(sent) as { readonly price?: unknown })
  return typeof value?.price === 'number' ? value.price : null
}
