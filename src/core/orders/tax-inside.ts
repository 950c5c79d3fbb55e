import type { LineMoney } from './amazon-order.ts'

/** The amounts that tell where the tax stands; each null until Amazon states it. */
type Stated = { readonly [Part in keyof Omit<LineMoney, 'marketplaceTax'>]: LineMoney[Part] | null }

/** True where a line's prices hold its tax (Europe, Japan), false where it is added (North America); null without tax, and where neither adds up (O15). */
export function taxInside({ item, shipping, giftWrap, other, discount, tax, total }: Stated): boolean | null {
  if (!tax || total === null) return null
  const goods = (item ?? 0) + (shipping ?? 0) + (giftWrap ?? 0) + (other ?? 0) - (discount ?? 0)
  if (total === goods) return true
  return total === goods + tax ? false : null
}
