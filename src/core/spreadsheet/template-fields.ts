import type { Generation } from './template.ts'

/** Attributes that Millrace says itself from price and stock: their columns are never taken (T3, I4, I9). */
const OURS_AT_AMAZON = /^(purchasable_offer|fulfillment_availability)\b/
/** The one part of them that is read: who ships it. */
const CHANNEL = /^fulfillment_availability(\[[^\]]*\])*#1\.fulfillment_channel_code$/

/** Fields of price and quantity in the older templates; loaders write them with hyphens. */
const PRICE_OR_QUANTITY =
  /^(standard|sale|business|map|list|minimum.seller.allowed|maximum.seller.allowed)?_?(price|from_date|end_date|sale_from_date|sale_end_date)(_|$)|^(quantity|handling_time|fulfillment_latency|restock_date|currency|quantity_(price|lower_bound).*|pricing_rule|sale_(price|from_date|end_date))$/

/** True for a column whose values are never taken: price and quantity (T3). */
export function isIgnored(generation: Generation, field: string): boolean {
  if (generation === 'unified') return OURS_AT_AMAZON.test(field) && !CHANNEL.test(field)
  return PRICE_OR_QUANTITY.test(field.replaceAll('-', '_'))
}
