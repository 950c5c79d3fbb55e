import type { ItemId } from '../ids.ts'
import type { PlacedLine, PlacedOrder } from '../orders/import-context.ts'
import type { Package } from './package.ts'

/** What of an order is in a package, as people and programs say it: a line by its id, seller SKU or item; quantity in our units. */
export type EntryItem = {
  readonly line: string | null
  readonly sku: string | null
  readonly item: string | null
  /** Null for everything that is open of it. */
  readonly quantity: number | null
}

/** A package as it is entered; null where nothing was said (S1, S2). */
export type PackageEntry = {
  /** The merchant's name; null for that of the order's shipping method (S3). */
  readonly carrier: string | null
  /** Null for the name of the order's shipping method. */
  readonly service: string | null
  /** Null for a package without tracking (S5). */
  readonly tracking: string | null
  /** An instant or a date as the merchant writes it; null for now. */
  readonly shippedAt: string | null
  /** The caller's own name for the package: a second entry of it is the same package. */
  readonly reference: string | null
  /** Null for everything that is open. */
  readonly items: readonly EntryItem[] | null
}

/** A line as entering a package needs it. `cancelling`: Amazon's units that a refund on its way takes out of it (O16). */
export type ShippableLine = PlacedLine & { readonly sellerSku: string; readonly cancelling: number }

/** Amazon's units of a line that may still leave (S2, O16). */
export const openUnits = ({ quantityAmazon, fulfilledAmazon, cancelling }: ShippableLine): number =>
  Math.max(0, quantityAmazon - cancelling - fulfilledAmazon)

/** A package that is there, with the caller's name for it. */
export type KnownPackage = Package & { readonly reference: string | null }

/** An order as entering a package needs it. */
export type ShippableOrder = Pick<
  PlacedOrder,
  'orderId' | 'stage' | 'amazonStatus' | 'center' | 'toConfirm' | 'fulfilledByAmazon' | 'cancellation'
> & {
  readonly amazonOrderId: string
  /** Epoch ms. */
  readonly placedAt: number
  /** The shipping method that was chosen for it, if it is still there. */
  readonly method: { readonly name: string; readonly carrier: string } | null
  readonly lines: readonly ShippableLine[]
  readonly packages: readonly KnownPackage[]
  /** The number of its next package: above ours and above Amazon's (S1). */
  readonly nextNumber: number
}

/** How lines are found by what an entry says of them. */
export const isNamed = ({ line, sku, item }: EntryItem, each: ShippableLine): boolean =>
  (line === null || each.lineId === line) &&
  (sku === null || each.sellerSku === sku) &&
  (item === null || each.itemId === (item as ItemId))
