import type { SellerSku } from '../ids.ts'
import type { BrakedChange } from './brake.ts'
import type { OfferValue } from './desired-offer.ts'
import type { StockValue } from './desired-stock.ts'
import { type Change, PRICE_FIRST_MS } from './ways-to-send.ts'

/** A field that is due, as it was recorded; texts are canonical. */
export type DueValue = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
  readonly desired: string
  readonly sent: string | null
  readonly approved: string | null
  readonly urgent: boolean
  readonly byOrders: boolean
  /** Since when its stock waits for its price, epoch ms; null: it does not. */
  readonly waitsSince: number | null
}

/** All that is due of one SKU, as the ways and the brake see it. */
export type DueSku<F extends DueValue> = Change & BrakedChange & { readonly fields: readonly F[] }

/** What is known of the SKUs beside what is due: the quantity that Amazon shows, and whose new price is not confirmed. */
export type KnownOfDue = {
  readonly live: ReadonlyMap<SellerSku, number | null>
  readonly unsettled: ReadonlySet<SellerSku>
  /** Epoch ms. */
  readonly now: number
}

/** Reads what is due SKU by SKU, in the order given. */
export function dueSkus<F extends DueValue>(
  fields: readonly F[],
  { live, unsettled, now }: KnownOfDue,
): readonly DueSku<F>[] {
  const groups = new Map<SellerSku, F[]>()
  for (const field of fields) {
    const group = groups.get(field.sellerSku)
    if (group) group.push(field)
    else groups.set(field.sellerSku, [field])
  }
  return [...groups].map(([sellerSku, mine]): DueSku<F> => {
    const stock = mine.find(({ field }) => field === 'stock')
    const quantity = stock ? readStock(stock.desired).quantity : null
    const before = stock?.sent ? readStock(stock.sent).quantity : (live.get(sellerSku) ?? null)
    const unapproved = mine.filter(({ approved, desired }) => approved !== desired)
    return {
      sellerSku,
      fields: mine,
      quantity,
      quantityBefore: before,
      price: mine.some(({ field }) => field === 'price'),
      priceUnsettled: unsettled.has(sellerSku),
      waited: stock != null && stock.waitsSince !== null && now - stock.waitsSince >= PRICE_FIRST_MS,
      urgent: mine.some(({ urgent }) => urgent),
      toZero: quantity === 0 && before !== 0 && unapproved.some((each) => each === stock && !each.byOrders),
      changesPrice: unapproved.some(({ field }) => field === 'price'),
    }
  })
}

/** Whether a field of a SKU is what the brake counts of it, and stops; the rest of the SKU goes all the same (I12). */
export const isCounted = ({ toZero }: BrakedChange, { field, approved, desired }: DueValue): boolean =>
  approved !== desired && (field === 'price' || toZero)

/** A stock value out of its canonical text. */
export const readStock = (text: string): StockValue => JSON.parse(text) as StockValue

/** An offer out of its canonical text. */
export const readOffer = (text: string): OfferValue => JSON.parse(text) as OfferValue
