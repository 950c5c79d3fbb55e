import type { ItemToMatch } from '#core/catalog/match-listings.ts'
import type { ItemId, MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** A title whose items are looked for, under a name of the caller's own. */
export type NamedTitle = { readonly name: string; readonly title: string }

/** An item that a title may be of. */
export type Candidate = ItemToMatch & { readonly name: string }

/** A word that so many items have tells which item is meant; those of one that more have are too many to be looked at. */
const TELLING = 100
/** Of a title so many items are looked at, those with most of its telling words first. */
const MOST = 100
/** Of a title of common words so many: which of thousands are looked at is chance. */
const MOST_BY_COMMON = 50
/** Words are told rare from frequent up to this number of items. */
const COUNTED = 1000

/** The words of titles, each with where the words end that begin so; of scripts without blanks pairs of letters, as items' words begin with each of theirs. */
const WORDS = `asked as materialized (
    select distinct t.name, p.word, p.till from unnest($2::text[], $3::text[]) as t (name, title), millrace.words_of(t.title) as w,
      lateral (select case when w ~ '[^\\u0001-\\u2e7f]' then left(w, 2) else w end as word, case when w ~ '[^\\u0001-\\u2e7f]' then left(w, 2) || '\u{10ffff}' else w || e'\\u0001' end as till) p
    where w !~ '[^\\u0001-\\u2e7f]' or length(w) > 1),
  every as (select distinct word, till from asked)`
const HAVING = (from: string, most: number) =>
  `select k.item_id from millrace.item_words k where k.merchant_id = $1 and k.word >= ${from}.word and k.word < ${from}.till limit ${most}`
const SHOWN = (found: string) =>
  `select f.name, i.item_id as "itemId", i.barcode, i.description from ${found} f join millrace.items i on i.merchant_id = $1 and i.item_id = f.item order by f.name, i.item_id`

const paramsOf = (merchant: MerchantId, titles: readonly NamedTitle[]) => [
  merchant,
  titles.map(({ name }) => name),
  titles.map(({ title }) => title),
]

/** Items that share with a title words which few items have, found by those words alone, however many items there are (T4, E4). */
export const candidatesByTellingWords = (
  tx: Tx,
  merchant: MerchantId,
  titles: readonly NamedTitle[],
): Promise<Candidate[]> =>
  tx.query<Candidate>(
    `with ${WORDS},
       known as materialized (select e.word, array(select distinct item_id from (${HAVING('e', TELLING + 1)}) k) as items from every e),
       hit as (select a.name, i.item, count(*) as n from asked a join known k on k.word = a.word and cardinality(k.items) <= ${TELLING} cross join unnest(k.items) as i (item) group by a.name, i.item),
       best as (select name, item, row_number() over (partition by name order by n desc, item) as place from hit)
     ${SHOWN(`(select name, item from best where place <= ${MOST})`)}`,
    paramsOf(merchant, titles),
  )

/** The two rarest of the common words of each title; of scripts with blanks between words. */
const PAIRS = `with ${WORDS},
    counted as materialized (select e.word, (select count(*) from (${HAVING('e', COUNTED)}) k) as n from every e where e.word !~ '[^\\u0001-\\u2e7f]'),
    ranked as (select a.name, a.word, row_number() over (partition by a.name order by c.n, length(a.word) desc, a.word) as place
      from asked a join counted c on c.word = a.word and c.n > ${TELLING})
  select one.name, one.word, other.word as other from ranked one join ranked other on other.name = one.name and other.place = 2 where one.place = 1`
const WITH_BOTH = `
  select p.name, m.item_id as "itemId" from unnest($2::text[], $3::text[], $4::text[]) as p (name, word, other), lateral (
    select a.item_id from millrace.item_words a join millrace.item_words b on b.merchant_id = $1 and b.item_id = a.item_id and b.word = p.other
    where a.merchant_id = $1 and a.word = p.word limit ${MOST_BY_COMMON}) m`

/** Items that share with a title the two rarest of its words that many items have: for titles of common words only (T4, E4). */
export async function candidatesByCommonWords(
  tx: Tx,
  merchant: MerchantId,
  titles: readonly NamedTitle[],
): Promise<Candidate[]> {
  const pairs = await tx.query<{ name: string; word: string; other: string }>(PAIRS, paramsOf(merchant, titles))
  if (pairs.length === 0) return []
  // The items of both words lie sorted in one index: side by side they are met at once. Not knowing the words, the planner would look up each.
  await tx.query(`select set_config('enable_nestloop', 'off', true)`)
  const found = await tx.query<{ name: string; itemId: ItemId }>(WITH_BOTH, [
    merchant,
    pairs.map(({ name }) => name),
    pairs.map(({ word }) => word),
    pairs.map(({ other }) => other),
  ])
  await tx.query(`select set_config('enable_nestloop', 'on', true)`)
  const items = await itemsToMatch(tx, merchant, { ids: found.map(({ itemId }) => itemId), barcodes: [] })
  const byId = new Map(items.map((item) => [item.itemId, item]))
  return found.flatMap(({ name, itemId }) => {
    const item = byId.get(itemId)
    return item ? [{ ...item, name }] : []
  })
}

const TO_MATCH = `i.item_id as "itemId", i.barcode, i.description`

/** Items by their ids, and those that have one of these barcodes. */
export const itemsToMatch = (
  tx: Tx,
  merchant: MerchantId,
  { ids, barcodes }: { readonly ids: readonly string[]; readonly barcodes: readonly string[] },
): Promise<ItemToMatch[]> =>
  tx.query<ItemToMatch>(
    `select ${TO_MATCH} from millrace.items i where i.merchant_id = $1 and (i.item_id = any($2::text[]) or i.barcode = any($3::text[])) order by i.item_id`,
    [merchant, ids, barcodes],
  )

/** Items whose id, without case, dashes, dots, slashes, underscores and spaces, is one of these: such an id is one of an item's words (E4). */
export const itemsByPlainId = (tx: Tx, merchant: MerchantId, plainIds: readonly string[]): Promise<ItemToMatch[]> =>
  tx.query<ItemToMatch>(
    `with found as materialized (select distinct k.item_id from unnest($2::text[]) as p (id), lateral (select w from millrace.words_of(p.id) as w order by length(w) desc limit 1) longest,
         lateral (select item_id from millrace.item_words where merchant_id = $1 and word = longest.w limit ${MOST}) k)
     select ${TO_MATCH} from found f join millrace.items i on i.merchant_id = $1 and i.item_id = f.item_id
     where lower(translate(i.item_id, '-_./ ', '')) = any($2::text[]) order by i.item_id`,
    [merchant, [...plainIds]],
  )
