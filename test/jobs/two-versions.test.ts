import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dispatchDue, startDispatcher } from '#jobs/dispatch.ts'
import { runDue } from '#jobs/run-due.ts'
import { startWorker } from '#jobs/worker.ts'
import { withoutMerchant } from '#store/db.ts'
import { wakeAll } from '#store/due.ts'
import type { TestDatabase } from '../make/database.ts'
import { dueRow, key, makeDeps, makeJobsDatabase, openShop, pause, until, wakeNow, work } from './workshop.ts'

const FIXTURE = join(import.meta.dirname, 'fixture-worker.ts')
const MERCHANTS = Array.from(
  { length: 40 },
  (_, n) => `M${[n % 26, Math.floor(n / 26), 0, 0].map((at) => String.fromCharCode(65 + at)).join('')}`,
)

let database: TestDatabase
const children: ChildProcess[] = []
beforeAll(async () => {
  database = await makeJobsDatabase([...MERCHANTS, 'ADAMS', 'BAKER'])
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await database.close()
})

/** A worker in a process of its own, once it works; `gone` gives its exit code. */
async function startChild(name: string) {
  const told = [FIXTURE, JSON.stringify(database.appConfig), name]
  const child = spawn(process.execPath, told, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let runs = 0
  child.stdout.on('data', (text: Buffer) => {
    runs += text.toString().split('running').length - 1
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, gone, runs: () => runs }
}

test('[X3] of two workers one is stopped in the middle of its work: each piece of work is done once, none is lost, and none waits for a lease', async () => {
  const owner = database.ownerPool()
  await owner.query(
    `create table public.test_runs (run bigint generated always as identity, merchant text, worker text, began timestamptz, ended timestamptz);
     grant select, insert, update on public.test_runs to millrace_app`,
  )
  const [old, fresh] = [await startChild('old'), await startChild('fresh')]
  const wanted = MERCHANTS.map((merchant) => ({ ...key(merchant, 'import-page'), at: Date.now() }))
  await withoutMerchant(database.appPool(), (tx) => wakeAll(tx, wanted))
  await until(() => old.runs() > 2 && fresh.runs() > 2, 30_000)
  old.child.kill('SIGTERM')
  expect(await old.gone).toBe(0)
  const stoppedAt = Date.now()
  const done = async () => {
    const { rows } = await owner.query<{ open: string }>(
      `select count(*) as open from deployment.due where kind = 'import-page' and at is not null`,
    )
    return Number(rows[0]?.open) === 0
  }
  await until(done, 20_000)
  // Nothing was left to a lease or to the silence of a dead worker: those take 15 seconds and more.
  expect(Date.now() - stoppedAt).toBeLessThan(14_000)
  const { rows } = await owner.query<{ merchant: string; worker: string; ended: Date | null }>(
    'select merchant, worker, ended from public.test_runs order by merchant',
  )
  expect(rows.map(({ merchant }) => merchant)).toEqual([...MERCHANTS].sort())
  expect(rows.filter(({ ended }) => ended === null)).toEqual([])
  expect(new Set(rows.map(({ worker }) => worker))).toEqual(new Set(['old', 'fresh']))
  fresh.child.kill('SIGTERM')
  expect(await fresh.gone).toBe(0)
})

test('[X3] work of a kind that only the newer version knows stays for it, and holds up nothing of the older one', async () => {
  const ran: string[] = []
  const old = await openShop(database.appConfig, [work('import-page', async (merchant) => void ran.push(merchant))])
  const pool = database.appPool()
  await wakeNow(pool, key('ADAMS', 'webhooks'), Date.now() - 60_000)
  await wakeNow(pool, key('BAKER', 'import-page'))
  expect(await dispatchDue(old.shop, old.queue)).toBe(1)
  const dispatcher = startDispatcher(old.shop, old.queue)
  const worker = startWorker(old.shop, old.queue)
  await until(() => ran.includes('BAKER'))
  await worker.stop()
  await dispatcher.stop()
  expect((await dueRow(pool, key('ADAMS', 'webhooks')))?.at).not.toBeNull()
  await old.close()
  const newer = { pool, deps: makeDeps(() => Date.now()), schedule: [work('webhooks', async () => pause(1))] }
  expect((await runDue(newer)).map(({ kind, merchant }) => `${kind} ${merchant}`)).toEqual(['webhooks ADAMS'])
})
