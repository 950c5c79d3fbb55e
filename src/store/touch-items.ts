import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'
import { wake } from './due.ts'

/** Items whose stock, price or options changed, and whether orders or shipments caused it (I11, I12). */
export type Touch = { readonly items: readonly string[]; readonly byOrders: boolean; readonly at: number }

/** A change waits so long for others of the same SKU (I11). */
const COALESCE_MS = 5000

const TOUCH = `
insert into millrace.touched_items as t (merchant_id, item_id, by_orders)
select $1, i.item_id, $3 from millrace.items i where i.merchant_id = $1 and i.item_id = any($2::text[])
  and exists (select from millrace.connections where merchant_id = $1 and (sending_stock or sending_price))
order by i.item_id
on conflict (merchant_id, item_id) do update set seq = t.seq + 1, by_orders = t.by_orders and excluded.by_orders
returning item_id`

/** Notes that items changed, where a connection sends stock or price, and wakes the look at them (I11). */
export async function touchItems(tx: Tx, merchant: MerchantId, { items, byOrders, at }: Touch): Promise<void> {
  if (items.length === 0) return
  const touched = await tx.query(TOUCH, [merchant, [...new Set(items)], byOrders])
  if (touched.length > 0) await wake(tx, { merchant, kind: 'touched-items', subject: '' }, at + COALESCE_MS)
}
