import type { CenterCode, ItemId, MerchantId } from '#core/ids.ts'
import type { NamedCenter, RestockDay, StockInCenter } from '#core/inventory/stock-entry.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'

/** The merchant's distribution centers in the merchant's order (O20). */
export async function listCenters(tx: Tx, merchant: MerchantId): Promise<NamedCenter[]> {
  const rows = await tx.query<NamedCenter & { readonly shipFrom: NamedCenter['shipFrom'] | null }>(
    `select center_code as code, name, is_default as "isDefault", inventory_buffer as "inventoryBuffer", ship_from as "shipFrom" from millrace.distribution_centers
     where merchant_id = $1 order by position, center_code`,
    [merchant],
  )
  return rows.map(({ shipFrom, ...center }) => (shipFrom ? { ...center, shipFrom: inOrder(shipFrom) } : center))
}

/** The database keeps the fields of an address in an order of its own; two equal ones must read the same. */
const inOrder = ({ name, line1, city, state, postalCode, country }: NonNullable<NamedCenter['shipFrom']>) => ({
  name,
  line1,
  city,
  state,
  postalCode,
  country,
})

/** Which of the centers outside `kept` still hold stock or are reserved from; those may not be removed. */
export async function findBusyCenters(
  tx: Tx,
  merchant: MerchantId,
  kept: readonly CenterCode[],
): Promise<CenterCode[]> {
  const rows = await tx.query<{ center_code: CenterCode }>(
    `select center_code from millrace.distribution_centers c
     where merchant_id = $1 and center_code <> all($2::text[]) and (
       exists (select from millrace.stock s where s.merchant_id = $1 and s.center_code = c.center_code
               and (s.on_hand <> 0 or s.allocated <> 0))
       or exists (select from millrace.allocations a where a.merchant_id = $1 and a.center_code = c.center_code))
     order by center_code`,
    [merchant, kept],
  )
  return rows.map((row) => row.center_code)
}

/** Makes this the list of the merchant's centers, in this order; centers left out go with their empty stock rows. */
export async function replaceCenters(tx: Tx, merchant: MerchantId, centers: readonly NamedCenter[]): Promise<void> {
  const kept = centers.map((center) => center.code)
  await tx.query('delete from millrace.stock where merchant_id = $1 and center_code <> all($2::text[])', [
    merchant,
    kept,
  ])
  await tx.query(
    'delete from millrace.distribution_centers where merchant_id = $1 and center_code <> all($2::text[])',
    [merchant, kept],
  )
  // One default at a time is a unique index: the old default steps back before the new one is set.
  await tx.query('update millrace.distribution_centers set is_default = false where merchant_id = $1 and is_default', [
    merchant,
  ])
  await tx.query(
    `insert into millrace.distribution_centers (merchant_id, center_code, name, position, is_default, inventory_buffer, ship_from)
     select $1, code, name, position, "isDefault", "inventoryBuffer", "shipFrom"
     from jsonb_to_recordset($2::jsonb) as c(code text, name text, position integer, "isDefault" boolean, "inventoryBuffer" integer, "shipFrom" jsonb)
     on conflict (merchant_id, center_code) do update
       set name = excluded.name, position = excluded.position, is_default = excluded.is_default,
         inventory_buffer = excluded.inventory_buffer, ship_from = excluded.ship_from`,
    [merchant, JSON.stringify(centers.map((center, position) => ({ ...center, position })))],
  )
}

/** A page of stock, by item and center; with an item id only that item's. */
export async function listStock(
  tx: Tx,
  merchant: MerchantId,
  { after, limit, itemId = null }: PageOf<readonly [ItemId, CenterCode]> & { readonly itemId?: ItemId | null },
): Promise<StockInCenter[]> {
  return tx.query(
    `select item_id as "itemId", center_code as center, on_hand as "onHand", allocated, to_char(restock_on, 'YYYY-MM-DD') as "restockOn" from millrace.stock
     where merchant_id = $1 and ($2::text is null or (item_id, center_code) > ($2, $3)) and ($4::text is null or item_id = $4)
     order by item_id, center_code limit $5`,
    [merchant, after?.[0] ?? null, after?.[1] ?? null, itemId, limit],
  )
}

/** What lies where of these items (O20). */
export const stockOfItems = (tx: Tx, merchant: MerchantId, items: readonly ItemId[]): Promise<StockInCenter[]> =>
  tx.query<StockInCenter>(
    `select item_id as "itemId", center_code as center, on_hand as "onHand", allocated, to_char(restock_on, 'YYYY-MM-DD') as "restockOn"
     from millrace.stock where merchant_id = $1 and item_id = any($2::text[])`,
    [merchant, items],
  )

/** Says on which day more of an item comes to a center, or with null that none is known any more (I5). */
export const writeRestockDays = (tx: Tx, merchant: MerchantId, days: readonly RestockDay[]) =>
  tx.query(
    `update millrace.stock s set restock_on = d."on" from jsonb_to_recordset($2::jsonb) as d ("itemId" text, center text, "on" date)
     where s.merchant_id = $1 and s.item_id = d."itemId" and s.center_code = d.center`,
    [merchant, JSON.stringify(days)],
  )
