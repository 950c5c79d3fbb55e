import type { Breakdown, ItemDocument, Money, OrderDocument } from './order-document.ts'

/** Amounts are whole minor units inside; the wire wants decimal strings. */
export function money(minor: number, currencyCode: string): Money {
  if (currencyCode === 'JPY') return { amount: String(minor), currencyCode }
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return { amount: `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`, currencyCode }
}

/** Minor units of an amount written as number or decimal text. */
export function minorUnits(amount: number | string, currencyCode = 'USD'): number {
  return Math.round(Number(amount) * (currencyCode === 'JPY' ? 1 : 100))
}

export type LineMoney = {
  readonly item: number
  readonly shipping: number
  readonly giftWrap: number
  /** Positive: what the buyer pays less. */
  readonly itemDiscount: number
  readonly shippingDiscount: number
  readonly taxRate: number
  /** The amounts hold the tax, so it is told but not added. */
  readonly taxIncluded: boolean
  /** Amazon does not say which sign DISCOUNT carries; both are seen. */
  readonly discountSign: 'negative' | 'positive'
}

/** The PROCEEDS block of one line; its parts add up to `proceedsTotal`, the discount taken off. */
export function lineProceeds(line: LineMoney, currency: string): NonNullable<ItemDocument['proceeds']> {
  const share = line.taxIncluded ? line.taxRate / (1 + line.taxRate) : line.taxRate
  const tax = (amount: number) => Math.round(amount * share)
  const value = (minor: number) => money(minor, currency)
  const taxes = (
    [
      ['ITEM', tax(line.item)],
      ['SHIPPING', tax(line.shipping)],
      ['GIFT_WRAP', tax(line.giftWrap)],
      ['DISCOUNT', -tax(line.itemDiscount + line.shippingDiscount)],
    ] as const
  ).filter(([, minor]) => minor !== 0)
  const taxTotal = taxes.reduce((sum, [, minor]) => sum + minor, 0)
  const discount = line.itemDiscount + line.shippingDiscount
  const sign = line.discountSign === 'negative' ? -1 : 1
  const breakdowns: Breakdown[] = [{ type: 'ITEM', subtotal: value(line.item) }]
  if (line.shipping) breakdowns.push({ type: 'SHIPPING', subtotal: value(line.shipping) })
  if (line.giftWrap) breakdowns.push({ type: 'GIFT_WRAP', subtotal: value(line.giftWrap) })
  if (taxes.length > 0)
    breakdowns.push({
      type: 'TAX',
      subtotal: value(taxTotal),
      detailedBreakdowns: taxes.map(([subtype, minor]) => ({ subtype, value: value(minor) })),
    })
  if (discount)
    breakdowns.push({
      type: 'DISCOUNT',
      subtotal: value(sign * discount),
      detailedBreakdowns: (
        [
          ['ITEM', line.itemDiscount],
          ['SHIPPING', line.shippingDiscount],
        ] as const
      )
        .filter(([, minor]) => minor !== 0)
        .map(([subtype, minor]) => ({ subtype, value: value(sign * minor) })),
    })
  const total = line.item + line.shipping + line.giftWrap + (line.taxIncluded ? 0 : taxTotal) - discount
  return { proceedsTotal: value(total), breakdowns }
}

/** The PROCEEDS block of the order: the lines added up by type, plus a tip, which belongs to no line. */
export function orderProceeds(
  items: readonly ItemDocument[],
  currency: string,
  tip: { amount: number; status?: string } = { amount: 0 },
): NonNullable<OrderDocument['proceeds']> {
  const byType = new Map<string, number>()
  let grand = tip.amount
  for (const item of items) {
    grand += minorUnits(item.proceeds?.proceedsTotal?.amount ?? '0', currency)
    for (const { type, subtotal } of item.proceeds?.breakdowns ?? [])
      byType.set(type, (byType.get(type) ?? 0) + minorUnits(subtotal.amount, currency))
  }
  const breakdowns: Breakdown[] = [...byType].map(([type, minor]) => ({ type, subtotal: money(minor, currency) }))
  if (tip.amount)
    breakdowns.push({
      type: 'DELIVERY_TIP',
      status: tip.status ?? 'FINALIZED',
      subtotal: money(tip.amount, currency),
    })
  return { grandTotal: money(grand, currency), breakdowns }
}
