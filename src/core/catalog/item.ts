import type { ItemId, SellerSku } from '../ids.ts'

/** A product in the merchant's order system. A kit is shipped as its components. */
export type Item = {
  readonly id: ItemId
  readonly description: string
  /** Minor units of the merchant's currency; null where no price is set. */
  readonly price: number | null
  readonly grams: number
  readonly tracksStock: boolean
  readonly kit: readonly { readonly itemId: ItemId; readonly quantity: number }[] | null
}

/** An item with what its listings at Amazon need of it. */
export type CatalogItem = Item & {
  /** Its own time to ship, in minutes; null: the default one of the Inventory section (I5). */
  readonly leadTimeMinutes: number | null
  /** UPC, EAN, ISBN or GTIN, by which listings are found; null where none is known (T4). */
  readonly barcode: string | null
}

/** Says which item a seller SKU is, and how many of ours one pack at Amazon holds (O11). */
export type SkuMapping = {
  readonly sellerSku: SellerSku
  readonly itemId: ItemId
  /** `amazon` units at Amazon are `ours` units of the item. */
  readonly ratio: { readonly amazon: number; readonly ours: number }
  readonly unit: string
  readonly note: string
}
