import type { SearchField } from '#core/pii/search-words.ts'
import type { VaultDoor } from './door.ts'
import type { Mark } from './search-index.ts'

type Json = { readonly [field: string]: unknown }
type Indexed = { readonly orderId: number; readonly buyerData: Json }

/** The blind index of one order. */
type OrderMark = Mark & { readonly orderId: number }

/** Makes the blind indexes of buyer data. */
export async function marksOf(door: VaultDoor, buyers: readonly Indexed[]): Promise<readonly OrderMark[]> {
  const rows: OrderMark[] = []
  for (const { orderId, buyerData } of buyers)
    for (const mark of await door.search.marks(door, door.search.wordsOf(buyerData))) rows.push({ orderId, ...mark })
  return rows
}

/** Keeps blind indexes; those of orders that were known before go first where they are others now. */
export async function putMarks(door: VaultDoor, marks: readonly OrderMark[], known: readonly number[]): Promise<void> {
  const columns = [marks.map((row) => row.orderId), marks.map((row) => row.kind), marks.map((row) => row.value)]
  const rows = 'unnest($2::bigint[], $3::smallint[], $4::integer[]) as w (order_id, kind, value)'
  if (known.length > 0)
    await door.tx.query(
      `delete from vault.searches s where s.merchant_id = $1 and s.order_id = any($5::bigint[])
         and not exists (select from ${rows} where (w.order_id, w.kind, w.value) = (s.order_id, s.kind, s.value))`,
      [door.merchant, ...columns, [...known]],
    )
  if (marks.length > 0)
    await door.tx.query(
      `insert into vault.searches (merchant_id, kind, value, order_id)
         select $1, kind, value, order_id from ${rows} on conflict do nothing`,
      [door.merchant, ...columns],
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

/** Indexes what was opened of some orders, and notes of all of them that it was done. */
export async function indexOpened(
  door: VaultDoor,
  orders: readonly number[],
  buyers: readonly Indexed[],
): Promise<void> {
  await putMarks(door, await marksOf(door, buyers), orders)
  await door.tx.query(
    'update vault.buyers set indexed = true where merchant_id = $1 and order_id = any($2::bigint[])',
    [door.merchant, [...orders]],
  )
}
