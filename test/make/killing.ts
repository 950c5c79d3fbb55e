import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { PgBoss } from 'pg-boss'
import type { Pool } from '#store/db.ts'
import type { TestDatabase } from './database.ts'
import type { Surroundings } from './swift-clock.ts'

const CHILD = join(import.meta.dirname, '..', 'flows', 'worker-child.ts')

/** A worker in a process of its own, and what it said. */
export type Life = { readonly child: ChildProcess; readonly said: string[] }

/** Starts a worker and waits until it works. */
export async function startLife(surroundings: Surroundings): Promise<Life> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(surroundings)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
    child.stdout?.on('data', (text: Buffer) => {
      said.push(...text.toString().trim().split('\n'))
      if (said.includes('working')) resolve()
    })
  })
  return { child, said }
}

/** Kills a worker as `kill -9` does and waits until it is gone. */
export async function killLife({ child }: Life): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/**
 * Makes the queue notice at once that a worker is dead: its last sign of life is made an hour older, and the supervision that
 * every process does every five seconds is done now. Says how many jobs it held.
 */
export async function noticeDeath(database: TestDatabase): Promise<number> {
  const held = await database
    .ownerPool()
    .query(`update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`)
  await database.ownerPool().query('update pgboss.queue set monitor_on = null, monitor_claim_on = null')
  const boss = new PgBoss({
    ...database.appConfig,
    schema: 'pgboss',
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise: false,
    max: 1,
  })
  await boss.start()
  await boss.supervise()
  await boss.stop({ graceful: false })
  return held.rowCount ?? 0
}

/** Where the import stands: what waits, and each order with its events. */
export async function readProgress(owner: Pool) {
  const { rows } = await owner.query<{ waiting: number; documents: number; placed: Record<string, number> }>(
    `select (select count(*) from millrace.pages) + (select count(*) from millrace.sweeps where window_to is not null) as waiting,
       (select count(*) from millrace.documents) as documents,
       (select coalesce(jsonb_object_agg(x.stage, x.n), '{}') from (select stage, count(*) as n from millrace.orders group by 1) x) as placed`,
  )
  return rows[0] ?? { waiting: 0, documents: 0, placed: {} }
}
