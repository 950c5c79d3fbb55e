import type { Attributes, Entry, LiveOffer, LiveStock } from './listing-book.ts'

/** Selectors of the attributes that have others than marketplace and language. */
const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  fulfillment_availability: ['fulfillment_channel_code'],
  purchasable_offer: ['marketplace_id', 'currency', 'audience'],
  list_price: ['marketplace_id', 'currency'],
  externally_assigned_product_identifier: ['marketplace_id', 'type'],
}
const USUAL_SELECTORS = ['marketplace_id', 'language_tag']

export const selectorsOf = (attribute: string): readonly string[] => SELECTORS[attribute] ?? USUAL_SELECTORS

/** What tells an entry from the others of its attribute. */
export function selectorKey(attribute: string, entry: Entry): string {
  return JSON.stringify(selectorsOf(attribute).map((name) => entry[name] ?? (name === 'audience' ? 'ALL' : null)))
}

/** The amount of a price in an offer, for today. */
export function amountIn(offer: Entry, name: string): number | undefined {
  const [price] = (offer[name] ?? []) as { schedule?: { value_with_tax?: unknown }[] }[]
  const amount = price?.schedule?.[0]?.value_with_tax
  return typeof amount === 'number' ? amount : undefined
}

/** The sale price while its days last. */
function saleAmount(offer: Entry, today: string): number | undefined {
  const [sale] = (offer.discounted_price ?? []) as { schedule?: { start_at?: string; end_at?: string }[] }[]
  const { start_at = '', end_at = '9999' } = sale?.schedule?.[0] ?? {}
  return start_at.slice(0, 10) <= today && today <= end_at.slice(0, 10)
    ? amountIn(offer, 'discounted_price')
    : undefined
}

/** The offers that attributes make, without those that have no price. */
export function offersIn(attributes: Attributes, now: number): LiveOffer[] {
  const today = new Date(now).toISOString().slice(0, 10)
  return (attributes.purchasable_offer ?? []).flatMap((offer) => {
    const regular = amountIn(offer, 'our_price')
    if (regular === undefined) return []
    const minimum = amountIn(offer, 'minimum_seller_allowed_price')
    const maximum = amountIn(offer, 'maximum_seller_allowed_price')
    return {
      marketplaceId: String(offer.marketplace_id),
      audience: String(offer.audience ?? 'ALL'),
      currency: String(offer.currency),
      amount: saleAmount(offer, today) ?? regular,
      ...(minimum === undefined ? {} : { minimum }),
      ...(maximum === undefined ? {} : { maximum }),
    }
  })
}

/** The offers whose price a rule of Amazon's own sets, so that the seller's price is not heeded. */
export function ruledOffers(attributes: Attributes): string[] {
  return (attributes.purchasable_offer ?? [])
    .filter((offer) => Array.isArray(offer.automated_pricing_merchandising_rule_plan))
    .map((offer) => selectorKey('purchasable_offer', offer))
}

/** The quantities that attributes state, one for each channel; Amazon counts its own. */
export function stockIn(attributes: Attributes): LiveStock[] {
  return (attributes.fulfillment_availability ?? []).map((entry) => {
    const channel = String(entry.fulfillment_channel_code)
    if (channel !== 'DEFAULT') return { channel }
    if (entry.is_inventory_available === true) return { channel, always: true }
    return { channel, quantity: Number(entry.quantity ?? 0) }
  })
}

/** The handling time that attributes state for what the merchant ships. */
export function leadTimeIn(attributes: Attributes): number | undefined {
  const entry = attributes.fulfillment_availability?.find((one) => one.fulfillment_channel_code === 'DEFAULT')
  const days = entry?.lead_time_to_ship_max_days
  return typeof days === 'number' ? days : undefined
}
