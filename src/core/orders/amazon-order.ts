import type { AmazonOrderId, SellerSku } from '../ids.ts'
import type { Money } from '../money.ts'
import type { ShownPlace } from '../pii/shown-place.ts'
import type { PackageAtAmazon } from '../shipments/package.ts'
import type { LineParticulars } from './line-particulars.ts'

/** The amounts of one line in minor units of the order's currency. `total` is the truth; discounts are positive and subtracted (O15). */
export type LineMoney = {
  readonly item: number
  readonly shipping: number
  readonly giftWrap: number
  readonly other: number
  readonly tax: number
  /** The part of `tax` that the marketplace collects and remits; not owed by the merchant. */
  readonly marketplaceTax: number
  readonly discount: number
  readonly total: number
}

/** One line as Amazon states it. */
export type AmazonLine = {
  readonly lineId: string
  readonly asin: string | null
  readonly sellerSku: SellerSku
  readonly title: string
  /** In Amazon's units. */
  readonly quantity: number
  readonly quantityFulfilled: number
  /** Null where Amazon gives no price, as on pending orders. */
  readonly money: LineMoney | null
  readonly gift: boolean
  readonly particulars: LineParticulars | null
  /** True while the buyer asks to cancel the line; why is buyer data (O16). */
  readonly cancellationRequested: boolean
}

/** An order as Amazon states it, in our words. Buyer data is a second value and never inside. */
export type AmazonOrder = {
  readonly id: AmazonOrderId
  readonly marketplaceId: string | null
  /** Epoch milliseconds. */
  readonly placedAt: number
  /** Epoch milliseconds; older never overwrites newer (O13). */
  readonly updatedAt: number
  /** Amazon's word; null when the fulfillment block is missing. */
  readonly status: string | null
  readonly fulfilledBy: string | null
  readonly serviceLevel: string | null
  readonly shipBy: number | null
  readonly deliverBy: number | null
  readonly programs: readonly string[]
  readonly replaces: string | null
  /** Where it goes, as far as everybody may see it (U2). */
  readonly shipTo?: ShownPlace
  /** True when the buyer gave a purchase order number; the number itself is buyer data (O5). */
  readonly hasPurchaseOrder: boolean
  /** Null until Amazon states an amount. */
  readonly currency: string | null
  readonly grandTotal: Money | null
  /** Order-level amounts outside the lines, e.g. a delivery tip. */
  readonly outsideLines: number
  /** What could be read but does not add up, e.g. `money-mismatch`; shown on the order (O15). */
  readonly flags: readonly string[]
  readonly lines: readonly AmazonLine[]
  /** The packages that Amazon shows; null where it tells nothing of them, which is not the same as none (S4). */
  readonly packages: readonly PackageAtAmazon[] | null
}

/** What rating needs of an address; lives in memory only. */
export type Destination = {
  readonly country: string
  readonly state: string
  readonly postalCode: string
  readonly poBox: boolean
  readonly military: boolean
}
