import type { LineMoney } from '#core/orders/amazon-order.ts'
import { type Block, block, blocks, money, requiredMoney, requiredText, senseless, text } from './read-wire.ts'

/** What a breakdown of a line counts as. A kind that Amazon adds tomorrow counts as `other`. */
const KINDS = {
  ITEM: 'item',
  SHIPPING: 'shipping',
  GIFT_WRAP: 'giftWrap',
  COD_FEE: 'other',
  OTHER: 'other',
  TAX: 'tax',
  DISCOUNT: 'discount',
} as const

/** True for a kind of amount that lines have: at order level it only repeats their sum. */
export const isLineKind = (kind: string): boolean => Object.hasOwn(KINDS, kind)

/** The money of a line in the currency it was stated in, and whether it adds up to its own total. */
export type StatedMoney = {
  readonly currency: string
  readonly money: LineMoney
  readonly addsUp: boolean
  /** False where one line names two currencies: then its amounts mean nothing together. */
  readonly oneCurrency: boolean
  /** Kinds of amount that no model of today knows. */
  readonly unknownKinds: readonly string[]
}

/** Reads the proceeds of a line; null where Amazon states no total, as on pending orders (O15). */
export function lineMoney(item: Block): StatedMoney | null {
  const proceeds = block(item, 'proceeds')
  const total = proceeds && money(proceeds, 'proceedsTotal')
  if (!proceeds || !total) return null
  const sums = { item: 0, shipping: 0, giftWrap: 0, other: 0, tax: 0, discount: 0 }
  const unknownKinds: string[] = []
  let oneCurrency = true
  for (const breakdown of blocks(proceeds, 'breakdowns')) {
    const kind = requiredText(breakdown, 'type')
    const subtotal = requiredMoney(breakdown, 'subtotal')
    if (!subtotal) continue
    if (!isLineKind(kind)) unknownKinds.push(kind)
    sums[isLineKind(kind) ? KINDS[kind as keyof typeof KINDS] : 'other'] += subtotal.minor
    if (subtotal.currency !== total.currency) oneCurrency = false
  }
  // Amazon documents no sign for discounts, and both are seen: ours is positive and subtracted.
  const discount = Math.abs(sums.discount)
  const goods = sums.item + sums.shipping + sums.giftWrap + sums.other - discount
  if (![...Object.values(sums), goods + sums.tax].every(Number.isSafeInteger))
    senseless(proceeds, 'breakdowns', 'the sum is too large')
  return {
    currency: total.currency,
    money: { ...sums, discount, marketplaceTax: taxedByMarketplace(item) ? sums.tax : 0, total: total.minor },
    // Prices contain the tax in Europe and Japan and not in the United States: the total says which.
    addsUp: total.minor === goods + sums.tax || total.minor === goods,
    oneCurrency,
    unknownKinds,
  }
}

/** True where the marketplace collects and remits the tax of a line: the merchant does not owe it (O15). */
function taxedByMarketplace(item: Block): boolean {
  const tax = block(item, 'tax')
  return tax !== null && blocks(tax, 'taxCollections').some((one) => text(one, 'model') === 'MARKETPLACE_FACILITATOR')
}
