import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { AuditedField, AuditedSku, DriftClass, Settling } from '#core/inventory/compare-drift.ts'
import type { Tx } from './db.ts'

/** Which marketplace of a connection; `at`: when the audit began, epoch ms. */
export type AuditPlace = { readonly connection: ConnectionId; readonly marketplaceId: string; readonly at: number }

/** The next SKUs that the report named, as it showed them. */
export const auditPage = (
  tx: Tx,
  merchant: MerchantId,
  page: AuditPlace & { readonly after: string | null; readonly limit: number },
): Promise<AuditedSku['listing'][]> =>
  tx.query<AuditedSku['listing']>(
    `select seller_sku as "sellerSku", marketplace_id as "marketplaceId", channel, active, quantity, price, currency,
       case when channel_changed_at >= to_timestamp($4::float8 / 1000) then channel_before end as "channelBefore"
     from millrace.listings where merchant_id = $1 and connection_id = $2 and marketplace_id = $3
       and listed_at = to_timestamp($4::float8 / 1000) and gone_at is null and ($5::text is null or seller_sku > $5) order by seller_sku limit $6`,
    [merchant, page.connection, page.marketplaceId, page.at, page.after, page.limit],
  )

/**
 * What was sent of these SKUs: their stock, and their price in this marketplace. `since`: what was sent once more by an audit since is
 * repeated; of stock the same value only, since Amazon gives back nothing of an order that is cancelled there.
 */
export const auditFields = (
  tx: Tx,
  merchant: MerchantId,
  asked: Omit<AuditPlace, 'at'> & { readonly skus: readonly SellerSku[]; readonly since: number },
): Promise<(AuditedField & { readonly sellerSku: SellerSku; readonly field: 'stock' | 'price' })[]> =>
  tx.query(
    `select f.seller_sku as "sellerSku", f.field, f.state, f.sent, f.sent_at as "sentAt", f.pinned,
       (f.sent_again and (f.state <> 'differs' or f.sent_at > to_timestamp($5::float8 / 1000))) or exists (select from millrace.sku_history h where h.merchant_id = $1 and h.connection_id = $2 and h.seller_sku = f.seller_sku
         and h.marketplace_id = f.marketplace_id and h.field = f.field and h.facts ? 'again' and (f.field = 'price' or h.before = f.sent)
         and h.at > to_timestamp($5::float8 / 1000)) as repeated
     from millrace.sku_fields f where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = any($4::text[])
       and f.marketplace_id = case f.field when 'stock' then '' else $3 end`,
    [merchant, asked.connection, asked.marketplaceId, asked.skus, asked.since],
  )

/** Units of open orders of these SKUs, each placed since an instant of its own (epoch ms). */
export async function openUnits(
  tx: Tx,
  merchant: MerchantId,
  asked: {
    readonly connection: ConnectionId
    readonly sent: readonly { readonly sku: SellerSku; readonly at: number }[]
  },
): Promise<ReadonlyMap<SellerSku, number>> {
  if (asked.sent.length === 0) return new Map()
  const rows = await tx.query<{ sku: SellerSku; units: number }>(
    `select s.sku, sum(l.quantity_amazon)::int as units
     from jsonb_to_recordset($3::jsonb) as s (sku text, at double precision)
       join millrace.orders o on o.merchant_id = $1 and o.connection_id = $2 and o.stage not in ('Completed Order', 'Rejected') and o.placed_at > to_timestamp(s.at / 1000)
       join millrace.order_lines l on l.merchant_id = $1 and l.order_id = o.order_id and l.seller_sku = s.sku
     group by s.sku`,
    [merchant, asked.connection, JSON.stringify(asked.sent)],
  )
  return new Map(rows.map(({ sku, units }) => [sku, units]))
}

/** One difference of an audit. */
export type DriftRow = {
  readonly sellerSku: SellerSku
  readonly what: DriftClass
  readonly ours: unknown
  readonly amazons: unknown
}

/** Keeps what differs; the same page twice is the same. */
export async function addDrift(
  tx: Tx,
  merchant: MerchantId,
  { auditId, rows }: { readonly auditId: number; readonly rows: readonly DriftRow[] },
): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `insert into millrace.drift (merchant_id, audit_id, seller_sku, what, ours, amazons)
     select $1, $2, r."sellerSku", r.what, nullif(r.ours, 'null'), nullif(r.amazons, 'null')
     from jsonb_to_recordset($3::jsonb) as r ("sellerSku" text, what text, ours jsonb, amazons jsonb)
     on conflict (merchant_id, audit_id, seller_sku, what) do update set ours = excluded.ours, amazons = excluded.amazons`,
    [merchant, auditId, JSON.stringify(rows)],
  )
}

/** What the report settles of a SKU's field, and what it shows instead; texts are canonical. */
export type SettledField = Settling & {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly sent: string
  readonly problem: unknown
}

/** Settles fields by the report; one that was sent anew meanwhile is left alone (I10). */
export async function settleFields(
  tx: Tx,
  merchant: MerchantId,
  {
    connection,
    fields,
    at,
  }: { readonly connection: ConnectionId; readonly fields: readonly SettledField[]; readonly at: number },
): Promise<void> {
  if (fields.length === 0) return
  await tx.query(SETTLE, [merchant, connection, JSON.stringify(fields), at])
}

const SETTLE = `
update millrace.sku_fields f set
  state = case r."end" when 'again' then 'due' else r."end" end,
  confirmed = case r."end" when 'confirmed' then f.sent else f.confirmed end,
  confirmed_at = case r."end" when 'confirmed' then to_timestamp($4::float8 / 1000) else f.confirmed_at end,
  sent_again = r."end" = 'again', sent_unsure = r."end" <> 'confirmed', problem = nullif(r.problem, 'null'), read_again_at = null,
  due_at = case r."end" when 'again' then to_timestamp($4::float8 / 1000) else f.due_at end
from jsonb_to_recordset($3::jsonb) as r ("sellerSku" text, "marketplaceId" text, field text, "end" text, sent text, problem jsonb)
where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = r."sellerSku" and f.marketplace_id = r."marketplaceId" and f.field = r.field
  and f.sent = r.sent and f.state not in ('due', 'held', 'flying')`

/** What differs in the history of each SKU (I12). */
export async function tellDrift(
  tx: Tx,
  merchant: MerchantId,
  told: {
    readonly connection: ConnectionId
    readonly rows: readonly {
      readonly sellerSku: SellerSku
      readonly marketplaceId: string
      readonly field: 'stock' | 'price'
      readonly ours: string
      readonly amazons: string
      /** It is sent once more. */
      readonly again: boolean
    }[]
    readonly at: number
  },
): Promise<void> {
  if (told.rows.length === 0) return
  await tx.query(
    `insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who, facts)
     select $1, $2, r."sellerSku", r."marketplaceId", r.field, to_timestamp($4::float8 / 1000), 'differs', r.ours, r.amazons, 'the drift audit',
       case when r.again then '{"again": true}' else '{}' end::jsonb
     from jsonb_to_recordset($3::jsonb) as r ("sellerSku" text, "marketplaceId" text, field text, ours text, amazons text, again boolean)`,
    [merchant, told.connection, JSON.stringify(told.rows), told.at],
  )
}

/** Notes the SKUs that are linked or configured here and that a whole report does not name; what was seen or sent lately is left out. */
export const addMissing = (
  tx: Tx,
  merchant: MerchantId,
  of: AuditPlace & { readonly auditId: number; readonly notSince: number },
) =>
  tx.query(
    `insert into millrace.drift (merchant_id, audit_id, seller_sku, what, ours)
     select $1, $2, wanted.sku, 'missing', jsonb_build_object('item', min(wanted.item_id)) from (
       select l.seller_sku as sku, l.item_id from millrace.listings l
         where l.merchant_id = $1 and l.connection_id = $3 and l.marketplace_id = $4 and l.item_id is not null
       union select coalesce(m.seller_sku, t.item_id), t.item_id from millrace.amazon_tabs t
         left join millrace.sku_mappings m on m.merchant_id = $1 and m.item_id = t.item_id
         where t.merchant_id = $1 and t.marketplace_id = $4 and t.updated_at < to_timestamp($6::float8 / 1000)) as wanted
     where not exists (select from millrace.listings l where l.merchant_id = $1 and l.connection_id = $3 and l.seller_sku = wanted.sku and l.marketplace_id = $4
         and (l.listed_at = to_timestamp($5::float8 / 1000) or l.read_at > to_timestamp($6::float8 / 1000)))
     group by wanted.sku
     on conflict do nothing`,
    [merchant, of.auditId, of.connection, of.marketplaceId, of.at, of.notSince],
  )

/** How many SKUs of an audit differ, by class. */
export async function countDrift(
  tx: Tx,
  merchant: MerchantId,
  auditId: number,
): Promise<Readonly<Partial<Record<DriftClass, number>>>> {
  const rows = await tx.query<{ what: DriftClass; count: number }>(
    'select what, count(*)::int as count from millrace.drift where merchant_id = $1 and audit_id = $2 group by what order by what',
    [merchant, auditId],
  )
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}

/** A page of what differs, by SKU. */
export const listDrift = (
  tx: Tx,
  merchant: MerchantId,
  page: {
    readonly auditId: number
    readonly what: DriftClass | null
    readonly after: readonly [string, string] | null
    readonly limit: number
  },
): Promise<DriftRow[]> =>
  tx.query<DriftRow>(
    `select seller_sku as "sellerSku", what, ours, amazons from millrace.drift where merchant_id = $1 and audit_id = $2 and ($3::text is null or what = $3)
       and ($4::text is null or (seller_sku, what) > ($4, $5)) order by seller_sku, what limit $6`,
    [merchant, page.auditId, page.what, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  )

/** Keeps the differences of the last audits of a marketplace only; the audits themselves stay, with their counts. */
export const forgetOldDrift = (
  tx: Tx,
  merchant: MerchantId,
  { connection, marketplaceId, keep }: Omit<AuditPlace, 'at'> & { readonly keep: number },
) =>
  tx.query(
    `delete from millrace.drift where merchant_id = $1 and audit_id in (
       select audit_id from millrace.drift_audits where merchant_id = $1 and connection_id = $2 and marketplace_id = $3 order by audit_id desc offset $4)`,
    [merchant, connection, marketplaceId, keep],
  )
