import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Binaries, MAJOR } from './binaries.ts'
import { EmbeddedRefusal } from './refusal.ts'
import { giveFolder, type RunAs, refuseForeign, spawnAs } from './run-as.ts'

/** The owner's login in the embedded server: a superuser. */
export const OWNER = 'millrace_owner'

const LOGS_KEPT = 10

/**
 * Our settings. The log holds what happens to the server and never what is in it: no statement, no parameter, and
 * (log_min_messages = log) no message of a failed statement, since such a message can quote a value.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '100',
  shared_buffers: '128MB',
  fsync: 'on',
  wal_compression: 'on',
  max_wal_size: '1GB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'server-%Y%m%d-%H%M%S.log',
  log_file_mode: '0600',
  log_rotation_age: '1d',
  log_rotation_size: '10MB',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: '',
  log_disconnections: 'off',
}

/** Makes the cluster when there is none, refuses one of another major version, and writes our settings. */
export async function prepareCluster(folder: string, binaries: Binaries, runAs: RunAs): Promise<void> {
  if (existsSync(folder)) refuseForeign(folder, runAs)
  else await initialize(folder, binaries, runAs)
  const version = readVersion(folder)
  if (version !== binaries.major) {
    const found = version ? `was made by PostgreSQL ${version}` : 'is no PostgreSQL data folder (PG_VERSION is missing)'
    throw new EmbeddedRefusal(
      `The database folder ${folder} ${found}; this program brings PostgreSQL ${binaries.major}. ./millrace upgrade brings it over. Nothing was changed.`,
    )
  }
  // An older server, started once for an upgrade, keeps the settings that its own program wrote: it may not know ours.
  if (binaries.major !== MAJOR) return giveFolder(folder, runAs)
  const lines = Object.entries(SETTINGS).map(([name, value]) => `${name} = '${value}'`)
  const settings = join(folder, 'millrace.conf')
  writeFileSync(settings, `# Written at every start. Your own settings: local.conf\n${lines.join('\n')}\n`)
  if (runAs.owner) chownSync(settings, runAs.owner.uid, runAs.owner.gid)
  giveFolder(folder, runAs)
  chmodSync(folder, 0o700)
  pruneLogs(join(folder, 'log'))
}

/** Beside its place first: a start that is killed half way leaves nothing that looks like a cluster. */
async function initialize(folder: string, binaries: Binaries, runAs: RunAs): Promise<void> {
  const fresh = `${folder}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  giveFolder(fresh, runAs)
  await runInitdb([binaries.initdb, '-D', fresh], runAs)
  const settings = join(fresh, 'postgresql.conf')
  const includes = `include = 'millrace.conf'\ninclude_if_exists = 'local.conf'\n`
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}\n${includes}`)
  writeFileSync(
    join(fresh, 'pg_hba.conf'),
    '# The socket lies in a folder that only its owner may enter.\nlocal all all trust\n',
  )
  renameSync(fresh, folder)
}

function runInitdb(command: readonly string[], runAs: RunAs): Promise<void> {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const words = [`--username=${OWNER}`, '--auth=trust', '--no-instructions', ...locale]
  return new Promise((resolve, reject) => {
    const child = spawnAs(runAs, [...command, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else
        reject(new EmbeddedRefusal(`The database could not be created: ${said.trim().split('\n').slice(-3).join(' ')}`))
    })
  })
}

function readVersion(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  } catch {
    return undefined
  }
}

function pruneLogs(folder: string): void {
  if (!existsSync(folder)) return
  const logs = readdirSync(folder).sort()
  for (const name of logs.slice(0, -LOGS_KEPT)) rmSync(join(folder, name), { force: true })
}
