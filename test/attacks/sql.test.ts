import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Tx, withMerchant, withoutMerchant } from '#store/db.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

const MINE = 'MINEE'
const THEIRS = 'THEIR'

type Column = { readonly name: string; readonly type: string; readonly isArray: boolean }
type Table = { readonly name: string; readonly columns: readonly Column[] }

let database: TestDatabase
let tables: readonly Table[]

/** Every table of merchants with a fence, as the catalogue has it, with its columns that need a value. */
const FENCED = `select format('%I.%I', n.nspname, c.relname) as name, (
    select coalesce(json_agg(json_build_object('name', a.attname, 'type', t.typname, 'isArray', t.typcategory = 'A') order by a.attnum), '[]')
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attidentity = '' and a.attgenerated = ''
  ) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and c.relrowsecurity
    and exists (select from pg_attribute m where m.attrelid = c.oid and m.attname = 'merchant_id' and m.attgenerated = '') order by 1`

/** One value of each kind of column; texts and numbers differ from merchant to merchant, because some are unique in the whole table. */
function valueFor({ name, type, isArray }: Column, merchant: string): unknown {
  if (name === 'merchant_id') return merchant
  if (isArray) return []
  const number = merchant === MINE ? 1 : 2
  if (type === 'bytea') return Buffer.from(merchant)
  if (type === 'bool') return false
  if (type === 'jsonb' || type === 'json') return '{}'
  if (/^timestamp|^date$/.test(type)) return '2026-11-10'
  if (/^(int|float|numeric)/.test(type)) return number
  // Some columns are computed from a text that is JSON.
  if (type === 'text') return `"a text of ${merchant}"`
  throw new Error(`There is no value for ${name}, a ${type}.`)
}

/** A row for each of the two merchants in every fenced table: without keys to other tables, triggers and checks, which are not what is tried. */
async function fill(): Promise<void> {
  const owner = await database.ownerPool().connect()
  await owner.query(`set session_replication_role = replica`)
  const checks = await owner.query<{ sql: string }>(
    `select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as sql from pg_constraint
     where contype = 'c' and conrelid <> 0 and connamespace in (select oid from pg_namespace where nspname in ('millrace', 'vault'))`,
  )
  for (const { sql } of checks.rows) await owner.query(sql)
  for (const { name, columns } of tables)
    for (const merchant of [MINE, THEIRS])
      await owner.query(
        `insert into ${name} (${columns.map((each) => `"${each.name}"`)}) values (${columns.map((_, at) => `$${at + 1}`)})`,
        columns.map((column) => valueFor(column, merchant)),
      )
  owner.release(true)
}

beforeAll(async () => {
  database = await makeDatabase()
  tables = (await database.ownerPool().query<Table>(FENCED)).rows
  await fill()
})
afterAll(() => database.close())

const LOGINS = ['millrace_app', 'millrace_vault'] as const
type Login = (typeof LOGINS)[number]
const poolOf = (login: Login) => (login === 'millrace_app' ? database.appPool() : database.vaultPool())

/** What a statement did in a transaction that is then undone: how many rows, or the state in which it was refused. */
async function tried(login: Login, as: string | null, sql: string): Promise<number | string> {
  const undone = new Error('undone')
  let rows: number | string = 0
  const work = async (tx: Tx) => {
    try {
      rows = (await tx.query(sql)).length
    } catch (error) {
      rows = String((error as { code?: string }).code)
    }
    throw undone
  }
  const asked = as === null ? withoutMerchant(poolOf(login), work) : withMerchant(poolOf(login), as, work)
  await asked.catch((error: unknown) => {
    if (error !== undone) throw error
  })
  return rows
}

const REFUSED = '42501'
const nothing = (found: number | string): boolean => found === 0 || found === REFUSED

/** The tables at which a statement did something else than it should. */
async function wrongAt(
  should: (found: number | string, table: Table) => boolean,
  ask: (table: Table) => Promise<number | string>,
) {
  const wrong: string[] = []
  for (const table of tables) {
    const found = await ask(table)
    if (!should(found, table)) wrong.push(`${table.name}: ${found}`)
  }
  return wrong
}

describe.each(LOGINS)('[M1][U3] %s, with one merchant set', (login) => {
  test('there is a row of each merchant in every table, and one’s own is seen where the login may read', async () => {
    expect(tables.length).toBeGreaterThan(50)
    const counts = await Promise.all(tables.map(({ name }) => database.ownerPool().query(`select 1 from ${name}`)))
    expect(counts.every(({ rowCount }) => rowCount === 2)).toBe(true)
    let seen = 0
    const isOwn = (found: number | string) => {
      if (found === 1) seen++
      return found === 1 || found === REFUSED
    }
    expect(await wrongAt(isOwn, ({ name }) => tried(login, MINE, `select * from ${name}`))).toEqual([])
    expect(seen).toBeGreaterThan(40)
  })

  test.each([
    ['read', `select 1 from TABLE where merchant_id = 'THEIR'`],
    ['lock', `select 1 from TABLE where merchant_id = 'THEIR' for update`],
    ['change', `update TABLE set merchant_id = merchant_id where merchant_id = 'THEIR' returning 1`],
    ['take over', `update TABLE set merchant_id = '${MINE}' where merchant_id = 'THEIR' returning 1`],
    ['delete', `delete from TABLE where merchant_id = 'THEIR' returning 1`],
    ['find by a part of the row', `select 1 from TABLE t where t::text like '%THEIR%'`],
    [
      'find by a join',
      `select 1 from deployment.merchants m join TABLE using (merchant_id) where merchant_id = 'THEIR'`,
    ],
  ])('rows of another cannot be reached: %s', async (_what, sql) => {
    const ask = ({ name }: Table) => tried(login, MINE, sql.replaceAll('TABLE', name))
    expect(await wrongAt(nothing, ask)).toEqual([])
  })

  test.each([
    ['inserted', (name: string) => `insert into ${name} (merchant_id) values ('${THEIRS}') returning 1`],
    [
      'given away',
      (name: string) => `update ${name} set merchant_id = '${THEIRS}' where merchant_id = '${MINE}' returning 1`,
    ],
    ['emptied', (name: string) => `truncate ${name}`],
    ['opened', (name: string) => `alter table ${name} disable row level security`],
    ['unfenced', (name: string) => `create policy mine on ${name} using (true)`],
  ] as const)('no row can be %s', async (_what, sql) => {
    expect(
      await wrongAt(
        (found) => found === REFUSED,
        ({ name }) => tried(login, MINE, sql(name)),
      ),
    ).toEqual([])
  })

  test('without a merchant, and with what is no merchant, nothing is seen, changed or deleted', async () => {
    for (const as of [null, '', '%', `${THEIRS}' or '1'='1`, `{${MINE},${THEIRS}}`, `${MINE}\n`, MINE.toLowerCase()]) {
      for (const sql of [
        'select 1 from %',
        'update % set merchant_id = merchant_id returning 1',
        'delete from % returning 1',
      ])
        expect([as, await wrongAt(nothing, ({ name }) => tried(login, as, sql.replace('%', name)))]).toEqual([as, []])
    }
  })

  test('no way around it: another role, security switched off, a function of its own', async () => {
    for (const sql of [
      'set local row_security = off',
      'set local role millrace_owner',
      'set session authorization millrace_owner',
      'create function public.peek() returns int language sql security definer as $$ select 1 $$',
      `alter role ${login} bypassrls`,
      `grant millrace_owner to ${login}`,
    ]) {
      const then = async (tx: Tx) => {
        await tx.query(sql)
        return tx.query(`select 1 from millrace.items where merchant_id = '${THEIRS}'`)
      }
      const asked = withMerchant(poolOf(login), MINE, then)
      await expect(asked, sql).rejects.toMatchObject({ code: '42501' })
    }
  })
})

test('[M1] each table with a merchant has a fence, or lies where no order and no buyer is', async () => {
  const { rows } = await database.ownerPool().query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attname = 'merchant_id' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relrowsecurity and n.nspname not in ('deployment', 'auth')`,
  )
  expect(rows).toEqual([])
  const views = await database.ownerPool().query(
    `select schemaname, viewname from pg_views where schemaname in ('millrace', 'vault', 'deployment', 'auth')
     union all select schemaname, matviewname from pg_matviews`,
  )
  expect(views.rows).toEqual([])
})
