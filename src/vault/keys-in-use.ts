import type { VaultDoor } from './door.ts'
import { attempt } from './key-ring.ts'
import { ALL_TABLES, rowOf, sealedAnew, type Table } from './sealed-rows.ts'

const IDLE = 14 * 86_400_000
/** After so long nobody seals by a key that was replaced: whoever read it before has ended, and a program of before remembers it for five minutes. */
const SETTLED = 10 * 60_000

/** A key of a merchant, and how many rows of each kind it seals; epoch ms. */
export type KeyInUse = { readonly id: string; readonly createdAt: number } & Readonly<Record<Table, number>>

const seals = (key: string) =>
  ALL_TABLES.map((table) => `exists (select from vault.${table} v where v.merchant_id = $1 and v.key_id = ${key})`)

/** Every key there is, how old it is and how much it seals (U3). */
export const listKeys = ({ tx, merchant }: VaultDoor): Promise<KeyInUse[]> =>
  tx.query<KeyInUse>(
    `select k.key_id as id, k.created_at as "createdAt", ${ALL_TABLES.map((table) => `coalesce(${table}.n, 0)::int as ${table}`).join(', ')}
     from vault.data_keys k
       ${ALL_TABLES.map(
         (table) =>
           `left join (select key_id, count(*) as n from vault.${table} where merchant_id = $1 group by key_id) ${table} on ${table}.key_id = k.key_id`,
       ).join(' ')}
     where k.merchant_id = $1 order by k.created_at, k.key_id`,
    [merchant],
  )

/** Erases keys of more than two weeks ago that seal nothing any more. */
export async function eraseIdleKeys({ tx, merchant, now }: VaultDoor): Promise<void> {
  await tx.query(
    `delete from vault.data_keys k where k.merchant_id = $1 and k.created_at < to_timestamp($2::float8 / 1000)
       and not (${seals('k.key_id').join(' or ')})`,
    [merchant, now - IDLE],
  )
}

/** Erases a replaced key once nothing hangs on it and nobody can remember it; says whether it is gone. */
export async function eraseReplacedKey({ tx, merchant, now }: VaultDoor, id: string): Promise<boolean> {
  const gone = await tx.query(
    `delete from vault.data_keys k where k.merchant_id = $1 and k.key_id = $2 and k.replaced_at < to_timestamp($3::float8 / 1000)
       and not (${seals('k.key_id').join(' or ')}) returning key_id`,
    [merchant, id, now - SETTLED],
  )
  return gone.length > 0
}

/** How many of the merchant's keys each master key wraps; null: wrapped before keys had names. */
export const countWrapped = ({ tx, merchant }: VaultDoor): Promise<{ key: string | null; count: number }[]> =>
  tx.query(
    `select case when get_byte(wrapped, 0) = 2 then encode(substring(wrapped from 2 for 8), 'hex') end as key, count(*)::int as count
     from (select wrapped from vault.data_keys where merchant_id = $1
       union all select wrapped from vault.search_keys where merchant_id = $1) k group by 1`,
    [merchant],
  )

/** A page of rows that a key seals. */
export type ResealPage = { readonly table: Table; readonly key: string; readonly after: number; readonly limit: number }

/** What was sealed anew, what does not open and was left, and the last row seen; null at the end. */
export type Resealed = { readonly rows: number; readonly damaged: readonly string[]; readonly last: number | null }

/** Seals rows of one key anew by today's; when they were stored and where they came from stays. */
export async function resealRows(door: VaultDoor, { table, key, after, limit }: ResealPage): Promise<Resealed> {
  const { tx, merchant } = door
  const found = await tx.query<{ row: number; sealed: Buffer }>(
    `select ${rowOf(table)} as row, sealed from vault.${table}
     where merchant_id = $1 and key_id = $2 and ${rowOf(table)} > $3 order by ${rowOf(table)} limit $4 for update`,
    [merchant, key, after, limit],
  )
  if (found.length === 0) return { rows: 0, damaged: [], last: null }
  const former = await door.keys.byId(door, key)
  const today = await door.keys.current(door)
  const damaged: string[] = []
  let rows = 0
  for (const { row, sealed } of found) {
    const again = attempt(() => sealedAnew(door, { table, row, keyId: key, key: former, to: today }, sealed))
    if (again === 'damaged') damaged.push(`${table} ${row} of ${merchant}`)
    else {
      await tx.query(
        `update vault.${table} set key_id = $3, sealed = $4 where merchant_id = $1 and ${rowOf(table)} = $2`,
        [merchant, row, today.id, again],
      )
      rows++
    }
  }
  if (rows > 0) door.access.opened[table] = (door.access.opened[table] ?? 0) + rows
  return { rows, damaged, last: found.at(-1)?.row ?? null }
}
