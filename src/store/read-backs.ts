import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { ReadBack } from '#core/inventory/read-back.ts'
import type { ReadListing } from '#core/inventory/read-listing.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'
import { WHERE_IT_SELLS } from './due-fields.ts'

/** A field that Amazon took and that must be read back; `marketplaceId` is where it can be seen. */
export type FieldToRead = {
  readonly sellerSku: SellerSku
  readonly marketplaceId: string
  readonly seenIn: string
  readonly field: 'stock' | 'price'
  readonly sent: string
  readonly version: number
  readonly sentAt: number
  readonly sentAgain: boolean
}

/** Fields whose time to be read back has come, those of one marketplace, the oldest first, of at most so many SKUs (I10). */
export async function fieldsToRead(
  tx: Tx,
  merchant: MerchantId,
  { connection, at, skus }: { readonly connection: ConnectionId; readonly at: number; readonly skus: number },
): Promise<FieldToRead[]> {
  const rows = await tx.query<FieldToRead>(
    `with waiting as (
       select f.seller_sku, f.marketplace_id, f.field, f.sent, f.sent_version, f.sent_at, f.sent_again, f.read_again_at,
         coalesce(nullif(f.marketplace_id, ''), (select l.marketplace_id from millrace.listings l
             left join millrace.marketplaces m on m.merchant_id = $1 and m.connection_id = $2 and m.marketplace_id = l.marketplace_id
           where l.merchant_id = $1 and l.connection_id = $2 and l.seller_sku = f.seller_sku
           order by l.gone_at is not null, m.participating is not true or m.refused_at is not null, l.marketplace_id limit 1)) as seen_in
       from millrace.sku_fields f where f.merchant_id = $1 and f.connection_id = $2 and f.state = 'accepted' and f.read_again_at <= to_timestamp($3::float8 / 1000) and ${WHERE_IT_SELLS}
       order by f.read_again_at limit 500),
     place as (select seen_in from waiting where seen_in is not null order by read_again_at limit 1),
     chosen as (select seller_sku from waiting w join place p on p.seen_in = w.seen_in group by seller_sku order by min(read_again_at), seller_sku limit $4)
     select w.seller_sku as "sellerSku", w.marketplace_id as "marketplaceId", w.seen_in as "seenIn", w.field, w.sent, w.sent_version as version, w.sent_at as "sentAt", w.sent_again as "sentAgain"
     from waiting w join place p on p.seen_in = w.seen_in join chosen c on c.seller_sku = w.seller_sku order by w.seller_sku, w.field`,
    [merchant, connection, at, skus],
  )
  return rows
}

/** When the next field of a connection is to be read back, epoch ms, or null. */
export async function nextReadBack(tx: Tx, merchant: MerchantId, connection: ConnectionId): Promise<number | null> {
  const [row] = await tx.query<{ at: number | null }>(
    `select min(read_again_at) as at from millrace.sku_fields f where merchant_id = $1 and connection_id = $2 and state = 'accepted' and ${WHERE_IT_SELLS}`,
    [merchant, connection],
  )
  return row?.at ?? null
}

/** How reading back a field ended, and what stands at Amazon instead. */
export type ReadField = {
  readonly field: FieldToRead
  readonly end: ReadBack['end']
  readonly problem: Problem | null
}

/** Records what was read back; a field that was sent anew meanwhile is left alone (I10). */
export async function recordReadBacks(
  tx: Tx,
  merchant: MerchantId,
  read: {
    readonly connection: ConnectionId
    readonly fields: readonly ReadField[]
    readonly at: number
    readonly readAgainAt: number
  },
): Promise<void> {
  const rows = read.fields.map(({ field, end, problem }) => ({
    sku: field.sellerSku,
    marketplace: field.marketplaceId,
    field: field.field,
    version: field.version,
    sent: field.sent,
    end,
    problem,
  }))
  await tx.query(SETTLE, [merchant, read.connection, JSON.stringify(rows), read.at, read.readAgainAt])
}

const SETTLE = `
with r as (select * from jsonb_to_recordset($3::jsonb) as r (sku text, marketplace text, field text, version bigint, sent text, "end" text, problem jsonb)),
told as (insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, after, who)
  select $1, $2, sku, marketplace, field, to_timestamp($4::float8 / 1000), case "end" when 'again' then 'not seen' else "end" end, sent, 'program' from r where "end" <> 'wait')
update millrace.sku_fields f set
  state = case r."end" when 'wait' then 'accepted' when 'again' then 'due' else r."end" end,
  confirmed = case r."end" when 'confirmed' then r.sent else f.confirmed end,
  confirmed_at = case r."end" when 'confirmed' then to_timestamp($4::float8 / 1000) else f.confirmed_at end,
  sent_unsure = r."end" in ('again', 'differs', 'refused'), due_at = to_timestamp(0),
  sent_again = r."end" = 'again' or (f.sent_again and r."end" = 'wait'), problem = nullif(r.problem, 'null'),
  read_again_at = case r."end" when 'wait' then to_timestamp($5::float8 / 1000) end
from r where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = r.sku and f.marketplace_id = r.marketplace and f.field = r.field
  and f.sent_version = r.version and f.state = 'accepted'`

/** Keeps listings as they were read: what is live, its channel and the remarks; links and kept offers stay (I9, I10). */
export async function saveListings(
  tx: Tx,
  merchant: MerchantId,
  {
    connection,
    listings,
    at,
  }: { readonly connection: ConnectionId; readonly listings: readonly ReadListing[]; readonly at: number },
): Promise<void> {
  const rows = [...new Map(listings.map((each) => [`${each.marketplaceId} ${each.sellerSku}`, each])).values()]
  if (rows.length > 0) await tx.query(SAVE, [merchant, connection, JSON.stringify(rows), at])
}

const SAVE = `
insert into millrace.listings as l (merchant_id, connection_id, seller_sku, marketplace_id, asin, title, product_type, channel, active, quantity, lead_days, price, currency, pricing_rule, kept_offer, issues, read_at)
select $1, $2, r."sellerSku", r."marketplaceId", r.asin, r.title, r."productType", r.channel, r.active, r.quantity, r."leadDays", r.price, r.currency, r."pricingRule", nullif(r."keptOffer", 'null'), r.issues, to_timestamp($4::float8 / 1000)
from jsonb_to_recordset($3::jsonb) as r ("sellerSku" text, "marketplaceId" text, asin text, title text, "productType" text, channel text, active boolean, quantity integer, "leadDays" integer, price bigint, currency text,
  "pricingRule" boolean, "keptOffer" jsonb, issues jsonb)
on conflict (merchant_id, connection_id, seller_sku, marketplace_id) do update set asin = coalesce(excluded.asin, l.asin), title = case excluded.title when '' then l.title else excluded.title end,
  product_type = coalesce(excluded.product_type, l.product_type), channel = coalesce(excluded.channel, l.channel), active = excluded.active, quantity = excluded.quantity,
  lead_days = excluded.lead_days, price = excluded.price, currency = coalesce(excluded.currency, l.currency), pricing_rule = excluded.pricing_rule,
  kept_offer = coalesce(l.kept_offer, excluded.kept_offer), issues = excluded.issues, read_at = excluded.read_at, gone_at = null`
