import type { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** The schemas whose tables are kept in a backup; the queue's is made anew. */
export const MAIN_SCHEMAS = ['deployment', 'auth', 'millrace'] as const
export const VAULT_SCHEMA = 'vault'
const ALL_SCHEMAS = [...MAIN_SCHEMAS, VAULT_SCHEMA]

/** A table by its full name, and the columns that are written; computed ones are not. */
export type TableToCopy = { readonly table: string; readonly columns: readonly string[] }

/** Written by the migrations themselves, so they are told in the head of a backup and never copied. */
const OF_MIGRATIONS = 'deployment.migration'

/** The tables of some schemas with their columns, in the order of their names. */
export async function tablesToCopy(owner: pg.ClientBase, schemas: readonly string[]): Promise<TableToCopy[]> {
  const { rows } = await owner.query<TableToCopy>(
    `select format('%I.%I', n.nspname, c.relname) as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by n.nspname, c.relname order by array_position($1, n.nspname), c.relname`,
    [[...schemas]],
  )
  return rows.filter(({ table }) => table !== OF_MIGRATIONS)
}

/** Makes texts of values the same on every server. */
export const COPY_SETTINGS = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

const columnList = ({ columns }: TableToCopy) => columns.map((name) => pg.escapeIdentifier(name)).join(', ')

/** The rows of a table as COPY writes them, one line each; with a condition, those that it holds for. */
export function copyOut(owner: pg.Client, of: TableToCopy, condition = ''): Readable {
  const where = condition === '' ? '' : ` t where ${condition}`
  return owner.query(copyTo(`copy (select ${columnList(of)} from ${of.table}${where}) to stdout`))
}

/** Takes the rows of a table, as COPY wrote them. */
export const copyIn = (owner: pg.Client, of: TableToCopy): Writable & { readonly rowCount: number } =>
  owner.query(copyFrom(`copy ${of.table} (${columnList(of)}) from stdin`)) as Writable & { readonly rowCount: number }

/** Where numbers of a schema are handed out next. Read last: a sequence runs ahead of every snapshot. */
export async function readSequences(owner: pg.ClientBase): Promise<{ name: string; value: number }[]> {
  const { rows } = await owner.query<{ name: string; value: string }>(
    `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value - increment_by)::text as value
     from pg_sequences where schemaname = any($1) order by 1`,
    [ALL_SCHEMAS],
  )
  return rows.map(({ name, value }) => ({ name, value: Number(value) }))
}

/** Takes foreign keys and triggers away while tables are filled in any order; `close` puts them back, and every key is checked then. */
export async function loosen(owner: pg.ClientBase): Promise<{ tighten(): Promise<void> }> {
  const keys = await owner.query<{ table: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
     where c.contype = 'f' and c.conparentid = 0 and n.nspname = any($1) order by 1, 2`,
    [ALL_SCHEMAS],
  )
  const triggers = await owner.query<{ table: string; name: string }>(
    `select g.tgrelid::regclass::text as table, quote_ident(g.tgname) as name
     from pg_trigger g join pg_class t on t.oid = g.tgrelid join pg_namespace n on n.oid = t.relnamespace
     where not g.tgisinternal and g.tgenabled = 'O' and n.nspname = any($1) order by 1, 2`,
    [ALL_SCHEMAS],
  )
  for (const { table, name } of keys.rows) await owner.query(`alter table ${table} drop constraint ${name}`)
  for (const { table, name } of triggers.rows) await owner.query(`alter table ${table} disable trigger ${name}`)
  return {
    async tighten() {
      for (const { table, name } of triggers.rows) await owner.query(`alter table ${table} enable trigger ${name}`)
      for (const { table, name, definition } of keys.rows)
        await owner.query(`alter table ${table} add constraint ${name} ${definition}`)
    },
  }
}
