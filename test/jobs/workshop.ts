import pg from 'pg'
import type { MerchantId } from '#core/ids.ts'
import type { Deps, WakeKind } from '#flows/deps.ts'
import { openQueue, QUEUES, type Queue } from '#jobs/queue.ts'
import { LEASE_SECONDS, type Work, type Workshop } from '#jobs/work.ts'
import { type DatabaseConfig, openPool, type Pool, withoutMerchant } from '#store/db.ts'
import { wake } from '#store/due.ts'
import { installQueues } from '#store/queue-schema.ts'
import { makeDatabase, type TestDatabase } from '../make/database.ts'

type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Deps of which work in these tests uses only the clock, the dice and the log. */
export function makeDeps(clock: () => number, lines: { message: string; facts?: Facts }[] = []): Deps {
  const line = (message: string, facts?: Facts) => void lines.push({ message, facts })
  return { now: clock, random: () => 0.5, log: { note: line, alarm: line } } as unknown as Deps
}

/** A line of a schedule that runs `run` and is not wanted again unless it says so. */
export function work(kind: WakeKind, run: (merchant: MerchantId, subject: string) => Promise<unknown>): Work {
  return {
    kind,
    when: 'in a test',
    why: 'for a test',
    leaseSeconds: LEASE_SECONDS,
    atOnce: 4,
    run: async (_deps, merchant, subject) => {
      const again = await run(merchant, subject)
      return { again: typeof again === 'number' ? again : null }
    },
  }
}

/** A database with the queues and some merchants. */
export async function makeJobsDatabase(merchants: readonly string[]): Promise<TestDatabase> {
  const database = await makeDatabase()
  const owner = new pg.Client(database.ownerConfig as pg.ClientConfig)
  await owner.connect()
  await installQueues(owner, QUEUES)
  await owner.end()
  await addMerchants(database, merchants)
  return database
}

export async function addMerchants(database: TestDatabase, merchants: readonly string[]): Promise<void> {
  await database.ownerPool().query(
    `insert into deployment.merchants (merchant_id, name, owner, time_zone, currency, weight_unit, ship_from, created_at)
     select id, id, 'owner@example.com', 'UTC', 'USD', 'g', '{}', to_timestamp(0) from unnest($1::text[]) as id`,
    [merchants],
  )
}

/** A pool for jobs: two listeners, the dispatcher and the runs. */
export const jobsPool = (config: DatabaseConfig): Pool => openPool(config, { max: 12, applicationName: 'test jobs' })

/** A workshop on the real clock with a queue of its own; `close` ends both. */
export async function openShop(
  config: DatabaseConfig,
  schedule: readonly Work[],
  lines: { message: string; facts?: Facts }[] = [],
): Promise<{ shop: Workshop; queue: Queue; close(): Promise<void> }> {
  const pool = jobsPool(config)
  const deps = makeDeps(() => Date.now(), lines)
  const queue = await openQueue(config, deps.log)
  const close = async () => {
    await queue.close()
    await pool.end()
  }
  return { shop: { pool, deps, schedule }, queue, close }
}

export const key = (merchant: string, kind: WakeKind, subject = '') => ({
  merchant: merchant as MerchantId,
  kind,
  subject,
})

/** Wakes in a transaction of its own. */
export const wakeNow = (pool: Pool, it: ReturnType<typeof key>, at = Date.now()): Promise<void> =>
  withoutMerchant(pool, (tx) => wake(tx, it, at))

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Waits until something holds; fails after `within` ms. */
export async function until(holds: () => boolean | Promise<boolean>, within = 10_000): Promise<void> {
  const end = Date.now() + within
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not happen within ${within} ms`)
    await pause(20)
  }
}

/** Holds whoever waits for `passed` until it is opened. */
export function gate(): { readonly passed: Promise<void>; open(): void } {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { passed, open: () => open() }
}

/** A row of the due table as it stands. */
export async function dueRow(pool: Pool, { merchant, kind, subject }: ReturnType<typeof key>) {
  const { rows } = await pool.query<{ at: number | null; seq: number; failures: number; last_error: string | null }>(
    'select at, seq, failures, last_error from deployment.due where merchant_id = $1 and kind = $2 and subject = $3',
    [merchant, kind, subject],
  )
  return rows[0]
}
