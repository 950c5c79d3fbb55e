import { mkdtempSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#main/embedded/start.ts'
import { migrate } from '#store/migrate.ts'
import { examineStatements, readStatements } from './make/examine-statements.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { host: string; port: number; template: string; statements: string }
  }
}

const TEMPLATE = 'millrace_template'

/** For throw-away data only: nothing is forced to the disk, and the log that nobody replays is kept short. */
const FAST = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_compression: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '128MB',
  checkpoint_timeout: '1h',
  bgwriter_lru_maxpages: '0',
  autovacuum: 'off',
  io_method: 'sync',
  max_connections: '200',
}

/** Linux keeps this folder in memory: there the 600 files of a database are made and removed at a tenth of the cost. */
const IN_MEMORY = '/dev/shm'
const ROOM_NEEDED = 2 * 1024 ** 3

const FOLDER = 'millrace-test-'
const DAY = 86_400_000

/** One server for the whole run with one migrated template; every test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(whereToLie(), FOLDER))
  const server = await startEmbedded({ dataFolder, settings: FAST })
  const statements = join(dataFolder, 'statements.jsonl')
  writeFileSync(statements, '')
  const remove = async () => {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    const client = new pg.Client(server.configFor('millrace_owner', 'postgres'))
    await client.connect()
    await client.query(`create database ${TEMPLATE}`)
    await client.end()
    const owner = server.configFor('millrace_owner', TEMPLATE)
    const folder = join(import.meta.dirname, '..', 'migrations')
    const outcome = await migrate(owner, { folder, now: () => Date.now(), queues: [] })
    if (!outcome.ok) throw new Error(outcome.refusal.sentence)
    project.provide('testServer', { host: owner.host, port: owner.port, template: TEMPLATE, statements })
    return async () => {
      const findings = await examineStatements(owner, readStatements(statements)).finally(remove)
      if (findings.length > 0) throw new Error(findings.join('\n'))
    }
  } catch (error) {
    await remove()
    throw error
  }
}

/** In memory where there is room, and else where temporary files lie. */
function whereToLie(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    if (bavail * bsize < ROOM_NEEDED) return tmpdir()
    removeForgotten(IN_MEMORY)
    return IN_MEMORY
  } catch {
    return tmpdir()
  }
}

/** What runs that were killed left behind must not fill the memory. */
function removeForgotten(parent: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(FOLDER))) {
    const folder = join(parent, name)
    if (statSync(folder).mtimeMs < Date.now() - DAY) rmSync(folder, { recursive: true, force: true })
  }
}
