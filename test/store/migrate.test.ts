import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { withoutMerchant } from '#store/db.ts'
import { type MigrateOutcome, migrate, needsMigration } from '#store/migrate.ts'
import { ensureRoles, tooPowerfulRoles } from '#store/roles.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

const NOW = Date.UTC(2026, 0, 15, 12)
const FIRST =
  'create schema millrace; create schema vault; create table vault.secret (id int); create table millrace.thing (id int)'
const root = mkdtempSync(join(tmpdir(), 'millrace-migrations-'))
let count = 0
let folder = ''
let database: TestDatabase

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const run = (queues = [{ name: 'import' }], waiting?: { lockMs: number; tries: number; pauseMs: number }) =>
  migrate(database.ownerConfig, { folder, now: () => NOW, queues, ...(waiting ? { waiting } : {}) })
const sentence = (outcome: MigrateOutcome) => (outcome.ok ? 'ok' : outcome.refusal.sentence)

function query<Row>(login: 'app' | 'vault' | 'owner', sql: string, params?: unknown[]): Promise<Row[]> {
  const pool = { app: database.appPool, vault: database.vaultPool, owner: database.ownerPool }[login]()
  return withoutMerchant(pool, (tx) => tx.query<Row>(sql, params))
}

async function state(): Promise<string> {
  const client = await database.appPool().connect()
  try {
    return (await needsMigration(client, folder)).state
  } finally {
    client.release()
  }
}

beforeEach(async () => {
  folder = join(root, String(count++))
  mkdirSync(folder)
  database = await makeDatabase({ empty: true })
  return () => database.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('applying', () => {
  test('[X3] a migration lets others through while a table is held, and is applied once it is free; it does not wait for ever', async () => {
    write('0001_first.sql', FIRST)
    await run()
    write('0002_second.sql', 'alter table millrace.thing add name text')
    const holder = await database.appPool().connect()
    await holder.query('begin; lock table millrace.thing in access share mode')
    const refused = await run([{ name: 'import' }], { lockMs: 20, tries: 2, pauseMs: 1 })
    expect(sentence(refused)).toContain('could not begin: a table is held')
    const waiting = run([{ name: 'import' }], { lockMs: 20, tries: 10_000, pauseMs: 20 })
    // Between its tries everybody else reads: with one long wait they would stand behind it.
    for (let n = 0; n < 3; n++) await query('app', 'select 1 from millrace.thing')
    await holder.query('commit')
    holder.release()
    expect(await waiting).toMatchObject({ ok: true, applied: ['0002_second.sql'] })
  })

  test('migrations are applied in order, once, each with its row', async () => {
    write('0001_first.sql', FIRST)
    write('0002_second.sql', 'alter table millrace.thing add name text')
    expect(await run()).toEqual({ ok: true, applied: ['0001_first.sql', '0002_second.sql'], version: 2 })
    expect(await run()).toEqual({ ok: true, applied: [], version: 2 })
    const rows = await query('app', 'select version, name, applied_at from deployment.migration order by version')
    expect(rows).toEqual([
      { version: 1, name: '0001_first.sql', applied_at: NOW },
      { version: 2, name: '0002_second.sql', applied_at: NOW },
    ])
  })

  test('two starters at once: one applies, the other finds it done', async () => {
    write('0001_first.sql', FIRST)
    const outcomes = await Promise.all([run(), run(), run()])
    expect(outcomes.map((outcome) => outcome.ok && outcome.applied.length).sort()).toEqual([0, 0, 1])
  })

  test('a program that joins sees whether the database is behind it', async () => {
    write('0001_first.sql', FIRST)
    expect(await state()).toBe('behind')
    await run()
    expect(await state()).toBe('current')
    write('0002_second.sql', 'select 1')
    expect(await state()).toBe('behind')
  })

  test('line ends of another system change nothing', async () => {
    write('0001_first.sql', `${FIRST};\nselect 1;\n`)
    await run()
    write('0001_first.sql', `${FIRST};\r\nselect 1;\r\n`)
    expect(await run()).toMatchObject({ ok: true, applied: [] })
  })
})

describe('refusing to start', () => {
  test('a failed migration names file, line and reason, and nothing of it is kept', async () => {
    write('0001_first.sql', FIRST)
    write('0002_broken.sql', 'create table millrace.half (id int);\nselect * from millrace.nowhere;')
    const said = sentence(await run())
    expect(said).toBe(
      'The migration 0002_broken.sql failed, line 2: relation "millrace.nowhere" does not exist (42P01). Nothing of it was kept.',
    )
    expect(await query('owner', `select to_regclass('millrace.half') as half`)).toEqual([{ half: null }])
    write('0002_broken.sql', 'create table millrace.half (id int)')
    expect(await run()).toMatchObject({ ok: true, applied: ['0002_broken.sql'] })
  })

  test('a migration that ends its own transaction is refused', async () => {
    write('0001_first.sql', `${FIRST}; commit;`)
    expect(sentence(await run())).toContain('ends its own transaction')
  })

  test('a file changed after it was applied is refused', async () => {
    write('0001_first.sql', FIRST)
    await run()
    write('0001_first.sql', `${FIRST} `)
    expect(sentence(await run())).toContain('0001_first.sql was changed after it was applied')
    expect(await state()).toBe('refused')
  })

  test('a database newer than the program is refused', async () => {
    write('0001_first.sql', FIRST)
    write('0002_later.sql', 'select 1')
    await run()
    rmSync(join(folder, '0002_later.sql'))
    expect(sentence(await run())).toContain('newer than this program: it has migration 0002_later.sql')
    expect(await state()).toBe('refused')
  })

  test('a missing number and a wrong name are refused', async () => {
    write('0001_first.sql', FIRST)
    write('0003_third.sql', 'select 1')
    expect(sentence(await run())).toBe('Migration 0002 is expected, but the next file is 0003_third.sql.')
    write('0002-second.sql', 'select 1')
    expect(sentence(await run())).toContain('0002-second.sql is not named like')
  })
})

describe('rights of the logins', () => {
  beforeEach(async () => {
    write('0001_first.sql', FIRST)
    write('0002_log.sql', 'create table millrace.log (id int); revoke update, delete on millrace.log from millrace_app')
    await run()
  })

  test('the application may change rows and nothing else', async () => {
    await query('app', 'insert into millrace.thing values (1)')
    expect(await query('app', 'select id from millrace.thing')).toEqual([{ id: 1 }])
    for (const schema of ['millrace', 'deployment', 'public', 'pgboss']) {
      await expect(query('app', `create table ${schema}.mine (id int)`)).rejects.toThrow(/permission denied/)
    }
    await expect(query('app', 'create schema mine')).rejects.toThrow(/permission denied/)
    await expect(query('app', 'drop table millrace.thing')).rejects.toThrow(/must be owner/)
    await expect(query('app', `delete from deployment.migration`)).rejects.toThrow(/permission denied/)
  })

  test('the application cannot read the vault; the vault login can, and all else too', async () => {
    await expect(query('app', 'select * from vault.secret')).rejects.toThrow('permission denied for schema vault')
    await query('vault', 'insert into vault.secret values (7)')
    expect(await query('vault', 'select id from vault.secret')).toEqual([{ id: 7 }])
    expect(await query('vault', 'select id from millrace.thing')).toEqual([])
  })

  test('a right taken away by a migration stays away', async () => {
    await run()
    await query('app', 'insert into millrace.log values (1)')
    await expect(query('app', 'delete from millrace.log')).rejects.toThrow(/permission denied/)
  })

  test('neither login owns a table, is a superuser or passes row-level security', async () => {
    const roles = `select rolname from pg_roles where rolname in ('millrace_app', 'millrace_vault')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`
    expect(await query('owner', roles)).toEqual([])
    const owned = `select relname from pg_class where pg_get_userbyid(relowner) in ('millrace_app', 'millrace_vault')`
    expect(await query('owner', owned)).toEqual([])
  })

  test('an owner that is no superuser can migrate its own database', async () => {
    await query('owner', 'create role plain_owner login createrole')
    const plain = await makeDatabase({ empty: true })
    try {
      await query('owner', `alter database ${plain.name} owner to plain_owner`)
      const owner = { ...plain.ownerConfig, user: 'plain_owner' }
      const outcome = await migrate(owner, { folder, now: () => NOW, queues: [{ name: 'import' }] })
      expect(outcome).toEqual({ ok: true, applied: ['0001_first.sql', '0002_log.sql'], version: 2 })
      const rows = await withoutMerchant(plain.appPool(), (tx) => tx.query('select id from millrace.thing'))
      expect(rows).toEqual([])
    } finally {
      await plain.close()
      await query('owner', 'drop role plain_owner')
    }
  })

  test('a login that passes row-level security is found', async () => {
    // Roles belong to the whole server: rolled back, so that no other test file ever sees it.
    const client = await database.ownerPool().connect()
    try {
      expect(await tooPowerfulRoles(client)).toEqual([])
      await client.query('begin; alter role millrace_app bypassrls')
      expect(await tooPowerfulRoles(client)).toEqual(['millrace_app'])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('an owner that may not create roles gets the statements to have run', async () => {
    const answers = [{ rows: [] }, { rows: [{ may: false }] }]
    const owner = { query: async () => answers.shift() } as unknown as Parameters<typeof ensureRoles>[0]
    const statements = await ensureRoles(owner, {})
    expect(statements[0]).toMatch(/^create role millrace_app login nosuperuser .* nobypassrls password '\.\.\.';$/)
    expect(statements).toHaveLength(2)
  })
})

describe('the queue', () => {
  test.each(['app', 'vault'] as const)('runs under the login %s with rights on rows only', async (login) => {
    write('0001_first.sql', FIRST)
    await run([{ name: 'import' }, { name: 'sweep' }])
    const config = login === 'app' ? database.appConfig : database.vaultConfig
    const boss = new PgBoss({ ...config, schema: 'pgboss', migrate: false, createSchema: false, supervise: false })
    const errors: unknown[] = []
    boss.on('error', (error) => errors.push(error))
    await boss.start()
    expect((await boss.getQueue('import'))?.policy).toBe('stately')
    const id = await boss.send('import', { merchant: 'm1' }, { singletonKey: 'm1' })
    expect(await boss.send('import', {}, { singletonKey: 'm1' })).toBeNull()
    const [job] = await boss.fetch<{ merchant: string }>('import')
    expect([job?.id, job?.data]).toEqual([id, { merchant: 'm1' }])
    await boss.complete('import', id ?? '')
    await boss.supervise()
    await boss.stop({ graceful: false })
    expect(errors).toEqual([])
  })

  test('options of a queue follow the program at the next migrate, and a second run changes nothing', async () => {
    write('0001_first.sql', FIRST)
    await run()
    const options = { retryLimit: 9 }
    const queues = [{ name: 'import', options }]
    expect(await migrate(database.ownerConfig, { folder, now: () => NOW, queues })).toMatchObject({ ok: true })
    expect(await query('app', 'select name, retry_limit from pgboss.queue')).toEqual([
      { name: 'import', retry_limit: 9 },
    ])
  })
})
