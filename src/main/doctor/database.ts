import pg from 'pg'
import type { DatabaseConfig } from '#store/db.ts'
import { needsMigration } from '#store/migrate.ts'
import { tooPowerfulRoles } from '#store/roles.ts'
import { majorOf } from '../backup/upgrade-database.ts'
import type { Config } from '../config.ts'
import { MAJOR } from '../embedded/binaries.ts'
import { joinEmbedded } from '../embedded/start.ts'
import { MIGRATIONS } from '../installation.ts'
import { type Finding, fine, soon, wrong } from './finding.ts'

/** The database as the doctor found it; `database` null: it cannot be asked. `isCurrent`: its tables are those of this program. */
export type FoundDatabase = {
  readonly findings: readonly Finding[]
  readonly database: DatabaseConfig | null
  readonly isCurrent: boolean
}

const unreachable = (finding: Finding): FoundDatabase => ({ findings: [finding], database: null, isCurrent: false })

/** Looks whether the database answers, is of a fit version, and what its logins may do. Starts nothing and changes nothing. */
export async function examineDatabase(config: Config): Promise<FoundDatabase> {
  const database = await reach(config)
  if ('about' in database) return unreachable(database)
  const client = new pg.Client({ ...database, connectionTimeoutMillis: 5000, application_name: 'millrace doctor' })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => {})
    const code = (error as { code?: string }).code ?? 'no answer'
    return unreachable(
      wrong(
        'database',
        `The database does not answer (${code}).`,
        `look at ${config.databases?.owner === null ? 'DATABASE_URL' : 'DATABASE_OWNER_URL'} and at the server`,
      ),
    )
  }
  try {
    return await look(client, { config, database })
  } finally {
    await client.end()
  }
}

async function reach(config: Config): Promise<DatabaseConfig | Finding> {
  if (config.databases) return { connectionString: config.databases.owner ?? config.databases.app }
  const version = majorOf(config.dataFolder)
  if (version === null)
    return soon('database', `There is no database in ${config.dataFolder} yet.`, 'npm start makes it')
  if (version !== MAJOR)
    return wrong(
      'database',
      `The database in ${config.dataFolder} was made by PostgreSQL ${version}, and this program brings PostgreSQL ${MAJOR}.`,
      './millrace upgrade',
    )
  const joined = await joinEmbedded(config.dataFolder)
  if (joined) return joined.configFor('millrace_owner')
  return soon(
    'database',
    'The embedded database does not run, so nothing in it was looked at.',
    'npm start, then again',
  )
}

async function look(
  client: pg.Client,
  { config, database }: { readonly config: Config; readonly database: DatabaseConfig },
): Promise<FoundDatabase> {
  const { rows } = await client.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  )
  const { version = '?', number = 0 } = rows[0] ?? {}
  const powerful = await tooPowerfulRoles(client)
  const migrations = await needsMigration(client, MIGRATIONS)
  const findings = [
    number >= 150_000
      ? fine('database', `PostgreSQL ${version} answers.`)
      : wrong('database', `PostgreSQL ${version} is too old: 15 is needed.`, 'update the server'),
    powerful.length === 0
      ? fine('logins', "The program's logins own nothing and see one merchant at a time.")
      : wrong('logins', `The login ${powerful.join(' and ')} can see past row-level security.`, 'take that right away'),
    tables(migrations),
  ]
  const isCurrent = migrations.state === 'current'
  return { findings: isCurrent ? [...findings, await mode(client, config)] : findings, database, isCurrent }
}

function tables(found: Awaited<ReturnType<typeof needsMigration>>): Finding {
  if (found.state === 'refused') return wrong('tables', found.refusal.sentence, 'start the program that fits')
  if (found.state === 'current') return fine('tables', 'The tables are those of this program.')
  return soon(
    'tables',
    'The tables are older than this program.',
    './millrace backup, then npm start brings them up to date',
  )
}

async function mode(client: pg.Client, config: Config): Promise<Finding> {
  const { rows } = await client.query<{ mode: string }>('select mode from deployment.installation')
  const found = rows[0]?.mode ?? config.mode
  if (found === config.mode) return fine('data', `The data is that of ${found} mode.`)
  return wrong('data', `The data is that of ${found} mode.`, 'look at MILLRACE_MODE and at where the data lies')
}
