import type { CenterCode, ItemId } from '../ids.ts'
import type { ShipFromAddress } from '../merchants/ship-from.ts'
import type { Center } from '../orders/import-context.ts'

/** A distribution center as the merchant names it; a list of them is in the merchant's order (O20). */
export type NamedCenter = Center & {
  readonly name: string
  /** How many units of each item it keeps back from Amazon (I2). */
  readonly inventoryBuffer: number
  /** Where its packages start, where that is not the merchant's own address. */
  readonly shipFrom?: ShipFromAddress | undefined
}

/** How many units of an item lie in a center; with such an entry the center handles the item (O20). */
export type StockEntry = { readonly itemId: ItemId; readonly center: CenterCode; readonly onHand: number }

/** An entry with what orders have reserved of it, and when more comes. */
export type StockInCenter = StockEntry & {
  readonly allocated: number
  /** The day on which more comes, `YYYY-MM-DD`; null where none is known (I5). */
  readonly restockOn: string | null
}

/** The day on which an item comes again to a center; null: none is known any more. */
export type RestockDay = { readonly itemId: ItemId; readonly center: CenterCode; readonly on: string | null }
