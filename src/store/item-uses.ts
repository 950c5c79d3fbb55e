import type { ItemId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** By what an item is used, so that it cannot go. */
export type ItemUse = { readonly itemId: ItemId; readonly by: string }

/** Which of these items are used, kits apart: by orders, stock, mappings, Amazon tabs or linked listings. */
export const usesOfItems = (tx: Tx, merchant: MerchantId, ids: readonly ItemId[]): Promise<ItemUse[]> =>
  tx.query<ItemUse>(
    `select item_id as "itemId", by from (select i.item_id, case
         when exists (select from millrace.order_lines l where l.merchant_id = $1 and l.item_id = i.item_id) then 'an order'
         when exists (select from millrace.allocations a where a.merchant_id = $1 and a.item_id = i.item_id) then 'an order'
         when exists (select from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and (s.on_hand <> 0 or s.allocated <> 0)) then 'stock'
         when exists (select from millrace.stock_moves m where m.merchant_id = $1 and m.item_id = i.item_id) then 'the history of stock'
         when exists (select from millrace.sku_mappings m where m.merchant_id = $1 and m.item_id = i.item_id) then 'a SKU mapping'
         when exists (select from millrace.amazon_tabs t where t.merchant_id = $1 and t.item_id = i.item_id) then 'its Amazon tab'
         when exists (select from millrace.listings l where l.merchant_id = $1 and l.item_id = i.item_id) then 'a listing'
       end as by from millrace.items i where i.merchant_id = $1 and i.item_id = any($2::text[])) uses
     where by is not null`,
    [merchant, ids],
  )
