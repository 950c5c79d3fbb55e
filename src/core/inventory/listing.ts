import type { ItemId, SellerSku } from '../ids.ts'

/** The fulfillment channel of what the merchant ships itself; only there a quantity is ever sent (I9). */
export const MERCHANT_CHANNEL = 'DEFAULT'

/** A seller SKU in one marketplace as Amazon last showed it. Amounts are minor units of `currency`. */
export type Listing = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  /** The item that a person linked it to (T4). */
  readonly itemId: ItemId | null
  readonly productType: string | null
  /** Who ships it, in Amazon's words; null: never read (I9). */
  readonly channel: string | null
  readonly active: boolean
  readonly quantity: number | null
  readonly leadDays: number | null
  readonly price: number | null
  readonly currency: string | null
  /** It was read at Amazon: the parts of its offer that are not ours are known, and kept (I4). */
  readonly offerRead: boolean
  /** Amazon prices it by a rule of the merchant's: its price is not sent (I4). */
  readonly pricingRule: boolean
  /** Amazon sets its handling time: none is sent (I5). */
  readonly automatedHandling: boolean
}

/** Why no quantity of a SKU may ever be sent. */
export type NoQuantity =
  /** Amazon's listings were never seen to hold it. */
  | 'not-listed'
  /** Its live channel was never read. */
  | 'channel-unread'
  /** Amazon ships it: a quantity would harm the listing. */
  | 'fulfilled-by-amazon'

/** The hard stop (I9): why no quantity may be sent, whatever the options say; null where one may. One marketplace where Amazon ships it stops all. */
export function whyNoQuantity(listings: readonly Pick<Listing, 'channel'>[]): NoQuantity | null {
  if (listings.length === 0) return 'not-listed'
  if (listings.some(({ channel }) => channel !== null && channel !== MERCHANT_CHANNEL)) return 'fulfilled-by-amazon'
  return listings.some(({ channel }) => channel === null) ? 'channel-unread' : null
}
