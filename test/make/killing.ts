import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PgBoss } from 'pg-boss'
import type { TestDatabase } from './database.ts'
import type { Surroundings } from './swift-clock.ts'

const CHILD = join(import.meta.dirname, '..', 'flows', 'worker-child.ts')

/** A worker in a process of its own, and what it said. */
type Life = { readonly child: ChildProcess; readonly said: string[] }

/** Workers in processes of their own. One is always loaded ahead, so that a life begins at once. */
export function openNursery() {
  // Compiled once, not once for each life.
  const compiled = mkdtempSync(join(tmpdir(), 'millrace-lives-'))
  const load = (): Life => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled }
    const child = spawn(process.execPath, [CHILD], { stdio: ['pipe', 'pipe', 'inherit'], env })
    const said: string[] = []
    child.stdout?.on('data', (text: Buffer) => said.push(...text.toString().trim().split('\n')))
    return { child, said }
  }
  const living = new Set<Life>()
  let next = load()
  return {
    /** Begins a life and waits until it works. */
    async begin(surroundings: Surroundings): Promise<Life> {
      const life = next
      living.add(life)
      next = load()
      life.child.stdin?.write(`${JSON.stringify(surroundings)}\n`)
      await whenSaid(life, 'working')
      return life
    },
    /** Kills a worker as `kill -9` does and waits until it is gone. */
    async kill(life: Life): Promise<void> {
      living.delete(life)
      await kill(life)
    },
    async close(): Promise<void> {
      await Promise.all([...living, next].map(kill))
      rmSync(compiled, { recursive: true, force: true })
    },
  }
}

async function whenSaid({ child, said }: Life, word: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)))
    const look = () => said.includes(word) && resolve()
    child.stdout?.on('data', look)
    look()
  })
}

async function kill({ child }: Life): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/**
 * Makes the queue notice at once that workers are dead: their last sign of life is made an hour older, and the supervision
 * that every process does every five seconds is done now.
 */
export async function openWatch(database: TestDatabase) {
  const owner = database.ownerPool()
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
  return {
    /** Frees what dead workers held; says how many jobs that were. Nobody may be alive. */
    async noticeDeaths(): Promise<number> {
      const held = await owner.query(
        `update pgboss.job set heartbeat_on = heartbeat_on - interval '1 hour' where state = 'active'`,
      )
      await owner.query('update pgboss.queue set monitor_on = null, monitor_claim_on = null')
      await boss.supervise()
      return held.rowCount ?? 0
    },
    close: () => boss.stop({ graceful: false }),
  }
}
