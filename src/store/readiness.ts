import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** How much of a catalog there is. */
export type CatalogSize = { readonly items: number; readonly mappings: number }

/** How many items and SKU mappings the merchant has (C9). */
export async function countCatalog(tx: Tx, merchant: MerchantId): Promise<CatalogSize> {
  const [row] = await tx.query<CatalogSize>(
    `select (select count(*) from millrace.items where merchant_id = $1) as items,
       (select count(*) from millrace.sku_mappings where merchant_id = $1) as mappings`,
    [merchant],
  )
  return row ?? { items: 0, mappings: 0 }
}
