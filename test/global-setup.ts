import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#main/embedded/start.ts'
import { migrate } from '#store/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { host: string; port: number; template: string }
  }
}

const TEMPLATE = 'millrace_template'

/** For throw-away data only: nothing is forced to the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** One server for the whole run with one migrated template; every test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'millrace-test-'))
  const server = await startEmbedded({ dataFolder, settings: FAST })
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
    project.provide('testServer', { host: owner.host, port: owner.port, template: TEMPLATE })
    return remove
  } catch (error) {
    await remove()
    throw error
  }
}
