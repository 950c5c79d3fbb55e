import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { OWNER } from './cluster.ts'
import { pidRuns, someoneWorksIn, worksIn } from './living.ts'
import { EmbeddedRefusal } from './refusal.ts'
import { PORT } from './socket-folder.ts'

/** Where a running server listens. */
export type Running = { readonly socketFolder: string; readonly version: string; readonly pid: number }

const PID_FILE = 'postmaster.pid'

/** What PostgreSQL wrote when it started: its number and the folder of its socket. */
export function readPidFile(cluster: string): { pid: number; socketFolder: string } | undefined {
  try {
    const lines = readFileSync(join(cluster, PID_FILE), 'utf8').split('\n')
    return { pid: Number(lines[0]), socketFolder: lines[4]?.trim() ?? '' }
  } catch {
    return undefined
  }
}

/** Asks the server of this folder a real question; undefined when none answers or another folder's server does. */
export async function findRunning(cluster: string): Promise<Running | undefined> {
  const file = readPidFile(cluster)
  if (!file?.socketFolder) return undefined
  const answer = await ask(file.socketFolder)
  if (typeof answer === 'string' || !sameFolder(answer.folder, cluster)) return undefined
  return { socketFolder: file.socketFolder, version: answer.version, pid: file.pid }
}

/** One connection, one question: the server's folder and version, or the code of what went wrong. */
export async function ask(socketFolder: string): Promise<{ folder: string; version: string } | string> {
  const config = { host: socketFolder, port: PORT, user: OWNER, database: 'postgres' }
  const client = new pg.Client({ ...config, connectionTimeoutMillis: 5000, application_name: 'millrace start' })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string; version: string; one: number }>(
      `select current_setting('data_directory') as folder, current_setting('server_version') as version, 1 as one`,
    )
    return rows[0]?.one === 1 ? rows[0] : 'empty'
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown'
  } finally {
    await client.end().catch(() => {})
  }
}

function sameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return false
  }
}

/** Stops a server whose starter is gone; true when it is. */
export async function stopOrphan(cluster: string, { pid }: Running): Promise<boolean> {
  // Seen from another container the number may be a stranger's here: only what works in this very folder is stopped.
  if (!worksIn(pid, cluster)) return !pidRuns(pid)
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return !pidRuns(pid)
  }
  return waitUntil(() => !pidRuns(pid), 30_000)
}

/** Waits for a server that is on its way down, then removes a pid file whose number belongs to another program by now. */
export async function clearStalePidFile(cluster: string): Promise<void> {
  const file = readPidFile(cluster)
  if (!file || !pidRuns(file.pid)) return
  // PostgreSQL itself takes over the file of a dead server; it refuses when the number runs, as after a container restart.
  const gone = await waitUntil(() => !pidRuns(file.pid) || someoneWorksIn(cluster) === false, 30_000)
  if (!gone) {
    throw new EmbeddedRefusal(
      `A PostgreSQL server (number ${file.pid}) runs on ${cluster}, but does not answer on its socket. Stop it, then start again.`,
    )
  }
  if (pidRuns(file.pid) && someoneWorksIn(cluster) === false) rmSync(join(cluster, PID_FILE), { force: true })
}

async function waitUntil(done: () => boolean, limit: number): Promise<boolean> {
  for (let waited = 0; waited < limit; waited += 50) {
    if (done()) return true
    await wait(50)
  }
  return done()
}
