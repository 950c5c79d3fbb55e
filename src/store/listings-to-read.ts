import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Tx } from './db.ts'
import { wake } from './due.ts'
import { IT_SELLS } from './due-fields.ts'

/** A SKU in a marketplace. */
export type SkuPlace = { readonly sellerSku: SellerSku; readonly marketplaceId: string }

type Reading = { readonly connection: ConnectionId; readonly places: readonly SkuPlace[]; readonly at: number }

/** Notes SKUs that are to be read at Amazon once, and wakes the reading: nothing that is ours is known of them yet (I4, T1). */
export async function readSoon(tx: Tx, merchant: MerchantId, { connection, places, at }: Reading): Promise<void> {
  if (places.length === 0) return
  await tx.query(
    `insert into millrace.listings_to_read as l (merchant_id, connection_id, seller_sku, marketplace_id, at)
     select $1, $2, p."sellerSku", p."marketplaceId", to_timestamp($4::float8 / 1000) from jsonb_to_recordset($3::jsonb) as p ("sellerSku" text, "marketplaceId" text)
     on conflict (merchant_id, connection_id, seller_sku, marketplace_id) do nothing`,
    [merchant, connection, JSON.stringify(places), at],
  )
  await wake(tx, { merchant, kind: 'listing-results', subject: connection }, at)
}

type Wanted = { readonly connection: ConnectionId; readonly at: number; readonly skus: number }

/** SKUs of one marketplace that are to be read now, the longest waiting first, and how often each was not found. */
export const listingsToRead = (
  tx: Tx,
  merchant: MerchantId,
  { connection, at, skus }: Wanted,
): Promise<(SkuPlace & { readonly tries: number })[]> =>
  tx.query(
    `with due as (select seller_sku, marketplace_id, at, tries from millrace.listings_to_read f
       where merchant_id = $1 and connection_id = $2 and at <= to_timestamp($3::float8 / 1000) and ${IT_SELLS} order by at, seller_sku limit 500)
     select seller_sku as "sellerSku", marketplace_id as "marketplaceId", tries from due
     where marketplace_id = (select marketplace_id from due order by at, seller_sku limit 1) order by at, seller_sku limit $4`,
    [merchant, connection, at, skus],
  )

/** When the next SKU is to be read, epoch ms, or null. */
export async function nextToRead(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(at) as at from millrace.listings_to_read f where merchant_id = $1 and connection_id = $2 and ${IT_SELLS}`,
    [merchant, connection],
  )
  return row?.at ?? null
}

/** Takes SKUs off the list: they were read, or it is given up until the nightly report. */
export const endReading = (tx: Tx, merchant: MerchantId, { connection, places }: Omit<Reading, 'at'>) =>
  tx.query(
    `delete from millrace.listings_to_read l using jsonb_to_recordset($3::jsonb) as p ("sellerSku" text, "marketplaceId" text)
     where l.merchant_id = $1 and l.connection_id = $2 and l.seller_sku = p."sellerSku" and l.marketplace_id = p."marketplaceId"`,
    [merchant, connection, JSON.stringify(places)],
  )

/** Puts off SKUs that Amazon does not show yet; each has been tried once more. */
export const putOffReading = (tx: Tx, merchant: MerchantId, { connection, places, at }: Reading) =>
  tx.query(
    `update millrace.listings_to_read l set at = to_timestamp($4::float8 / 1000), tries = tries + 1
     from jsonb_to_recordset($3::jsonb) as p ("sellerSku" text, "marketplaceId" text)
     where l.merchant_id = $1 and l.connection_id = $2 and l.seller_sku = p."sellerSku" and l.marketplace_id = p."marketplaceId"`,
    [merchant, connection, JSON.stringify(places), at],
  )

/** The items that these SKUs may be: mapped, linked, or of that name (O11, T4). */
export async function itemsOfSkus(
  tx: Tx,
  merchant: MerchantId,
  { connection, skus }: { readonly connection: ConnectionId; readonly skus: readonly SellerSku[] },
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select item_id as id from millrace.sku_mappings where merchant_id = $1 and seller_sku = any($3::text[])
     union select item_id from millrace.listings where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[]) and item_id is not null
     union select unnest($3::text[])`,
    [merchant, connection, skus],
  )
  return rows.map(({ id }) => id)
}
