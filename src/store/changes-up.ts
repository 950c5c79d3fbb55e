import type { ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { SkuField } from '#core/inventory/sku-field.ts'
import type { Tx } from './db.ts'

const STATES = {
  waiting: ['due', 'flying', 'accepted'],
  due: ['due'],
  sent: ['flying', 'accepted'],
  approval: ['held'],
  confirmed: ['confirmed'],
  refused: ['refused'],
  differs: ['differs'],
} as const

/** What people look for among stock and prices that go up: to be sent, on their way, held for approval, how they ended, pinned (I10, I12). */
export type ChangeGroup = keyof typeof STATES | 'pinned'

/** A field of a SKU with its connection, the way it went and the item that it is of. */
export type ChangeUp = SkuField & {
  readonly connection: ConnectionId
  readonly way: 'call' | 'feed' | 'file' | null
  readonly itemId: ItemId | null
  /** What the listing was last read to have, as text in our spelling; null: never read. */
  readonly live: string | null
}

/** Which changes are wanted; `span`: sent, or confirmed, within these instants (epoch ms); `carried`: by this feed or file, and not again since. */
export type ChangesWish = {
  readonly group: ChangeGroup | null
  readonly connection: ConnectionId | null
  readonly skus: readonly SellerSku[] | null
  readonly span: { readonly of: 'sent' | 'confirmed'; readonly from: number; readonly to: number } | null
  readonly field: 'stock' | 'price' | null
  readonly carried: number | null
  readonly limit: number
}

const ITEM = `coalesce(
    (select l.item_id from millrace.listings l where l.merchant_id = $1 and l.connection_id = f.connection_id and l.seller_sku = f.seller_sku and l.item_id is not null limit 1),
    (select m.item_id from millrace.sku_mappings m where m.merchant_id = $1 and m.seller_sku = f.seller_sku),
    (select i.item_id from millrace.items i where i.merchant_id = $1 and i.item_id = f.seller_sku)) as "itemId"`
const LIVE = `(select case f.field when 'stock' then jsonb_build_object('quantity', l.quantity, 'leadDays', l.lead_days, 'restockOn', null)::text
      else jsonb_build_object('currency', l.currency, 'price', l.price)::text end
    from millrace.listings l where l.merchant_id = $1 and l.connection_id = f.connection_id and l.seller_sku = f.seller_sku
      and (f.field = 'stock' and l.quantity is not null or f.field = 'price' and l.marketplace_id = f.marketplace_id and l.price is not null) limit 1) as live`
const COLUMNS = `f.connection_id as connection, f.seller_sku as "sellerSku", f.marketplace_id as "marketplaceId", f.field, f.state, f.desired, f.sent, f.sent_at as "sentAt",
  f.confirmed, f.confirmed_at as "confirmedAt", f.previous, f.pinned, f.problem, f.way`
const fits = (
  instant: string,
) => `($2::text[] is null or f.state = any($2)) and (not $3::boolean or f.pinned is not null) and ($4::text is null or f.connection_id = $4)
  and ($5::text[] is null or f.seller_sku = any($5)) and ($6::float8 is null or ${instant} >= to_timestamp($6 / 1000) and ${instant} < to_timestamp($7::float8 / 1000))
  and ($8::bigint is null or f.carried_in = $8 and f.way <> 'call') and ($9::text is null or f.field = $9)`
/** The same of a row of the page, whose columns have the names of their fields. */
const ofPage = (sql: string): string =>
  sql
    .replaceAll('f.connection_id', 'f.connection')
    .replaceAll('f.seller_sku', 'f."sellerSku"')
    .replaceAll('f.marketplace_id', 'f."marketplaceId"')
const page = (rows: string, order: string, instant = 'f.sent_at') =>
  `with page as (select ${COLUMNS} from millrace.sku_fields f where f.merchant_id = $1 and ${fits(instant)} ${rows})
   select f.*, ${ofPage(ITEM)}, ${ofPage(LIVE)} from page f order by ${order}`

const BY_SKU = page(
  `and ($10::text is null or (f.connection_id, f.seller_sku, f.field, f.marketplace_id) > ($10, $11, $12, $13))
   order by f.connection_id, f.seller_sku, f.field, f.marketplace_id limit $14`,
  'f.connection, f."sellerSku", f.field, f."marketplaceId"',
)
const newestFirst = (instant?: string) =>
  page(
    `and f.sent_at is not null
   and ($10::float8 is null or (f.sent_at, f.seller_sku, f.field, f.marketplace_id) < (to_timestamp($10 / 1000), $11, $12, $13))
   order by f.sent_at desc, f.seller_sku desc, f.field desc, f.marketplace_id desc limit $14`,
    'f."sentAt" desc, f."sellerSku" desc, f.field desc, f."marketplaceId" desc',
    instant,
  )
const SENT_IN = newestFirst()
const CONFIRMED_IN = newestFirst('f.confirmed_at')

const values = (merchant: MerchantId, { group, connection, skus, span, carried, field }: ChangesWish) => [
  merchant,
  group === null || group === 'pinned' ? null : STATES[group],
  group === 'pinned',
  connection,
  skus,
  span?.from ?? null,
  span?.to ?? null,
  carried,
  field,
]

/** Where a page of changes in the order of their SKUs goes on. */
export type ChangeKey = readonly [connection: string, sellerSku: string, field: string, marketplaceId: string]

/** Changes in the order of their SKUs: for what is on its way, or of chosen SKUs (I10). */
export const listChanges = (
  tx: Tx,
  merchant: MerchantId,
  wish: ChangesWish & { readonly after: ChangeKey | null },
): Promise<ChangeUp[]> =>
  tx.query<ChangeUp>(BY_SKU, [...values(merchant, wish), ...(wish.after ?? [null, null, null, null]), wish.limit])

/** Where a page of sent changes goes on: when it was sent (epoch ms), and which one it was. */
export type SentKey = readonly [sentAt: number, sellerSku: string, field: string, marketplaceId: string]

/** Changes that were sent, the newest first: how they ended (I10). */
export const listSentChanges = (
  tx: Tx,
  merchant: MerchantId,
  wish: ChangesWish & { readonly after: SentKey | null },
): Promise<ChangeUp[]> =>
  tx.query<ChangeUp>(wish.span?.of === 'confirmed' ? CONFIRMED_IN : SENT_IN, [
    ...values(merchant, wish),
    ...(wish.after ?? [null, null, null, null]),
    wish.limit,
  ])

const COUNTED = ['due', 'held', 'flying', 'accepted', 'refused', 'differs']

/** How many fields of each connection are in each state, each by its index; what is confirmed is not counted: it is nearly everything. */
export const countChanges = (
  tx: Tx,
  merchant: MerchantId,
): Promise<{ readonly connection: ConnectionId; readonly state: string; readonly count: number }[]> =>
  tx.query(
    [...COUNTED.map((state) => [state, `f.state = '${state}'`] as const), ['pinned', 'f.pinned is not null'] as const]
      .map(
        ([name, holds]) =>
          `select f.connection_id as connection, '${name}' as state, count(*)::int as count from millrace.sku_fields f where f.merchant_id = $1 and ${holds} group by f.connection_id`,
      )
      .join(' union all '),
    [merchant],
  )
