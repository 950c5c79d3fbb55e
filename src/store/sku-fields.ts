import type { ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { FieldOutcome } from '#core/inventory/evaluate-sku.ts'
import type { FieldState } from '#core/inventory/next-sending.ts'
import type { Problem } from '#core/problems.ts'
import type { Tx } from './db.ts'
import { BEFORE, type DueField } from './due-fields.ts'
import { readSoon } from './listings-to-read.ts'

/** What a look found, and what it was: urgent ones go first, and what orders caused does not count for the brake (I11, I12). */
export type RecordedLook = {
  readonly connection: ConnectionId
  readonly outcomes: readonly FieldOutcome[]
  readonly urgent: boolean
  readonly byOrders: boolean
  readonly at: number
}

/**
 * Records what a look at SKUs found: what is due, what a person must approve; what is as it should be is left alone (I10). What must be
 * approved waits until the value that is on its way has ended: it must not go in its place. An offer that was never read is read soon (I4).
 */
export async function recordLook(tx: Tx, merchant: MerchantId, look: RecordedLook): Promise<void> {
  const rows = look.outcomes.flatMap((o) => {
    if (o.what !== 'due' && o.what !== 'held') return []
    const problem = o.what === 'held' ? (o.problems[0] ?? null) : null
    const of = { sku: o.sellerSku, marketplace: o.marketplaceId, field: o.field, type: o.productType }
    return [{ ...of, state: o.what, value: o.value, problem }]
  })
  if (rows.length > 0)
    await tx.query(RECORD, [merchant, look.connection, JSON.stringify(rows), look.urgent, look.byOrders, look.at])
  const well = look.outcomes.flatMap((o) =>
    (o.what === 'nothing' || o.what === 'silent') && o.over
      ? [
          {
            sku: o.sellerSku,
            marketplace: o.marketplaceId,
            field: o.field,
            value: o.what === 'nothing' ? o.value : null,
          },
        ]
      : [],
  )
  if (well.length > 0) await tx.query(SETTLE, [merchant, look.connection, JSON.stringify(well)])
  const unread = look.outcomes.flatMap((o) =>
    o.what === 'silent' && o.why === 'offer-unread' ? [{ sellerSku: o.sellerSku, marketplaceId: o.marketplaceId }] : [],
  )
  await readSoon(tx, merchant, { connection: look.connection, places: unread, at: look.at })
}

const RECORD = `
insert into millrace.sku_fields as f (merchant_id, connection_id, seller_sku, marketplace_id, field, product_type, state, desired, desired_at, due_at, urgent, by_orders, problem)
select $1, $2, r.sku, r.marketplace, r.field, r.type, r.state, r.value, to_timestamp($6::float8 / 1000), to_timestamp($6::float8 / 1000),
  $4 or (r.field = 'stock' and r.value like '%"quantity":0,%'), $5, r.problem
from jsonb_to_recordset($3::jsonb) as r (sku text, marketplace text, field text, type text, state text, value text, problem jsonb)
on conflict (merchant_id, connection_id, seller_sku, marketplace_id, field) do update set
  state = excluded.state, product_type = excluded.product_type, desired = excluded.desired, desired_at = excluded.desired_at, problem = nullif(excluded.problem, 'null'),
  urgent = excluded.urgent or (f.urgent and f.state = 'due'), by_orders = excluded.by_orders and (f.by_orders or f.state <> 'due'),
  sent_again = f.sent_again and f.desired = excluded.desired,
  due_at = case when f.state = 'due' and not excluded.urgent then f.due_at else excluded.due_at end,
  waits_since = case when f.state = 'due' and excluded.desired not like '%"quantity":0,%' then f.waits_since end
where not (f.state in ('flying', 'accepted') and excluded.state = 'held')`

/** What was held or due, and is now as Amazon has it, or is wanted by nobody any more: nothing is left to do. */
const SETTLE = `
update millrace.sku_fields f set state = 'confirmed', desired = coalesce(r.value, f.desired), problem = null, urgent = false
from jsonb_to_recordset($3::jsonb) as r (sku text, marketplace text, field text, value text)
where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = r.sku and f.marketplace_id = r.marketplace and f.field = r.field and f.state in ('due', 'held')`

/** What was sent and is confirmed of these SKUs. */
export const knownFields = (
  tx: Tx,
  merchant: MerchantId,
  { connection, skus }: { readonly connection: ConnectionId; readonly skus: readonly SellerSku[] },
): Promise<
  (Pick<DueField, 'sellerSku' | 'marketplaceId' | 'field' | 'sent' | 'before'> & {
    readonly confirmed: string | null
  })[]
> =>
  tx.query(
    `select seller_sku as "sellerSku", marketplace_id as "marketplaceId", field, sent, ${BEFORE}, confirmed from millrace.sku_fields
     where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[])`,
    [merchant, connection, skus],
  )

/** How many fields of a connection are in each state. */
export async function countFields(
  tx: Tx,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<ReadonlyMap<FieldState, number>> {
  const rows = await tx.query<{ state: FieldState; count: number }>(
    'select state, count(*)::int as count from millrace.sku_fields where merchant_id = $1 and connection_id = $2 group by state',
    [merchant, connection],
  )
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** What became of a sending of some fields of one SKU. `version` is the one before it: an answer about an older one changes nothing. */
export type SentFields = {
  readonly connection: ConnectionId
  readonly sellerSku: SellerSku
  readonly fields: readonly {
    readonly marketplaceId: string
    readonly field: 'stock' | 'price'
    readonly value: string
    readonly version: number
    readonly counts: boolean
  }[]
  readonly state: 'accepted' | 'refused'
  readonly problem: Problem | null
  readonly at: number
  /** When an accepted one is read back. */
  readonly readAgainAt: number
  readonly who: string
}

/** Records the answer to a call, and the history of the SKU (I10, I12). A field whose desired value moved meanwhile stays due. */
export async function recordSent(tx: Tx, merchant: MerchantId, sent: SentFields): Promise<void> {
  const rows = JSON.stringify(sent.fields)
  await tx.query(SENT, [
    merchant,
    sent.connection,
    sent.sellerSku,
    rows,
    sent.state,
    sent.problem === null ? null : JSON.stringify(sent.problem),
    sent.at,
    sent.readAgainAt,
    sent.who,
  ])
}

const SENT = `
with s as (select * from jsonb_to_recordset($4::jsonb) as s ("marketplaceId" text, field text, value text, version bigint, counts boolean)),
before as (select f.marketplace_id, f.field, f.sent from millrace.sku_fields f join s on s."marketplaceId" = f.marketplace_id and s.field = f.field
  where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = $3),
told as (insert into millrace.sku_history (merchant_id, connection_id, seller_sku, marketplace_id, field, at, what, before, after, who, counts)
  select $1, $2, $3, s."marketplaceId", s.field, to_timestamp($7::float8 / 1000), case $5 when 'accepted' then 'sent' else 'refused' end, b.sent, s.value, $9, s.counts and $5 = 'accepted'
  from s join before b on b.marketplace_id = s."marketplaceId" and b.field = s.field)
update millrace.sku_fields f set sent = s.value, sent_version = s.version + 1, sent_at = to_timestamp($7::float8 / 1000), way = 'call', waits_since = null, tries = 0, sent_unsure = $5 = 'refused',
  previous = case when $5 = 'accepted' and f.sent is distinct from s.value then coalesce(f.confirmed, f.sent) else f.previous end,
  state = case when f.desired = s.value then $5 when f.state = 'held' then 'held' else 'due' end,
  problem = case when f.desired = s.value then $6::jsonb when f.state = 'held' then f.problem end,
  urgent = f.urgent and f.desired <> s.value, read_again_at = case when $5 = 'accepted' then to_timestamp($8::float8 / 1000) end
from s where f.merchant_id = $1 and f.connection_id = $2 and f.seller_sku = $3 and f.marketplace_id = s."marketplaceId" and f.field = s.field and f.sent_version = s.version`

/** An item whose stock, price or options changed since it was last looked at (I11). */
export type TouchedItem = { readonly itemId: ItemId; readonly seq: number; readonly byOrders: boolean }

/** Items that wait for a look, at most so many. */
export const touchedItems = (tx: Tx, merchant: MerchantId, limit: number): Promise<TouchedItem[]> =>
  tx.query<TouchedItem>(
    'select item_id as "itemId", seq, by_orders as "byOrders" from millrace.touched_items where merchant_id = $1 order by item_id limit $2',
    [merchant, limit],
  )

/** Takes looked-at items off the list, unless they were touched again meanwhile. */
export const forgetTouched = (tx: Tx, merchant: MerchantId, items: readonly TouchedItem[]) =>
  tx.query(
    `delete from millrace.touched_items t using jsonb_to_recordset($2::jsonb) as d ("itemId" text, seq bigint)
     where t.merchant_id = $1 and t.item_id = d."itemId" and t.seq = d.seq`,
    [merchant, JSON.stringify(items)],
  )

/** The seller SKUs of a connection under which these items, or kits that hold them, are sold (O11, T4). */
export async function skusOfItems(
  tx: Tx,
  merchant: MerchantId,
  { connection, items }: { readonly connection: ConnectionId; readonly items: readonly ItemId[] },
): Promise<SellerSku[]> {
  const rows = await tx.query<{ sku: SellerSku }>(
    `with every as (select unnest($3::text[]) as item_id
       union select i.item_id from millrace.items i, jsonb_array_elements(i.kit) k where i.merchant_id = $1 and i.kit is not null and k->>'itemId' = any($3::text[])),
     named as (select item_id as sku from every
       union select m.seller_sku from every join millrace.sku_mappings m on m.merchant_id = $1 and m.item_id = every.item_id
       union select l.seller_sku from every join millrace.listings l on l.merchant_id = $1 and l.connection_id = $2 and l.item_id = every.item_id)
     select distinct l.seller_sku as sku from named join millrace.listings l on l.merchant_id = $1 and l.connection_id = $2 and l.seller_sku = named.sku
     where l.gone_at is null order by sku`,
    [merchant, connection, items],
  )
  return rows.map(({ sku }) => sku)
}
