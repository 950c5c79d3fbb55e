import type { ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** What of a line lies in a package; the instant in epoch ms. */
export type PackedItem = {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly number: number
  readonly line: string
  readonly sellerSku: SellerSku
  readonly itemId: ItemId | null
  readonly quantity: number
  readonly carrier: string
  readonly service: string | null
  readonly tracking: string | null
  readonly shippedAt: number
  readonly reference: string | null
}

/** Which rows are wanted: those after this order, package and line, the newest order first. */
export type PackedWish = {
  readonly after: readonly [orderId: number, number: number, line: string] | null
  readonly limit: number
}

/** What lies in the merchant's packages, line by line, those of the newest order first (S2). */
export const listPackedItems = (tx: Tx, merchant: MerchantId, { after, limit }: PackedWish): Promise<PackedItem[]> =>
  tx.query<PackedItem>(
    `select i.order_id as "orderId", r.amazon_order_id as "amazonOrderId", i.package_number as number, i.line_id as line,
       l.seller_sku as "sellerSku", l.item_id as "itemId", i.quantity, p.carrier, p.service, p.tracking, p.shipped_at as "shippedAt", p.reference
     from millrace.package_items i
       join millrace.packages p on p.merchant_id = $1 and p.order_id = i.order_id and p.package_number = i.package_number
       join millrace.orders r on r.merchant_id = $1 and r.order_id = i.order_id
       join millrace.order_lines l on l.merchant_id = $1 and l.order_id = i.order_id and l.line_id = i.line_id
     where i.merchant_id = $1 and ($2::bigint is null or (i.order_id, i.package_number, i.line_id) < ($2, $3::bigint, $4::text))
     order by i.order_id desc, i.package_number desc, i.line_id desc limit $5`,
    [merchant, after?.[0] ?? null, after?.[1] ?? null, after?.[2] ?? null, limit],
  )
