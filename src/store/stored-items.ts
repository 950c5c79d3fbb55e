import type { Item } from '#core/catalog/item.ts'
import type { CenterCode, ItemId, MerchantId } from '#core/ids.ts'
import type { OfferTerms } from '#core/inventory/desired-offer.ts'
import type { SellingPlace } from '#core/inventory/evaluate-sku.ts'
import type { StockLevel } from '#core/orders/import-context.ts'
import type { Tx } from './db.ts'

/** What is stored of some items. */
export type StoredItems = {
  readonly items: ReadonlyMap<ItemId, ItemRow>
  readonly offers: ReadonlyMap<ItemId, readonly OfferRow[]>
  readonly tabs: ReadonlyMap<ItemId, readonly TabRow[]>
  readonly stock: ReadonlyMap<ItemId, StockRow>
}

/** Which items: some ids may be nobody's. Their offers count only where prices do. */
export type ItemsToLoad = { readonly ids: readonly string[]; readonly offers: boolean }

/** The items with these ids and the components of kits among them, and what is stored of them. */
export async function loadItems(tx: Tx, merchant: MerchantId, { ids, offers }: ItemsToLoad): Promise<StoredItems> {
  const of = [merchant, ids]
  const [rows, offerRows, tabs, stock] = await Promise.all([
    tx.query<ItemRow>(ITEMS, of),
    offers ? tx.query<OfferRow>(OFFERS, of) : [],
    tx.query<TabRow>(TABS, of),
    tx.query<StockRow>(STOCK, of),
  ])
  const items = new Map(rows.map((row) => [row.id, row]))
  const parts = new Set(rows.flatMap(({ kit }) => (kit ?? []).map(({ itemId }) => itemId)))
  const missing = [...parts].filter((id) => !items.has(id))
  const [components, more] =
    missing.length === 0
      ? [[], []]
      : await Promise.all([
          tx.query<ItemRow>(ITEMS, [merchant, missing]),
          tx.query<StockRow>(STOCK, [merchant, missing]),
        ])
  for (const row of components) items.set(row.id, row)
  return {
    items,
    offers: groupBy(offerRows, (row) => row.itemId),
    tabs: groupBy(tabs, (row) => row.itemId),
    stock: new Map([...stock, ...more].map((row) => [row.itemId, row])),
  }
}

/** An item with its own lead time. */
export type ItemRow = Item & { readonly leadTimeMinutes: number | null }
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
/** What lies of an item in all centers, as one text; `restockOn`: the earliest day on which more comes. */
export type StockRow = { readonly itemId: ItemId; readonly shelf: string; readonly restockOn: string | null }
const ITEMS = `
select item_id as id, description, price, grams, tracks_stock as "tracksStock", kit, lead_time_minutes as "leadTimeMinutes"
from millrace.items where merchant_id = $1 and item_id = any($2::text[])`

const OFFERS = `
select item_id as "itemId", marketplace_id as "marketplaceId", currency, price, min_price as min, max_price as max, sale_price as "salePrice",
  to_char(sale_from, 'YYYY-MM-DD') as "saleFrom", to_char(sale_to, 'YYYY-MM-DD') as "saleTo", business_price as "businessPrice", business_tiers as tiers
from millrace.item_offers where merchant_id = $1 and item_id = any($2::text[])`

const TABS = `
select item_id as "itemId", product_type as "productType"
from millrace.amazon_tabs where merchant_id = $1 and item_id = any($2::text[]) order by item_id, marketplace_id`

/** One row an item, its centers in one text: a row for each center would cost most of a look. */
const STOCK = `
select item_id as "itemId", string_agg(E'\\x1e' || center_code || E'\\x1f' || on_hand || E'\\x1f' || allocated, '') as shelf,
  to_char(min(restock_on), 'YYYY-MM-DD') as "restockOn"
from millrace.stock where merchant_id = $1 and item_id = any($2::text[]) group by item_id`

/** The level of an item in a center, read out of its row; null where the center does not handle it. */
export function levelIn({ shelf }: StockRow, center: CenterCode): StockLevel | null {
  const named = `\x1e${center}\x1f`
  const at = shelf.indexOf(named)
  if (at < 0) return null
  const from = at + named.length
  const middle = shelf.indexOf('\x1f', from)
  const end = shelf.indexOf('\x1e', middle)
  return {
    onHand: Number(shelf.slice(from, middle)),
    allocated: Number(shelf.slice(middle + 1, end < 0 ? undefined : end)),
  }
}

type Where = { readonly places: readonly SellingPlace[]; readonly currency: string }

/** What the item is offered for in each marketplace: its own offer there, else the general one where the currency is the merchant's. */
export function termsOf(
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

/** Rows by a key, in their order. */
export function groupBy<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
