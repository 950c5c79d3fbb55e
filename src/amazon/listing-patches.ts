import type { SellerSku } from '#core/ids.ts'
import type { OfferValue } from '#core/inventory/desired-offer.ts'
import type { StockValue } from '#core/inventory/desired-stock.ts'
import { MERCHANT_CHANNEL } from '#core/inventory/listing.ts'
import type { ListingIssue } from '#core/inventory/read-listing.ts'
import { formatAmount } from '#core/money.ts'

/** One change of a listing's attributes, as Amazon's PATCH and feed messages take it. */
export type ListingPatch = {
  readonly op: 'merge' | 'replace'
  readonly path: '/attributes/fulfillment_availability' | '/attributes/purchasable_offer'
  readonly value: readonly Fields[]
}

type Fields = { readonly [field: string]: unknown }

/** A change of one SKU by a single call. `marketplaceIds` are exactly those whose offers are in the patches, else any one. */
export type ListingChange = {
  readonly sellerSku: SellerSku
  readonly productType: string
  readonly marketplaceIds: readonly string[]
  readonly patches: readonly ListingPatch[]
}

/** Amazon's answer to a change: taken (which proves nothing yet), or refused although the call went well (I10). */
export type ChangeAnswer = { readonly taken: boolean; readonly issues: readonly ListingIssue[] }

/** One message of a JSON_LISTINGS_FEED: the changes of one SKU. `number` is ours and comes back in the processing report. */
export type FeedMessage = {
  readonly number: number
  readonly sellerSku: SellerSku
  readonly productType: string
  readonly patches: readonly ListingPatch[]
}

/** What Amazon's processing report says of a listings feed: remarks by message number, and of the feed as a whole. */
export type ListingsReport = {
  readonly processed: number
  readonly accepted: number
  readonly invalid: number
  readonly ofFeed: readonly ListingIssue[]
  readonly ofMessage: ReadonlyMap<number, readonly ListingIssue[]>
}

/** An offer of one marketplace, with the parts that we do not own and send along as they were read (I4). */
export type OfferToSend = { readonly marketplaceId: string; readonly value: OfferValue; readonly kept: Fields | null }

/** Stock to be sent: what we say, what we said or read before, and the lead time that stands at Amazon. */
export type StockToSend = {
  readonly value: StockValue
  readonly before: StockValue | null
  readonly liveLeadDays: number | null
}

/**
 * The change that tells Amazon a quantity (I5): `merge` of the quantity alone, which leaves the handling time as it is. Where lead time,
 * restock date or "always available" change, `replace` of the whole DEFAULT entry, with everything that must stay in it.
 */
export function stockPatch({ value, before, liveLeadDays }: StockToSend): ListingPatch {
  const path = '/attributes/fulfillment_availability'
  const alone =
    value.quantity !== 'always' &&
    before !== null &&
    before.quantity !== 'always' &&
    before.leadDays === value.leadDays &&
    before.restockOn === value.restockOn
  // Nothing of ours beyond the quantity: then nothing of Amazon's is touched either.
  const plain = value.quantity !== 'always' && before === null && value.leadDays === null && value.restockOn === null
  const entry = { fulfillment_channel_code: MERCHANT_CHANNEL, ...quantityOf(value) }
  if (alone || plain) return { op: 'merge', path, value: [entry] }
  const days = value.leadDays ?? liveLeadDays
  const whole = {
    ...entry,
    ...(days === null ? {} : { lead_time_to_ship_max_days: days }),
    ...(value.restockOn === null ? {} : { restock_date: value.restockOn }),
  }
  return { op: 'replace', path, value: [whole] }
}

const quantityOf = ({ quantity }: StockValue): Fields =>
  quantity === 'always' ? { is_inventory_available: true } : { quantity }

/**
 * The change that tells Amazon prices (I4): `replace` with the whole offer of each marketplace, since what is left out is lost. Only
 * marketplaces whose offer is named here may be named in the request (spapi-listings.md 9.6).
 */
export const offerPatch = (offers: readonly OfferToSend[]): ListingPatch => ({
  op: 'replace',
  path: '/attributes/purchasable_offer',
  value: offers.flatMap(offersOf),
})

function offersOf({ marketplaceId, value, kept }: OfferToSend): readonly Fields[] {
  const { currency, business } = value
  const amount = (minor: number) => Number(formatAmount({ minor, currency }))
  const from = (minor: number | null, name: string): Fields =>
    minor === null ? {} : { [name]: [{ schedule: [{ value_with_tax: amount(minor) }] }] }
  const place = { marketplace_id: marketplaceId, currency }
  const { sale } = value
  const all: Fields = {
    ...kept,
    ...place,
    audience: 'ALL',
    ...from(value.price, 'our_price'),
    ...from(value.min, 'minimum_seller_allowed_price'),
    ...from(value.max, 'maximum_seller_allowed_price'),
    ...(sale === null
      ? {}
      : {
          discounted_price: [
            { schedule: [{ start_at: sale.from, end_at: sale.to, value_with_tax: amount(sale.price) }] },
          ],
        }),
  }
  if (business === null) return [all]
  const levels = business.tiers.map((tier) => ({ lower_bound: tier.from, value: amount(tier.price) }))
  const b2b: Fields = {
    ...place,
    audience: 'B2B',
    ...from(business.price ?? value.price, 'our_price'),
    ...(levels.length === 0 ? {} : { quantity_discount_plan: [{ schedule: [{ discount_type: 'fixed', levels }] }] }),
  }
  return [all, b2b]
}
