import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MetricName } from '#core/metrics.ts'
import { measureProcess } from '#main/watch/own-metrics.ts'
import { askMetrics, QUESTIONS_OF_METRICS } from '#store/ask-metrics.ts'
import { installQuestions } from '#store/questions.ts'
import { addMerchants } from '../jobs/workshop.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

const NOW = Date.parse('2026-11-10T15:00:00Z')
const LONG_AGO = '2026-11-10T10:00:00Z'
const CONNECTION = { connection_id: 'na-A' }

/** Something that happens to a deployment: a row, and the measurement that it moves. `rests`: not while its merchant is suspended. */
type Happening = {
  readonly moves: MetricName
  readonly table: string
  readonly row: Readonly<Record<string, string | number>>
  readonly rests?: true
}

const HAPPENINGS: readonly Happening[] = [
  {
    moves: 'work_oldest_seconds',
    table: 'deployment.due',
    row: { kind: 'sweep-orders', subject: 'na-A', at: LONG_AGO },
    rests: true,
  },
  // Amazon's clocks run for a suspended merchant too (U4).
  {
    moves: 'work_oldest_seconds',
    table: 'deployment.due',
    row: { kind: 'purge-buyer-data', subject: '', at: LONG_AGO },
  },
  {
    moves: 'work_failing',
    table: 'deployment.due',
    row: { kind: 'import-page', subject: '', at: LONG_AGO, failures: 4 },
    rests: true,
  },
  { moves: 'pages_oldest_seconds', table: 'millrace.pages', row: { ...CONNECTION, fetched_at: LONG_AGO }, rests: true },
  {
    moves: 'orders_held',
    table: 'millrace.documents',
    row: { ...CONNECTION, state: 'held', problems: '[{"code": "unknown-sku"}]' },
  },
  {
    moves: 'connections',
    table: 'millrace.connections',
    row: { ...CONNECTION, region: 'na', state: 'authorized', importing: 'true' },
  },
  { moves: 'read_behind_seconds', table: 'millrace.sweeps', row: { ...CONNECTION, watermark: LONG_AGO }, rests: true },
  {
    moves: 'going_up_oldest_seconds',
    table: 'millrace.outbox',
    row: { ...CONNECTION, kind: 'confirmation', state: 'waiting', way: 'call', next_at: LONG_AGO },
    rests: true,
  },
  {
    moves: 'feeds_oldest_seconds',
    table: 'millrace.submissions',
    row: { ...CONNECTION, kind: 'order-fulfillment', way: 'feed', state: 'sent', made_at: LONG_AGO },
    rests: true,
  },
  { moves: 'order_lag_seconds', table: 'deployment.tallies', row: { name: 'lags', labels: '{1800}', amount: 3 } },
  { moves: 'amazon_calls', table: 'deployment.tallies', row: { name: 'calls', labels: '{getOrder,429}', amount: 3 } },
  {
    moves: 'quota_buckets',
    table: 'deployment.buckets',
    row: { key: 'a/b/getOrder', rate: 0, burst: 1, tokens: 1, at: LONG_AGO },
  },
  {
    moves: 'quota_empty',
    table: 'deployment.buckets',
    row: { key: 'a/c/getOrder', rate: 0, burst: 1, tokens: 0, at: LONG_AGO },
  },
  { moves: 'alarms_open', table: 'millrace.alarms', row: { kind: 'reveals' } },
  {
    moves: 'buyer_data_overdue',
    table: 'millrace.problems',
    row: { code: 'buyer-data-overdue', facts: '{"count": 2}' },
  },
  {
    moves: 'secret_lapses_seconds',
    table: 'deployment.application_secrets',
    row: { region: 'na', slot: 'current', lapses_on: '2026-11-20' },
  },
  { moves: 'webhooks_oldest_seconds', table: 'millrace.webhook_messages', row: { next_at: LONG_AGO }, rests: true },
  {
    moves: 'webhooks_failing',
    table: 'millrace.webhook_messages',
    row: { next_at: LONG_AGO, attempts: 4 },
    rests: true,
  },
  { moves: 'mails_stuck', table: 'millrace.mails', row: { state: 'waiting', attempts: 4 } },
  {
    moves: 'imports_oldest_seconds',
    table: 'millrace.imports',
    row: { state: 'reading', made_at: LONG_AGO },
    rests: true,
  },
  {
    moves: 'processes',
    table: 'deployment.processes',
    row: { role: 'worker', version: '9.9.9', seen_at: '2026-11-10T14:59:30Z' },
  },
  { moves: 'backup_age_seconds', table: 'deployment.audit', row: { at: LONG_AGO, content: '{"act":"backup-made"}' } },
]

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await makeDatabase()
  await addMerchants(database, ['ADAMS'])
  owner = new pg.Client(database.ownerConfig as pg.ClientConfig)
  await owner.connect()
  await installQuestions(owner, QUESTIONS_OF_METRICS)
  // Rows stand alone here: what they would belong to is not there.
  await owner.query('set session_replication_role = replica')
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

/** Values for the columns that must have one. */
const ANY: Readonly<Record<string, string>> = {
  text: 'x',
  'timestamp with time zone': LONG_AGO,
  jsonb: '{}',
  json: '{}',
  bytea: '\\x00',
  boolean: 'false',
}

async function insert({ table, row }: Happening): Promise<void> {
  const { rows } = await owner.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema || '.' || table_name = $1 and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
    [table],
  )
  const needed = Object.fromEntries(rows.map(({ name, type }) => [name, ANY[type] ?? '7']))
  const whole = { ...needed, ...('merchant_id' in needed ? { merchant_id: 'ADAMS' } : {}), ...row }
  const names = Object.keys(whole)
  const places = names.map((_, at) => `$${at + 1}`)
  await owner.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(whole))
}

/** Asked as the program asks, by the login that owns nothing. */
async function sumOf(metric: MetricName): Promise<number> {
  const samples = await askMetrics(database.appConfig, NOW)
  expect(samples.filter((one) => one.metric === 'unanswered' && one.value !== 0)).toEqual([])
  return samples.filter((one) => one.metric === metric).reduce((sum, { value }) => sum + value, 0)
}

const suspend = (isSuspended: boolean) =>
  owner.query(`update deployment.merchants set suspended_at = ${isSuspended ? 'to_timestamp(0)' : 'null'}`)

test('[X5][M2] what each alert asks for moves when the thing happens, and what rests with a suspended merchant wakes nobody', async () => {
  for (const happening of HAPPENINGS) {
    const { moves, rests } = happening
    const before = await sumOf(moves)
    await insert(happening)
    const after = await sumOf(moves)
    expect(after, moves).toBeGreaterThan(before)
    await suspend(true)
    if (rests) expect(await sumOf(moves), `${moves} of a suspended merchant`).toBeLessThan(after)
    else expect(await sumOf(moves), `${moves} of a suspended merchant`).toBeGreaterThanOrEqual(after - before)
    await suspend(false)
  }
})

test('[X5] each measurement of an alert is one that was seen to move, or is there whatever happens', async () => {
  const alerts = readFileSync(join(import.meta.dirname, '..', '..', 'deploy', 'alerts.yaml'), 'utf8')
  const asked = new Set(
    [...alerts.matchAll(/\bmillrace_([a-z_]+?)(?:_total|_bucket)?(?=[{)[\s])/g)].map(([, name]) => name),
  )
  const moved = new Set<string | undefined>(HAPPENINGS.map(({ moves }) => moves))
  expect([...asked].filter((name) => !moved.has(name))).toEqual(['database_bytes', 'unanswered', 'http_answers'])

  const own = measureProcess()
  own.onAnswer({ method: 'GET', route: '/api/v1/orders', status: 503, seconds: 1 })
  expect(await own.text()).toContain('millrace_http_answers_total{method="GET",status="5xx"} 1')
  await owner.query('drop function deployment.ask_metrics_quota(double precision)')
  const samples = await askMetrics(database.appConfig, NOW)
  expect(samples).toContainEqual({ metric: 'unanswered', labels: ['quota'], value: 1 })
  expect(samples).toContainEqual({ metric: 'database_bytes', labels: [], value: expect.any(Number) })
})
