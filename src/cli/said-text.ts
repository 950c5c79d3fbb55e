import type { OfferValue } from '#core/inventory/desired-offer.ts'
import { readStock } from '#core/inventory/due-changes.ts'
import { formatAmount, formatMoney } from '#core/money.ts'

/** What is said of a SKU's stock or price, in one cell; the text is canonical, null is nothing known. */
export function saidText(field: 'stock' | 'price', text: string | null): string {
  if (text === null) return '?'
  return field === 'stock' ? stockText(text) : priceText(JSON.parse(text) as OfferValue)
}

function stockText(text: string): string {
  const { quantity, leadDays, restockOn } = readStock(text)
  return [
    String(quantity),
    ...(leadDays === null ? [] : [`in ${leadDays} d`]),
    ...(restockOn === null ? [] : [`again ${restockOn}`]),
  ].join(', ')
}

/** What Amazon shows has a price and no more; what we say has all. */
function priceText({ currency, price, min = null, max = null, sale = null, business = null }: OfferValue): string {
  const amount = (minor: number) => formatAmount({ minor, currency })
  return [
    formatMoney({ minor: price, currency }),
    ...(min === null && max === null
      ? []
      : [`${min === null ? '' : amount(min)} to ${max === null ? '' : amount(max)}`.trim()]),
    ...(sale === null ? [] : [`sale ${amount(sale.price)} ${sale.from} to ${sale.to}`]),
    ...(business === null ? [] : [`business ${business.price === null ? '' : amount(business.price)}`.trim()]),
  ].join(', ')
}
