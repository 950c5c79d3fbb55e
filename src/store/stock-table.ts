import type { CenterCode, ItemId, MerchantId } from '#core/ids.ts'
import type { StockInCenter } from '#core/inventory/stock-entry.ts'
import { readSort, type Sort } from '#core/sorting.ts'
import { type Found, findByWords } from './catalog-list.ts'
import type { Tx } from './db.ts'

/** An item with what lies of it in all centers together and in each; `reported`: what Amazon is told of it, before packs (I2). */
export type ShelvedItem = {
  readonly itemId: ItemId
  readonly description: string
  readonly onHand: number
  readonly allocated: number
  readonly reported: number
  readonly shelves: readonly Omit<StockInCenter, 'itemId'>[]
}

/** What the table is sorted by: the item, or how many are free in all centers together. */
export type ShelvedKey = 'item' | 'free'

/** Which items are wanted: `atMost` this many free; reserved by orders; awaited on a day; kept in a center. */
export type ShelvedWish = {
  readonly search: string | null
  readonly atMost: number | null
  readonly only: 'reserved' | 'awaited' | null
  readonly center: CenterCode | null
  readonly sort: Sort<ShelvedKey>
  /** How many are free of the last item seen, and which one it was. */
  readonly after: readonly [free: number, itemId: string] | null
  readonly limit: number
}

const TOTALS = `select on_hand, allocated, free from millrace.stock_totals t where t.merchant_id = $1 and t.item_id = i.item_id`
/** What follows a lateral part keeps it apart: each item is looked up when its turn comes, and a page needs few. */
const KEPT = `join lateral (select 1 from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and s.center_code = $4 offset 0) kept on true`

/** That an item has a word which begins so, looked up item by item; the words stand behind the other values of the statement. */
const hasWord = (n: number): string =>
  `exists (select from millrace.item_words w where w.merchant_id = $1 and w.item_id = i.item_id and w.word >= $${8 + n}::text and w.word < $${8 + n}::text || '\u{10ffff}' offset 0)`

/** Only what is asked for stands in the statement: a condition that holds for all would hide the quick way from the database. */
function pageOf(wish: ShelvedWish, found: Found | null): string {
  const { key, downwards } = readSort(wish.sort)
  const byTotals = key === 'free' || wish.atMost !== null || wish.only === 'reserved'
  const from = byTotals
    ? 'millrace.stock_totals t join millrace.items i on i.merchant_id = $1 and i.item_id = t.item_id'
    : `millrace.items i left join lateral (${TOTALS} offset 0) t on true`
  const [way, than] = downwards ? ['desc', '<'] : ['asc', '>']
  const id = byTotals ? 't.item_id' : 'i.item_id'
  const where = [
    byTotals ? 't.merchant_id = $1' : 'i.merchant_id = $1',
    'i.tracks_stock and i.kit is null',
    found?.ids && 'i.item_id = any($2::text[])',
    ...(found && found.ids === null ? found.words.map((_, n) => hasWord(n)) : []),
    wish.atMost !== null && 't.free <= $3::bigint',
    wish.only === 'reserved' && 't.allocated > 0',
    wish.only === 'awaited' &&
      'exists (select from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and s.restock_on is not null)',
    wish.after !== null && (key === 'item' ? `${id} ${than} $6` : `(t.free, t.item_id) ${than} ($5::bigint, $6)`),
  ].filter((part) => typeof part === 'string')
  const order = key === 'item' ? `${id} ${way}` : `t.free ${way}, t.item_id ${way}`
  return `select i.item_id, i.description, coalesce(t.on_hand, 0)::float8 as on_hand, coalesce(t.allocated, 0)::float8 as allocated
    from ${from} ${wish.center === null ? '' : KEPT} where ${where.join(' and ')} order by ${order} limit $7`
}

/**
 * A page of the items whose stock is counted, each with its centers, in one statement (O20). Sorted by what is free, or narrowed by
 * it, the table holds only what was ever kept in a center.
 */
export async function listShelved(tx: Tx, merchant: MerchantId, wish: ShelvedWish): Promise<ShelvedItem[]> {
  const found = wish.search === null ? null : await findByWords(tx, merchant, wish.search)
  if (found?.ids?.length === 0) return []
  const words = found && found.ids === null ? found.words : []
  const { key, downwards } = readSort(wish.sort)
  const way = downwards ? 'desc' : 'asc'
  const order = key === 'item' ? `p.item_id ${way}` : `(p.on_hand - p.allocated) ${way}, p.item_id ${way}`
  return tx.query<ShelvedItem>(
    `with wish as (select $2::text[], $3::bigint, $4::text, $5::bigint, $6::text), page as (${pageOf(wish, found)})
     select p.item_id as "itemId", p.description, p.on_hand as "onHand", p.allocated, coalesce(l.reported, 0)::float8 as reported, coalesce(l.shelves, '[]') as shelves
     from page p left join lateral (
       select sum(greatest(0, s.on_hand - s.allocated - c.inventory_buffer)) as reported,
         jsonb_agg(jsonb_build_object('center', s.center_code, 'onHand', s.on_hand, 'allocated', s.allocated,
           'restockOn', to_char(s.restock_on, 'YYYY-MM-DD')) order by c.position) as shelves
       from millrace.stock s join millrace.distribution_centers c on c.merchant_id = $1 and c.center_code = s.center_code
       where s.merchant_id = $1 and s.item_id = p.item_id) l on true
     order by ${order}`,
    [
      merchant,
      found?.ids ?? null,
      wish.atMost,
      wish.center,
      wish.after?.[0] ?? null,
      wish.after?.[1] ?? null,
      wish.limit,
      ...words,
    ],
  )
}
