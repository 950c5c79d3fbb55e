import type { ListingToMatch } from '#core/catalog/match-listings.ts'
import type { ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { ListedSku } from '#core/inventory/listed-sku.ts'
import type { ShownListing } from '#core/inventory/shown-listing.ts'
import { MOST_COUNTED } from '#core/orders/most-counted.ts'
import type { Tx } from './db.ts'

/** Rows of a report; instants in epoch ms. `freshSince`: what was read at Amazon later is newer than the report. */
export type ListedRows = {
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly currency: string
  readonly at: number
  readonly freshSince: number
  readonly rows: readonly ListedSku[]
}

/** Keeps rows of the all-listings report; what it does not tell stays as it was (I12). */
export async function saveListed(tx: Tx, merchant: MerchantId, listed: ListedRows): Promise<void> {
  const rows = [...new Map(listed.rows.map((row) => [row.sellerSku, row])).values()]
  if (rows.length === 0) return
  const { connection, marketplaceId, currency, at, freshSince } = listed
  await tx.query(SAVE, [merchant, connection, marketplaceId, JSON.stringify(rows), currency, at, freshSince])
}

const FRESH = 'l.read_at > to_timestamp($7::float8 / 1000)'
const MOVED = `l.channel <> excluded.channel and (${FRESH}) is not true`

const SAVE = `
insert into millrace.listings as l (merchant_id, connection_id, marketplace_id, seller_sku, asin, title, barcode, channel, active, quantity, price, currency, listed_at)
select $1, $2, $3, r."sellerSku", r.asin, r.title, r.barcode, r.channel, coalesce(r.active, o.active, true),
  coalesce(r.quantity, case when coalesce(r.channel, o.channel) = 'DEFAULT' then o.quantity end), coalesce(r.price, o.price), $5, to_timestamp($6::float8 / 1000)
from jsonb_to_recordset($4::jsonb) as r ("sellerSku" text, asin text, title text, barcode text, price bigint, quantity integer, channel text, active boolean)
  left join millrace.listings o on o.merchant_id = $1 and o.connection_id = $2 and o.marketplace_id = $3 and o.seller_sku = r."sellerSku"
order by r."sellerSku"
on conflict (merchant_id, connection_id, seller_sku, marketplace_id) do update set
  asin = coalesce(excluded.asin, l.asin), title = case excluded.title when '' then l.title else excluded.title end, barcode = coalesce(excluded.barcode, l.barcode),
  channel_before = case when ${MOVED} then l.channel else l.channel_before end, channel_changed_at = case when ${MOVED} then excluded.listed_at else l.channel_changed_at end,
  channel = case when ${FRESH} then coalesce(l.channel, excluded.channel) else coalesce(excluded.channel, l.channel) end,
  active = case when ${FRESH} then l.active else excluded.active end, quantity = case when ${FRESH} then l.quantity else excluded.quantity end,
  price = case when ${FRESH} then l.price else excluded.price end, currency = excluded.currency, listed_at = excluded.listed_at, gone_at = null`

type Place = { readonly connection: ConnectionId; readonly marketplaceId: string; readonly at: number }

/** How many SKUs the report that began at `at` named, and how many that a report named before it did not. */
export async function countListed(
  tx: Tx,
  merchant: MerchantId,
  { connection, marketplaceId, at }: Place,
): Promise<{ readonly named: number; readonly unnamed: number }> {
  const [row] = await tx.query<{ named: number; unnamed: number }>(
    `select (count(*) filter (where listed_at = to_timestamp($4::float8 / 1000)))::int as named, (count(*) filter (where listed_at < to_timestamp($4::float8 / 1000)))::int as unnamed
     from millrace.listings where merchant_id = $1 and connection_id = $2 and marketplace_id = $3 and gone_at is null`,
    [merchant, connection, marketplaceId, at],
  )
  return row ?? { named: 0, unnamed: 0 }
}

/** Marks what a whole report no longer names as gone; what was read at Amazon since `freshSince` is there. Gives how many. */
export async function markGone(
  tx: Tx,
  merchant: MerchantId,
  place: Place & { readonly freshSince: number },
): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `with gone as (update millrace.listings set gone_at = to_timestamp($4::float8 / 1000)
       where merchant_id = $1 and connection_id = $2 and marketplace_id = $3 and gone_at is null and listed_at < to_timestamp($4::float8 / 1000)
         and (read_at > to_timestamp($5::float8 / 1000)) is not true returning 1)
     select count(*)::int as count from gone`,
    [merchant, place.connection, place.marketplaceId, place.at, place.freshSince],
  )
  return row?.count ?? 0
}

const SHOWN = `seller_sku as "sellerSku", marketplace_id as "marketplaceId", item_id as "itemId", asin, title, barcode, channel, active, quantity, price, currency,
  listed_at as "listedAt", gone_at as "goneAt"`

/** Which listings are wanted. `search`: a part of the SKU. */
export type ListingsPage = {
  readonly connection: ConnectionId
  readonly linked: boolean | null
  readonly search: string | null
  readonly after: readonly [string, string] | null
  readonly limit: number
}

const PLAIN = /^[\x20-\x7e]*$/

/** A page of a connection's listings by SKU and marketplace, those that are gone too. */
export const listListings = (tx: Tx, merchant: MerchantId, page: ListingsPage): Promise<ShownListing[]> =>
  tx.query<ShownListing>(
    // Which ones is told by an index alone; making letters small as in English is quicker by far, and the same where a search has no others.
    `with found as materialized (select merchant_id, connection_id, seller_sku, marketplace_id from millrace.listings
       where merchant_id = $1 and connection_id = $2 and ($3::boolean is null or (item_id is not null) = $3)
         and ($4::text is null or strpos(lower(seller_sku ${PLAIN.test(page.search ?? '') ? 'collate "C"' : ''}), lower($4)) > 0)
         and ($5::text is null or (seller_sku, marketplace_id) > ($5, $6))
       order by seller_sku, marketplace_id limit $7)
     select ${SHOWN} from found join millrace.listings using (merchant_id, connection_id, seller_sku, marketplace_id) order by seller_sku, marketplace_id`,
    [merchant, page.connection, page.linked, page.search, page.after?.[0] ?? null, page.after?.[1] ?? null, page.limit],
  )

/** How many SKUs that Amazon lists for a connection are linked to an item, and how many are not: at most one more than `MOST_COUNTED` each (T4). */
export async function countLinked(
  tx: Tx,
  merchant: MerchantId,
  connection: ConnectionId,
): Promise<{ readonly linked: number; readonly unlinked: number }> {
  const [row] = await tx.query<{ linked: number; unlinked: number }>(
    `select (select count(*) from (select from millrace.listings where merchant_id = $1 and connection_id = $2 and item_id is not null and gone_at is null group by seller_sku limit $3) l)::int as linked,
       (select count(*) from (${unlinked('')} limit $3) l)::int as unlinked`,
    [merchant, connection, MOST_COUNTED + 1],
  )
  return row ?? { linked: 0, unlinked: 0 }
}

/** SKUs of which no listing is linked: those without an item are few, and only of them the others are asked for. */
const unlinked = (
  more: string,
): string => `select u.seller_sku from millrace.listings u where u.merchant_id = $1 and u.connection_id = $2 and u.item_id is null and u.gone_at is null
  and not exists (select from millrace.listings l where l.merchant_id = $1 and l.connection_id = $2 and l.seller_sku = u.seller_sku and l.item_id is not null and l.gone_at is null offset 0) ${more}
  group by u.seller_sku`

/** The next SKUs that are at Amazon and linked to no item, or one of them (T4). */
export const unlinkedSkus = (
  tx: Tx,
  merchant: MerchantId,
  page: {
    readonly connection: ConnectionId
    readonly sku?: SellerSku | undefined
    readonly after: string | null
    readonly limit: number
  },
): Promise<ListingToMatch[]> =>
  tx.query<ListingToMatch>(
    `with found as materialized (${unlinked('and ($3::text is null or u.seller_sku > $3) and ($5::text is null or u.seller_sku = $5)')} order by u.seller_sku limit $4)
     select f.seller_sku as "sellerSku", min(l.barcode) as barcode, min(l.title) as title
     from found f join millrace.listings l on l.merchant_id = $1 and l.connection_id = $2 and l.seller_sku = f.seller_sku and l.gone_at is null
     group by f.seller_sku order by f.seller_sku`,
    [merchant, page.connection, page.after, page.limit, page.sku ?? null],
  )

/** What Amazon lists a SKU as, in whichever connection; null where it was never listed. */
export async function listedAs(
  tx: Tx,
  merchant: MerchantId,
  sku: SellerSku,
): Promise<{ readonly title: string; readonly barcode: string | null; readonly asin: string | null } | null> {
  const [row] = await tx.query<{ title: string; barcode: string | null; asin: string | null }>(
    `select title, barcode, asin from millrace.listings where merchant_id = $1 and seller_sku = $2
       and connection_id in (select connection_id from millrace.connections where merchant_id = $1)
     order by barcode is null, title = '', marketplace_id limit 1`,
    [merchant, sku],
  )
  return row ?? null
}

/** Links a SKU of a connection to an item in every marketplace, or to none; gives the item it was linked to before, null where to none. */
export async function linkSku(
  tx: Tx,
  merchant: MerchantId,
  link: { readonly connection: ConnectionId; readonly sellerSku: SellerSku; readonly itemId: ItemId | null },
): Promise<ItemId | null> {
  const [before] = await tx.query<{ item: ItemId | null }>(
    'select max(item_id) as item from millrace.listings where merchant_id = $1 and connection_id = $2 and seller_sku = $3',
    [merchant, link.connection, link.sellerSku],
  )
  await tx.query(
    'update millrace.listings set item_id = $4 where merchant_id = $1 and connection_id = $2 and seller_sku = $3 and item_id is distinct from $4',
    [merchant, link.connection, link.sellerSku, link.itemId],
  )
  return before?.item ?? null
}

/** In which marketplaces Amazon lists these SKUs. */
export const placesOfSkus = (
  tx: Tx,
  merchant: MerchantId,
  { connection, skus }: { readonly connection: ConnectionId; readonly skus: readonly SellerSku[] },
): Promise<{ readonly sellerSku: SellerSku; readonly marketplaceId: string }[]> =>
  tx.query(
    `select seller_sku as "sellerSku", marketplace_id as "marketplaceId" from millrace.listings
     where merchant_id = $1 and connection_id = $2 and seller_sku = any($3::text[]) and gone_at is null order by marketplace_id, seller_sku`,
    [merchant, connection, skus],
  )
