import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ENDPOINTS, LOGIN_URL } from '#amazon/marketplaces.ts'
import { isAddress } from '#core/notifications/notified-people.ts'
import { REGIONS, type Region } from '#core/region.ts'
import { KeyFileFault, keysInFile } from '#vault/local-keys.ts'
import { type Config, ConfigRefusal, type MailConfig } from './config-shape.ts'
import { DOCUMENT_HOSTS } from './document-hosts.ts'
import { readHintQueue } from './hint-queue-config.ts'
import { readPublicUrl } from './public-url.ts'
import { readRequestsPerMinute } from './requests-per-minute.ts'

export { type Config, ConfigRefusal, type MailConfig } from './config-shape.ts'

/** The command line works from any folder, so the data lies beside the program, not where one stands. */
const ROOT = join(import.meta.dirname, '..', '..')

type Environment = Readonly<Record<string, string | undefined>>

/** The variables of the application of each region. */
const APPLICATIONS: Readonly<Record<Region, readonly [id: string, secret: string]>> = {
  na: ['MILLRACE_LWA_CLIENT_ID_NA', 'MILLRACE_LWA_CLIENT_SECRET_NA'],
  eu: ['MILLRACE_LWA_CLIENT_ID_EU', 'MILLRACE_LWA_CLIENT_SECRET_EU'],
  fe: ['MILLRACE_LWA_CLIENT_ID_FE', 'MILLRACE_LWA_CLIENT_SECRET_FE'],
}

/** The name of the application of each region at Seller Central; it is no secret. */
const APPLICATION_IDS: Readonly<Record<Region, string>> = {
  na: 'MILLRACE_APPLICATION_ID_NA',
  eu: 'MILLRACE_APPLICATION_ID_EU',
  fe: 'MILLRACE_APPLICATION_ID_FE',
}

/** Reads the environment, which no other file does; refuses in real mode what would be unsafe (M5). */
export function readConfig(env: Environment): Config {
  const mode = readMode(env)
  const dataFolder = resolve(env.MILLRACE_DATA_FOLDER || join(ROOT, 'data', mode))
  const endpoints = {
    na: env.MILLRACE_SPAPI_URL_NA || ENDPOINTS.na,
    eu: env.MILLRACE_SPAPI_URL_EU || ENDPOINTS.eu,
    fe: env.MILLRACE_SPAPI_URL_FE || ENDPOINTS.fe,
  }
  const loginUrl = env.MILLRACE_LWA_URL || LOGIN_URL
  const config: Config = {
    mode,
    dataFolder,
    host: env.MILLRACE_HOST || '127.0.0.1',
    port: readPort(env, 'MILLRACE_PORT', 4700),
    databases: readDatabases(env),
    key: { file: env.MILLRACE_KEY_FILE ? resolve(env.MILLRACE_KEY_FILE) : resolve(dataFolder, 'demo.key') },
    retention: {
      days: readDays(env, 'MILLRACE_RETENTION_DAYS', 30),
      auditDays: readDays(env, 'MILLRACE_AUDIT_DAYS', 400),
    },
    applications: readApplications(env),
    consent: readConsent(env),
    loginUrl,
    endpoints,
    allowedHosts: [...new Set([...Object.values(endpoints), loginUrl].map((url) => hostOf(url)))],
    documentHosts: readHosts(env) ?? DOCUMENT_HOSTS,
    mail: readMail(env),
    publicUrl: readPublicUrl(env.MILLRACE_PUBLIC_URL),
    backups: {
      folder: resolve(env.MILLRACE_BACKUP_FOLDER || `${dataFolder}-backups`),
      isDaily: Boolean(env.MILLRACE_BACKUP_FOLDER),
    },
    incidentContact: env.MILLRACE_INCIDENT_CONTACT?.trim() || null,
    requestsPerMinute: readRequestsPerMinute(env.MILLRACE_API_REQUESTS_PER_MINUTE),
    webhooksInside: env.MILLRACE_WEBHOOKS_INSIDE === 'yes',
    metricsToken: readMetricsToken(env),
    workerPort: readPort(env, 'MILLRACE_WORKER_PORT', 4701),
    hintQueue: readHintQueue({
      arn: env.MILLRACE_SQS_QUEUE_ARN,
      url: env.MILLRACE_SQS_QUEUE_URL,
      accessKeyId: env.MILLRACE_SQS_ACCESS_KEY_ID,
      secretAccessKey: env.MILLRACE_SQS_SECRET_ACCESS_KEY,
    }),
  }
  if (mode === 'real') refuseUnsafe(config, env)
  return config
}

function readMode(env: Environment): 'demo' | 'real' {
  const mode = env.MILLRACE_MODE || 'demo'
  if (mode !== 'demo' && mode !== 'real')
    throw new ConfigRefusal(`MILLRACE_MODE is "${mode}". Leave it empty for the demo, or set it to real.`)
  return mode
}

function readPort(env: Environment, name: 'MILLRACE_PORT' | 'MILLRACE_WORKER_PORT', otherwise: number): number {
  const port = Number(env[name] || otherwise)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigRefusal(`${name} is "${env[name]}". It must be a port number, e.g. ${otherwise}.`)
  return port
}

/** Reads what opens the metrics. It is a secret: no refusal repeats it. */
function readMetricsToken({ MILLRACE_METRICS_TOKEN: entered }: Environment): string | null {
  if (!entered) return null
  if (/^[\w.~+/=-]{24,200}$/.test(entered)) return entered
  throw new ConfigRefusal(
    'MILLRACE_METRICS_TOKEN must have 24 to 200 letters, digits or signs of ._~+/=-. Make one: openssl rand -hex 24.',
  )
}

function readDays(
  env: Environment,
  name: 'MILLRACE_RETENTION_DAYS' | 'MILLRACE_AUDIT_DAYS',
  otherwise: number,
): number {
  const days = Number(env[name] || otherwise)
  if (!Number.isInteger(days) || days < 1)
    throw new ConfigRefusal(`${name} is "${env[name]}". It must be a number of days.`)
  return days
}

function readDatabases(env: Environment): Config['databases'] {
  const { DATABASE_OWNER_URL: owner, DATABASE_URL: app, DATABASE_VAULT_URL: vault } = env
  if (!owner && !app && !vault) return null
  if (!app || !vault) {
    throw new ConfigRefusal(
      'Set DATABASE_URL and DATABASE_VAULT_URL together (and DATABASE_OWNER_URL for what changes the tables), or none of them: then the embedded database is used.',
    )
  }
  return { owner: owner || null, app, vault }
}

function readApplications(env: Environment): Config['applications'] {
  const found: Config['applications'] = {}
  for (const region of REGIONS) {
    const [idName, secretName] = APPLICATIONS[region]
    const clientId = env[idName]
    const clientSecret = env[secretName]
    if (!clientId && !clientSecret) continue
    if (!clientId || !clientSecret) throw new ConfigRefusal(`Set ${idName} and ${secretName} together.`)
    found[region] = { clientId, clientSecret }
  }
  return found
}

function readConsent(env: Environment): Config['consent'] {
  const draft = env.MILLRACE_APPLICATION_DRAFT || 'no'
  if (draft !== 'yes' && draft !== 'no')
    throw new ConfigRefusal(`MILLRACE_APPLICATION_DRAFT is "${draft}". It must be yes or no.`)
  const named = REGIONS.map((region) => [region, env[APPLICATION_IDS[region]]?.trim()] as const)
  for (const [region, id] of named)
    if (id && !/^amzn1\.[\w.-]{1,200}$/.test(id))
      throw new ConfigRefusal(`${APPLICATION_IDS[region]} must be an application id, such as amzn1.sp.solution.1234.`)
  return { applicationIds: Object.fromEntries(named.filter(([, id]) => id)), draft: draft === 'yes' }
}

function readHosts({ MILLRACE_DOCUMENT_HOSTS: entered }: Environment): string[] | null {
  if (!entered) return null
  const hosts = entered.split(',').map((host) => host.trim())
  const strange = hosts.find((host) => !/^[a-z0-9*][a-z0-9*-]*(\.[a-z0-9*-]+)*\.[a-z][a-z0-9-]*(:\d+)?$/i.test(host))
  if (strange === undefined) return hosts
  throw new ConfigRefusal(
    `MILLRACE_DOCUMENT_HOSTS holds "${strange}". It must be hosts separated by commas, such as documents.example.com.`,
  )
}

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    throw new ConfigRefusal(
      `"${url}" is not an address. Amazon's addresses are set by MILLRACE_SPAPI_URL_NA, _EU, _FE and MILLRACE_LWA_URL.`,
    )
  }
}

/** Reads where mails go. The address may hold a password: no refusal repeats it. */
function readMail({ MILLRACE_SMTP_URL: entered, MILLRACE_MAIL_FROM: from }: Environment): MailConfig | null {
  if (!entered && !from) return null
  if (!entered || !from) throw new ConfigRefusal('Set MILLRACE_SMTP_URL and MILLRACE_MAIL_FROM together.')
  if (!isAddress(from))
    throw new ConfigRefusal('MILLRACE_MAIL_FROM must be an e-mail address, such as millrace@example.com.')
  const url = URL.canParse(entered) ? new URL(entered) : null
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || !url.hostname)
    throw new ConfigRefusal(
      'MILLRACE_SMTP_URL must be smtp://USER:PASSWORD@HOST:587 (STARTTLS) or smtps://USER:PASSWORD@HOST:465 (TLS), with special characters as %XX.',
    )
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const smtp = {
    host,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    user: url.username === '' ? null : unescaped(url.username),
    password: unescaped(url.password),
    plainAllowed: isLoopback(host),
  }
  return { smtp, from }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new ConfigRefusal('MILLRACE_SMTP_URL holds a % that is not followed by two digits: write it as %25.')
  }
}

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host)

/** Real mode does not start with: no key, a key inside the data folder or readable by others, plain http beyond loopback, retention or audit outside the limits (M5). */
function refuseUnsafe(config: Config, env: Environment): void {
  if (!env.MILLRACE_KEY_FILE)
    throw new ConfigRefusal(
      'Real mode needs a key: make one with "openssl rand -out FILE 32", keep it outside the data folder, and set MILLRACE_KEY_FILE to it.',
    )
  const inside = `${realPath(config.key.file)}/`.startsWith(`${realPath(config.dataFolder)}/`)
  if (inside)
    throw new ConfigRefusal(
      `The key ${config.key.file} lies inside the data folder: whoever copies the one would have the other. Move it elsewhere.`,
    )
  const found = statSync(config.key.file, { throwIfNoEntry: false })
  if (!found)
    throw new ConfigRefusal(`The key ${config.key.file} does not exist. Make one with "openssl rand -out FILE 32".`)
  if (found.mode & 0o077)
    throw new ConfigRefusal(`The key ${config.key.file} can be read by others. Run "chmod 600" on it.`)
  if (!isLoopback(config.host))
    throw new ConfigRefusal(
      `MILLRACE_HOST is ${config.host}, and Millrace speaks plain http. Leave it at 127.0.0.1 and put a proxy with TLS in front.`,
    )
  const plain = [config.loginUrl, ...Object.values(config.endpoints)].find(
    (url) => new URL(url).protocol !== 'https:' && !isLoopback(new URL(url).hostname),
  )
  if (plain) throw new ConfigRefusal(`${plain} is plain http. Amazon is only spoken to by https.`)
  if (config.retention.days > 30)
    throw new ConfigRefusal('MILLRACE_RETENTION_DAYS must be 1 to 30: Amazon allows buyer data for at most 30 days.')
  if (config.retention.auditDays < 365) throw new ConfigRefusal('MILLRACE_AUDIT_DAYS must be at least 365.')
}

/** Where a path really leads; itself while there is nothing. */
const realPath = (path: string): string => (existsSync(path) ? realpathSync(path) : path)

/** Reads the deployment's keys: 32 bytes each, the newest first; after a rotation there are two for a while. */
export function readKeys(file: string): readonly [Buffer, ...Buffer[]] {
  try {
    return keysInFile(file)
  } catch (error) {
    if (error instanceof KeyFileFault) throw new ConfigRefusal(error.message)
    throw error
  }
}
