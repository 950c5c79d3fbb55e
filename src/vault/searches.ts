import type { SearchField } from '#core/pii/search-words.ts'
import type { VaultDoor } from './door.ts'
import type { Mark } from './search-index.ts'

type Json = { readonly [field: string]: unknown }
type Indexed = { readonly orderId: number; readonly buyerData: Json }

/** The blind indexes of orders as their buyer data is now. */
export type Marks = {
  readonly orders: readonly number[]
  readonly rows: readonly (Mark & { readonly orderId: number })[]
}

/** Makes the blind indexes of buyer data. */
export async function marksOf(door: VaultDoor, buyers: readonly Indexed[]): Promise<Marks> {
  const rows: (Mark & { readonly orderId: number })[] = []
  for (const { orderId, buyerData } of buyers)
    for (const mark of await door.search.marks(door, door.search.wordsOf(buyerData))) rows.push({ orderId, ...mark })
  return { orders: buyers.map(({ orderId }) => orderId), rows }
}

/** Keeps blind indexes in place of those that were there, in one statement. */
export async function putMarks(door: VaultDoor, { orders, rows }: Marks): Promise<void> {
  if (orders.length === 0) return
  await door.tx.query(
    `with wanted as (select * from unnest($3::bigint[], $4::smallint[], $5::integer[]) as w (order_id, kind, value)),
       former as (delete from vault.searches s where s.merchant_id = $1 and s.order_id = any($2::bigint[])
         and not exists (select from wanted w where (w.order_id, w.kind, w.value) = (s.order_id, s.kind, s.value)))
     insert into vault.searches (merchant_id, kind, value, order_id)
       select $1, kind, value, order_id from wanted on conflict do nothing`,
    [
      door.merchant,
      [...orders],
      rows.map((row) => row.orderId),
      rows.map((row) => row.kind),
      rows.map((row) => row.value),
    ],
  )
}

/** Orders whose buyer may be the one with this word: the newest first, one more than the limit where there are more. */
export async function candidates(
  door: VaultDoor,
  asked: { readonly field: SearchField; readonly word: string; readonly limit: number },
): Promise<number[]> {
  const [mark] = await door.search.marks(door, [asked])
  if (!mark) return []
  const rows = await door.tx.query<{ id: number }>(
    `select order_id as id from vault.searches where merchant_id = $1 and kind = $2 and value = $3 order by order_id desc limit $4`,
    [door.merchant, mark.kind, mark.value, asked.limit + 1],
  )
  return rows.map(({ id }) => id)
}

/** Orders whose buyer data was kept before there was an index. */
export async function unindexed({ tx, merchant }: VaultDoor, limit: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    'select order_id as id from vault.buyers where merchant_id = $1 and not indexed order by order_id limit $2',
    [merchant, limit],
  )
  return rows.map(({ id }) => id)
}

/** Indexes what was opened, and says so of all that were asked for: one that does not open is not asked for again. */
export async function indexOpened(door: VaultDoor, buyers: readonly Indexed[]): Promise<void> {
  await putMarks(door, await marksOf(door, buyers))
  await door.tx.query(
    'update vault.buyers set indexed = true where merchant_id = $1 and order_id = any($2::bigint[])',
    [door.merchant, buyers.map(({ orderId }) => orderId)],
  )
}
