import type { CenterCode, MerchantId } from '#core/ids.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import type { Tx } from './db.ts'

/** The merchant's vendors, by their ids (U5). */
export const listVendors = (tx: Tx, merchant: MerchantId): Promise<Vendor[]> =>
  tx.query<Vendor>(
    `select v.vendor_id as id, v.company, v.purpose, v.mode,
       coalesce((select array_agg(c.center_code order by c.center_code) from millrace.vendor_centers c where c.merchant_id = $1 and c.vendor_id = v.vendor_id), '{}') as centers,
       to_char(v.approved_on, 'YYYY-MM-DD') as "approvedOn", to_char(v.contract_on, 'YYYY-MM-DD') as "contractOn", to_char(v.checked_on, 'YYYY-MM-DD') as "checkedOn",
       v.security_contact as "securityContact", v.retention_days as "retentionDays",
       case when v.consent_by is not null then jsonb_build_object('by', v.consent_by, 'on', to_char(v.consent_on, 'YYYY-MM-DD')) end as consent
     from millrace.vendors v where v.merchant_id = $1 order by v.vendor_id`,
    [merchant],
  )

/** Makes this the list of vendors. One that was handed an address meanwhile is not forgotten with it: then this fails, and nothing is saved. */
export async function replaceVendors(tx: Tx, merchant: MerchantId, vendors: readonly Vendor[]): Promise<void> {
  const rows = vendors.map(({ consent, ...vendor }) => ({
    ...vendor,
    consentBy: consent?.by ?? null,
    consentOn: consent?.on ?? null,
  }))
  const ids = vendors.map(({ id }) => id)
  await tx.query('delete from millrace.vendor_centers where merchant_id = $1', [merchant])
  // What was given and is erased stands in the audit.
  await tx.query(
    'delete from millrace.handovers where merchant_id = $1 and not vendor_id = any($2) and acknowledged_at is not null',
    [merchant, ids],
  )
  await tx.query('delete from millrace.vendors where merchant_id = $1 and not vendor_id = any($2)', [merchant, ids])
  await tx.query(
    `insert into millrace.vendors (merchant_id, vendor_id, company, purpose, mode, approved_on, contract_on, checked_on, security_contact, retention_days, consent_by, consent_on)
     select $1, v.id, v.company, v.purpose, v.mode, v."approvedOn", v."contractOn", v."checkedOn", v."securityContact", v."retentionDays", v."consentBy", v."consentOn"
     from jsonb_to_recordset($2::jsonb) as v (id text, company text, purpose text, mode text, "approvedOn" date, "contractOn" date, "checkedOn" date,
       "securityContact" text, "retentionDays" integer, "consentBy" text, "consentOn" date)
     on conflict (merchant_id, vendor_id) do update set company = excluded.company, purpose = excluded.purpose, mode = excluded.mode, approved_on = excluded.approved_on,
       contract_on = excluded.contract_on, checked_on = excluded.checked_on, security_contact = excluded.security_contact,
       retention_days = excluded.retention_days, consent_by = excluded.consent_by, consent_on = excluded.consent_on`,
    [merchant, JSON.stringify(rows)],
  )
  await tx.query(
    `insert into millrace.vendor_centers (merchant_id, center_code, vendor_id)
     select $1, c.center, v.id from jsonb_to_recordset($2::jsonb) as v (id text, centers jsonb), jsonb_array_elements_text(v.centers) as c (center)`,
    [merchant, JSON.stringify(vendors.map(({ id, centers }) => ({ id, centers })))],
  )
}

/** How many orders of each center wait to be shipped. */
export async function openOrdersByCenter(tx: Tx, merchant: MerchantId): Promise<ReadonlyMap<CenterCode, number>> {
  const rows = await tx.query<{ center: CenterCode; n: number }>(
    `select center_code as center, count(*)::int as n from millrace.orders
     where merchant_id = $1 and stage = 'Shipping Department' and center_code is not null group by center_code`,
    [merchant],
  )
  return new Map(rows.map(({ center, n }) => [center, n]))
}

/** An order as a vendor may know it: what to pack, and nothing of the buyer. */
export type VendorOrder = {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly center: CenterCode
  readonly shipBy: number | null
  readonly methodId: string | null
  readonly lines: readonly {
    readonly itemId: string | null
    readonly sellerSku: string
    readonly title: string
    readonly quantity: number
  }[]
}

/** Orders of some centers that wait to be shipped, the oldest first; with a number only that one. */
export const ordersOfCenters = (
  tx: Tx,
  merchant: MerchantId,
  wish: {
    readonly centers: readonly CenterCode[]
    readonly after: number
    readonly limit: number
    readonly order?: number
  },
): Promise<VendorOrder[]> =>
  tx.query<VendorOrder>(
    `select o.order_id as "orderId", o.amazon_order_id as "amazonOrderId", o.center_code as center, o.ship_by as "shipBy", o.method_id as "methodId",
       (select jsonb_agg(jsonb_build_object('itemId', l.item_id, 'sellerSku', l.seller_sku, 'title', l.title, 'quantity', l.quantity) order by l.position)
        from millrace.order_lines l where l.merchant_id = $1 and l.order_id = o.order_id) as lines
     from millrace.orders o
     where o.merchant_id = $1 and o.stage = 'Shipping Department' and not o.fulfilled_by_amazon and o.center_code = any($2) and o.order_id > $3
       and ($5::bigint is null or o.order_id = $5)
     order by o.order_id limit $4`,
    [merchant, [...wish.centers], wish.after, wish.limit, wish.order ?? null],
  )

/** The vendor to whom a key belongs, or null. */
export async function vendorOfKey(tx: Tx, merchant: MerchantId, keyId: string): Promise<string | null> {
  const [row] = await tx.query<{ vendor_id: string | null }>(
    'select vendor_id from deployment.api_keys where merchant_id = $1 and key_id = $2',
    [merchant, keyId],
  )
  return row?.vendor_id ?? null
}

/** Gives a key to a vendor, for good. */
export const giveKeyToVendor = (
  tx: Tx,
  merchant: MerchantId,
  { keyId, vendor }: { readonly keyId: string; readonly vendor: string },
) =>
  tx.query('update deployment.api_keys set vendor_id = $3 where merchant_id = $1 and key_id = $2', [
    merchant,
    keyId,
    vendor,
  ])
