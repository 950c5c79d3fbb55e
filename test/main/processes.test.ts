import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#http/app.ts'
import { readConfig } from '#main/config.ts'
import { APPLICATION, MERCHANT } from '#main/demo/sample-merchant.ts'
import { seedSampleMerchant } from '#main/demo/seed.ts'
import { type Installation, openInstallation } from '#main/installation.ts'
import { openLivePages } from '#main/live-pages.ts'
import { openWatch } from '#main/watch/open-watch.ts'
import { measureProcess } from '#main/watch/own-metrics.ts'
import { isConnectionLost } from '#store/db.ts'
import { startSimulator } from '../../src/simulator/server.ts'
import { until } from '../jobs/workshop.ts'
import { runHere } from '../make/cli.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'
import { realSettings } from '../make/real-settings.ts'

const PROGRAM = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts')
const TOKEN = 'token-of-the-metrics-0001'
const BUYER = 'Quentina Zebrafield'
const folder = mkdtempSync(join(tmpdir(), 'mr-processes-'))
const children: ChildProcess[] = []

let database: TestDatabase
let simulator: Awaited<ReturnType<typeof startSimulator>>
/** What runs has these, and no way to the owner of the tables. */
let settings: Record<string, string>
let asOwner: Record<string, string>
beforeAll(async () => {
  database = await makeDatabase({ empty: true })
  simulator = await startSimulator({ clock: 'real' })
  simulator.control.setLag({ fixed: 0 })
  const real = realSettings(database, folder)
  settings = {
    ...real.settings,
    MILLRACE_WORKER_PORT: '0',
    MILLRACE_METRICS_TOKEN: TOKEN,
    MILLRACE_LWA_CLIENT_ID_NA: APPLICATION.clientId,
    MILLRACE_LWA_CLIENT_SECRET_NA: APPLICATION.clientSecret,
    MILLRACE_LWA_URL: `${simulator.url}/auth/o2/token`,
    MILLRACE_SPAPI_URL_NA: simulator.url,
    MILLRACE_DOCUMENT_HOSTS: 'documents.example.com',
  }
  asOwner = { ...settings, ...real.owner }
})
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  await simulator.close()
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** `millrace worker` as a process of its own: where it listens, what it logged, and how it ends. */
async function startWorkerProcess() {
  const child = spawn(process.execPath, [PROGRAM, 'worker'], { env: { PATH: process.env.PATH, ...settings } })
  children.push(child)
  let [out, log] = ['', '']
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    log += text
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await until(() => /listening at (\S+)\./.test(out) || child.exitCode !== null, 60_000)
  return { child, gone, address: /listening at (\S+)\./.exec(out)?.[1] ?? '', log: () => log }
}

const asDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** The half that serves pages, in this process, on the same database. */
async function openWeb(installation: Installation) {
  const metrics = measureProcess()
  const watch = openWatch(installation, metrics)
  const live = openLivePages(installation.shop.pool)
  const app = await buildApp(installation.deps, { version: 'test', isOutage: isConnectionLost, live, watch })
  const get = (url: string, token = '') =>
    app.inject({ url, headers: token === '' ? {} : { authorization: `Bearer ${token}` } })
  return { app, live, get }
}

test('[X3] neither half starts on tables that nobody brought up to date, in the demo, or on the embedded database', async () => {
  const { MILLRACE_MODE: _, ...demo } = settings
  const { DATABASE_URL: _a, DATABASE_VAULT_URL: _v, ...embedded } = settings
  const refused = async (env: Record<string, string>) => (await runHere(['worker'], { env })).err
  expect(await refused(settings)).toContain('with DATABASE_OWNER_URL set: ./millrace migrate')
  expect(await refused(asOwner)).toContain('./millrace migrate')
  expect(await refused(demo)).toContain('The demo is one program')
  expect(await refused(embedded)).toContain('need a PostgreSQL of your own')
})

test('[X3][X5] a worker beside the pages, both without the owner of the tables: an order is placed by the one and told by the other, health and metrics tell of both, and a stop leaves nothing behind', async () => {
  expect((await runHere(['migrate'], { env: asOwner })).out).toContain('up to date')
  const log = { note: () => {}, alarm: () => {} }
  const installation = await openInstallation(readConfig(settings), { log })
  await seedSampleMerchant(installation.deps, asDay(Date.now() - 86_400_000))
  const web = await openWeb(installation)
  const told: string[] = []
  web.live.onChange(MERCHANT.id, (topic) => void told.push(topic))
  expect((await web.get('/health/ready')).json()).toMatchObject({ ok: true, worker: 'silent' })

  const placedAt = Date.now() - 240_000
  const lines = [{ sku: 'MUG-BLUE', quantity: 1, price: 12 }]
  const times = { createdAt: placedAt, updatedAt: placedAt }
  const id = simulator.control.placeOrder({ lines, buyer: { name: BUYER }, ...times })
  simulator.control.placeOrder({ lines: [{ ...lines[0], sku: 'NOBODY-KNOWS' }], ...times })
  const worker = await startWorkerProcess()
  const orders = () => database.ownerPool().query('select 1 from millrace.orders where amazon_order_id = $1', [id])
  await until(async () => (await orders()).rowCount === 1, 60_000)
  // The worker changed it, and the pages of another process heard of it.
  await until(() => told.includes('orders'))

  const ready = await fetch(`${worker.address}/health/ready`)
  expect([ready.status, await ready.json()]).toMatchObject([
    200,
    { database: 'ok', tables: 'ok', key: 'ok', worker: 'ok' },
  ])
  expect((await fetch(`${worker.address}/health/live`)).status).toBe(200)
  expect((await fetch(`${worker.address}/metrics`)).status).toBe(401)
  const own = await fetch(`${worker.address}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })
  const text = await own.text()
  expect(text).toMatch(/millrace_run_seconds_count\{kind="import-page",outcome="ok"\} [1-9]/)
  expect(text).toMatch(/millrace_amazon_call_seconds_count\{operation="searchOrders",answer="200"\} [1-9]/)
  expect(text).toContain('process_resident_memory_bytes')

  // Counts are written once a second.
  const placed = async () => {
    const { rows } = await database
      .ownerPool()
      .query(`select sum(amount) as n from deployment.tallies where name = 'lags' and labels <> '{sum}'`)
    return Number(rows[0]?.n) === 1
  }
  await until(placed)
  const whole = await (
    await fetch(`${worker.address}/metrics/deployment`, { headers: { authorization: `Bearer ${TOKEN}` } })
  ).text()
  expect(whole.match(/^millrace_unanswered.* 1$/gm)).toBeNull()
  for (const line of [
    /^millrace_processes\{role="worker",version="[\d.]+"\} 1$/m,
    /^millrace_order_lag_seconds_bucket\{le="180"\} 0$/m,
    /^millrace_order_lag_seconds_bucket\{le="600"\} 1$/m,
    /^millrace_order_lag_seconds_count 1$/m,
    /^millrace_orders_held\{problem="unknown-sku"\} 1$/m,
    /^millrace_amazon_calls_total\{operation="searchOrders",answer="200"\} [1-9]\d*$/m,
    /^millrace_quota_burst_left_ratio\{operation="searchOrders",quantile="0"\} 0\.\d+$/m,
    /^millrace_connections\{state="authorized"\} 1$/m,
    /^millrace_read_behind_seconds\{quantile="0.95"\} \d+/m,
    /^millrace_work_oldest_seconds\{kind="purge-buyer-data"\} \d+/m,
  ])
    expect(whole).toMatch(line)
  // Nothing of one merchant, of its partner at Amazon, of an order or of a buyer is in it (M2, A12).
  for (const secret of [MERCHANT.id, MERCHANT.name, 'A3HARBORGOODS', id, 'Zebrafield', 'MUG-BLUE'])
    expect(whole + text).not.toContain(secret)

  // Each run and each call is a line of the log: whose, which connection, what, how long; and nothing of the buyer.
  const entries = worker
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const whose = { merchant: MERCHANT.id, connection: 'na-A3HARBORGOODS', took: expect.any(Number) }
  expect(entries).toContainEqual(
    expect.objectContaining({ msg: 'Amazon answered.', operation: 'searchOrders', answer: '200', ...whose }),
  )
  expect(entries).toContainEqual(
    expect.objectContaining({ msg: 'Work ended.', kind: 'sweep-orders', outcome: 'ok', ...whose }),
  )
  expect(worker.log()).not.toContain('Zebrafield')

  worker.child.kill('SIGTERM')
  expect(await worker.gone).toBe(0)
  expect((await database.ownerPool().query('select 1 from deployment.processes')).rowCount).toBe(0)
  expect((await database.ownerPool().query(`select 1 from pgboss.job where state = 'active'`)).rowCount).toBe(0)
  web.live.close()
  await web.app.close()
  await installation.close()
})

test('[X5] health tells what is wrong and nothing else; metrics have a token of their own, and are off without one', async () => {
  let asked = 0
  const log = { note: () => {}, alarm: () => {} }
  const found = await openInstallation(readConfig(settings), { log })
  const connect = () => {
    asked++
    return found.shop.pool.connect()
  }
  const pool = { connect }
  const installation = { ...found, shop: { ...found.shop, pool: pool as unknown as typeof found.shop.pool } }
  const { app, live, get } = await openWeb(installation)
  const keyOf = (opens: () => Promise<boolean>) => Object.assign(found.deps.keys, { opens })
  for (const _ of Array.from({ length: 30 })) await get('/health/ready')
  // Whoever asks needs no key, so the database is asked once in a while only: for its tables, and for who is there.
  expect(asked).toBeLessThanOrEqual(3)
  for (const url of ['/metrics', '/metrics/deployment'])
    for (const [token, status] of [
      ['', 401],
      ['wrong', 401],
      [`${TOKEN}x`, 401],
      ['x'.repeat(5000), 401],
      [TOKEN, 200],
    ] as const)
      expect((await get(url, token)).statusCode, `${url} ${token}`).toBe(status)
  expect((await get('/metrics', TOKEN)).body).toMatch(/millrace_http_answers_total\{method="GET",status="4xx"\} [1-9]/)
  await get('/no/such/page')
  expect((await get('/metrics', TOKEN)).body).not.toContain('/no/such')
  live.close()
  await app.close()

  const off = { ...found, config: { ...found.config, metricsToken: null } }
  const closed = await openWeb(off)
  expect((await closed.get('/metrics', TOKEN)).statusCode).toBe(404)
  keyOf(async () => false)
  const wrong = await closed.get('/health/ready')
  expect([wrong.statusCode, wrong.json()]).toMatchObject([503, { ok: false, database: 'ok', key: 'wrong' }])
  closed.live.close()
  await closed.app.close()

  const away = await openWeb({
    ...found,
    shop: {
      ...found.shop,
      pool: { connect: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) } as never,
    },
  })
  const gone = await away.get('/health/ready')
  expect([gone.statusCode, gone.json()]).toMatchObject([503, { ok: false, database: 'away' }])
  expect((await away.get('/health/live')).statusCode).toBe(200)
  away.live.close()
  await away.app.close()

  // A newer version has migrated: the older one that still runs stays in service until it is exchanged.
  await database.ownerPool().query(`insert into deployment.migration values (9999, '9999_newer.sql', 'x', 'epoch', 0)`)
  const older = await openWeb({
    ...found,
    deps: { ...found.deps, keys: { ...found.deps.keys, opens: async () => true } },
  })
  const stays = await older.get('/health/ready')
  expect([stays.statusCode, stays.json()]).toMatchObject([200, { ok: true, tables: 'newer' }])
  older.live.close()
  await older.app.close()
  await found.close()
})
