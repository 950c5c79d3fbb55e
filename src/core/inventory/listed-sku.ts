import type { SellerSku } from '../ids.ts'

/** One row of the all-listings report: a seller SKU in one marketplace, as it was some hours ago. Null: the report does not tell (I12). */
export type ListedSku = {
  readonly sellerSku: SellerSku
  readonly asin: string | null
  readonly title: string
  /** UPC, EAN or ISBN, where it tells one (T4). */
  readonly barcode: string | null
  /** Minor units of the marketplace's currency. */
  readonly price: number | null
  readonly quantity: number | null
  /** `DEFAULT`, or the channel under which Amazon ships it. */
  readonly channel: string | null
  readonly active: boolean | null
}
