import type { CatalogItem } from '#core/catalog/item.ts'
import type { ItemId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** Which part of a list is wanted: the rows after this key, at most so many. */
export type PageOf<Key> = { readonly after: Key | null; readonly limit: number }

type ItemRow = {
  item_id: ItemId
  description: string
  price: number | null
  grams: number
  tracks_stock: boolean
  kit: CatalogItem['kit']
  lead_time_minutes: number | null
  barcode: string | null
}

const COLUMNS = 'item_id, description, price, grams, tracks_stock, kit, lead_time_minutes, barcode'

const toItem = (row: ItemRow): CatalogItem => ({
  id: row.item_id,
  description: row.description,
  price: row.price,
  grams: row.grams,
  tracksStock: row.tracks_stock,
  kit: row.kit,
  leadTimeMinutes: row.lead_time_minutes,
  barcode: row.barcode,
})

/** A page of the merchant's items in the order of their ids. */
export async function listItems(tx: Tx, merchant: MerchantId, page: PageOf<ItemId>): Promise<CatalogItem[]> {
  const rows = await tx.query<ItemRow>(
    `select ${COLUMNS} from millrace.items
     where merchant_id = $1 and ($2::text is null or item_id > $2) order by item_id limit $3`,
    [merchant, page.after, page.limit],
  )
  return rows.map(toItem)
}

/** The items with these ids, as many as there are. */
export async function findItems(tx: Tx, merchant: MerchantId, ids: readonly ItemId[]): Promise<CatalogItem[]> {
  const rows = await tx.query<ItemRow>(
    `select ${COLUMNS} from millrace.items where merchant_id = $1 and item_id = any($2::text[])`,
    [merchant, ids],
  )
  return rows.map(toItem)
}

/** Which kits of the merchant have these items as components. */
export async function findKitsWith(
  tx: Tx,
  merchant: MerchantId,
  components: readonly ItemId[],
): Promise<{ component: ItemId; kit: ItemId }[]> {
  return tx.query(
    `select c."itemId" as component, i.item_id as kit
     from millrace.items i, jsonb_to_recordset(i.kit) as c("itemId" text)
     where i.merchant_id = $1 and i.kit is not null and c."itemId" = any($2::text[])`,
    [merchant, components],
  )
}

/** Creates items, and replaces those whose id is there already. */
export async function upsertItems(tx: Tx, merchant: MerchantId, items: readonly CatalogItem[]): Promise<void> {
  await tx.query(
    `insert into millrace.items (merchant_id, ${COLUMNS})
     select $1, id, description, price, grams, "tracksStock", nullif(kit, 'null'::jsonb), "leadTimeMinutes", barcode
     from jsonb_to_recordset($2::jsonb) as i(id text, description text, price bigint, grams integer, "tracksStock" boolean, kit jsonb,
       "leadTimeMinutes" integer, barcode text)
     order by id
     on conflict (merchant_id, item_id) do update set description = excluded.description, price = excluded.price,
       grams = excluded.grams, tracks_stock = excluded.tracks_stock, kit = excluded.kit, lead_time_minutes = excluded.lead_time_minutes, barcode = excluded.barcode`,
    [merchant, JSON.stringify(items)],
  )
}
