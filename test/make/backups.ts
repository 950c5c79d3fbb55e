import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { nextWorkAt, runDue } from '#jobs/run-due.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import { vaultOf } from '#main/backup/backup-files.ts'
import { openRestored } from '#main/backup/open-restored.ts'
import { type RestorePlan, restoreBackup } from '#main/backup/restore-backup.ts'
import { writeBackup } from '#main/backup/write-backup.ts'
import type { MerchantStore } from '#store/merchant-store.ts'
import { grantRights } from '#store/roles.ts'
import { makeDatabase, type TestDatabase } from './database.ts'
import { programAt } from './program-at.ts'
import { MINUTE, type makeSeller } from './seller.ts'

type Seller = Awaited<ReturnType<typeof makeSeller>>

/** The key of every seller of the tests. */
export const KEY = Buffer.alloc(32, 7)
const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')

/** A folder for backups that goes with the test. */
export function backupFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mr-backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An empty database that goes with the test. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const database = await makeDatabase({ empty: true })
  onTestFinished(() => database.close())
  return database
}

/** Backs a seller's deployment up; gives the main file. */
export async function backUp(
  { database, deps }: Pick<Seller, 'database'> & { readonly deps: Pick<Seller['deps'], 'now' | 'flush'> },
  folder = backupFolder(),
): Promise<string> {
  await deps.flush()
  const plan = { owner: database.ownerConfig, key: KEY, folder, mode: 'demo', program: 'test', days: 30, now: deps.now }
  const { files } = await writeBackup(plan)
  return files[0] ?? ''
}

/** Puts a backup back into a database, as the command does before it opens the deployment. */
export const restoreInto = (database: TestDatabase, plan: Pick<RestorePlan, 'file' | 'now'> & Partial<RestorePlan>) =>
  restoreBackup({
    owner: database.ownerConfig,
    migrations: MIGRATIONS,
    keys: [KEY],
    mode: 'demo',
    vault: vaultOf(plan.file),
    replace: false,
    stepsBack: true,
    ...plan,
  })

/** Millrace opened on a database that was put back, at the seller's Amazon and by its clock. */
export async function openPutBack(database: TestDatabase, seller: Seller): Promise<Seller> {
  const owner = new pg.Client(database.ownerConfig)
  await owner.connect()
  // As the start does after a restore; nothing here needs the queue.
  await grantRights(owner)
  await owner.end()
  const app = database.appPool()
  const deps = programAt({
    app,
    vault: database.vaultPool(),
    amazon: seller.simulator.url,
    now: () => seller.simulator.control.now(),
    random: () => 0.5,
    log: { note: () => {}, alarm: () => {} },
  })
  await openRestored(deps, app)
  const shop = { pool: app, deps, schedule: SCHEDULE }
  return {
    ...seller,
    database,
    deps,
    shop,
    run: () => runDue(shop),
    store: <T>(work: (store: MerchantStore) => Promise<T>): Promise<T> =>
      deps.transaction(seller.merchant, 'app', (tx) => work(tx.store)),
    async pass(ms: number) {
      for (let gone = 0; gone < ms; ) {
        const next = (await nextWorkAt(shop)) ?? Number.POSITIVE_INFINITY
        const step = Math.min(Math.max(1, Math.ceil((next - deps.now()) / MINUTE)) * MINUTE, ms - gone)
        seller.simulator.control.advance(step)
        gone += step
        await runDue(shop)
      }
    },
  }
}
