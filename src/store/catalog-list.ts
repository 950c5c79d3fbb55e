import { type CatalogFilter, type CatalogSort, MOST_ITEMS_COUNTED } from '#core/catalog/catalog-list.ts'
import type { ItemId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** Which items are wanted. `search`: beginnings of words of the id, the description and the barcode, or of a SKU. */
export type CatalogWish = {
  readonly search: string | null
  readonly only: CatalogFilter | null
  readonly sort: CatalogSort
  readonly after: readonly [key: string, id: string] | null
  readonly limit: number
}

/** The ids of a page in its order; `next`: where the next one begins, null at the end. A page may be short and not the last. */
export type CatalogPage = { readonly ids: readonly ItemId[]; readonly next: readonly [string, string] | null }

/** So many items are looked at for one page of a filter that no index knows, so that no request waits. */
const WALKED = 2_500
/** A search that finds more is answered by walking through the items in their order. */
const RARE = 3_000
/** Common words of a search that each have no more items are looked up together. */
const COMMON = 30_000
/** Of items in a state that a person must look at, so many are listed. */
const MOST_IN_STATE = 20_000
const MOST_WORDS = 6
const LAST = '\u{10ffff}'

/** Row-level security lets a case into an index, and no coalesce. */
const KEYS = {
  id: "''::text",
  description: 'i.description',
  price: '(case when i.price is null then -1 else i.price end)',
} as const
const CASTS = { id: 'text', description: 'text', price: 'bigint' } as const

/** What was found is read by its ids and then sorted: walking through all items in their order would look at many that were not found. */
const FOUND = `(select i.merchant_id, i.item_id, i.tracks_stock, i.description, i.price from millrace.items i where i.merchant_id = $1 and i.item_id = any($4::text[]) offset 0) i`

const HAS_LISTING = `exists (select from millrace.listings l where l.merchant_id = $1 and l.item_id = i.item_id and l.gone_at is null)`
const FILTERS: Readonly<Record<CatalogFilter, string | null>> = {
  linked: HAS_LISTING,
  unlinked: `not ${HAS_LISTING}`,
  'out-of-stock': `i.tracks_stock and not exists (select from millrace.stock_totals t where t.merchant_id = $1 and t.item_id = i.item_id and t.free > 0 offset 0)
    and not exists (select from millrace.stock s where s.merchant_id = $1 and s.item_id = i.item_id and s.on_hand > s.allocated offset 0)`,
  amazon: `exists (select from millrace.listings l where l.merchant_id = $1 and l.item_id = i.item_id and l.channel <> 'DEFAULT' and l.gone_at is null)`,
  refused: null,
  differs: null,
  held: null,
}

/** A page of the ids of items (X1): found by words, filtered, in one of the orders, in a time that does not hang on how many there are. */
export async function catalogPage(tx: Tx, merchant: MerchantId, wish: CatalogWish): Promise<CatalogPage> {
  const { only, sort, after, limit } = wish
  const found = wish.search === null ? null : await findByWords(tx, merchant, wish.search)
  const among = isState(only) ? await itemsInState(tx, merchant, only) : null
  if (found?.ids?.length === 0 || among?.length === 0) return { ids: [], next: null }
  const filter = only === null ? null : FILTERS[only]
  const walks = filter !== null || (found !== null && found.ids === null)
  const down = sort.startsWith('-')
  const name = (down ? sort.slice(1) : sort) as keyof typeof KEYS
  const key = KEYS[name]
  const way = down ? 'desc' : 'asc'
  const order = name === 'id' ? `i.item_id ${way}` : `${key} ${way}, i.item_id ${way}`
  const params: unknown[] = [merchant, after?.[0] ?? null, after?.[1] ?? null, found?.ids ?? null, among]
  const words = found?.ids === null ? found.words.map((word) => hasWord(params, word)) : []
  const hits = [...(filter === null ? [] : [filter]), ...(words.length === 0 ? [] : [either(words, params, found)])]
  const [row] = await tx.query<{ ids: ItemId[]; walked: number; last: [string, string]; hit: [string, string] | null }>(
    `with walked as materialized (
       select i.item_id, i.tracks_stock, ${key}::text as key, row_number() over (order by ${order}) as n
       from ${found?.ids ? FOUND : 'millrace.items i'} where i.merchant_id = $1 and ($4::text[] is null or i.item_id = any($4)) and ($5::text[] is null or i.item_id = any($5))
         and ${after === null ? '$2::text is null and $3::text is null' : name === 'id' ? `$2::text is not null and i.item_id ${down ? '<' : '>'} $3` : `(${key}, i.item_id) ${down ? '<' : '>'} ($2::text::${CASTS[name]}, $3)`}
       order by ${order} limit ${walks ? WALKED : limit}),
     hit as (select i.item_id, i.key, i.n from walked i ${hits.length === 0 ? '' : `where ${hits.join(' and ')}`} order by i.n limit ${limit})
     select coalesce((select array_agg(item_id order by n) from hit), '{}') as ids, (select count(*) from walked)::int as walked,
       (select array[key, item_id] from walked order by n desc limit 1) as last, (select array[key, item_id] from hit order by n desc limit 1) as hit`,
    params,
  )
  if (!row) return { ids: [], next: null }
  if (row.ids.length === limit) return { ids: row.ids, next: row.hit }
  return { ids: row.ids, next: row.walked === (walks ? WALKED : limit) ? row.last : null }
}

const isState = (only: CatalogFilter | null): only is 'refused' | 'differs' | 'held' =>
  only === 'refused' || only === 'differs' || only === 'held'

/** What a search finds; `ids` null: too many to be listed at once, so that the items themselves are walked through. */
export type Found = {
  readonly ids: readonly string[] | null
  readonly words: readonly string[]
  readonly bySku: readonly string[]
}

function hasWord(params: unknown[], word: string): string {
  params.push(word, word + LAST)
  const at = params.length
  return `exists (select from millrace.item_words w where w.merchant_id = $1 and w.item_id = i.item_id and w.word >= $${at - 1}::text and w.word < $${at}::text)`
}

function either(words: readonly string[], params: unknown[], found: Found | null): string {
  params.push(found?.bySku ?? [])
  return `((${words.join(' and ')}) or i.item_id = any($${params.length}::text[]))`
}

/** The items that a search finds by beginnings of words of the id, the description and the barcode, or by a SKU. */
export async function findByWords(tx: Tx, merchant: MerchantId, search: string): Promise<Found> {
  const bySku = await itemsBySku(tx, merchant, search)
  const rows = await tx.query<{ word: string }>('select w as word from millrace.words_of($1) as w', [search])
  const words = rows
    .map(({ word }) => word)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS)
  if (words.length === 0) return { ids: bySku, words, bySku }
  const counted = await Promise.all(words.map((word) => countWord(tx, { merchant, word, upTo: RARE + 1 })))
  const [rarest, ...others] = counted.sort((a, b) => a.count - b.count)
  if (!rarest || rarest.count > RARE) {
    const both = await itemsWithCommonWords(tx, merchant, words)
    return { ids: both && [...new Set([...both, ...bySku])], words, bySku }
  }
  const params: unknown[] = [merchant, rarest.word, rarest.word + LAST]
  const more = others.map(({ word }) => `and ${hasWord(params, word)}`).join(' ')
  const ids = await tx.query<{ id: string }>(
    `select distinct i.item_id as id from millrace.item_words i where i.merchant_id = $1 and i.word >= $2::text and i.word < $3::text ${more}`,
    params,
  )
  return { ids: [...new Set([...ids.map(({ id }) => id), ...bySku])], words, bySku }
}

/** Items that have all of these common words, where they are few: two words of which each is frequent may hardly meet. Null: too many. */
async function itemsWithCommonWords(
  tx: Tx,
  merchant: MerchantId,
  words: readonly string[],
): Promise<readonly string[] | null> {
  const counted = await Promise.all(words.map((word) => countWord(tx, { merchant, word, upTo: COMMON + 1 })))
  const met = counted.filter(({ count }) => count <= COMMON)
  if (met.length < 2) return null
  const params: unknown[] = [merchant]
  const sets = met.map(({ word }) => {
    params.push(word, word + LAST)
    return `select item_id from millrace.item_words where merchant_id = $1 and word >= $${params.length - 1}::text and word < $${params.length}::text`
  })
  const others = counted.filter(({ count }) => count > COMMON).map(({ word }) => hasWord(params, word))
  const rows = await tx.query<{ id: string }>(
    `select i.item_id as id from (${sets.join(' intersect ')}) i ${others.length > 0 ? `where ${others.join(' and ')}` : ''} limit ${RARE + 1}`,
    params,
  )
  return rows.length > RARE ? null : rows.map(({ id }) => id)
}

/** How many items have a word that begins so, as far as it is counted. */
async function countWord(
  tx: Tx,
  { merchant, word, upTo }: { readonly merchant: MerchantId; readonly word: string; readonly upTo: number },
): Promise<{ readonly word: string; readonly count: number }> {
  const [some] = await tx.query<{ count: number }>(
    `select count(*)::int as count from (select from millrace.item_words where merchant_id = $1 and word >= $2::text and word < $3::text limit $4) w`,
    [merchant, word, word + LAST, upTo],
  )
  return { word, count: some?.count ?? 0 }
}

/** Items that are sold under a SKU that begins so, as it is typed or in large or small letters. */
async function itemsBySku(tx: Tx, merchant: MerchantId, search: string): Promise<readonly string[]> {
  const spelled = [...new Set([search, search.toUpperCase(), search.toLowerCase()])]
  const found = await Promise.all(
    spelled.map((sku) =>
      tx.query<{ id: string }>(
        `(select item_id as id from millrace.sku_mappings where merchant_id = $1 and seller_sku collate "C" >= $2 and seller_sku collate "C" < $3 limit ${RARE})
         union (select item_id from millrace.listings where merchant_id = $1 and seller_sku collate "C" >= $2 and seller_sku collate "C" < $3
           and item_id is not null limit ${RARE})`,
        [merchant, sku, sku + LAST],
      ),
    ),
  )
  return found.flat().map(({ id }) => id)
}

const ITEM_OF_SKU = `
left join millrace.sku_mappings m on m.merchant_id = $1 and m.seller_sku = f.seller_sku
left join millrace.items o on o.merchant_id = $1 and o.item_id = f.seller_sku
left join lateral (select l.item_id from millrace.listings l
  where l.merchant_id = $1 and l.connection_id = f.connection_id and l.seller_sku = f.seller_sku and l.item_id is not null limit 1) l on true`

async function itemsInState(tx: Tx, merchant: MerchantId, state: 'refused' | 'differs' | 'held'): Promise<string[]> {
  const rows = await tx.query<{ id: string | null }>(
    `select distinct coalesce(m.item_id, o.item_id, l.item_id) as id from
       (select connection_id, seller_sku from millrace.sku_fields where merchant_id = $1 and state = '${state}' order by seller_sku limit ${MOST_IN_STATE}) f ${ITEM_OF_SKU}`,
    [merchant],
  )
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** How many items there are, and how many in each filter that can be counted at once: at most one more than `MOST_ITEMS_COUNTED` each. */
export type CatalogCounts = { readonly items: number; readonly linked: number } & Readonly<
  Record<'refused' | 'differs' | 'held' | 'amazon', number>
>

/** Counts items (T4): all, those linked to a live listing, those that Amazon ships, and those in a state that a person must look at. */
export async function countCatalogList(tx: Tx, merchant: MerchantId): Promise<CatalogCounts> {
  const few = (rows: string) => `(select count(*) from (${rows} limit ${MOST_ITEMS_COUNTED + 1}) few)::int`
  const live =
    'select distinct item_id from millrace.listings where merchant_id = $1 and item_id is not null and gone_at is null'
  const [row] = await tx.query<Pick<CatalogCounts, 'items' | 'linked' | 'amazon'>>(
    `select ${few('select from millrace.items where merchant_id = $1')} as items, ${few(live)} as linked,
       ${few(`${live} and channel <> 'DEFAULT'`)} as amazon`,
    [merchant],
  )
  const states = ['refused', 'differs', 'held'] as const
  const counts = await Promise.all(states.map((state) => itemsInState(tx, merchant, state)))
  const [refused = [], differs = [], held = []] = counts
  const none = { items: 0, linked: 0, amazon: 0 }
  return { ...(row ?? none), refused: refused.length, differs: differs.length, held: held.length }
}
