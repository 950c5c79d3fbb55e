import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutMerchant } from '#store/db.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

const TEXTS: readonly string[] = ['buckets.tokens', 'former_passwords.hash', 'passwords.hash', 'problems.code']

let database: TestDatabase
let tables: string[]

beforeAll(async () => {
  database = await makeDatabase()
  const { rows } = await database
    .ownerPool()
    .query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'vault' order by 1`)
  tables = rows.map(({ name }) => name)
})
afterAll(() => database.close())

const asApp = (...statements: string[]) =>
  withoutMerchant(database.appPool(), async (tx) => {
    await tx.query(`select set_config('millrace.merchant', 'HRBOR', true)`)
    for (const sql of statements) await tx.query(sql)
  })

/** Ways around a wall, each with the table in place of %. */
const WAYS: readonly [name: string, ...statements: string[]][] = [
  ['a select', 'select * from vault.%'],
  ['a count', 'select count(*) from vault.%'],
  ['a lock', 'lock table vault.% in access share mode'],
  ['a copy', 'copy vault.% to stdout'],
  ['an insert', 'insert into vault.% default values'],
  ['a change', 'update vault.% set merchant_id = merchant_id'],
  ['a deletion', 'delete from vault.%'],
  ['a temporary view', 'create temporary view peek as select * from vault.%', 'select * from peek'],
  ['a copy as a table', 'create temporary table peek as table vault.%'],
  [
    'a function of its own',
    `create function pg_temp.peek() returns bigint language plpgsql as $$ begin return (select count(*) from vault.%); end $$`,
    'select pg_temp.peek()',
  ],
  ['a nameless block', `do $$ begin perform * from vault.%; end $$`],
  ['another role', 'set local role millrace_vault', 'select * from vault.%'],
  ['the owner', 'set local role millrace_owner', 'select * from vault.%'],
  ['another session', `set local session authorization millrace_vault`, 'select * from vault.%'],
  ['a right given to itself', 'grant select on vault.% to millrace_app', 'select * from vault.%'],
]

describe("[U3] the application's login does not reach the vault", () => {
  test('there is a vault, and its tables are those that are known', () => {
    expect(tables).toEqual(
      expect.arrayContaining(['buyers', 'data_keys', 'documents', 'pages', 'search_keys', 'searches']),
    )
  })

  test.each(WAYS)('not by %s', async (_, ...statements) => {
    for (const table of tables) {
      const asked = statements.map((sql) => sql.replaceAll('%', table))
      await expect(asApp(...asked), table).rejects.toMatchObject({
        code: expect.stringMatching(/^(42501|3F000|22023)$/),
      })
    }
  })

  test('not by the statistics that the server keeps of its columns', async () => {
    const owner = database.ownerPool()
    await owner.query('analyze vault.buyers')
    const seen = withoutMerchant(database.appPool(), (tx) =>
      tx.query(`select from pg_stats where schemaname = 'vault'`),
    )
    expect(await seen).toEqual([])
  })

  test('not by a view, a rule or a function that runs with the rights of its owner: there is none', async () => {
    const { rows } = await database.ownerPool().query(
      `select n.nspname as schema, p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
       union all select schemaname, viewname from pg_views where definition ~ 'vault\\.'
       union all select schemaname, matviewname from pg_matviews where definition ~ 'vault\\.'`,
    )
    expect(rows).toEqual([])
  })

  test('not by a name of a file on the server, or a program of it', async () => {
    for (const sql of [
      `select pg_read_file('PG_VERSION')`,
      `copy (select 1) to '/tmp/x'`,
      `copy (select 1) to program 'true'`,
      `select lo_import('/etc/hostname')`,
    ])
      await expect(asApp(sql)).rejects.toMatchObject({ code: '42501' })
  })
})

test('[U3] each login has its rights by itself: none is a member of another, owns a table or sees past row-level security', async () => {
  const { rows } = await database.ownerPool().query(
    `select r.rolname from pg_roles r where r.rolname in ('millrace_app', 'millrace_vault') and
       (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication
        or exists (select from pg_auth_members m where m.member = r.oid)
        or exists (select from pg_class c where c.relowner = r.oid and c.relpersistence = 'p'))`,
  )
  expect(rows).toEqual([])
})

test('[U3][M1] each table of the vault shows a row to its merchant only, whoever asks as the vault', async () => {
  const { rows } = await database.ownerPool().query(
    `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'vault' and c.relkind = 'r' and not (c.relrowsecurity
       and exists (select from pg_policies p where p.schemaname = 'vault' and p.tablename = c.relname and p.qual like '%merchant_id%' and p.with_check like '%merchant_id%'))`,
  )
  expect(rows).toEqual([])
})

test('[U3] who signs in is kept as hashes and sealed seeds: no column of it holds a password, a code or a token as it is given', async () => {
  const { rows } = await database.ownerPool().query<{ name: string; type: string }>(
    `select table_name || '.' || column_name as name, data_type as type from information_schema.columns
     where table_schema in ('auth', 'deployment') and column_name ~ '(seed|secret|token|code|password|hash|sealed|wrapped|pending)'
       and column_name !~ '(_at|_id|_on|_step)$' order by 1`,
  )
  const texts = rows.filter(({ type }) => type !== 'bytea').map(({ name }) => name)
  // Each of these was looked at: Argon2id hashes with their settings, and names that hold no secret.
  expect(texts).toEqual(TEXTS)
})
