import type { ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** One thing that happened to an item: told to Amazon or by it, found to differ by an audit, or moved on a shelf. `at` in epoch ms. */
export type ItemEvent = {
  readonly at: number
  readonly source: 'amazon' | 'drift' | 'stock'
  readonly eventId: number
  /** Tells apart what one audit found. */
  readonly name: string
  readonly what: string
  readonly sellerSku: SellerSku | null
  readonly marketplaceId: string
  readonly field: string | null
  readonly before: string | null
  readonly after: string | null
  readonly who: string
  readonly center: string | null
  readonly change: number | null
  readonly onHand: number | null
  readonly reference: string
}

/** Whose history is wanted: all SKUs of an item with its stock, or one SKU alone. */
export type ItemHistoryWish = {
  readonly itemId: ItemId
  readonly skus: readonly { readonly connection: ConnectionId; readonly sku: SellerSku }[]
  readonly withStock: boolean
  readonly before: readonly [at: number, source: string, id: number, name: string] | null
  readonly limit: number
}

const BEFORE =
  '($4::float8 is null or (at, source, "eventId", name) < (to_timestamp($4::float8 / 1000), $5::text, $6::bigint, $9::text))'

/** The newest events of an item in one list: what was sent, answered and approved, what audits found, what moved (I12, O20). */
export async function itemHistory(tx: Tx, merchant: MerchantId, wish: ItemHistoryWish): Promise<ItemEvent[]> {
  const { itemId, skus, withStock, before, limit } = wish
  const until = '($4::float8 is null or h.at <= to_timestamp($4::float8 / 1000))'
  return tx.query<ItemEvent>(
    `with named as (select * from jsonb_to_recordset($2::jsonb) as n (connection text, sku text)),
     told as (
       select h.at, 'amazon' as source, h.event_id as "eventId", '' as name, h.what, h.seller_sku as "sellerSku", h.marketplace_id as "marketplaceId", h.field, h.before, h.after, h.who,
         null::text as center, null::bigint as change, null::bigint as "onHand", '' as reference
       from named n cross join lateral (select * from millrace.sku_history h where h.merchant_id = $1 and h.connection_id = n.connection and h.seller_sku = n.sku and ${until}
         order by h.event_id desc limit $7 + 20) h),
     differed as (
       select coalesce(a.ended_at, a.began_at) as at, 'drift' as source, a.audit_id as "eventId", d.seller_sku || ' ' || d.what, d.what, d.seller_sku, a.marketplace_id, case when d.what in ('price', 'quantity') then d.what end,
         d.ours::text, d.amazons::text, a.asked_by, null, null::bigint, null::bigint, ''
       from named n join millrace.drift d on d.merchant_id = $1 and d.seller_sku = n.sku
         join millrace.drift_audits a on a.merchant_id = $1 and a.audit_id = d.audit_id and a.connection_id = n.connection),
     moved as (
       select h.at, 'stock' as source, h.move_id as "eventId", '', h.kind as what, null::text, '' , null::text, null::text, h.reason, h.who, h.center_code, h.change, h.on_hand, h.reference
       from millrace.stock_moves h where $8 and h.merchant_id = $1 and h.item_id = $3 and ${until} order by h.move_id desc limit $7 + 20)
     select * from (select * from told union all select * from differed union all select * from moved) e
     where ${BEFORE} order by at desc, source desc, "eventId" desc, name desc limit $7`,
    [
      merchant,
      JSON.stringify(skus),
      itemId,
      before?.[0] ?? null,
      before?.[1] ?? null,
      before?.[2] ?? null,
      limit,
      withStock,
      before?.[3] ?? '',
    ],
  )
}
