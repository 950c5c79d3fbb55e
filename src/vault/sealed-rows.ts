import type { KeyObject } from 'node:crypto'
import type { VaultDoor } from './door.ts'
import { open, seal } from './seal.ts'

const NOW = 'to_timestamp($6::float8 / 1000)'

/** What the vault keeps, each in a table of its own: what numbers its rows, and the columns beside the sealed value, as SQL. */
const TABLES = {
  pages: { row: 'page_id', beside: {} },
  documents: { row: 'document_id', beside: { holds_buyer_data: 'r.holds', stored_at: NOW } },
  buyers: { row: 'order_id', beside: { stored_at: NOW, indexed: 'true', origin: 'r.origin' } },
  brought_files: { row: 'import_id', beside: { stored_at: NOW } },
  mail_texts: {
    row: 'mail_id',
    beside: {
      order_id: '(select m.order_id from millrace.buyer_mails m where m.merchant_id = $1 and m.mail_id = r.row)',
    },
  },
} as const satisfies Readonly<Record<string, { row: string; beside: Readonly<Record<string, string>> }>>

/** A table of the vault. */
export type Table = keyof typeof TABLES

/** The tables, for what is done with each of them. */
export const ALL_TABLES = Object.keys(TABLES) as readonly Table[]

/** The column that numbers a table's rows. */
export const rowOf = (table: Table): string => TABLES[table].row

/** A row to be kept. */
export type Sealable = {
  readonly row: number
  readonly text: string
  readonly holdsBuyerData?: boolean
  /** Where it came from; left out: from Amazon (U2). */
  readonly origin?: string
}

type At = { readonly table: Table; readonly row: number; readonly keyId: string }

/** What a sealed value is bound to: its merchant, table, row and key; moved elsewhere it does not open. */
const contextOf = ({ merchant }: VaultDoor, at: At) => `${merchant} ${at.table} ${at.row} ${at.keyId}`

/** Seals rows by today's key, and keeps or replaces them; gives those that were there. */
export async function putAll(door: VaultDoor, table: Table, rows: readonly Sealable[]): Promise<readonly number[]> {
  if (rows.length === 0) return []
  const { id, key } = await door.keys.current(door)
  const sealed = rows.map((r) => seal(key, r.text, contextOf(door, { table, row: r.row, keyId: id })))
  const beside = Object.entries<string>(TABLES[table].beside)
  const written = ['key_id', 'sealed', ...beside.map(([column]) => column)]
  // One value of bytes, which goes over the wire as it is: a list of them would go as hexadecimal text, twice as long.
  const kept = await door.tx.query<{ row: number; known: boolean }>(
    `insert into vault.${table} (merchant_id, ${rowOf(table)}, ${written.join(', ')})
     select $1, r.row, $2, substring($3::bytea from r.start for r.length)${beside.map(([, value]) => `, ${value}`).join('')}
     from unnest($4::bigint[], $5::boolean[], $7::integer[], $8::integer[], $9::text[]) as r (row, holds, start, length, origin)
     where $6::float8 is not null
     on conflict (merchant_id, ${rowOf(table)}) do update set ${written.map((name) => `${name} = excluded.${name}`).join(', ')}
     returning ${rowOf(table)} as row, xmax <> 0 as known`,
    [
      door.merchant,
      id,
      Buffer.concat(sealed),
      rows.map((r) => r.row),
      rows.map((r) => r.holdsBuyerData ?? true),
      door.now,
      startsOf(sealed),
      sealed.map((s) => s.length),
      rows.map((r) => r.origin ?? 'amazon'),
    ],
  )
  return kept.flatMap(({ row, known }) => (known ? [row] : []))
}

/** Where each begins when all are joined, counted from 1 as SQL does. */
function startsOf(parts: readonly Buffer[]): number[] {
  let next = 1
  return parts.map(({ length }) => {
    next += length
    return next - length
  })
}

/** Opens rows, and counts them as opened; what was purged is not among them. */
export async function openAll(
  door: VaultDoor,
  table: Table,
  rows: readonly number[],
): Promise<{ row: number; text: string }[]> {
  if (rows.length === 0) return []
  const found = await door.tx.query<{ row: number; key_id: string; sealed: Buffer }>(
    `select ${rowOf(table)} as row, key_id, sealed from vault.${table} where merchant_id = $1 and ${rowOf(table)} = any($2::bigint[])`,
    [door.merchant, [...rows]],
  )
  const opened: { row: number; text: string }[] = []
  for (const { row, key_id, sealed } of found) {
    const key = await door.keys.byId(door, key_id)
    opened.push({ row, text: openOne(door, { table, row, keyId: key_id, key }, sealed) })
  }
  if (opened.length > 0) door.access.opened[table] = (door.access.opened[table] ?? 0) + opened.length
  return opened
}

/** A sealed value that was changed, or is not where it was sealed for. */
export class DoesNotOpen extends Error {}

/** Opens one value; one that does not open is named by its place, so that it can be looked at. */
function openOne(door: VaultDoor, at: At & { readonly key: KeyObject }, sealed: Buffer): string {
  try {
    return open(at.key, sealed, contextOf(door, at)).toString('utf8')
  } catch (cause) {
    throw new DoesNotOpen(`vault.${at.table} ${at.row} of ${door.merchant} does not open: it was changed, or moved.`, {
      cause,
    })
  }
}

/** One value sealed by a key, sealed anew by another for the same place. */
export const sealedAnew = (
  door: VaultDoor,
  at: At & { readonly key: KeyObject; readonly to: { readonly id: string; readonly key: KeyObject } },
  sealed: Buffer,
): Buffer => seal(at.to.key, openOne(door, at, sealed), contextOf(door, { ...at, keyId: at.to.id }))

/** Erases rows, and notes which went; gives how many. */
export async function eraseAll(door: VaultDoor, table: Table, rows: readonly number[]): Promise<number> {
  if (rows.length === 0) return 0
  const gone = await door.tx.query<{ row: number }>(
    `delete from vault.${table} where merchant_id = $1 and ${rowOf(table)} = any($2::bigint[]) returning ${rowOf(table)} as row`,
    [door.merchant, [...rows]],
  )
  if (gone.length === 0) return 0
  const ids = gone.map(({ row }) => row).sort((a, b) => a - b)
  door.access.gone[table] = [...(door.access.gone[table] ?? []), ...ids]
  return ids.length
}

/** Where what is kept came from; nothing is opened. */
export async function originsOf(
  { tx, merchant }: VaultDoor,
  table: 'buyers' | 'documents',
  ids: readonly number[],
): Promise<Map<number, string>> {
  const whole = table === 'documents' ? 'and holds_buyer_data' : ''
  const rows = await tx.query<{ id: number; origin: string }>(
    `select ${rowOf(table)} as id, origin from vault.${table} where merchant_id = $1 and ${rowOf(table)} = any($2::bigint[]) ${whole}`,
    [merchant, [...ids]],
  )
  return new Map(rows.map(({ id, origin }) => [id, origin]))
}
