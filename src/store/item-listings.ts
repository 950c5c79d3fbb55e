import type { ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { FieldState } from '#core/inventory/next-sending.ts'
import type { ListingIssue } from '#core/inventory/read-listing.ts'
import type { BufferedCenter, CountedStock } from '#core/inventory/reported-quantity.ts'
import type { SkuField } from '#core/inventory/sku-field.ts'
import type { Tx } from './db.ts'
import { levelIn, loadItems } from './stored-items.ts'

/** A listing of an item of ours, with the states of what was sent of it; instants in epoch ms. */
export type ItemListing = {
  readonly itemId: ItemId
  readonly connectionId: ConnectionId
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly linked: boolean
  readonly hasTab: boolean
  readonly asin: string | null
  readonly title: string
  readonly channel: string | null
  readonly active: boolean
  readonly quantity: number | null
  readonly price: number | null
  readonly currency: string | null
  readonly readAt: number | null
  readonly issues: readonly ListingIssue[]
  readonly states: readonly FieldState[]
}

/** The live listings of some items (O11, T4): of SKUs mapped to them, of the SKU that is their id, and of those linked to them. */
export const listingsOfItems = (
  tx: Tx,
  merchant: MerchantId,
  { ids, limit }: { readonly ids: readonly ItemId[]; readonly limit: number },
): Promise<ItemListing[]> =>
  tx.query<ItemListing>(
    `with named as (
       select m.item_id, m.seller_sku from millrace.sku_mappings m where m.merchant_id = $1 and m.item_id = any($2::text[])
       union select id, id from unnest($2::text[]) as id where not exists (select from millrace.sku_mappings m where m.merchant_id = $1 and m.seller_sku = id)
       union select l.item_id, l.seller_sku from millrace.listings l where l.merchant_id = $1 and l.item_id = any($2::text[]) and l.gone_at is null
         and not exists (select from millrace.sku_mappings m where m.merchant_id = $1 and m.seller_sku = l.seller_sku)
         and not exists (select from millrace.items o where o.merchant_id = $1 and o.item_id = l.seller_sku))
     select n.item_id as "itemId", l.connection_id as "connectionId", l.seller_sku as "sellerSku", l.marketplace_id as "marketplaceId",
       l.item_id is not distinct from n.item_id as linked,
       exists (select from millrace.amazon_tabs t where t.merchant_id = $1 and t.item_id = n.item_id) as "hasTab",
       l.asin, l.title, l.channel, l.active, l.quantity, l.price, l.currency, l.read_at as "readAt", l.issues,
       array(select f.state from millrace.sku_fields f where f.merchant_id = $1 and f.connection_id = l.connection_id and f.seller_sku = l.seller_sku
         and f.marketplace_id in ('', l.marketplace_id)) as states
     from named n join millrace.listings l on l.merchant_id = $1 and l.seller_sku collate "C" = n.seller_sku
     where l.gone_at is null order by n.item_id, l.seller_sku, l.marketplace_id limit $3`,
    [merchant, ids, limit],
  )

/** What was sent of some SKUs of a connection, and what became of it (I10). */
export const fieldsOfSkus = (
  tx: Tx,
  merchant: MerchantId,
  { connection, skus }: { readonly connection: ConnectionId; readonly skus: readonly SellerSku[] },
): Promise<SkuField[]> =>
  tx.query<SkuField>(
    `select seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, state, desired, sent, sent_at as "sentAt", confirmed,
       confirmed_at as "confirmedAt", previous, pinned, problem
     from millrace.sku_fields where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[]) order by seller_sku, field, marketplace_id`,
    [merchant, connection, skus],
  )

/** Items with what lies of them and of their components (I2). */
export type CountedItems = Omit<CountedStock, 'untracked'>

/** Loads some items with all that decides how many of them there are (I2). */
export async function countedItems(tx: Tx, merchant: MerchantId, ids: readonly ItemId[]): Promise<CountedItems> {
  const [stored, centers] = await Promise.all([
    loadItems(tx, merchant, { ids, offers: false }),
    tx.query<BufferedCenter>(
      'select center_code as code, inventory_buffer as buffer from millrace.distribution_centers where merchant_id = $1 order by position, center_code',
      [merchant],
    ),
  ])
  return {
    items: stored.items,
    centers,
    level: (itemId, center) => {
      const row = stored.stock.get(itemId)
      return row ? levelIn(row, center) : null
    },
  }
}

/** Fields of these SKUs that Amazon took are read back now and not in their turn (I10); gives how many. */
export async function readAgainNow(
  tx: Tx,
  merchant: MerchantId,
  wish: { readonly connection: ConnectionId; readonly skus: readonly SellerSku[]; readonly at: number },
): Promise<number> {
  const rows = await tx.query(
    `update millrace.sku_fields set read_again_at = to_timestamp($4::float8 / 1000)
     where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[]) and state = 'accepted' returning seller_sku`,
    [merchant, wish.connection, wish.skus, wish.at],
  )
  return rows.length
}
