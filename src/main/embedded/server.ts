import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { ask } from './postmaster.ts'
import { EmbeddedRefusal } from './refusal.ts'
import { cleanEnv, type RunAs, spawnAs } from './run-as.ts'

/** What one start of the server needs. */
export type ServerPlan = {
  readonly dataFolder: string
  readonly cluster: string
  readonly socketFolder: string
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly settings: Readonly<Record<string, string>>
}

/** A server started by this program. */
export type Server = { readonly version: string; readonly exited: Promise<void>; stop(): Promise<void> }

const STEP = 50
const LOCK_PATIENCE = 2000
const READY_PATIENCE = 300_000
const STILL_LOCKED = /lock file ".*" already exists|pre-existing shared memory block/

/** Starts the server and waits for its first answer; a predecessor that is not quite gone is waited for. */
export async function startServer(plan: ServerPlan): Promise<Server> {
  for (let waited = 0; ; waited += STEP) {
    const child = launch(plan)
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    const version = await untilReady(plan, child)
    if (version) return { version, exited, stop: stopper(child, exited) }
    const said = readFileSync(startLog(plan), 'utf8')
    if (!STILL_LOCKED.test(said) || waited >= LOCK_PATIENCE) throw new EmbeddedRefusal(explain(plan, said))
    await wait(STEP)
  }
}

const startLog = ({ dataFolder }: ServerPlan) => join(dataFolder, 'postgres-start.log')

/** In a session of its own, so that Ctrl-C reaches only us and we stop the server in order. */
function launch(plan: ServerPlan): ChildProcess {
  const settings = Object.entries({ unix_socket_directories: plan.socketFolder, ...plan.settings })
  const command = [
    plan.binaries.postgres,
    '-D',
    plan.cluster,
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const tied = diesWithParent() ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
  const log = openSync(startLog(plan), 'w', 0o600)
  try {
    const child = spawnAs(plan.runAs, [...tied, ...command], { stdio: ['ignore', log, log], detached: true })
    child.unref()
    if (tied.length === 0) watch(plan)
    return child
  } finally {
    closeSync(log)
  }
}

let tie: boolean | undefined
function diesWithParent(): boolean {
  tie ??= process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true']).status === 0
  return tie
}

/** Without setpriv: a small shell waits for our end (its input closes, whatever ended us) and stops the server. */
function watch({ runAs, binaries, cluster }: ServerPlan): void {
  const words = ['-c', 'read _; exec "$0" stop -D "$1" -m fast', binaries.pgCtl, cluster]
  const [program = '', ...rest] = [...runAs.prefix, '/bin/sh', ...words]
  const guard = spawn(program, rest, {
    cwd: '/',
    env: cleanEnv(),
    ...runAs.login,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  guard.on('error', () => {})
  guard.stdin?.on('error', () => {})
  ;(guard.stdin as unknown as { unref?: () => void } | null)?.unref?.()
  guard.unref()
}

async function untilReady(plan: ServerPlan, child: ChildProcess): Promise<string | undefined> {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  for (let waited = 0; waited < READY_PATIENCE; waited += 20) {
    const answer = await ask(plan.socketFolder)
    if (typeof answer !== 'string' && !ended) return answer.version
    if (ended) return undefined
    await wait(20)
  }
  child.kill('SIGINT')
  return undefined
}

function stopper(child: ChildProcess, exited: Promise<void>): () => Promise<void> {
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  void exited.then(() => process.off('exit', onExit))
  return async () => {
    // Fast: open transactions are rolled back. Immediate only when that takes half a minute: the next start then recovers.
    child.kill('SIGINT')
    const limit = setTimeout(() => child.kill('SIGQUIT'), 30_000)
    child.ref()
    await exited
    clearTimeout(limit)
  }
}

function explain({ dataFolder }: ServerPlan, said: string): string {
  const words = said.split('\n').filter((line) => /FATAL|ERROR|HINT|error|not/.test(line))
  const last = words.slice(-3).join(' ').trim() || said.trim().slice(-300) || 'it said nothing'
  return `The embedded database did not start: ${last} (see ${join(dataFolder, 'postgres-start.log')} and the folder postgres/log)`
}
