import type { Item, SkuMapping } from '#core/catalog/item.ts'
import { ONE_TO_ONE } from '#core/catalog/resolve-sku.ts'
import type { CenterCode, ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { OfferTerms } from '#core/inventory/desired-offer.ts'
import type { SellingPlace, SkuToEvaluate } from '#core/inventory/evaluate-sku.ts'
import type { Listing } from '#core/inventory/listing.ts'
import type { SentField } from '#core/inventory/next-sending.ts'
import type { BufferedCenter } from '#core/inventory/reported-quantity.ts'
import type { StockLevel } from '#core/orders/import-context.ts'
import type { Tx } from './db.ts'
import { groupBy, type ItemRow, levelIn, loadItems, termsOf } from './stored-items.ts'

/** A page of SKUs with all that decides what is said of them, and the stock to count. */
export type LoadedSkus = {
  readonly skus: readonly SkuToEvaluate[]
  readonly items: ReadonlyMap<ItemId, Item>
  readonly centers: readonly BufferedCenter[]
  level(itemId: ItemId, center: CenterCode): StockLevel | null
}

/** Which SKUs of a connection, where it sells, and the merchant's own currency. */
export type SkuRequest = {
  readonly connection: ConnectionId
  readonly skus: readonly SellerSku[]
  readonly places: readonly SellingPlace[]
  readonly currency: string
}

/** Loads a page of SKUs at once: listings, items, mappings, offers, Amazon tabs, stock of all centers, and what was sent (I10). */
export async function skuPictures(tx: Tx, merchant: MerchantId, request: SkuRequest): Promise<LoadedSkus> {
  const { connection, skus, places, currency } = request
  const named = [merchant, connection, skus]
  const sold = Promise.all([tx.query<ListingRow>(LISTINGS, named), tx.query<MappingRow>(MAPPINGS, [merchant, skus])])
  const kept = Promise.all([tx.query<FieldRow>(FIELDS, named), tx.query<BufferedCenter>(CENTERS, [merchant])])
  // Asked for before what was sent is read here, so that the database need not wait.
  const known = sold.then(([listings, mappings]) =>
    loadItems(tx, merchant, { ids: candidatesOf(skus, { mappings, listings }), offers: places.length > 0 }),
  )
  const [[listings, mappings], [fields, centers], stored] = await Promise.all([sold, kept, known])
  const listed = groupBy(listings, (row) => row.sellerSku)
  const mapped = new Map(mappings.map((row) => [row.sellerSku, row]))
  const fieldsOf = groupBy(fields, (row) => row.sellerSku)
  return {
    items: stored.items,
    centers,
    level: (itemId, center) => {
      const row = stored.stock.get(itemId)
      return row ? levelIn(row, center) : null
    },
    skus: skus.map((sellerSku): SkuToEvaluate => {
      const mapping = mapped.get(sellerSku)
      const here = listed.get(sellerSku) ?? NONE
      const row = itemOf(sellerSku, { mapping, here, items: stored.items })
      const mine = fieldsOf.get(sellerSku) ?? NONE
      return {
        sellerSku,
        picture: {
          listings: here,
          item: row,
          ratio: mapping ? { amazon: mapping.amazon, ours: mapping.ours } : ONE_TO_ONE,
          leadTimeMinutes: row?.leadTimeMinutes ?? null,
          restockOn: (row && stored.stock.get(row.id)?.restockOn) || null,
          stockByAmazon: mapping?.stockByAmazon ?? false,
          tabProductType: (row && stored.tabs.get(row.id)?.[0]?.productType) || null,
        },
        terms:
          row === null || places.length === 0
            ? NO_TERMS
            : termsOf(row, stored.offers.get(row.id) ?? NONE, { places, currency }),
        stockField: mine.find(({ field }) => field === 'stock') ?? null,
        priceFields: pricesOf(mine),
      }
    }),
  }
}

const NONE: readonly never[] = []
const NO_TERMS: ReadonlyMap<string, OfferTerms> = new Map()
const NO_PRICES: ReadonlyMap<string, FieldRow> = new Map()

const pricesOf = (mine: readonly FieldRow[]): ReadonlyMap<string, FieldRow> =>
  mine.length < 2 && mine[0]?.field !== 'price'
    ? NO_PRICES
    : new Map(mine.filter(({ field }) => field === 'price').map((each) => [each.marketplaceId, each]))

type Named = { readonly mappings: readonly MappingRow[]; readonly listings: readonly ListingRow[] }

/** Every item that one of these SKUs may be. */
function candidatesOf(skus: readonly SellerSku[], { mappings, listings }: Named): readonly string[] {
  const ids = new Set<string>(skus)
  for (const { itemId } of mappings) ids.add(itemId)
  for (const { itemId } of listings) if (itemId !== null) ids.add(itemId)
  return [...ids]
}

type Sold = {
  readonly mapping: MappingRow | undefined
  readonly here: readonly ListingRow[]
  readonly items: ReadonlyMap<ItemId, ItemRow>
}

/** Which item a seller SKU is: its mapping first, then an item id equal to it, then the link of its listing (O11, T4). */
function itemOf(sku: SellerSku, { mapping, here, items }: Sold): ItemRow | null {
  if (mapping) return items.get(mapping.itemId) ?? null
  const own = items.get(sku as string as ItemId)
  if (own) return own
  const link = here.find(({ itemId }) => itemId !== null)?.itemId
  return (link && items.get(link)) || null
}

type ListingRow = Listing
type MappingRow = SkuMapping['ratio'] & {
  readonly sellerSku: SellerSku
  readonly itemId: ItemId
  readonly stockByAmazon: boolean
}
type FieldRow = SentField & {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
}

const LISTINGS = `
select seller_sku as "sellerSku", marketplace_id as "marketplaceId", item_id as "itemId", product_type as "productType", channel, active,
  quantity, lead_days as "leadDays", price, currency, read_at is not null as "offerRead", pricing_rule as "pricingRule", automated_handling as "automatedHandling"
from millrace.listings where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[]) and gone_at is null
order by seller_sku, marketplace_id`

const MAPPINGS = `
select seller_sku as "sellerSku", item_id as "itemId", ratio_amazon as amazon, ratio_ours as ours, stock_by_amazon as "stockByAmazon"
from millrace.sku_mappings where merchant_id = $1 and seller_sku = any($2::text[])`

const CENTERS = `
select center_code as code, inventory_buffer as buffer from millrace.distribution_centers where merchant_id = $1 order by position, center_code`

const FIELDS = `
select seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, state, sent, confirmed, approved, pinned
from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[])`
