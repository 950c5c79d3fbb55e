import { describe, expect, test } from 'vitest'
import { envExample, onlyReader } from '../../scripts/house-rules/environment.ts'
import { completed, noRegistry, wholeLockfile } from '../../scripts/house-rules/lockfile.ts'
import { merchantInSql } from '../../scripts/house-rules/merchant-id.ts'
import { rollingMigrations } from '../../scripts/house-rules/migrations.ts'
import { bannedNames } from '../../scripts/house-rules/names.ts'
import { parse } from '../../scripts/house-rules/source-file.ts'
import { sqlTime } from '../../scripts/house-rules/sql-time.ts'
import { timeAndChance } from '../../scripts/house-rules/time-and-chance.ts'
import { vaultTable } from '../../scripts/house-rules/vault-table.ts'

describe('time and chance come from outside', () => {
  test.each([
    ['src/core/a.ts', 'Date.now()'],
    ['src/core/a.ts', 'new Date()'],
    ['src/flows/a.ts', 'new Date(0)'],
    ['src/flows/a.ts', 'Math.random()'],
    ['src/flows/a.ts', 'crypto.randomUUID()'],
    ['src/core/a.ts', 'Temporal.Now.instant()'],
    ['src/store/a.ts', 'new Date()'],
    ['src/vault/a.ts', 'Date.now()'],
  ])('%s may not say %s', (path, text) => {
    expect(timeAndChance(parse(path, text))).toMatchObject([{ at: `${path}:1` }])
  })

  test.each([
    ['src/store/a.ts', 'new Date(instant)'],
    ['src/main/a.ts', 'Date.now()'],
    ['src/core/a.test.ts', 'Date.now()'],
    ['src/core/a.ts', 'deps.now()'],
  ])('%s may say %s', (path, text) => {
    expect(timeAndChance(parse(path, text))).toEqual([])
  })

  test.each(['"update a set b = now()"', '`${x} and at < NOW ( )`', '`current_timestamp ${x}`'])(
    'SQL in src may not ask the database for the time: %s',
    (text) => {
      expect(sqlTime(parse('src/store/a.ts', `\n${text}`))).toMatchObject([{ at: 'src/store/a.ts:2' }])
    },
  )

  test.each(['"time comes from deps.now()"', 'deps.now()', '"know()"'])('this is no SQL clock: %s', (text) => {
    expect(sqlTime(parse('src/store/a.ts', text))).toEqual([])
  })
})

describe('names say what a file holds', () => {
  test.each([
    'src/core/order-manager.ts',
    'src/http/helpers.ts',
    'src/util/money.ts',
    'src/web/OrderData.tsx',
    'src/flows/process-orders.ts',
    'src/store/order-service.ts',
    'test/common/make.test.ts',
  ])('%s is refused', (path) => {
    expect(bannedNames([path])).toMatchObject([{ at: path }])
  })

  test.each(['src/core/shipping/service-level.ts', 'src/core/orders/database.ts', 'src/main/child-process.ts'])(
    '%s is a good name',
    (path) => {
      expect(bannedNames([path])).toEqual([])
    },
  )
})

describe('the table of flows that open the vault', () => {
  const opener = parse(
    'src/flows/reveal.ts',
    "await deps.transaction(merchant, { vault: 'reveal' }, (tx) => tx.vault.open())",
  )
  const plain = parse('src/flows/reveal.ts', "await deps.transaction(merchant, 'plain', (tx) => tx.orders())")
  const byFlow = parse('src/flows/vault-purposes.ts', "export const PURPOSES = { reveal: 'reveal' } as const")
  const byPurpose = parse('src/flows/vault-purposes.ts', "export const FLOWS = { show: ['reveal'] }")

  test('a flow that opens the vault without standing in the table is refused', () => {
    expect(vaultTable([opener])).toMatchObject([{ at: 'src/flows/reveal.ts:1' }])
  })

  test('a flow in the table that opens nothing is refused', () => {
    expect(vaultTable([plain, byFlow])).toMatchObject([{ at: 'src/flows/vault-purposes.ts' }])
  })

  test.each([byFlow, byPurpose])('a flow in the table may open the vault', (table) => {
    expect(vaultTable([opener, table])).toEqual([])
  })

  test('a flow that opens the vault for another purpose than the table says is refused', () => {
    const other = parse('src/flows/vault-purposes.ts', "export const PURPOSES = { reveal: 'import' } as const")
    expect(vaultTable([opener, other])).toMatchObject([{ at: 'src/flows/reveal.ts:1' }])
  })

  test('a flow that does not open the vault needs no entry', () => {
    expect(vaultTable([plain])).toEqual([])
  })
})

describe('every statement on a merchant’s tables carries merchant_id', () => {
  const found = (text: string, path = 'src/store/a.ts') => merchantInSql([parse(path, text)], [])

  test.each([
    "tx.query('select * from millrace.orders where order_id = $1')",
    "tx.query('update millrace.orders set stage = $2 where order_id = $1')",
    "tx.query('select 1 from millrace.orders o, millrace.order_lines l where o.merchant_id = $1 and l.order_id = o.order_id')",
    "const FROM = 'from millrace.orders o'; tx.query(`select 1 ${FROM} where o.order_id = $1`)",
    'tx.query(`delete from vault.buyers b where b.order_id = ${id}`)',
  ])('%s is refused', (text) => {
    expect(found(text)).toMatchObject([{ at: 'src/store/a.ts:1' }])
  })

  test.each([
    "tx.query('select * from millrace.orders where merchant_id = $1')",
    "tx.query('select 1 from millrace.orders o join millrace.order_lines l using (merchant_id, order_id) where o.merchant_id = $1')",
    "const FROM = 'from millrace.orders o where o.merchant_id = $1'; tx.query(`select 1 ${FROM}`)",
    "tx.query('select key from deployment.buckets')",
    "tx.query('select w from millrace.words_of($1) as w')",
  ])('%s is not', (text) => {
    expect(found(text)).toEqual([])
  })

  test('an exception excepts its own text only, and one that excepts nothing is refused', () => {
    const text = "tx.query('select count(*) from millrace.vendors')"
    const exception = { file: 'src/main/a.ts', words: 'millrace.vendors', why: 'the whole deployment is counted' }
    expect(merchantInSql([parse('src/main/a.ts', text)], [exception])).toEqual([])
    expect(merchantInSql([parse('src/main/a.ts', '')], [exception])).toMatchObject([{ at: 'src/main/a.ts' }])
    expect(merchantInSql([parse('src/store/a.ts', text)], [exception])).toHaveLength(2)
  })
})

describe('one file reads the environment', () => {
  test.each([
    ['src/http/app.ts', 'start(process.env)'],
    ['src/main/start.ts', 'process.env.PORT'],
    ['src/main/start.ts', 'const { PORT } = process.env'],
  ])('%s may not say %s', (path, text) => {
    expect(onlyReader(parse(path, text))).toHaveLength(1)
  })

  test.each([
    ['src/main/config.ts', 'process.env.PORT'],
    ['src/cli/main.ts', 'readConfig(process.env)'],
    ['src/main/child.ts', 'spawn(x, { env: { ...process.env } })'],
    ['src/main/child.ts', 'spawn(x, { env: { PATH: process.env.PATH } })'],
  ])('%s may say %s', (path, text) => {
    expect(onlyReader(parse(path, text))).toEqual([])
  })

  test('.env.example tells exactly what is read', () => {
    const config = parse('src/main/config.ts', "const shape = { MILLRACE_MODE: 'demo', PORT: 1 }; env.DATABASE_URL")
    expect(envExample(config, '# The mode\nMILLRACE_MODE=demo\n# PORT=8080\nDATABASE_URL=\n')).toEqual([])
    expect(envExample(config, 'MILLRACE_MODE=\nPORT=\nOLD_NAME=\n').map((finding) => finding.sentence)).toEqual([
      'does not tell of DATABASE_URL, which src/main/config.ts reads.',
      'tells of OLD_NAME, which src/main/config.ts does not read.',
    ])
  })
})

test('the lockfile names no registry', () => {
  const address = ['https', '//packages.example.com/a.tgz'].join(':')
  expect(noRegistry('package-lock.json', `{ "resolved": "${address}" }`)).toHaveLength(1)
  expect(noRegistry('.npmrc', `registry=${address}`)).toHaveLength(1)
  expect(noRegistry('.npmrc', 'omit-lockfile-registry-resolved=true')).toEqual([])
})

test('a lockfile that leaves out other platforms is refused, and can be completed', () => {
  const parent = {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { 'cli-win32-x64': '1.0.0', 'cli-linux-x64-musl': '1.0.0' },
  }
  const lockfile = { packages: { '': {}, 'node_modules/cli': parent } }
  expect(wholeLockfile(lockfile)).toHaveLength(2)
  const whole = completed(lockfile)
  expect(wholeLockfile(whole)).toEqual([])
  expect(whole.packages).toMatchObject({
    'node_modules/cli-win32-x64': { version: '1.0.0', os: ['win32'], cpu: ['x64'], dev: true, optional: true },
    'node_modules/cli-linux-x64-musl': { os: ['linux'], cpu: ['x64'], libc: ['musl'] },
  })
  expect(Object.keys(whole.packages)).toEqual([
    '',
    'node_modules/cli',
    'node_modules/cli-linux-x64-musl',
    'node_modules/cli-win32-x64',
  ])
})

describe('a migration leaves the version before at work', () => {
  const found = (sql: string, path = 'migrations/0077_words.sql') => rollingMigrations(path, sql)

  test.each([
    'drop table millrace.old;',
    'alter table millrace.orders drop column flags;',
    'alter table millrace.orders add column a text, drop flags;',
    'alter table millrace.orders rename column stage to step;',
    'ALTER TABLE millrace.orders\n  ALTER COLUMN stage TYPE varchar(9);',
    'alter table millrace.orders alter stage set not null;',
    'alter table millrace.orders add column a text not null;',
    'alter table millrace.orders add column a uuid not null default gen_random_uuid();',
    "alter table millrace.orders add constraint a check (stage <> '');",
    'alter table millrace.orders add foreign key (a) references millrace.b;',
    'alter table millrace.orders add unique (a);',
    'create index a on millrace.orders (stage);',
    'lock table millrace.orders;',
    'create trigger a after update on millrace.orders for each statement execute function millrace.a();',
    'create or replace function millrace.a() returns void language sql as $$ select 1 $$;',
    'drop index millrace.orders_by_day;',
    'drop trigger a on millrace.orders;',
    'revoke select on millrace.orders from millrace_app;',
    'create policy a on millrace.orders using (true);',
    'alter table millrace.orders enable row level security;',
    "update millrace.orders set stage = '' where stage is null;",
    'delete from millrace.orders;',
    '-- rolling: short\ncreate index a on millrace.orders (stage);',
  ])('it may not say %s', (sql) => {
    expect(found(`select 1;\n${sql}`)).toHaveLength(1)
    expect(found(sql, 'migrations/0041_words.sql')).toEqual([])
  })

  test.each([
    'alter table millrace.orders add column a text;',
    "alter table millrace.orders add column a text not null default 'x';",
    'alter table millrace.orders add constraint a check (stage is not null) not valid;',
    'alter table millrace.orders validate constraint a;',
    'alter table millrace.orders drop constraint a;',
    'create table millrace.fresh (a int); alter table millrace.fresh enable row level security; create policy a on millrace.fresh using (true); update millrace.fresh set a = 1;',
    'create table millrace.fresh (a int); create trigger a after insert on millrace.fresh for each row execute function millrace.a();',
    'create function millrace.a() returns void language sql as $$ select 1 $$;',
    'create table millrace.fresh (a int); create index b on millrace.fresh (a); alter table millrace.fresh drop column a;',
    '-- rolling: the table has some hundred rows at most, and nobody waits for it\ncreate index a on deployment.plans (name);',
    "create function a() returns void language plpgsql as $$ begin drop table b; end $$; insert into c values ('x; drop table d;');",
  ])('it may say %s', (sql) => {
    expect(found(sql)).toEqual([])
  })
})
