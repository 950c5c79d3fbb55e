import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { QUEUES } from '#jobs/queue.ts'
import { listBackups, nameOf, pruneBackups, vaultOf } from '#main/backup/backup-files.ts'
import { openFrames, sealFrames } from '#main/backup/frames.ts'
import { checkBackup } from '#main/backup/read-backup.ts'
import { migrate } from '#store/migrate.ts'
import { backUp, backupFolder, emptyDatabase, KEY, openPutBack, restoreInto } from '../make/backups.ts'
import type { TestDatabase } from '../make/database.ts'
import { dumpTables, wrongStock } from '../make/database-dump.ts'
import { DAY, MINUTE, makeSeller, START } from '../make/seller.ts'
import { enter, entry, found } from '../make/shipments.ts'

const BUYER = 'Zorbalina Quill'
const MUG = { lines: [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }], buyer: { name: BUYER } }
const HELD = { lines: [{ sku: 'NOBODY-KNOWS', quantity: 1 }], buyer: { name: BUYER } }
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')

/** Made anew in every database: the queue, and what a restore notes of itself. */
const OWN = /^(pgboss\.|deployment\.migration$|deployment\.restores$)/
const contentOf = async (database: TestDatabase) =>
  Object.fromEntries(Object.entries(await dumpTables(database)).filter(([name]) => !OWN.test(name)))

/** A seller with a shipped order, one that waits and one that is held, and a backup of it. */
async function backedUp() {
  const seller = await makeSeller()
  const ids = [MUG, MUG].map((draft) => seller.control.placeOrder(draft))
  seller.control.placeOrder(HELD)
  await seller.pass(11 * MINUTE)
  await enter(seller, entry(ids[0] ?? ''))
  await seller.pass(MINUTE)
  return { seller, ids, file: await backUp(seller) }
}

describe('a backup that is put back', () => {
  test('[U3] holds every row, and nothing of a buyer can be read in its files', async () => {
    const { seller, file } = await backedUp()
    for (const name of readdirSync(dirname(file)))
      expect(readFileSync(join(dirname(file), name)).includes(BUYER)).toBe(false)
    const database = await emptyDatabase()
    await restoreInto(database, { file, now: seller.deps.now, stepsBack: false })
    const content = await contentOf(database)
    expect(content).toEqual(await contentOf(seller.database))
    expect(content['vault.buyers']).toHaveLength(2)
    expect(content['millrace.audit']?.length).toBeGreaterThan(0)
    expect(await wrongStock(database)).toEqual([])
  })

  test('[U3] its rules are there again: every merchant is fenced, the vault is closed to the application, the audit verifies', async () => {
    const { seller, file } = await backedUp()
    const database = await emptyDatabase()
    await restoreInto(database, { file, now: seller.deps.now, stepsBack: false })
    const rules = `select 'fence ' || schemaname || '.' || tablename || ' ' || policyname || coalesce(qual, '') as rule from pg_policies
      union all select 'right ' || grantee || ' ' || table_schema || '.' || table_name || ' ' || privilege_type from information_schema.role_table_grants where grantee like 'millrace_%' and table_schema <> 'pgboss'
      union all select 'key ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace::regnamespace::text in ('millrace', 'vault', 'auth', 'deployment') and contype <> 'n'
      union all select 'trigger ' || tgrelid::regclass || tgname || tgenabled::text from pg_trigger where not tgisinternal
      union all select 'index ' || indexdef from pg_indexes where schemaname in ('millrace', 'vault', 'auth', 'deployment') order by 1`
    const of = async (each: TestDatabase) => (await each.ownerPool().query<{ rule: string }>(rules)).rows
    const opened = await openPutBack(database, seller)
    expect(await of(database)).toEqual(await of(seller.database))
    expect((await opened.deps.transaction(seller.merchant, 'app', (tx) => tx.audit.verify(null))).faults).toEqual([])
    await expect(database.appPool().query('select from vault.buyers')).rejects.toThrow(/permission denied/)
  })

  test('[O12] numbers that were handed out since are never given to others', async () => {
    const { seller, ids, file } = await backedUp()
    const last = (await found(seller, ids[1] ?? '')).orderId
    const database = await emptyDatabase()
    await restoreInto(database, { file, now: seller.deps.now })
    const next = await database.ownerPool().query<{ n: string }>(`select nextval('millrace.order_number') as n`)
    expect(Number(next.rows[0]?.n)).toBeGreaterThan(last + 9000)
  })

  test('one of an older program gets the tables of this one, with what the later migrations do to rows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mr-migrations-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const name of readdirSync(MIGRATIONS).filter((each) => each < '0014'))
      cpSync(join(MIGRATIONS, name), join(folder, name))
    const [older, database] = [await emptyDatabase(), await emptyDatabase()]
    const now = () => START
    expect(await migrate(older.ownerConfig, { folder, now, queues: QUEUES })).toMatchObject({ ok: true, version: 13 })
    await older
      .ownerPool()
      .query(`insert into deployment.installation (mode, created_at) values ('demo', to_timestamp(0));
      insert into deployment.merchants values ('HRBOR', 'Harbor', 'owner@example.com', 'UTC', 'USD', 'g', '{}', to_timestamp(0));
      insert into millrace.connections (merchant_id, connection_id, region, selling_partner_id, state, authorized_at) values ('HRBOR', 'na-A1', 'na', 'A1', 'authorized', to_timestamp(0))`)
    const file = await backUp({ database: older, deps: { now, flush: async () => {} } })
    await restoreInto(database, { file, now, stepsBack: false })
    expect((await contentOf(database))['deployment.due']?.join()).toContain('purge-buyer-data')
    const again = await migrate(database.ownerConfig, { folder: MIGRATIONS, now, queues: QUEUES })
    expect(again).toMatchObject({ ok: true, applied: [] })
  })
})

describe('a backup that is not put back', () => {
  test('[M5] for another key, another mode, another file, a deployment that is there, or one that runs', async () => {
    const { seller, file } = await backedUp()
    seller.control.advance(MINUTE)
    const second = await backUp(seller, dirname(file))
    const database = await emptyDatabase()
    const now = seller.deps.now
    const refusals: [RegExp, Parameters<typeof restoreInto>[1], TestDatabase?][] = [
      [/made with another key/, { file, now, keys: [Buffer.alloc(32, 8)] }],
      [/backup of demo mode, and this deployment is in real mode/, { file, now, mode: 'real' }],
      [/made with another key/, { file, now, keys: [] }],
      [/not of the same backup/, { file, now, vault: vaultOf(second) }],
      [/is the vault file of a backup/, { file: vaultOf(file) ?? '', now, vault: null }],
      [/is the main file of a backup/, { file, now, vault: file }],
      [/There is no file/, { file: `${file}x`, now, vault: null }],
      [/Millrace is running/, { file, now, replace: true }, seller.database],
    ]
    for (const [sentence, plan, into = database] of refusals)
      await expect(restoreInto(into, plan), String(sentence)).rejects.toThrow(sentence)
    expect(await dumpTables(database)).toEqual({})
    await restoreInto(database, { file, now })
    await expect(restoreInto(database, { file, now })).rejects.toThrow(/There is a deployment in this database already/)
    await restoreInto(database, { file: second, now, replace: true })
  })

  test('[M5] of a newer program, or of one whose migrations were others', async () => {
    const { seller, file } = await backedUp()
    const folder = mkdtempSync(join(tmpdir(), 'mr-migrations-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const names = readdirSync(MIGRATIONS).sort()
    for (const name of names.slice(0, -1)) cpSync(join(MIGRATIONS, name), join(folder, name))
    const database = await emptyDatabase()
    const plan = { file, now: seller.deps.now, migrations: folder }
    await expect(restoreInto(database, plan)).rejects.toThrow(/newer program .* Update Millrace/)
    writeFileSync(join(folder, names.at(-1) ?? ''), '-- Another one.\n')
    await expect(restoreInto(database, plan)).rejects.toThrow(/does not fit this program/)
    expect(await dumpTables(database)).toEqual({})
  })

  test('[U3] whatever is changed, cut off, added or moved in a file, anywhere', async () => {
    const { seller, file } = await backedUp()
    const whole = readFileSync(file)
    const spoiled = join(dirname(file), 'spoiled.backup')
    const check = () => checkBackup({ file: spoiled, part: 'main', keys: [KEY] })
    writeFileSync(spoiled, whole)
    expect((await check()).head.mode).toBe('demo')
    for (let at = 0; at < whole.length; at += 1 + Math.floor(whole.length / 60)) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(spoiled, changed)
      await expect(check(), `byte ${at}`).rejects.toThrow(/backup|key/)
      writeFileSync(spoiled, whole)
      truncateSync(spoiled, at)
      await expect(check(), `cut at ${at}`).rejects.toThrow(/backup/)
    }
    writeFileSync(spoiled, Buffer.concat([whole, whole]))
    await expect(check()).rejects.toThrow(/changed or damaged/)
    const database = await emptyDatabase()
    writeFileSync(spoiled, Buffer.concat([whole.subarray(0, -20), Buffer.alloc(20)]))
    await expect(restoreInto(database, { file: spoiled, now: seller.deps.now, vault: null })).rejects.toThrow(/damaged/)
    expect(await dumpTables(database)).toEqual({})
  })

  test('[U3] frames in another order, doubled, left out, or of another file do not open', async () => {
    const one = async function* (size: number) {
      yield Buffer.alloc(size, 'quill')
    }
    const seal = async (size: number) => {
      const parts: Buffer[] = []
      for await (const part of sealFrames(one(size), KEY, 'main')) parts.push(part)
      return parts
    }
    const open = async (parts: readonly (Buffer | undefined)[]) => {
      let length = 0
      const source = async function* () {
        for (const part of parts) if (part) yield part
      }
      for await (const part of openFrames(source(), [KEY], 'main')) length += part.length
      return length
    }
    const [head, a, b, c, last, ...none] = await seal(4 * 65_536 - 10)
    expect(none).toEqual([])
    const other = await seal(4 * 65_536 - 10)
    expect(await open([head, a, b, c, last])).toBe(4 * 65_536 - 10)
    expect(await open(await seal(0))).toBe(0)
    expect(await open(await seal(65_536))).toBe(65_536)
    for (const wrong of [
      [head, b, a, c, last],
      [head, a, a, b, c, last],
      [head, a, c, last],
      [head, a, b, c],
      [head, a, b, last],
      [head, a, b, c, c, last],
      [head, a, other[2], c, last],
      [other[0], a, b, c, last],
      [head, a, b, c, last, last],
    ])
      await expect(open(wrong)).rejects.toThrow(/damaged|cut off/)
  })
})

describe('the files', () => {
  test('[U4] a file of the vault is kept for a week; the others for a quarter, the three newest for ever', () => {
    const folder = backupFolder()
    const days = [0, 6, 8, 100, 200]
    for (const day of days)
      for (const part of ['main', 'vault'] as const)
        writeFileSync(join(folder, nameOf('real', part, START - day * DAY)), '')
    writeFileSync(join(folder, nameOf('demo', 'vault', START - 50 * DAY)), '')
    writeFileSync(join(folder, 'photo.jpg'), '')
    utimesSync(join(folder, 'photo.jpg'), 0, 0)
    pruneBackups(folder, 'real', START)
    const left = listBackups(folder, 'real').map(({ part, madeAt }) => `${part} ${(START - madeAt) / DAY}`)
    expect(left).toEqual(['main 0', 'vault 0', 'main 6', 'vault 6', 'main 8'])
    expect(readdirSync(folder)).toHaveLength(7)
    for (const day of [300, 301]) writeFileSync(join(folder, nameOf('demo', 'main', START - day * DAY)), '')
    pruneBackups(folder, 'demo', START)
    expect(listBackups(folder, 'demo')).toHaveLength(2)
  })

  test('[U4] what must be gone before the file will be is not put into it, and what waits for it goes on without', async () => {
    const { seller, ids, file } = await backedUp()
    const rows = async (of: string) => {
      const { end } = await checkBackup({ file: vaultOf(of) ?? '', part: 'vault', keys: [KEY] })
      return Object.fromEntries(end.tables.map((each) => [each.table, each.rows]))
    }
    expect(await rows(file)).toMatchObject({ 'vault.buyers': 2, 'vault.documents': 3 })
    seller.control.advance(22 * DAY)
    expect(await rows(await backUp(seller))).toMatchObject({ 'vault.buyers': 2, 'vault.documents': 3 })
    seller.control.advance(1.5 * DAY)
    const later = await backUp(seller)
    // The shipped order's day comes in a week, and so does that of the document that is held; the other order is open.
    expect(await rows(later)).toMatchObject({ 'vault.buyers': 1, 'vault.documents': 1 })
    const database = await emptyDatabase()
    await restoreInto(database, { file: later, now: seller.deps.now })
    expect((await contentOf(database))['vault.buyers']).toHaveLength(1)
    expect((await found(seller, ids[0] ?? '')).stage).toBe('Completed Order')
  })
})
