import type { EnteredTab } from '#core/catalog/amazon-tab.ts'
import type { CatalogItem } from '#core/catalog/item.ts'
import type { ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { KnownLink, KnownMapping, TimedTab } from '#core/spreadsheet/known-catalog.ts'
import type { Tx } from './db.ts'
import { jsonPieces } from './json-pieces.ts'

/** What is there of some SKUs: the items that they may be, with their tabs in one marketplace (T3). */
export type SkuGround = {
  readonly items: readonly CatalogItem[]
  readonly mappings: readonly KnownMapping[]
  readonly tabs: readonly TimedTab[]
  readonly links: readonly KnownLink[]
  readonly titles: readonly { readonly sellerSku: SellerSku; readonly title: string }[]
}

/** Which SKUs and barcodes a page of rows names. */
export type GroundWish = {
  readonly skus: readonly string[]
  readonly barcodes: readonly string[]
  readonly marketplaceId: string
}

const ITEM = `i.item_id as id, i.description, i.price, i.grams, i.tracks_stock as "tracksStock", i.kit, i.lead_time_minutes as "leadTimeMinutes", i.barcode`
const MAPPING = `m.seller_sku as "sellerSku", m.item_id as "itemId", jsonb_build_object('amazon', m.ratio_amazon, 'ours', m.ratio_ours) as ratio, m.unit, m.note,
  m.stock_by_amazon as "stockByAmazon"`
const TAB = `t.item_id as "itemId", t.marketplace_id as "marketplaceId", t.product_type as "productType", t.requirements, t.attributes, t.updated_at as "updatedAt"`

/** Loads at once what a page of rows may mean: by mapping, by item id, by barcode. */
export async function groundOfSkus(tx: Tx, merchant: MerchantId, wish: GroundWish): Promise<SkuGround> {
  const { skus, barcodes, marketplaceId } = wish
  const named = [merchant, skus]
  const [mappings, links, titles] = await Promise.all([
    tx.query<KnownMapping>(
      `select ${MAPPING} from millrace.sku_mappings m where m.merchant_id = $1 and m.seller_sku = any($2::text[])`,
      named,
    ),
    tx.query<KnownLink>(
      `select distinct connection_id as connection, seller_sku as "sellerSku", item_id as "itemId" from millrace.listings
       where merchant_id = $1 and seller_sku collate "C" = any($2::text[]) and item_id is not null`,
      named,
    ),
    tx.query<{ sellerSku: SellerSku; title: string }>(
      `select seller_sku as "sellerSku", min(title) as title from millrace.listings
       where merchant_id = $1 and seller_sku collate "C" = any($2::text[]) and title <> '' group by seller_sku`,
      named,
    ),
  ])
  const ids = [...new Set([...skus, ...mappings.map(({ itemId }) => itemId)])]
  const items = await tx.query<CatalogItem>(
    `select ${ITEM} from millrace.items i where i.merchant_id = $1 and (i.item_id = any($2::text[]) or i.barcode = any($3::text[])) order by i.item_id`,
    [merchant, ids, barcodes],
  )
  const tabs = await tabsIn(tx, merchant, { items: items.map(({ id }) => id), marketplaceId })
  return { items, mappings, links, titles, tabs }
}

/** The tabs of some items in a marketplace. */
export const tabsIn = (
  tx: Tx,
  merchant: MerchantId,
  { items, marketplaceId }: { readonly items: readonly ItemId[]; readonly marketplaceId: string },
): Promise<TimedTab[]> =>
  tx.query<TimedTab>(
    `select ${TAB} from millrace.amazon_tabs t where t.merchant_id = $1 and t.item_id = any($2::text[]) and t.marketplace_id = $3`,
    [merchant, items, marketplaceId],
  )

/** Every mapping to these items, and those of these SKUs. */
export const mappingsAround = (
  tx: Tx,
  merchant: MerchantId,
  { items, skus }: { readonly items: readonly string[]; readonly skus: readonly string[] },
): Promise<KnownMapping[]> =>
  tx.query<KnownMapping>(
    `select ${MAPPING} from millrace.sku_mappings m where m.merchant_id = $1 and (m.item_id = any($2::text[]) or m.seller_sku = any($3::text[]))`,
    [merchant, items, skus],
  )

/** Creates or replaces mappings, and notes whether Amazon keeps the stock of their SKU: then no quantity of it is ever sent (T3, I9). */
export const saveKnownMappings = (tx: Tx, merchant: MerchantId, mappings: readonly KnownMapping[]) =>
  tx.query(
    `insert into millrace.sku_mappings (merchant_id, seller_sku, item_id, ratio_amazon, ratio_ours, unit, note, stock_by_amazon)
     select $1, "sellerSku", "itemId", (ratio ->> 'amazon')::int, (ratio ->> 'ours')::int, unit, note, "stockByAmazon"
     from json_to_recordset($2::json) as m ("sellerSku" text, "itemId" text, ratio json, unit text, note text, "stockByAmazon" boolean)
     order by "sellerSku"
     on conflict (merchant_id, seller_sku) do update set item_id = excluded.item_id, ratio_amazon = excluded.ratio_amazon,
       ratio_ours = excluded.ratio_ours, unit = excluded.unit, note = excluded.note, stock_by_amazon = excluded.stock_by_amazon`,
    [merchant, JSON.stringify(mappings)],
  )

/** Creates or replaces tabs that no check has seen yet; how they were handed to Amazon before stays (T1). */
export const saveTabs = (tx: Tx, merchant: MerchantId, tabs: readonly TimedTab[]) =>
  tx.query(
    `insert into millrace.amazon_tabs (merchant_id, item_id, marketplace_id, product_type, requirements, attributes, problems, checked_at, updated_at)
     select $1, item, marketplace, type, requirements, attributes::jsonb, '[]', null, to_timestamp(at / 1000)
     from rows from (json_to_recordset($2::json) as ("itemId" text, "marketplaceId" text, "productType" text, requirements text, "updatedAt" float8),
       string_to_table($3, E'\\x1e')) as t (item, marketplace, type, requirements, at, attributes)
     on conflict (merchant_id, item_id, marketplace_id) do update set product_type = excluded.product_type, requirements = excluded.requirements,
       attributes = excluded.attributes, problems = excluded.problems, checked_at = excluded.checked_at, updated_at = excluded.updated_at`,
    [
      merchant,
      JSON.stringify(tabs.map(({ attributes, ...tab }) => tab)),
      jsonPieces(tabs.map(({ attributes }) => attributes)),
    ],
  )

/** Takes tabs away. */
export const removeTabs = (
  tx: Tx,
  merchant: MerchantId,
  tabs: readonly Pick<EnteredTab, 'itemId' | 'marketplaceId'>[],
) =>
  tx.query(
    `delete from millrace.amazon_tabs t using unnest($2::text[], $3::text[]) as g (item, marketplace)
     where t.merchant_id = $1 and t.item_id = g.item and t.marketplace_id = g.marketplace`,
    [merchant, tabs.map(({ itemId }) => itemId), tabs.map(({ marketplaceId }) => marketplaceId)],
  )

/** By what each of these items is used, beside its mappings and its tabs; one that nothing uses is left out. */
export const otherUsesOfItems = (
  tx: Tx,
  merchant: MerchantId,
  ids: readonly ItemId[],
): Promise<{ itemId: ItemId; by: string }[]> =>
  tx.query(
    `select * from (select i.item_id as "itemId", case
        when exists (select from millrace.order_lines l where l.merchant_id = $1 and l.item_id = i.item_id) then 'orders'
        when exists (select from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and (s.on_hand <> 0 or s.allocated <> 0)) then 'stock'
        when exists (select from millrace.stock_moves s where s.merchant_id = $1 and s.item_id = i.item_id) then 'the history of its stock'
        when exists (select from millrace.item_offers o where o.merchant_id = $1 and o.item_id = i.item_id) then 'an offer'
        when exists (select from millrace.listings l where l.merchant_id = $1 and l.item_id = i.item_id) then 'a linked listing' end as by
      from millrace.items i where i.merchant_id = $1 and i.item_id = any($2::text[])) u where by is not null
     union all select c."itemId" as "itemId", 'a kit' from millrace.items k, jsonb_to_recordset(k.kit) as c("itemId" text)
       where k.merchant_id = $1 and k.kit is not null and c."itemId" = any($2::text[])`,
    [merchant, ids],
  )
