import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { cliOn } from '../make/cli.ts'
import { addressesOf, openBench } from '../make/cli-bench.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'
import { dumpTables } from '../make/database-dump.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
const BUYER = 'Zorbalina Quill'

let bench: Awaited<ReturnType<typeof openBench>>
const folder = mkdtempSync(join(tmpdir(), 'mr-backups-'))

beforeAll(async () => {
  bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  await bench.ok(['settings', 'set', 'not-before', new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)])
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  await bench.ok(['start'])
  bench.placed({ lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }], buyer: { name: BUYER } })
  await bench.ok(['run'])
})
afterAll(async () => {
  await bench.close()
  rmSync(folder, { recursive: true, force: true })
})

const mainFile = () => readdirSync(folder).find((name) => name.endsWith('.backup')) ?? ''

/** A deployment of its own with a copy of the key, on an empty database. */
async function elsewhere() {
  const database = await makeDatabase({ empty: true })
  const dataFolder = mkdtempSync(join(tmpdir(), 'mr-elsewhere-'))
  copyFileSync(join(bench.dataFolder, 'demo.key'), join(dataFolder, 'demo.key'))
  onTestFinished(async () => {
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const env = { MILLRACE_DATA_FOLDER: dataFolder, ...addressesOf(database) }
  return { database, dataFolder, env, ...cliOn(dataFolder, addressesOf(database)) }
}

test('[X3] a backup is made beside the running program, listed and read through; the audit tells of it', async () => {
  const said = await bench.ok(['backup', '--to', folder])
  expect(said).toMatch(/Made a backup: \d+ rows of \d+ tables\./)
  expect(said).toContain('worthless without the key')
  expect(readdirSync(folder).map((name) => name.replace(/.*\./, ''))).toEqual(['backup', 'vault'])
  expect(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600])
  expect(await bench.ok(['backup', 'list', '--to', folder])).toMatch(/the rest.*\n.*buyer data/)
  expect(await bench.ok(['backup', 'check', join(folder, mainFile())])).toMatch(/^Whole: \d+ rows/)
  expect(await bench.refused(['backup', 'check', join(folder, 'none.backup')])).toContain('There is no file')
  const noted = await bench.database
    .ownerPool()
    .query(`select content from deployment.audit where content like '%backup-made%'`)
  expect(noted.rowCount).toBe(1)
})

test('[X3][M5] it is put back elsewhere with the key of its deployment, and nowhere with another', async () => {
  const other = await elsewhere()
  const file = join(folder, mainFile())
  expect(await other.refused(['restore', file, '--replace', 'real'])).toContain('--replace says real')
  const said = await other.ok(['restore', file])
  expect(said).toMatch(/Put back the backup of .* with buyer data/)
  expect(said).toContain('count the stock')
  expect(await other.ok(['orders', 'list'])).toContain('MUG-BLUE')
  expect(await other.ok(['audit', 'verify'])).toContain('The audit is whole')
  expect(await other.refused(['restore', file])).toContain('There is a deployment in this database already')
  expect(await other.ok(['restore', file, '--replace', 'demo', '--no-vault', '--nothing-since'])).toContain(
    'without buyer',
  )
  const stranger = await elsewhere()
  rmSync(join(stranger.dataFolder, 'demo.key'))
  expect(await stranger.refused(['restore', file])).toContain('demo.key does not exist')
  expect(await dumpTables(stranger.database)).toEqual({})
})

/** Starts a command and kills it once something holds, as `kill -9` does; says whether it was still at work. */
async function killWhen(
  args: readonly string[],
  { env, holds }: { readonly env: Readonly<Record<string, string>>; readonly holds: () => Promise<boolean> },
): Promise<boolean> {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...args], { env: { PATH: process.env.PATH, ...env } })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  await until(async () => child.exitCode !== null || (await holds()))
  child.kill('SIGKILL')
  return (await ended) === 'SIGKILL'
}

/** So many rows that writing and reading them takes a while. */
async function fill(database: TestDatabase): Promise<void> {
  await database.ownerPool().query(
    `insert into millrace.sku_history (merchant_id, connection_id, seller_sku, field, at, what, who, before)
     select 'HRBOR', 'na-A3HARBORGOODS', 'SKU-' || n, 'stock', to_timestamp(n), 'sent', 'a test', md5(n::text) || md5((-n)::text) from generate_series(1, 100000) n`,
  )
}

test('[U3] killed at any moment, a backup leaves whole files or none, and a restore everything or nothing', async () => {
  await fill(bench.database)
  const into = mkdtempSync(join(tmpdir(), 'mr-killed-'))
  onTestFinished(() => rmSync(into, { recursive: true, force: true }))
  const env = { MILLRACE_DATA_FOLDER: bench.dataFolder, ...addressesOf(bench.database) }
  const partial = (ending: string) => async () =>
    readdirSync(into).some((name) => name.endsWith(ending) && statSync(join(into, name)).size > 0)
  for (const ending of ['.vault.partial', '.backup.partial'])
    expect(await killWhen(['backup', '--to', into], { env, holds: partial(ending) })).toBe(true)
  expect(readdirSync(into).filter((name) => !name.endsWith('.partial'))).toEqual([])
  await bench.ok(['backup', '--to', into])
  expect(readdirSync(into)).toHaveLength(2)
  const file = join(into, readdirSync(into).find((name) => name.endsWith('.backup')) ?? '')
  expect(await bench.ok(['backup', 'check', file])).toContain('Whole')
  const other = await elsewhere()
  for (const words of ['copy millrace.sku_history%', 'alter table%add constraint%']) {
    const holds = async () => (await sessions(other.database, words)) > 0
    expect(await killWhen(['restore', file], { env: other.env, holds }), words).toBe(true)
    await until(async () => (await sessions(other.database, '%')) === 0)
    expect(await rowsOf(other.database)).toBe('nothing')
  }
  await other.ok(['restore', file])
  expect(await rowsOf(other.database)).toBe('100000')
})

/** How many restores are at such a statement. */
const sessions = async ({ name, ownerPool }: TestDatabase, words: string): Promise<number> =>
  Number(
    (
      await ownerPool().query<{ n: string }>(
        `select count(*) as n from pg_stat_activity where datname = $1 and application_name = 'millrace restore' and query ilike $2`,
        [name, words],
      )
    ).rows[0]?.n,
  )

async function rowsOf({ ownerPool }: TestDatabase): Promise<string> {
  const found = await ownerPool().query<{ there: boolean }>(
    `select to_regclass('millrace.sku_history') is not null as there`,
  )
  if (!found.rows[0]?.there) return 'nothing'
  return String((await ownerPool().query('select count(*) as n from millrace.sku_history')).rows[0]?.n)
}

async function until(done: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 40_000; waited += 5) {
    if (await done()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('waited in vain')
}

test('[X3] a backup is tried in a database of its own, and that is noted beside it', async () => {
  const tried = await bench.json(['backup', 'try', join(folder, mainFile())])
  expect(tried).toMatchObject({ withVault: true })
  expect(tried.rows).toBeGreaterThan(50)
  expect(existsSync(join(folder, 'last-trial.json'))).toBe(true)
  expect(readFileSync(join(folder, 'last-trial.json'), 'utf8')).not.toContain(BUYER)
})
