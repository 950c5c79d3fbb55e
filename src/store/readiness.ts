import type { MerchantId } from '#core/ids.ts'
import { MANY } from '#core/settings/checklist.ts'
import type { Tx } from './db.ts'

/** How much of a catalog there is. */
export type CatalogSize = { readonly items: number; readonly mappings: number }

/** How many items and SKU mappings the merchant has (C9); one more than `MANY` stands for all above. */
export async function countCatalog(tx: Tx, merchant: MerchantId): Promise<CatalogSize> {
  const [row] = await tx.query<CatalogSize>(
    `select (select count(*) from (select from millrace.items where merchant_id = $1 limit $2) i) as items,
       (select count(*) from (select from millrace.sku_mappings where merchant_id = $1 limit $2) m) as mappings`,
    [merchant, MANY + 1],
  )
  return row ?? { items: 0, mappings: 0 }
}
