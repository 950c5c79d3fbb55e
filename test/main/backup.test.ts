import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { QUEUES } from '#jobs/queue.ts'
import { listBackups, nameOf, pruneBackups, vaultOf } from '#main/backup/backup-files.ts'
import { checkBackup } from '#main/backup/read-backup.ts'
import { migrate } from '#store/migrate.ts'
import { backUp, backupFolder, emptyDatabase, KEY, openPutBack, restoreInto } from '../make/backups.ts'
import type { TestDatabase } from '../make/database.ts'
import { dumpTables, wrongStock } from '../make/database-dump.ts'
import { DAY, MINUTE, makeSeller, START } from '../make/seller.ts'
import type { Seller } from '../make/seller-views.ts'
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

/** Every merchant is fenced as before, the vault is closed to the application, and the audit verifies. */
async function expectSameRules(database: TestDatabase, seller: Seller): Promise<void> {
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
}

describe('a backup that is put back', () => {
  test('[U3] holds every row and every rule of the tables, and nothing of a buyer can be read in its files', async () => {
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
    await expectSameRules(database, seller)
  })

  test('[O1][O20] made while orders come in, it is one moment of them: nothing of an order is there without the rest', async () => {
    const seller = await makeSeller()
    const files: string[] = []
    let isDone = false
    const importing = (async () => {
      for (let n = 0; n < 8; n++) {
        seller.control.placeOrder(MUG)
        await seller.pass(11 * MINUTE)
      }
      isDone = true
    })()
    for (const folder = backupFolder(); !isDone; seller.control.advance(1000)) files.push(await backUp(seller, folder))
    await importing
    const ordersIn = async (file: string) => {
      const { end } = await checkBackup({ file, part: 'main', keys: [KEY] })
      return end.tables.find(({ table }) => table === 'millrace.orders')?.rows ?? 0
    }
    const counts = await Promise.all(files.map(ordersIn))
    const at = counts.findIndex((count) => count > 0 && count < 8)
    expect(counts[at]).toBeGreaterThan(0)
    const database = await emptyDatabase()
    await restoreInto(database, { file: files[at] ?? '', now: seller.deps.now })
    const { rows } = await database.ownerPool().query(
      `select count(*)::int as orders, count(b.order_id)::int as buyers, count(a.order_id)::int as reserved, count(d.document_id)::int as documents
       from millrace.orders o left join vault.buyers b using (merchant_id, order_id) left join millrace.allocations a using (merchant_id, order_id)
         left join millrace.documents d on d.merchant_id = o.merchant_id and d.document_id = o.document_id and d.state = 'placed'`,
    )
    const many = counts[at]
    expect(rows).toEqual([{ orders: many, buyers: many, reserved: many, documents: many }])
    expect(await wrongStock(database)).toEqual([])
    const back = await openPutBack(database, seller)
    await back.pass(11 * MINUTE)
    expect((await dumpTables(database))['millrace.orders']).toHaveLength(8)
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
