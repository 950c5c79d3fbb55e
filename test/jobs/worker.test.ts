import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { dispatchDue, type Running, startDispatcher } from '#jobs/dispatch.ts'
import type { Queue } from '#jobs/queue.ts'
import type { Work, Workshop } from '#jobs/work.ts'
import { startWorker } from '#jobs/worker.ts'
import { withoutMerchant } from '#store/db.ts'
import { wake } from '#store/due.ts'
import type { TestDatabase } from '../make/database.ts'
import { addMerchants, dueRow, gate, key, makeJobsDatabase, openShop, pause, until, wakeNow, work } from './workshop.ts'

let database: TestDatabase
let shop: Workshop
let queue: Queue
let running: Running[]
let closeShop: () => Promise<void>
const schedule: Work[] = []
const lines: { message: string; facts?: Record<string, unknown> }[] = []

beforeAll(async () => {
  database = await makeJobsDatabase(['ADAMS', 'BAKER', 'CLARK'])
  const opened = await openShop(database.appConfig, schedule, lines as never)
  shop = opened.shop
  queue = opened.queue
  closeShop = opened.close
})
afterAll(async () => {
  await closeShop()
  await database.close()
})
beforeEach(async () => {
  running = []
  lines.length = 0
  await database.ownerPool().query('delete from deployment.due; delete from pgboss.job')
})
afterEach(async () => {
  await Promise.all(running.map((it) => it.stop()))
})

const plan = (...works: Work[]) => schedule.splice(0, schedule.length, ...works)
const dispatch = () => running.push(startDispatcher(shop, queue))
const employ = () => running.push(startWorker(shop, queue, { stopWithinSeconds: 5 }))
const jobs = async () => (await database.ownerPool().query('select singleton_key, state from pgboss.job')).rows
const at = (merchant: string) => key(merchant, 'import-page')

test('a change that commits while its job waits is worked on', async () => {
  const seen: number[] = []
  let stored = 1
  plan(work('import-page', async () => void seen.push(stored)))
  await wakeNow(shop.pool, at('ADAMS'))
  await dispatchDue(shop, queue)
  expect(await jobs()).toEqual([{ singleton_key: 'ADAMS/', state: 'created' }])
  stored = 2
  await wakeNow(shop.pool, at('ADAMS'))
  dispatch()
  employ()
  await until(() => seen.includes(2))
  await until(async () => (await dueRow(shop.pool, at('ADAMS')))?.at === null)
})

test('a change that commits while its job runs is not lost, and leads to one more run', async () => {
  const held = gate()
  const runs: string[] = []
  plan(
    work('import-page', async () => {
      runs.push('begun')
      if (runs.length === 1) await held.passed
    }),
  )
  dispatch()
  employ()
  await wakeNow(shop.pool, at('ADAMS'))
  await until(() => runs.length === 1)
  await wakeNow(shop.pool, at('ADAMS'))
  await pause(400)
  expect(runs).toHaveLength(1)
  held.open()
  await until(() => runs.length === 2, 2_000)
  await until(async () => (await dueRow(shop.pool, at('ADAMS')))?.at === null)
  await pause(300)
  expect(runs).toHaveLength(2)
  expect(await jobs()).toEqual([])
})

test('a wake is not sent before its transaction commits, and never when it is rolled back', async () => {
  const runs: string[] = []
  plan(work('import-page', async (merchant) => void runs.push(merchant)))
  dispatch()
  employ()
  await withoutMerchant(shop.pool, async (tx) => {
    await wake(tx, at('ADAMS'), Date.now())
    await pause(300)
    expect(await dispatchDue(shop, queue)).toBe(0)
    expect(runs).toEqual([])
  })
  await until(() => runs.length === 1, 2_000)
  const undone = withoutMerchant(shop.pool, async (tx) => {
    await wake(tx, at('BAKER'), Date.now())
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await pause(300)
  expect(runs).toEqual(['ADAMS'])
})

test('a long run that is woken again and again delays no other merchant of its kind', async () => {
  const held = gate()
  const runs: string[] = []
  plan(
    work('import-page', async (merchant) => {
      runs.push(merchant)
      if (merchant === 'ADAMS' && runs.length === 1) await held.passed
    }),
  )
  dispatch()
  employ()
  await wakeNow(shop.pool, at('ADAMS'))
  await until(() => runs.length === 1)
  for (let push = 0; push < 300; push++) await wakeNow(shop.pool, at('ADAMS'))
  await wakeNow(shop.pool, at('BAKER'))
  await until(() => runs.includes('BAKER'), 2_000)
  held.open()
  await until(async () => (await dueRow(shop.pool, at('ADAMS')))?.at === null)
  expect(runs.filter((merchant) => merchant === 'ADAMS').length).toBe(2)
})

test('a failing job backs off and the others go on; what it says of a buyer is written nowhere', async () => {
  const runs: string[] = []
  plan(
    work('import-page', async (merchant) => {
      runs.push(merchant)
      if (merchant === 'ADAMS') throw new TypeError('Jane Doe')
    }),
  )
  dispatch()
  employ()
  for (const merchant of ['ADAMS', 'BAKER', 'CLARK']) await wakeNow(shop.pool, at(merchant))
  await until(() => runs.includes('BAKER') && runs.includes('CLARK'))
  await until(async () => (await dueRow(shop.pool, at('ADAMS')))?.failures === 1)
  const row = await dueRow(shop.pool, at('ADAMS'))
  expect(row?.last_error).toBe('TypeError')
  expect((row?.at ?? 0) - Date.now()).toBeGreaterThan(4_000)
  expect(lines).toMatchObject([{ facts: { merchant: 'ADAMS', error: 'TypeError', failures: 1, againInSeconds: 8 } }])
  expect(JSON.stringify([lines, await jobs()])).not.toContain('Jane')
})

test('a job that was taken from its worker does not write its end over the next run', async () => {
  const held = gate()
  plan(
    work('import-page', async () => {
      await held.passed
      return Date.now() + 3_600_000
    }),
  )
  employ()
  await wakeNow(shop.pool, at('ADAMS'))
  await dispatchDue(shop, queue)
  await until(async () => (await jobs())[0]?.state === 'active')
  await pause(50)
  await database.ownerPool().query(`update pgboss.job set state = 'failed'`)
  held.open()
  await until(() => lines.some((line) => line.message.startsWith('A job was taken')))
  const row = await dueRow(shop.pool, at('ADAMS'))
  expect((row?.at ?? 0) - Date.now()).toBeLessThan(31_000)
})

test('after every connection was lost, wakes are heard and jobs are taken again', async () => {
  const runs: string[] = []
  plan(work('import-page', async (merchant) => void runs.push(merchant)))
  dispatch()
  employ()
  await wakeNow(shop.pool, at('ADAMS'))
  await until(() => runs.length === 1)
  await database.ownerPool().query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name in ('test jobs', 'millrace queue')`,
  )
  await pause(1_500)
  await wakeNow(database.appPool(), at('BAKER'))
  await until(() => runs.includes('BAKER'), 2_000)
})

test('a stop waits for what runs and takes nothing new', async () => {
  const held = gate()
  const runs: string[] = []
  plan(
    work('import-page', async (merchant) => {
      runs.push(merchant)
      await held.passed
    }),
  )
  await wakeNow(shop.pool, at('ADAMS'))
  await dispatchDue(shop, queue)
  const worker = startWorker(shop, queue, { stopWithinSeconds: 5 })
  await until(() => runs.length === 1)
  const stopped = worker.stop()
  await wakeNow(shop.pool, at('BAKER'))
  await dispatchDue(shop, queue)
  await pause(200)
  held.open()
  await stopped
  expect(runs).toEqual(['ADAMS'])
  expect(await dueRow(shop.pool, at('ADAMS'))).toMatchObject({ at: null })
})

test('a stop leaves what does not end in time to its lease', async () => {
  plan(work('import-page', () => new Promise(() => {})))
  await wakeNow(shop.pool, at('ADAMS'))
  await dispatchDue(shop, queue)
  const worker = startWorker(shop, queue, { stopWithinSeconds: 0.2 })
  await until(async () => (await jobs())[0]?.state === 'active')
  await worker.stop()
  expect((await dueRow(shop.pool, at('ADAMS')))?.at).toBeGreaterThan(Date.now())
})

test('ten thousand merchants due at once are sent in seconds, by two dispatchers, each once', async () => {
  plan(work('import-page', async () => {}))
  const many = Array.from({ length: 10_000 }, (_, n) => `Z${letters(n)}`)
  await addMerchants(database, many)
  await database
    .ownerPool()
    .query(
      `insert into deployment.due (merchant_id, kind, at) select unnest($1::text[]), 'import-page', to_timestamp(1)`,
      [many],
    )
  const began = Date.now()
  const sent = await Promise.all([dispatchDue(shop, queue), dispatchDue(shop, queue)])
  const took = Date.now() - began
  expect(sent[0] + sent[1]).toBe(10_000)
  const { rows } = await database.ownerPool().query('select count(distinct singleton_key)::int as n from pgboss.job')
  expect(rows[0].n).toBe(10_000)
  expect(took).toBeLessThan(15_000)
  console.log(`10,000 due rows sent in ${took} ms`)
})

const letters = (n: number): string =>
  [17576, 676, 26, 1].map((weight) => String.fromCharCode(65 + (Math.floor(n / weight) % 26))).join('')
