import type { CenterCode, ItemId, MerchantId } from '#core/ids.ts'
import type { StockInCenter } from '#core/inventory/stock-entry.ts'
import type { Tx } from './db.ts'
import type { PageOf } from './items.ts'

/** An item with what lies of it in all centers together and in each; `reported`: what Amazon is told of it, before packs (I2). */
export type ShelvedItem = {
  readonly itemId: ItemId
  readonly description: string
  readonly onHand: number
  readonly allocated: number
  readonly reported: number
  readonly shelves: readonly Omit<StockInCenter, 'itemId'>[]
}

/** Which items are wanted: `atMost` this many free; reserved by orders; awaited on a day; kept in a center. `lowFirst`: the fewest free first. */
export type ShelvedWish = {
  readonly search: string | null
  readonly atMost: number | null
  readonly reserved: boolean
  readonly awaited: boolean
  readonly center: CenterCode | null
}

const FREE = '(t.on_hand - t.allocated)'
const FITS = `($2::text is null or strpos(lower(i.item_id), lower($2)) > 0 or strpos(lower(i.description), lower($2)) > 0)
  and ($3::bigint is null or coalesce(${FREE}, 0) <= $3) and (not $4::boolean or t.allocated > 0)
  and (not $5::boolean or exists (select from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and s.restock_on is not null))
  and ($6::text is null or exists (select from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and s.center_code = $6))`

const shown = (page: string, order: string) => `
with page as (${page})
select p.item_id as "itemId", p.description, p.on_hand as "onHand", p.allocated, coalesce(l.reported, 0)::float8 as reported, coalesce(l.shelves, '[]') as shelves
from page p left join lateral (
  select sum(greatest(0, s.on_hand - s.allocated - c.inventory_buffer)) as reported,
    jsonb_agg(jsonb_build_object('center', s.center_code, 'onHand', s.on_hand, 'allocated', s.allocated, 'restockOn', to_char(s.restock_on, 'YYYY-MM-DD')) order by c.position) as shelves
  from millrace.stock s join millrace.distribution_centers c on c.merchant_id = $1 and c.center_code = s.center_code
  where s.merchant_id = $1 and s.item_id = p.item_id) l on true
order by ${order}`

const BY_ITEM = shown(
  `select i.item_id, i.description, coalesce(t.on_hand, 0)::float8 as on_hand, coalesce(t.allocated, 0)::float8 as allocated
   from millrace.items i left join millrace.stock_totals t on t.merchant_id = $1 and t.item_id = i.item_id
   where i.merchant_id = $1 and i.tracks_stock and i.kit is null and ${FITS} and ($7::text is null or i.item_id > $7)
   order by i.item_id limit $8`,
  'p.item_id',
)
const LOW_FIRST = shown(
  `select i.item_id, i.description, t.on_hand::float8 as on_hand, t.allocated::float8 as allocated
   from millrace.stock_totals t join millrace.items i on i.merchant_id = $1 and i.item_id = t.item_id
   where t.merchant_id = $1 and i.tracks_stock and i.kit is null and ${FITS}
     and ($7::bigint is null or (${FREE}, t.item_id) > ($7, $8))
   order by ${FREE}, t.item_id limit $9`,
  '(p.on_hand - p.allocated), p.item_id',
)

const wished = (merchant: MerchantId, { search, atMost, reserved, awaited, center }: ShelvedWish) => [
  merchant,
  search,
  atMost,
  reserved,
  awaited,
  center,
]

/** A page of the items whose stock is counted, by their ids, each with its centers, in one statement (O20). */
export const listShelved = (
  tx: Tx,
  merchant: MerchantId,
  { after, limit, ...wish }: ShelvedWish & PageOf<ItemId>,
): Promise<ShelvedItem[]> => tx.query<ShelvedItem>(BY_ITEM, [...wished(merchant, wish), after, limit])

/** The same, those with the fewest free units in all centers together first; what was never kept anywhere is not in it. */
export const listLowFirst = (
  tx: Tx,
  merchant: MerchantId,
  { after, limit, ...wish }: ShelvedWish & PageOf<readonly [free: number, itemId: ItemId]>,
): Promise<ShelvedItem[]> =>
  tx.query<ShelvedItem>(LOW_FIRST, [...wished(merchant, wish), after?.[0] ?? null, after?.[1] ?? null, limit])
