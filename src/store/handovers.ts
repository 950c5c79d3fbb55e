import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/**
 * Notes that a vendor is given the address of an order; once more only moves the last time. The buyer's row is held until the end of the
 * transaction, so that a purge comes after it and finds the note; false: it is gone already. Only the vault's login may ask.
 */
export async function noteHandover(
  tx: Tx,
  merchant: MerchantId,
  { orderId, vendor, at }: { readonly orderId: number; readonly vendor: string; readonly at: number },
): Promise<boolean> {
  const noted = await tx.query(
    `insert into millrace.handovers as h (merchant_id, order_id, vendor_id, first_at, last_at)
     select $1, held.order_id, $3, to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000)
     from (select order_id from vault.buyers where merchant_id = $1 and order_id = $2 for key share) held
     on conflict (merchant_id, order_id, vendor_id) do update set last_at = excluded.last_at, purge_since = null, acknowledged_at = null
     returning 1`,
    [merchant, orderId, vendor, at],
  )
  return noted.length === 1
}

/** Our own copies of these orders' buyers are gone: from now on those of vendors must go too (U5). */
export const notePurged = (
  tx: Tx,
  merchant: MerchantId,
  { orders, at }: { readonly orders: readonly number[]; readonly at: number },
) =>
  tx.query(
    `update millrace.handovers set purge_since = to_timestamp($3::float8 / 1000)
     where merchant_id = $1 and order_id = any($2::bigint[]) and purge_since is null`,
    [merchant, [...orders], at],
  )

/** A vendor that must erase an address, and has not said that it did; epoch ms. */
export type VendorPurge = { readonly orderId: number; readonly amazonOrderId: string; readonly since: number }

/** What a vendor must erase and has not said that it did, by order numbers. */
export const vendorPurges = (
  tx: Tx,
  merchant: MerchantId,
  wish: { readonly vendor: string; readonly after: number; readonly limit: number },
): Promise<VendorPurge[]> =>
  tx.query<VendorPurge>(
    `select h.order_id as "orderId", o.amazon_order_id as "amazonOrderId", h.purge_since as since
     from millrace.handovers h join millrace.orders o on o.merchant_id = h.merchant_id and o.order_id = h.order_id
     where h.merchant_id = $1 and h.vendor_id = $2 and h.purge_since is not null and h.acknowledged_at is null and h.order_id > $3
     order by h.order_id limit $4`,
    [merchant, wish.vendor, wish.after, wish.limit],
  )

/** A vendor says that it erased the address of an order; false where it was not asked to. Said twice it is said once. */
export async function acknowledgePurge(
  tx: Tx,
  merchant: MerchantId,
  { vendor, orderId, at }: { readonly vendor: string; readonly orderId: number; readonly at: number },
): Promise<boolean> {
  const rows = await tx.query(
    `update millrace.handovers set acknowledged_at = coalesce(acknowledged_at, to_timestamp($4::float8 / 1000))
     where merchant_id = $1 and vendor_id = $2 and order_id = $3 and purge_since is not null returning 1`,
    [merchant, vendor, orderId, at],
  )
  return rows.length === 1
}

/** Vendors that have not said for a while that they erased what they must, with how much of it. */
export const overdueVendors = (
  tx: Tx,
  merchant: MerchantId,
  before: number,
): Promise<{ readonly vendor: string; readonly orders: number }[]> =>
  tx.query(
    `select vendor_id as vendor, count(*)::int as orders from millrace.handovers
     where merchant_id = $1 and acknowledged_at is null and purge_since <= to_timestamp($2::float8 / 1000) group by vendor_id order by vendor_id`,
    [merchant, before],
  )

/** Vendors that hold addresses of ours. */
export async function holdingVendors(tx: Tx, merchant: MerchantId): Promise<string[]> {
  const rows = await tx.query<{ vendor: string }>(
    'select distinct vendor_id as vendor from millrace.handovers where merchant_id = $1 and acknowledged_at is null order by 1',
    [merchant],
  )
  return rows.map(({ vendor }) => vendor)
}
