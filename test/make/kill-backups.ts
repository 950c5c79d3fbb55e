import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { cliOn } from './cli.ts'
import { addressesOf, openBench } from './cli-bench.ts'
import { makeDatabase, type TestDatabase } from './database.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
/** The buyer of the order in it. */
export const BUYER = 'Zorbalina Quill'

type Bench = Awaited<ReturnType<typeof openBench>>

/** The command line on a deployment with one merchant and one order. */
export async function benchToBackUp(): Promise<Bench> {
  const bench = await openBench()
  await bench.addMerchant()
  await bench.configure()
  await bench.saveShipping()
  await bench.ok(['settings', 'set', 'not-before', new Date(Date.now() - 172_800_000).toISOString().slice(0, 10)])
  await bench.ok(['connect', '--region', 'na', '--seller', 'A3HARBORGOODS'], 'Atzr|demo-harbor-goods')
  await bench.ok(['start'])
  bench.placed({ lines: [{ sku: 'MUG-BLUE', quantity: 2, price: 12 }], buyer: { name: BUYER } })
  await bench.ok(['run'])
  return bench
}

/** A deployment of its own with a copy of the key, on an empty database. */
export async function elsewhere(bench: Bench) {
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

/** At what a backup (what its file ends in) and a restore (what its statement is like) are killed. */
type Kills = { readonly backups: readonly string[]; readonly restores: readonly string[] }

/** Kills backups and restores as `kill -9` does: files are whole or not there, and so is what is put back. `npm run chaos` kills at more places. */
export async function killBackups(bench: Bench, { backups, restores }: Kills): Promise<void> {
  await fill(bench.database)
  const into = mkdtempSync(join(tmpdir(), 'mr-killed-'))
  onTestFinished(() => rmSync(into, { recursive: true, force: true }))
  const env = { MILLRACE_DATA_FOLDER: bench.dataFolder, ...addressesOf(bench.database) }
  const partial = (ending: string) => async () =>
    readdirSync(into).some((name) => name.endsWith(ending) && statSync(join(into, name)).size > 0)
  for (const ending of backups)
    expect(await killWhen(['backup', '--to', into], { env, holds: partial(ending) })).toBe(true)
  expect(readdirSync(into).filter((name) => !name.endsWith('.partial'))).toEqual([])
  await bench.ok(['backup', '--to', into])
  expect(readdirSync(into)).toHaveLength(2)
  const file = join(into, readdirSync(into).find((name) => name.endsWith('.backup')) ?? '')
  expect(await bench.ok(['backup', 'check', file])).toContain('Whole')
  const other = await elsewhere(bench)
  for (const words of restores) {
    const holds = async () => (await sessions(other.database, words)) > 0
    expect(await killWhen(['restore', file], { env: other.env, holds }), words).toBe(true)
    await until(async () => (await sessions(other.database, '%')) === 0)
    expect(await rowsOf(other.database)).toBe('nothing')
  }
  await other.ok(['restore', file])
  expect(await rowsOf(other.database)).toBe('100000')
}

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
