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
  const [listings, sold, items, offers, tabs, stock, centers, fields] = await Promise.all([
    tx.query<ListingRow>(LISTINGS, named),
    tx.query<SoldRow>(SOLD, named),
    tx.query<ItemRow>(`${NEEDED} ${ITEMS}`, named),
    tx.query<OfferRow>(`${NEEDED} ${OFFERS}`, named),
    tx.query<TabRow>(`${NEEDED} ${TABS}`, named),
    tx.query<StockRow>(`${NEEDED} ${STOCK}`, named),
    tx.query<BufferedCenter>(CENTERS, [merchant]),
    tx.query<FieldRow>(FIELDS, named),
  ])
  const itemOf = new Map(items.map((row) => [row.id, row]))
  const shelves = shelvesOf(stock)
  const known = {
    listings: groupBy(listings, (row) => row.sellerSku),
    offers: groupBy(offers, (row) => row.itemId),
    tabs: groupBy(tabs, (row) => row.itemId),
    fields: groupBy(fields, (row) => row.sellerSku),
  }
  return {
    items: itemOf,
    centers,
    level: (itemId, center) => shelves.get(itemId)?.get(center) ?? null,
    skus: sold.map(({ sellerSku, itemId, amazon, ours }): SkuToEvaluate => {
      const row = itemId === null ? null : (itemOf.get(itemId) ?? null)
      const mine = known.fields.get(sellerSku) ?? []
      return {
        sellerSku,
        picture: {
          listings: known.listings.get(sellerSku) ?? [],
          item: row,
          ratio: amazon === null || ours === null ? ONE_TO_ONE : { amazon, ours },
          leadTimeMinutes: row?.leadTimeMinutes ?? null,
          restockOn: row === null ? null : restockOf(shelves.get(row.id)),
          tabProductType: (itemId && known.tabs.get(itemId)?.[0]?.productType) || null,
        },
        terms: row === null ? new Map() : termsOf(row, known.offers.get(row.id) ?? [], { places, currency }),
        stockField: mine.find(({ field }) => field === 'stock') ?? null,
        priceFields: new Map(mine.filter(({ field }) => field === 'price').map((each) => [each.marketplaceId, each])),
      }
    }),
  }
}

type ListingRow = Listing
type SoldRow = {
  readonly sellerSku: SellerSku
  readonly itemId: ItemId | null
  readonly amazon: SkuMapping['ratio']['amazon'] | null
  readonly ours: SkuMapping['ratio']['ours'] | null
}
type ItemRow = Item & { readonly leadTimeMinutes: number | null }
type OfferRow = {
  readonly itemId: ItemId
  readonly marketplaceId: string
  readonly currency: string
  readonly price: number | null
  readonly min: number | null
  readonly max: number | null
  readonly salePrice: number | null
  readonly saleFrom: string | null
  readonly saleTo: string | null
  readonly businessPrice: number | null
  readonly tiers: readonly { readonly from: number; readonly price: number }[]
}
type TabRow = { readonly itemId: ItemId; readonly productType: string }
type StockRow = StockLevel & { readonly itemId: ItemId; readonly center: CenterCode; readonly restockOn: string | null }
type FieldRow = SentField & {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly field: 'stock' | 'price'
}

const LISTINGS = `
select seller_sku as "sellerSku", marketplace_id as "marketplaceId", item_id as "itemId", product_type as "productType", channel, active,
  quantity, lead_days as "leadDays", price, currency, pricing_rule as "pricingRule", automated_handling as "automatedHandling"
from millrace.listings where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[]) and gone_at is null
order by seller_sku, marketplace_id`

/** Which item a seller SKU is: its mapping first, then an item id equal to it, then the link of its listing (O11, T4). */
const SOLD = `
select s.sku as "sellerSku", coalesce(m.item_id, i.item_id, l.item_id) as "itemId", m.ratio_amazon as amazon, m.ratio_ours as ours
from unnest($3::text[]) as s (sku)
  left join millrace.sku_mappings m on m.merchant_id = $1 and m.seller_sku = s.sku
  left join millrace.items i on i.merchant_id = $1 and i.item_id = s.sku
  left join lateral (select item_id from millrace.listings where merchant_id = $1 and connection_id = $2 and seller_sku = s.sku and item_id is not null
    order by marketplace_id limit 1) l on true
order by s.sku`

/** The items of these SKUs, and the components of kits among them. */
const NEEDED = `
with sold as (${SOLD}),
needed as (select distinct "itemId" as item_id from sold where "itemId" is not null),
every as (select item_id from needed union select k->>'itemId' from needed n join millrace.items i on i.merchant_id = $1 and i.item_id = n.item_id,
  jsonb_array_elements(i.kit) k where i.kit is not null)`

const ITEMS = `
select i.item_id as id, i.description, i.price, i.grams, i.tracks_stock as "tracksStock", i.kit, i.lead_time_minutes as "leadTimeMinutes"
from every join millrace.items i on i.merchant_id = $1 and i.item_id = every.item_id`

const OFFERS = `
select o.item_id as "itemId", o.marketplace_id as "marketplaceId", o.currency, o.price, o.min_price as min, o.max_price as max, o.sale_price as "salePrice",
  to_char(o.sale_from, 'YYYY-MM-DD') as "saleFrom", to_char(o.sale_to, 'YYYY-MM-DD') as "saleTo", o.business_price as "businessPrice", o.business_tiers as tiers
from needed join millrace.item_offers o on o.merchant_id = $1 and o.item_id = needed.item_id`

const TABS = `
select t.item_id as "itemId", t.product_type as "productType"
from needed join millrace.amazon_tabs t on t.merchant_id = $1 and t.item_id = needed.item_id order by t.item_id, t.marketplace_id`

const STOCK = `
select s.item_id as "itemId", s.center_code as center, s.on_hand as "onHand", s.allocated, to_char(s.restock_on, 'YYYY-MM-DD') as "restockOn"
from every join millrace.stock s on s.merchant_id = $1 and s.item_id = every.item_id`

const CENTERS = `
select center_code as code, inventory_buffer as buffer from millrace.distribution_centers where merchant_id = $1 order by position, center_code`

const FIELDS = `
select seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, state, sent, confirmed, approved, pinned
from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[])`

type Shelf = ReadonlyMap<CenterCode, StockRow>

function shelvesOf(rows: readonly StockRow[]): ReadonlyMap<ItemId, Shelf> {
  const shelves = new Map<ItemId, Map<CenterCode, StockRow>>()
  for (const row of rows) {
    const shelf = shelves.get(row.itemId) ?? new Map<CenterCode, StockRow>()
    shelves.set(row.itemId, shelf.set(row.center, row))
  }
  return shelves
}

/** The earliest day on which an item comes again, in any center. */
function restockOf(shelf: Shelf | undefined): string | null {
  const days = [...(shelf?.values() ?? [])].flatMap(({ restockOn }) => restockOn ?? [])
  return days.sort()[0] ?? null
}

type Where = { readonly places: readonly SellingPlace[]; readonly currency: string }

/** What the item is offered for in each marketplace: its own offer there, else the general one where the currency is the merchant's. */
function termsOf(
  item: ItemRow,
  offers: readonly OfferRow[],
  { places, currency }: Where,
): ReadonlyMap<string, OfferTerms> {
  const terms = new Map<string, OfferTerms>()
  const general = offers.find(({ marketplaceId }) => marketplaceId === '') ?? null
  for (const place of places) {
    const own = offers.find(({ marketplaceId }) => marketplaceId === place.id)
    if (own) terms.set(place.id, toTerms(own, own.currency === currency ? item.price : null))
    else if (place.currency === currency) terms.set(place.id, toTerms(general ?? { ...PLAIN, currency }, item.price))
  }
  return terms
}

const PLAIN: Omit<OfferRow, 'itemId' | 'marketplaceId' | 'currency'> = {
  price: null,
  min: null,
  max: null,
  salePrice: null,
  saleFrom: null,
  saleTo: null,
  businessPrice: null,
  tiers: [],
}

const toTerms = (row: Omit<OfferRow, 'itemId' | 'marketplaceId'>, itemPrice: number | null): OfferTerms => ({
  currency: row.currency,
  price: row.price ?? itemPrice,
  min: row.min,
  max: row.max,
  sale:
    row.salePrice !== null && row.saleFrom !== null && row.saleTo !== null
      ? { price: row.salePrice, from: row.saleFrom, to: row.saleTo }
      : null,
  business:
    row.businessPrice === null && row.tiers.length === 0 ? null : { price: row.businessPrice, tiers: row.tiers },
})

function groupBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
