import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseConfig } from '#store/db.ts'
import { migrate } from '#store/migrate.ts'
import { startProgram } from './programs.ts'

const PROGRAM = join(import.meta.dirname, 'database-program.ts')
const MIGRATIONS = join(import.meta.dirname, '..', '..', '..', 'migrations')
/** A disk of its own, in memory, seen by the server alone. */
const OWN_DISK = ['unshare', '--user', '--map-root-user', '--mount', '--', 'sh', '-c']
const MOUNT = 'mount -t tmpfs -o size=768m none "$0" && exec "$@"'

type Word = 'start' | 'fast' | 'immediate' | 'fill' | 'free'

/** A database that can be stopped, started and filled up; `hasDisk`: the system lets us give it a disk of its own. */
export type MonthDatabase = {
  readonly hasDisk: boolean
  configFor(user: string): DatabaseConfig
  tell(word: Word): Promise<void>
  close(): Promise<void>
}

/** Starts a migrated database for a month of chaos. */
export async function openMonthDatabase(now: () => number): Promise<MonthDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'mr-month-'))
  const mayMount = spawnSync(OWN_DISK[0] ?? '', [...OWN_DISK.slice(1), MOUNT, folder, 'true']).status === 0
  const onOwnDisk = mayMount ? await startServer(folder, true) : null
  // What a system lets a program mount it may still hide from all others.
  if (onOwnDisk !== null && !existsSync(onOwnDisk.host)) await onOwnDisk.program.end()
  const hasDisk = onOwnDisk !== null && existsSync(onOwnDisk.host)
  const { program, host, tell, ...told } = hasDisk ? onOwnDisk : await startServer(folder, false)
  const configFor = (user: string): DatabaseConfig => ({ ...told, host, user })
  const outcome = await migrate(configFor('millrace_owner'), { folder: MIGRATIONS, now, queues: [] })
  if (!outcome.ok) throw new Error(outcome.refusal.sentence)
  return {
    hasDisk,
    configFor,
    tell: async (word) => void (await tell(word)),
    async close() {
      await program.ask('fast')
      await program.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server in a program of its own, on a disk of its own or not, and where it is reached from here. */
async function startServer(folder: string, ownDisk: boolean) {
  const command = [process.execPath, PROGRAM, folder]
  const program = startProgram(ownDisk ? [...OWN_DISK, MOUNT, folder, ...command] : command)
  const tell = async (word: Word) => {
    const answer = await program.ask(word)
    if (answer === null || typeof answer.error === 'string')
      throw new Error(`The database does not ${word}: ${answer?.error ?? 'its program ended'}`)
    return answer
  }
  const told = (await tell('start')) as { host: string; port: number; database: string }
  // Its disk is mounted for its own program only; by way of that program we see it too.
  return { program, tell, ...told, host: ownDisk ? `/proc/${program.pid}/root${told.host}` : told.host }
}
