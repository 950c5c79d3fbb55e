import type { Item, SkuMapping } from '../catalog/item.ts'
import { leadDays } from './lead-time.ts'
import { type Listing, type NoQuantity, whyNoQuantity } from './listing.ts'
import { type CountedStock, type ReportedQuantity, reportedQuantity } from './reported-quantity.ts'

/** What Amazon is told of a SKU's stock: one for all marketplaces of the selling partner. `restockOn` is a day, `YYYY-MM-DD`. */
export type StockValue = {
  readonly quantity: ReportedQuantity
  readonly leadDays: number | null
  readonly restockOn: string | null
}

/** Why nothing is said of a SKU: it is shown beside it. */
export type Silence =
  /** No item is mapped, linked, or has this SKU as its id. */
  | 'no-item'
  /** Neither an Amazon tab nor a link to a live listing (I1). */
  | 'not-configured'
  | NoQuantity

/** A value, or why there is none. */
export type Said<Value> = { readonly say: Value; readonly productType: string } | { readonly silent: Silence }

/** The options of the Inventory section that decide what is said (I1, I3, I5, I6). */
export type SayingOptions = {
  readonly defaultLeadTimeMinutes: number | null
  /** The product type under which complete files carry unconfigured items; null: they are left out (I6). */
  readonly unconfiguredProductType: string | null
}

/** A seller SKU with all that decides what is said of it. `tabProductType` is the one of the item's Amazon tab. */
export type SkuPicture = {
  readonly listings: readonly Listing[]
  readonly item: Item | null
  readonly ratio: SkuMapping['ratio']
  readonly leadTimeMinutes: number | null
  readonly restockOn: string | null
  readonly tabProductType: string | null
  /** A template said that Amazon keeps its stock (T3); absent: no. */
  readonly stockByAmazon?: boolean
}

/** The product type that fits a change of stock or price where nothing better is known. */
const ANY_PRODUCT = 'PRODUCT'

/** What we would tell Amazon of a SKU's stock now, or why nothing (I1, I2, I3, I5, I6, I9). `complete`: in a complete file. */
export function desiredStock(
  sku: SkuPicture,
  {
    options,
    stock,
    complete,
  }: { readonly options: SayingOptions; readonly stock: CountedStock; readonly complete: boolean },
): Said<StockValue> {
  const silent = sku.item === null ? 'no-item' : whyNoQuantity(sku.listings)
  if (silent !== null) return { silent }
  if (sku.stockByAmazon) return { silent: 'fulfilled-by-amazon' }
  const configured = isConfigured(sku)
  if (!configured && (!complete || options.unconfiguredProductType === null)) return { silent: 'not-configured' }
  if (sku.item === null) return { silent: 'no-item' }
  const known = sku.listings.find((listing) => listing.productType !== null)?.productType ?? sku.tabProductType
  return {
    productType: known ?? (configured ? null : options.unconfiguredProductType) ?? ANY_PRODUCT,
    say: {
      quantity: reportedQuantity(sku.item, sku.ratio, stock),
      leadDays: leadDays({
        ofItem: sku.leadTimeMinutes,
        byDefault: options.defaultLeadTimeMinutes,
        automatedHandling: sku.listings.some((listing) => listing.automatedHandling),
      }),
      restockOn: sku.restockOn,
    },
  }
}

/** Configured: the Amazon tab has a product type, or a person linked the item to a listing. A SKU mapping alone is not (I1). */
export const isConfigured = ({ tabProductType, listings, item }: SkuPicture): boolean =>
  tabProductType !== null || listings.some(({ itemId }) => itemId !== null && itemId === item?.id)
