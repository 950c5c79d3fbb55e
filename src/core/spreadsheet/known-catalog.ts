import type { EnteredTab } from '../catalog/amazon-tab.ts'
import type { CatalogItem, SkuMapping } from '../catalog/item.ts'
import type { ConnectionId, ItemId, SellerSku } from '../ids.ts'
import type { RowReading } from './row-of-template.ts'

/** A tab with the instant at which it was saved, epoch ms. */
export type TimedTab = EnteredTab & { readonly updatedAt: number }

/** A mapping, and whether Amazon keeps the stock of its SKU. */
export type KnownMapping = SkuMapping & { readonly stockByAmazon: boolean }

/** A SKU that a person linked to an item in a connection (T4). */
export type KnownLink = { readonly connection: ConnectionId; readonly sellerSku: SellerSku; readonly itemId: ItemId }

/** What is there of the items that a page of rows is about; rows of the page add to it as they are decided. */
export type KnownCatalog = {
  readonly items: Map<string, CatalogItem>
  readonly mappings: Map<string, KnownMapping>
  /** Items by their barcode as 14 digits. */
  readonly barcodes: Map<string, readonly ItemId[]>
  /** Tabs in the template's marketplace, by item. */
  readonly tabs: Map<string, TimedTab>
  readonly links: ReadonlyMap<string, readonly KnownLink[]>
  /** What Amazon lists SKUs as. */
  readonly titles: ReadonlyMap<string, string>
}

/** What a row writes, and as what was there is given back when it is undone; what is left out was not touched. */
export type TemplatePlan = {
  readonly item?: CatalogItem | null
  readonly mapping?: KnownMapping | null
  readonly tab?: TimedTab | null
  readonly unlinks?: readonly KnownLink[]
}

/** How the rows of one file are decided. `at`: the instant that is written. */
export type Deciding = RowReading & {
  /** Top names of the attributes that the file has columns for. */
  readonly names: ReadonlySet<string>
  readonly productTypes: readonly string[]
  readonly at: number
}
