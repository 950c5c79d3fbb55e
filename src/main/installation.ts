import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type HintQueue, openHintQueue } from '#amazon/hint-queue.ts'
import { problem, tell } from '#core/problems.ts'
import type { Deps, Log, MailServer } from '#flows/deps.ts'
import { QUEUES } from '#jobs/queue.ts'
import { SCHEDULE } from '#jobs/schedule.ts'
import type { EndedRun, Workshop } from '#jobs/work.ts'
import { QUESTIONS_OF_METRICS } from '#store/ask-metrics.ts'
import { type DatabaseConfig, openPool } from '#store/db.ts'
import { deploymentStore } from '#store/deployment.ts'
import { type MigrateOptions, migrate, standingOfTables } from '#store/migrate.ts'
import type { RolePasswords } from '#store/roles.ts'
import { localKeys } from '#vault/local-keys.ts'
import type { MasterKeys } from '#vault/master-keys.ts'
import { openRestored } from './backup/open-restored.ts'
import { composeDeps } from './compose.ts'
import { type Config, ConfigRefusal, readKeys } from './config.ts'
import { addressOfDemo, simulatorUrl } from './demo/running.ts'
import { APPLICATION, APPLICATION_ID } from './demo/sample-merchant.ts'
import { QUESTIONS_OF_FACTS } from './doctor/counted-facts.ts'
import { QUESTIONS_OF_DOCTOR } from './doctor/work.ts'
import { startEmbedded } from './embedded/start.ts'
import { mailServerOf } from './mailer.ts'
import { VERSION } from './version.ts'
import type { ProcessMetrics } from './watch/own-metrics.ts'
import { webhookSender } from './webhook-sender.ts'

/** A deployment whose database is open, migrated, and of the right mode: what server, worker and commands work on. */
export type Installation = {
  readonly config: Config
  readonly deps: Deps
  readonly shop: Workshop
  readonly appDatabase: DatabaseConfig
  /** For migrations and backups; no flow reaches it. Null where this process does not have it. */
  readonly ownerDatabase: DatabaseConfig | null
  /** The version of the embedded database, or null where the operator's own is used. */
  readonly embeddedVersion: string | null
  /** Ends when the embedded database that we started ends; never where there is none of ours. */
  readonly databaseEnded: Promise<void>
  close(): Promise<void>
}

/**
 * What may be put in place of the real thing: the clock, and where the simulated Amazon listens. `isMigratedBefore`: others use this
 * database as well, so it is brought up to date by a command of its own and not by each that starts.
 */
export type Opening = {
  readonly log: Log
  readonly now?: () => number
  readonly simulatorUrl?: string | null
  readonly isMigratedBefore?: boolean
  /** Measures this process; without it nothing is measured. */
  readonly metrics?: ProcessMetrics
}

/** A run that must wait longer than this ends instead and comes again. */
const LONGEST_PAUSE = 1000

/** Where the migrations of this program lie. */
export const MIGRATIONS = join(import.meta.dirname, '..', '..', 'migrations')

/** Opens a deployment: starts or joins the embedded database, migrates, checks the mode (M5), composes. */
export async function openInstallation(config: Config, opening: Opening): Promise<Installation> {
  const now = opening.now ?? Date.now
  mkdirSync(config.dataFolder, { recursive: true })
  const embedded = config.databases ? null : await startEmbedded({ dataFolder: config.dataFolder })
  const closing: (() => Promise<void>)[] = embedded ? [() => embedded.stop()] : []
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    const at = databasesOf(config, embedded)
    if (opening.isMigratedBefore || at.owner === null) await refuseOldTables(at.app)
    else await bringUpToDate(at.owner, { now, passwords: passwordsIn(config) })
    const app = openPool(at.app, { max: 12, applicationName: 'millrace' })
    closing.push(() => app.end())
    const vault = openPool(at.vault, { max: 8, applicationName: 'millrace vault' })
    closing.push(() => vault.end())
    await checkMode(deploymentStore(app), config.mode, now())
    const amazon = amazonOf(config, opening.simulatorUrl ?? (config.mode === 'demo' ? simulatorUrl(config) : null))
    const clock = opening.now ? { now } : { now, pause: (ms: number) => setTimeout(Math.min(ms, LONGEST_PAUSE)) }
    const deps = composeDeps({
      app,
      vault,
      key: keysOf(config),
      amazon,
      retention: config.retention,
      mails: mailsOf(config),
      hintQueue: hintQueueOf(config),
      webhooks: webhookSender({ insideAllowed: config.mode === 'demo' || config.webhooksInside }),
      ...clock,
      ...(opening.metrics ? { onCall: opening.metrics.onCall } : {}),
      random: Math.random,
      log: opening.log,
    })
    closing.push(() => deps.flush())
    await openRestored(deps, app)
    await deps.keys.list()
    return {
      config,
      deps,
      shop: { pool: app, deps, schedule: SCHEDULE, ended: endOfRuns(opening) },
      appDatabase: at.app,
      ownerDatabase: at.owner,
      embeddedVersion: embedded?.version ?? null,
      databaseEnded: embedded?.exited ?? new Promise(() => {}),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function bringUpToDate(owner: DatabaseConfig, options: Pick<MigrateOptions, 'now' | 'passwords'>): Promise<void> {
  const questions = [...QUESTIONS_OF_METRICS, ...QUESTIONS_OF_DOCTOR, ...QUESTIONS_OF_FACTS]
  const migrated = await migrate(owner, { ...options, folder: MIGRATIONS, queues: QUEUES, questions })
  if (!migrated.ok)
    throw new ConfigRefusal([migrated.refusal.sentence, ...(migrated.refusal.statements ?? [])].join('\n'))
}

/** A login that is missing is made with the password that its address has. */
function passwordsIn({ databases }: Config): RolePasswords {
  const passwordIn = (address = '') => decodeURIComponent(URL.canParse(address) ? new URL(address).password : '')
  const [app, vault] = [passwordIn(databases?.app), passwordIn(databases?.vault)]
  return { ...(app === '' ? {} : { app }), ...(vault === '' ? {} : { vault }) }
}

async function refuseOldTables(app: DatabaseConfig): Promise<void> {
  const found = await standingOfTables(app, MIGRATIONS)
  if (found.state === 'refused') throw new ConfigRefusal(found.refusal.sentence)
  if (found.state === 'behind')
    throw new ConfigRefusal(
      'The tables are older than this program. Bring them up to date first, with DATABASE_OWNER_URL set: ./millrace migrate.',
    )
}

function databasesOf(
  config: Config,
  embedded: Awaited<ReturnType<typeof startEmbedded>> | null,
): Record<'app' | 'vault', DatabaseConfig> & { readonly owner: DatabaseConfig | null } {
  if (embedded)
    return {
      owner: embedded.configFor('millrace_owner'),
      app: embedded.configFor('millrace_app'),
      vault: embedded.configFor('millrace_vault'),
    }
  if (!config.databases) throw new ConfigRefusal('No database is set.')
  const { owner, app, vault } = config.databases
  return {
    owner: owner === null ? null : { connectionString: owner },
    app: { connectionString: app },
    vault: { connectionString: vault },
  }
}

/** A line of the log for each run, and its length for the metrics. */
const endOfRuns =
  ({ log, metrics }: Opening) =>
  (run: EndedRun): void => {
    const { kind, merchant, subject: connection, outcome, took } = run
    log.note('Work ended.', { kind, merchant, connection, outcome, took })
    metrics?.onRun(run)
  }

async function checkMode(
  deployment: Pick<Deps['deployment'], 'readMode' | 'writeMode'>,
  wanted: Config['mode'],
  at: number,
): Promise<void> {
  const found = await deployment.readMode()
  if (found === null) await deployment.writeMode(wanted, at)
  else if (found !== wanted) throw new ConfigRefusal(tell(problem('wrong-mode', { found, wanted })).sentence)
}

/** The deployment's keys. The demo makes its own inside its data folder; real mode never does. */
function keysOf(config: Config): MasterKeys {
  if (config.mode === 'demo' && !existsSync(config.key.file))
    writeFileSync(config.key.file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  readKeys(config.key.file)
  return localKeys(config.key.file)
}

/** News of the demo are gathered for so long, ms: whoever tries it out does not wait for two minutes. */
const GATHERED_IN_DEMO = 20_000

/** The demo speaks to the simulator only: notifications that are meant for real merchants are not taken from their queue. */
const hintQueueOf = (config: Config): HintQueue | null =>
  config.mode === 'real' && config.hintQueue ? openHintQueue(config.hintQueue) : null

const mailsOf = (config: Config): MailServer =>
  config.mode === 'demo'
    ? { ...mailServerOf(config), localUrl: () => addressOfDemo(config), gatheredFor: GATHERED_IN_DEMO }
    : mailServerOf(config)

function amazonOf(config: Config, simulator: string | null) {
  const userAgent = `Millrace/${VERSION} (Language=TypeScript/Node${process.versions.node.split('.')[0]}; Platform=${process.platform})`
  if (config.mode === 'real') return { ...config, userAgent }
  // The demo speaks to the simulator only: while none runs, its calls go to a port on which nobody listens.
  const url = simulator ?? 'http://127.0.0.1:9'
  return {
    applications: { na: APPLICATION, eu: APPLICATION, fe: APPLICATION },
    consent: {
      page: url,
      applicationIds: { na: APPLICATION_ID, eu: APPLICATION_ID, fe: APPLICATION_ID },
      draft: false,
    },
    loginUrl: `${url}/auth/o2/token`,
    endpoints: { na: url, eu: url, fe: url },
    allowedHosts: [new URL(url).host],
    documentHosts: [new URL(url).host],
    userAgent,
  }
}
