import { type Problem, problem } from '../problems.ts'
import type { Listing } from './listing.ts'

/** What an item is offered for in one marketplace, as the merchant set it. Amounts are minor units of `currency`; days `YYYY-MM-DD`. */
export type OfferTerms = {
  readonly currency: string
  readonly price: number | null
  readonly min: number | null
  readonly max: number | null
  readonly sale: { readonly price: number; readonly from: string; readonly to: string } | null
  readonly business: {
    readonly price: number | null
    readonly tiers: readonly { readonly from: number; readonly price: number }[]
  } | null
}

/** What Amazon is told of a SKU's price in one marketplace: always the whole offer, since what is left out is lost (I4). */
export type OfferValue = Omit<OfferTerms, 'price'> & { readonly price: number }

/** Why no price is sent at all: it is listed, and nothing waits for a person. */
export type PriceSilence =
  | 'pricing-rule'
  | 'not-listed'
  | 'fulfilled-by-others'
  /** Its offer was never read: what is not ours in it would be lost. */
  | 'offer-unread'

/** An offer to be sent, one that a person must approve first and why, or why none is sent. */
export type DesiredOffer =
  | { readonly say: OfferValue; readonly held: readonly Problem[] }
  | { readonly silent: PriceSilence }
  | { readonly say: null; readonly held: readonly Problem[] }

/** A change of more than this share of the live price waits for a person (I4). */
const LARGEST_CHANGE = 0.3

/**
 * The offer that we would tell Amazon for a listing (I4): the store's price, never the spreadsheet's. Missing, zero, in another currency
 * than the marketplace's, outside min and max, or more than 30 % from the live price (else the last sent): held for approval.
 */
export function desiredOffer(
  listing: Listing | null,
  terms: OfferTerms,
  {
    marketplace,
    lastSent,
  }: { readonly marketplace: { readonly id: string; readonly currency: string }; readonly lastSent: number | null },
): DesiredOffer {
  if (listing === null) return { silent: 'not-listed' }
  if (!listing.offerRead) return { silent: 'offer-unread' }
  if (listing.pricingRule) return { silent: 'pricing-rule' }
  const facts = { sku: listing.sellerSku, marketplace: marketplace.id }
  const { price } = terms
  if (price === null) return { say: null, held: [problem('price-missing', facts)] }
  const value = { ...terms, price }
  const held = [
    ...(price <= 0 ? [problem('price-not-positive', facts)] : []),
    ...(terms.currency === marketplace.currency
      ? []
      : [problem('price-currency', { ...facts, currency: terms.currency, wanted: marketplace.currency })]),
    ...outside(value, facts),
    ...jump(price, { listing, lastSent, currency: terms.currency, facts }),
  ]
  // What can never be right is not even offered for approval.
  return price <= 0 || terms.currency !== marketplace.currency ? { say: null, held } : { say: value, held }
}

type Facts = Readonly<Record<string, string>>

function outside({ price, min, max, sale, business }: OfferValue, facts: Facts): readonly Problem[] {
  const prices = [price, ...(sale ? [sale.price] : []), ...(business?.price == null ? [] : [business.price])]
  const below = min !== null && prices.some((each) => each < min)
  const above = max !== null && prices.some((each) => each > max)
  return below || above ? [problem('price-outside-limits', facts)] : []
}

/** Against what stands at Amazon in the same currency, or what we sent last; without either there is nothing to jump from. */
function jump(
  price: number,
  known: {
    readonly listing: Listing
    readonly lastSent: number | null
    readonly currency: string
    readonly facts: Facts
  },
): readonly Problem[] {
  const { listing, lastSent, currency, facts } = known
  const live = listing.currency === currency ? listing.price : null
  const before = live ?? lastSent
  if (before === null || before <= 0) return []
  const share = Math.abs(price - before) / before
  return share > LARGEST_CHANGE ? [problem('price-jumps', { ...facts, percent: Math.round(share * 100) })] : []
}
