import type { SkuMapping } from '#core/catalog/item.ts'
import type { ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'

type MappingRow = {
  seller_sku: SellerSku
  item_id: ItemId
  ratio_amazon: number
  ratio_ours: number
  unit: string
  note: string
}

const COLUMNS = 'seller_sku, item_id, ratio_amazon, ratio_ours, unit, note'

const toMapping = (row: MappingRow): SkuMapping => ({
  sellerSku: row.seller_sku,
  itemId: row.item_id,
  ratio: { amazon: row.ratio_amazon, ours: row.ratio_ours },
  unit: row.unit,
  note: row.note,
})

/** A page of the merchant's SKU mappings in the order of their SKUs (O11). */
export async function listMappings(
  tx: Tx,
  merchant: MerchantId,
  page: PageOf<SellerSku> & { readonly itemId?: ItemId | undefined },
): Promise<SkuMapping[]> {
  const rows = await tx.query<MappingRow>(
    `select ${COLUMNS} from millrace.sku_mappings
     where merchant_id = $1 and ($2::text is null or seller_sku > $2) and ($4::text is null or item_id = $4)
     order by seller_sku limit $3`,
    [merchant, page.after, page.limit, page.itemId ?? null],
  )
  return rows.map(toMapping)
}

/** The mappings of these seller SKUs, as many as there are (O11). */
export async function findMappings(tx: Tx, merchant: MerchantId, skus: readonly SellerSku[]): Promise<SkuMapping[]> {
  const rows = await tx.query<MappingRow>(
    `select ${COLUMNS} from millrace.sku_mappings where merchant_id = $1 and seller_sku = any($2::text[])`,
    [merchant, skus],
  )
  return rows.map(toMapping)
}

/** Creates mappings, and replaces those whose seller SKU is mapped already (O11). */
export async function upsertMappings(tx: Tx, merchant: MerchantId, mappings: readonly SkuMapping[]): Promise<void> {
  const rows = mappings.map(({ ratio, ...mapping }) => ({ ...mapping, amazon: ratio.amazon, ours: ratio.ours }))
  await tx.query(
    `insert into millrace.sku_mappings (merchant_id, ${COLUMNS})
     select $1, "sellerSku", "itemId", amazon, ours, unit, note
     from jsonb_to_recordset($2::jsonb) as m("sellerSku" text, "itemId" text, amazon integer, ours integer, unit text, note text)
     order by "sellerSku"
     on conflict (merchant_id, seller_sku) do update set item_id = excluded.item_id, ratio_amazon = excluded.ratio_amazon,
       ratio_ours = excluded.ratio_ours, unit = excluded.unit, note = excluded.note`,
    [merchant, JSON.stringify(rows)],
  )
}

/** Removes the mapping of one seller SKU; false when there was none (O11). */
export async function deleteMapping(tx: Tx, merchant: MerchantId, sku: SellerSku): Promise<boolean> {
  const rows = await tx.query(
    'delete from millrace.sku_mappings where merchant_id = $1 and seller_sku = $2 returning seller_sku',
    [merchant, sku],
  )
  return rows.length > 0
}
