import type { ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { MerchantDetails } from '#core/settings/configuration.ts'
import type { Tx } from './db.ts'

/** What a merchant may change of itself, and its owner, who is the operator's to change (M1, X4). */
export async function merchantDetails(
  tx: Tx,
  merchant: MerchantId,
): Promise<{ details: MerchantDetails; owner: string }> {
  const [row] = await tx.query<MerchantDetails & { owner: string }>(
    `select name, owner, time_zone as "timeZone", currency, weight_unit as "weightUnit", ship_from as "shipFrom"
     from deployment.merchants where merchant_id = $1`,
    [merchant],
  )
  if (!row) throw new Error(`The merchant ${merchant} does not exist.`)
  const { owner, ...details } = row
  return { details, owner }
}

/** Writes what a merchant may change of itself; its currency never changes (X4). */
export const writeMerchantDetails = (tx: Tx, merchant: MerchantId, details: MerchantDetails) =>
  tx.query(
    `update deployment.merchants set name = $2, time_zone = $3, weight_unit = $4, ship_from = $5 where merchant_id = $1`,
    [merchant, details.name, details.timeZone, details.weightUnit, JSON.stringify(details.shipFrom)],
  )

/** Which of these items have stock or are reserved by orders: those cannot be removed. */
export async function findStockedItems(tx: Tx, merchant: MerchantId, ids: readonly ItemId[]): Promise<ItemId[]> {
  const rows = await tx.query<{ item_id: ItemId }>(
    `select item_id from millrace.items i where merchant_id = $1 and item_id = any($2::text[]) and (
       exists (select from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and (s.on_hand <> 0 or s.allocated <> 0))
       or exists (select from millrace.allocations a where a.merchant_id = $1 and a.item_id = i.item_id))
     order by item_id`,
    [merchant, ids],
  )
  return rows.map((row) => row.item_id)
}

/** The mappings that point to these items, by their SKUs (O11). */
export async function findMappingsTo(
  tx: Tx,
  merchant: MerchantId,
  ids: readonly ItemId[],
): Promise<{ sellerSku: SellerSku; itemId: ItemId }[]> {
  return tx.query(
    `select seller_sku as "sellerSku", item_id as "itemId" from millrace.sku_mappings
     where merchant_id = $1 and item_id = any($2::text[]) order by seller_sku`,
    [merchant, ids],
  )
}

/** Removes items with their empty stock rows. */
export const deleteItems = (tx: Tx, merchant: MerchantId, ids: readonly ItemId[]) =>
  tx.query('delete from millrace.items where merchant_id = $1 and item_id = any($2::text[])', [merchant, ids])

/** Removes the mappings of these seller SKUs (O11). */
export const deleteMappings = (tx: Tx, merchant: MerchantId, skus: readonly SellerSku[]) =>
  tx.query('delete from millrace.sku_mappings where merchant_id = $1 and seller_sku = any($2::text[])', [
    merchant,
    skus,
  ])
