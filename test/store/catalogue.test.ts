import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withMerchant } from '#store/db.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'
import { examineStatements } from '../make/examine-statements.ts'

/** Schemas whose tables are no merchant's own data; every other table must be fenced. */
const OUTSIDE = ['auth', 'deployment', 'pgboss']

let database: TestDatabase
beforeAll(async () => {
  database = await makeDatabase()
})
afterAll(() => database.close())

const catalogue = (sql: string) =>
  database
    .ownerPool()
    .query(sql)
    .then((result) => result.rows)

const TABLES = `select n.nspname as schema, c.relname as table, c.oid, c.relrowsecurity as fenced, pg_get_userbyid(c.relowner) as owner
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`

describe('the catalogue of the database', () => {
  test('[M2] there is no schema beside those that are known', async () => {
    const schemas = await catalogue(`select distinct schema from (${TABLES}) t order by 1`)
    expect(schemas.map((row) => row.schema).filter((schema) => !OUTSIDE.includes(schema))).toEqual([
      'millrace',
      'vault',
    ])
  })

  test('every table of a merchant has merchant_id first in its primary key', async () => {
    const firsts = await catalogue(
      `select t.schema || '.' || t.table as name, (select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
         where i.indrelid = t.oid and i.indisprimary) as first from (${TABLES}) t where t.schema not in ('auth', 'deployment', 'pgboss')`,
    )
    expect(firsts.length).toBeGreaterThan(15)
    expect(firsts.filter((row) => row.first !== 'merchant_id')).toEqual([])
  })

  test('every unique key of a merchant’s table begins with merchant_id', async () => {
    const keys = await catalogue(
      `select i.indexrelid::regclass::text as name, (select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) as first
         from pg_index i join (${TABLES}) t on t.oid = i.indrelid where i.indisunique and t.schema not in ('auth', 'deployment', 'pgboss')`,
    )
    expect(keys.length).toBeGreaterThan(80)
    expect(keys.filter((row) => row.first !== 'merchant_id')).toEqual([])
  })

  test('every reference between tables of a merchant carries merchant_id, first on both sides', async () => {
    const column = (table: string, number: string) =>
      `(select a.attname from pg_attribute a where a.attrelid = c.${table} and a.attnum = c.${number}[1])`
    const references = await catalogue(
      `select c.conrelid::regclass || ' ' || c.conname as name, ${column('conrelid', 'conkey')} as from_first, ${column('confrelid', 'confkey')} as to_first
         from pg_constraint c join (${TABLES}) t on t.oid = c.conrelid where c.contype = 'f' and t.schema not in ('auth', 'deployment', 'pgboss')`,
    )
    expect(references.length).toBeGreaterThan(50)
    const carried = (row: { from_first: string; to_first: string }) =>
      row.from_first === 'merchant_id' && row.to_first === 'merchant_id'
    expect(references.filter((row) => !carried(row))).toEqual([])
  })

  test('every table of a merchant is fenced by row-level security, for reading and for writing', async () => {
    const open = await catalogue(
      `select t.schema || '.' || t.table as name from (${TABLES}) t where t.schema not in ('auth', 'deployment', 'pgboss') and not (t.fenced and exists (
         select from pg_policies p where p.schemaname = t.schema and p.tablename = t.table and p.cmd = 'ALL' and p.qual like '%millrace.merchant%' and p.with_check like '%millrace.merchant%'))`,
    )
    expect(open).toEqual([])
  })

  test('no login of the running program owns a table, may pass the fence, or is a superuser', async () => {
    const owners = await catalogue(`select distinct owner from (${TABLES}) t`)
    expect(owners).toEqual([{ owner: 'millrace_owner' }])
    const logins = await catalogue(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('millrace_app', 'millrace_vault') order by 1`,
    )
    const harmless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(logins).toEqual([
      { rolname: 'millrace_app', ...harmless },
      { rolname: 'millrace_vault', ...harmless },
    ])
  })

  test('the application has no right at all on the vault, and no function runs with its owner’s rights', async () => {
    const rights = await catalogue(
      `select t.schema || '.' || t.table as name, has_schema_privilege('millrace_app', t.schema, 'usage') as usage,
         has_table_privilege('millrace_app', t.oid, 'select, insert, update, delete') as any_right from (${TABLES}) t where t.schema = 'vault'`,
    )
    expect(rights.length).toBeGreaterThan(3)
    expect(rights.filter((row) => row.usage || row.any_right)).toEqual([])
    const definers = await catalogue(
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname in ('millrace', 'vault', 'deployment', 'auth')`,
    )
    expect(definers).toEqual([])
  })

  test('without a merchant set nothing of any merchant is seen, and no row of another can be written', async () => {
    await database.ownerPool().query(
      `insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
       select id, id, 'owner@example.com', 'UTC', 'USD', 'g', '{}', 'epoch' from unnest(array['AAAAA', 'BBBBB']) id`,
    )
    const write = (merchant: string, as: string) =>
      withMerchant(database.appPool(), as, (tx) =>
        tx.query(
          `insert into millrace.settings (merchant_id, section, value, updated_at) values ($1, 'orders', '{}', 'epoch')`,
          [merchant],
        ),
      )
    await write('AAAAA', 'AAAAA')
    await expect(write('BBBBB', 'AAAAA')).rejects.toMatchObject({ code: '42501' })
    const seen = (as: string) =>
      withMerchant(database.appPool(), as, (tx) => tx.query('select merchant_id from millrace.settings'))
    expect(await seen('AAAAA')).toEqual([{ merchant_id: 'AAAAA' }])
    expect(await seen('BBBBB')).toEqual([])
    expect(await seen('')).toEqual([])
    expect((await database.appPool().query('select * from millrace.settings')).rows).toEqual([])
  })

  test.each([
    ['select * from millrace.orders where order_id = $1', 'millrace.orders'],
    [
      'select 1 from millrace.orders o join millrace.order_lines l using (order_id) where o.merchant_id = $1',
      'millrace.order_lines',
    ],
    [
      'update millrace.stock s set on_hand = 0 from millrace.items i where s.item_id = i.item_id and i.merchant_id = $1',
      'millrace.stock',
    ],
    [
      'select 1 from millrace.orders o where o.merchant_id = $1 and exists (select from vault.buyers b where b.order_id = o.order_id)',
      'vault.buyers',
    ],
    ['truncate millrace.orders', 'cannot be examined'],
  ])('a statement that reads a table without its merchant is found by its plan: %s', async (text, what) => {
    const [finding] = await examineStatements(database.ownerConfig, [{ text, place: 'src/store/a.ts' }])
    expect(finding).toContain(what)
  })

  test.each([
    'select * from millrace.orders where merchant_id = $1 and order_id = any($2)',
    'select 1 from millrace.orders o join millrace.order_lines l using (merchant_id, order_id) where l.merchant_id = $1',
    'with gone as (delete from millrace.pages where merchant_id = $1 returning page_id) select page_id from gone',
    'insert into millrace.order_events (merchant_id, order_id, at, kind, who) select $1, o.order_id, o.placed_at, $2, $3 from millrace.orders o where o.merchant_id = $1',
    'select count(*) from deployment.due where at is not null',
  ])('a statement that is led by its merchant passes: %s', async (text) => {
    expect(await examineStatements(database.ownerConfig, [{ text, place: 'src/store/a.ts' }])).toEqual([])
  })
})
