import type { MerchantId } from '#core/ids.ts'
import type { HeldBuyerData } from '#core/pii/retention.ts'
import type { Tx } from '#store/db.ts'

/** A page of what is kept of buyers, of one kind; or some of it, by number. */
export type HeldPage = { readonly kind: HeldBuyerData['kind'] } & (
  | { readonly after: number; readonly limit: number }
  | { readonly ids: readonly number[] }
)

/** What is kept, its number (of the order, the document, the page or the import), and the number of its order. */
export type HeldRow = HeldBuyerData & { readonly id: number; readonly orderId: number | null }

/** What an order has come to, and when: by its packages, else by its history, else by Amazon. */
const ENDED = `
left join lateral (select case
    when o.order_id is null then 'none'
    when o.stage = 'Completed Order' or o.amazon_status = 'SHIPPED' then 'shipped'
    when o.amazon_status = 'CANCELLED' then 'cancelled'
    when o.stage = 'Rejected' then 'rejected'
    else 'open' end as name) way on true
left join lateral (select max(p.shipped_at) as at from millrace.packages p
    where p.merchant_id = $1 and p.order_id = o.order_id and way.name = 'shipped') box on true
left join lateral (select min(e.at) as at from millrace.order_events e
    where e.merchant_id = $1 and e.order_id = o.order_id and box.at is null and way.name not in ('none', 'open') and
      ('Completed Order' in (e.facts->>'stage', e.facts->>'to') and way.name = 'shipped'
       or 'Rejected' in (e.facts->>'stage', e.facts->>'to') and way.name = 'rejected'
       or e.facts->>'status' = o.amazon_status and way.name in ('shipped', 'cancelled'))) told on true`

const COLUMNS = `way.name as "order", case when way.name not in ('none', 'open') then coalesce(box.at, told.at, o.amazon_updated_at) end as "endedAt"`

/** How long the merchant keeps what came from a channel of its own (U4, H3). */
export const OWN_DAYS = `case when v.origin <> 'amazon' then (select c.keep_days from millrace.channels c where c.merchant_id = $1 and c.code = v.origin) end as "ownDays"`

const NO_CHANNELS = 'null::integer as "ownDays"'

/** One order by a key; what follows keeps it apart, so that each is looked up: a table of a million rows is not read for a page. */
const ORDER = (key: string) =>
  `lateral (select o.order_id, o.stage, o.amazon_status, o.amazon_updated_at, o.created_at from millrace.orders o where o.merchant_id = $1 and ${key} offset 0) o on true`

/** Which rows of the vault: those after a number, or some by theirs. */
const which = (id: string) => ({
  page: `${id} > $2 order by ${id} limit $3`,
  some: `${id} = any($2::bigint[]) order by ${id}`,
})

/** The page first, then what its rows have come to. */
const FROM: Readonly<Record<HeldBuyerData['kind'], (way: 'page' | 'some') => string>> = {
  buyers: (way) => `with v as materialized (
      select order_id, origin, stored_at from vault.buyers where merchant_id = $1 and ${which('order_id')[way]})
    select v.order_id as id, v.order_id as "orderId", v.origin, ${OWN_DAYS}, o.created_at as "cameAt", v.stored_at as "storedAt", ${COLUMNS}
    from v join ${ORDER('o.order_id = v.order_id')} ${ENDED} order by v.order_id`,
  documents: (way) => `with v as materialized (
      select document_id, origin, stored_at from vault.documents where merchant_id = $1 and holds_buyer_data and ${which('document_id')[way]})
    select v.document_id as id, o.order_id as "orderId", v.origin, ${OWN_DAYS}, d.received_at as "cameAt", v.stored_at as "storedAt", ${COLUMNS}
    from v join lateral (select d.received_at, d.reference from millrace.documents d where d.merchant_id = $1 and d.document_id = v.document_id offset 0) d on true
      left join ${ORDER('o.amazon_order_id = d.reference')} ${ENDED} order by v.document_id`,
  pages: (
    way,
  ) => `select v.page_id as id, null::bigint as "orderId", 'amazon' as origin, null::integer as "ownDays", p.fetched_at as "cameAt", p.fetched_at as "storedAt", 'none' as "order", null as "endedAt"
    from vault.pages v join millrace.pages p on p.merchant_id = $1 and p.page_id = v.page_id
    where v.merchant_id = $1 and ${which('v.page_id')[way]}`,
  files: (
    way,
  ) => `select v.import_id as id, null::bigint as "orderId", '' as origin, null::integer as "ownDays", v.stored_at as "cameAt", v.stored_at as "storedAt", 'none' as "order", null as "endedAt"
    from vault.brought_files v where v.merchant_id = $1 and ${which('v.import_id')[way]}`,
}

/** Whose, and where; the database of an older program has no channels. */
type HeldPlace = { readonly tx: Tx; readonly merchant: MerchantId; readonly hasChannels?: boolean }

/** What of buyers is kept after a number, in the order of numbers, or by its numbers; nothing is opened (U4). */
export async function heldBuyers(
  { tx, merchant, hasChannels = true }: HeldPlace,
  { kind, ...asked }: HeldPage,
): Promise<HeldRow[]> {
  const sql = FROM[kind]('ids' in asked ? 'some' : 'page')
  const rows = await tx.query<Omit<HeldRow, 'kind'>>(
    hasChannels ? sql : sql.replace(OWN_DAYS, NO_CHANNELS),
    'ids' in asked ? [merchant, [...asked.ids]] : [merchant, asked.after, asked.limit],
  )
  return rows.map((row) => ({ ...row, kind }))
}
