import { existsSync, mkdirSync, readFileSync, realpathSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Binaries, findBinaries } from './binaries.ts'
import { OWNER, prepareCluster } from './cluster.ts'
import { isAlive, type Living, ourselves } from './living.ts'
import { clearStalePidFile, findRunning, type Running, stopOrphan } from './postmaster.ts'
import { EmbeddedRefusal, USE_YOUR_OWN } from './refusal.ts'
import { chooseRunAs } from './run-as.ts'
import { type Server, startServer } from './server.ts'
import { makeSocketFolder, PORT } from './socket-folder.ts'
import { withStarterLock } from './starter-lock.ts'

/** The logins of the embedded server. */
export type Role = 'millrace_owner' | 'millrace_app' | 'millrace_vault'

/** How one login reaches one database through the socket. */
export type SocketConfig = {
  readonly host: string
  readonly port: number
  readonly user: Role
  readonly database: string
}

/** A way to a running embedded server. */
export type Joined = { readonly version: string; configFor(role: Role, database?: string): SocketConfig }

/** The embedded server as this program got it: started by it, or joined (then `stop` leaves it running). */
export type Embedded = Joined & {
  readonly started: boolean
  /** Ends when the server that we started ends, for whatever reason; never for a joined one. */
  readonly exited: Promise<void>
  stop(): Promise<void>
}

/** `settings` are PostgreSQL settings on top of ours, for tests; `binaries` those of an older server, for an upgrade. */
export type StartOptions = {
  readonly dataFolder: string
  readonly log?: (line: string) => void
  readonly settings?: Readonly<Record<string, string>>
  readonly binaries?: Binaries
}

/** Where an upgrade makes the new database, in the data folder. */
export const UPGRADING = 'upgrading'

const DATABASE = 'millrace'
const clusterOf = (dataFolder: string) => join(dataFolder, 'postgres')
const starterFile = (dataFolder: string) => join(dataFolder, 'postgres-starter')

/**
 * Starts the embedded PostgreSQL of a data folder, or joins it when another program has it running. It ends with the
 * program that started it, so one that only joined starts it again (call this again) when its connections are lost.
 */
export async function startEmbedded(options: StartOptions): Promise<Embedded> {
  if (process.platform === 'win32') {
    throw new EmbeddedRefusal(`The embedded database does not run on Windows yet. ${USE_YOUR_OWN}`)
  }
  // Root's folder may be entered by others (not read): PostgreSQL runs as another user below it.
  mkdirSync(options.dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const dataFolder = realpathSync(options.dataFolder)
  return withStarterLock(join(dataFolder, 'postgres-start.lock'), async () => {
    const running = await findRunning(clusterOf(dataFolder))
    if (running && (await mayJoin(dataFolder, running))) {
      options.log?.('Joined the embedded database that is already running.')
      return { ...joined(running), started: false, exited: new Promise(() => {}), stop: async () => {} }
    }
    return startHere({ ...options, dataFolder })
  })
}

/** The running embedded server of a data folder, or undefined when none answers. */
export async function joinEmbedded(dataFolder: string): Promise<Joined | undefined> {
  if (!existsSync(clusterOf(dataFolder))) return undefined
  const running = await findRunning(realpathSync(clusterOf(dataFolder)))
  return running && joined(running)
}

/** A server whose starter was killed ends with nobody: it is stopped, and ours takes its place. */
async function mayJoin(dataFolder: string, running: Running): Promise<boolean> {
  if (starterLives(dataFolder)) return true
  return !(await stopOrphan(clusterOf(dataFolder), running))
}

function starterLives(dataFolder: string): boolean {
  try {
    return isAlive(JSON.parse(readFileSync(starterFile(dataFolder), 'utf8')) as Living)
  } catch {
    return false
  }
}

async function startHere({ dataFolder, log, settings = {}, ...options }: StartOptions): Promise<Embedded> {
  const binaries = options.binaries ?? findBinaries()
  const cluster = clusterOf(dataFolder)
  if (!existsSync(cluster) && existsSync(clusterOf(join(dataFolder, UPGRADING))))
    throw new EmbeddedRefusal('An upgrade of the database was broken off before its end. Run ./millrace upgrade again.')
  const runAs = chooseRunAs(binaries.postgres, dataFolder)
  if (existsSync(cluster)) await clearStalePidFile(cluster)
  else log?.('Making the embedded database.')
  await prepareCluster(cluster, binaries, runAs)
  const socketFolder = makeSocketFolder(dataFolder, runAs)
  writeFileSync(starterFile(dataFolder), JSON.stringify(ourselves()))
  const server = await startServer({ dataFolder, cluster, socketFolder, binaries, runAs, settings })
  const found = joined({ socketFolder, version: server.version, pid: 0 })
  await ensureDatabase(found.configFor('millrace_owner', 'postgres'))
  log?.(`Started the embedded database, PostgreSQL ${server.version}.`)
  return { ...found, started: true, exited: server.exited, stop: () => stopHere(server, dataFolder, socketFolder) }
}

/** A private folder outside the data folder goes too, unless the next server is already in it. */
async function stopHere(server: Server, dataFolder: string, socketFolder: string): Promise<void> {
  await server.stop()
  if (socketFolder.startsWith(dataFolder)) return
  try {
    rmdirSync(socketFolder)
  } catch {
    // Not empty: someone started it again.
  }
}

async function ensureDatabase(config: SocketConfig): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (rows.length === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`)
  } finally {
    await client.end()
  }
}

function joined({ socketFolder, version }: Running): Joined {
  return {
    version,
    configFor: (user, database = DATABASE) => ({ host: socketFolder, port: PORT, user, database }),
  }
}
