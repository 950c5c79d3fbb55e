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

function saleIn(offer: Entry): LiveOffer['sale'] {
  const amount = amountIn(offer, 'discounted_price')
  if (amount === undefined) return undefined
  const [sale] = offer.discounted_price as { schedule?: { start_at?: string; end_at?: string }[] }[]
  const { start_at = '', end_at = '9999' } = sale?.schedule?.[0] ?? {}
  return { amount, from: start_at.slice(0, 10), until: end_at.slice(0, 10) }
}

/** What buyers pay now: the sale price while its days last. */
export function priceNow({ amount, sale }: LiveOffer, now: number): number {
  const today = new Date(now).toISOString().slice(0, 10)
  return sale && sale.from <= today && today <= sale.until ? sale.amount : amount
}

/** The offers that attributes make, without those that have no price. */
export function offersIn(attributes: Attributes): LiveOffer[] {
  return (attributes.purchasable_offer ?? []).flatMap((offer) => {
    const amount = amountIn(offer, 'our_price')
    if (amount === undefined) return []
    const sale = saleIn(offer)
    const minimum = amountIn(offer, 'minimum_seller_allowed_price')
    const maximum = amountIn(offer, 'maximum_seller_allowed_price')
    return {
      marketplaceId: String(offer.marketplace_id),
      audience: String(offer.audience ?? 'ALL'),
      currency: String(offer.currency),
      amount,
      ...(sale === undefined ? {} : { sale }),
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
