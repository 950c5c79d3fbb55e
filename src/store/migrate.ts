import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { type DatabaseConfig, sqlState } from './db.ts'
import {
  type AppliedMigration,
  compareMigrations,
  type MigrationFile,
  type MigrationRefusal,
  readMigrations,
  refuse,
} from './migration-files.ts'
import { installQuestions, type Question } from './questions.ts'
import { installQueues, type QueueToCreate, queuesNeedMigration } from './queue-schema.ts'
import { ensureRoles, grantRights, prepareSchemas, type RolePasswords, tooPowerfulRoles } from './roles.ts'

/** What `migrate` works with. `now` is the instant written beside each migration. */
export type MigrateOptions = {
  readonly folder: string
  readonly now: () => number
  readonly queues: readonly QueueToCreate[]
  /** What the running program asks about all merchants together. */
  readonly questions?: readonly Question[]
  readonly passwords?: RolePasswords
  /** How a migration waits for tables that others use; without it `WAITING`. */
  readonly waiting?: typeof WAITING
  readonly log?: (line: string) => void
}

/** What came of it: the names applied now, or why the program must not start. */
export type MigrateOutcome =
  | { readonly ok: true; readonly applied: readonly string[]; readonly version: number }
  | { readonly ok: false; readonly refusal: MigrationRefusal }

/**
 * A migration waits shortly for a table, and others wait behind it meanwhile; then it lets them through and tries again. So no long look
 * at a table makes the whole program stand still (X3).
 */
const WAITING = { lockMs: 3000, tries: 20, pauseMs: 1000 }

/** The lock of whoever changes the tables of a database: one program at a time. */
export const MIGRATE_LOCK = `hashtext('millrace migrate')`

/** Brings the database to this program's state as its owner: logins, tables, queues, rights. Safe to run at once from two places. */
export async function migrate(owner: DatabaseConfig, options: MigrateOptions): Promise<MigrateOutcome> {
  const { files, refusal } = readMigrations(options.folder)
  if (refusal) return { ok: false, refusal }
  const client = new pg.Client({ ...owner, application_name: 'millrace migrate', lock_timeout: 60_000 })
  // A connection lost between two statements is reported by the next statement; here it must only not end the program.
  client.on('error', () => {})
  await client.connect()
  try {
    return await migrateLocked(client, files, options)
  } finally {
    await client.end()
  }
}

async function migrateLocked(
  client: pg.Client,
  files: readonly MigrationFile[],
  options: MigrateOptions,
): Promise<MigrateOutcome> {
  // Waiting for the other starter may take as long as its longest migration: no time limit on this one statement.
  await client.query('set lock_timeout = 0')
  await client.query(`select pg_advisory_lock(${MIGRATE_LOCK})`)
  await client.query(`set lock_timeout = '60s'; set client_min_messages = warning`)
  const statements = await ensureRoles(client, options.passwords ?? {})
  if (statements.length > 0) {
    const sentence = 'The owner login may not create roles. Have the database administrator run these statements:'
    return { ok: false, refusal: refuse('roles', `${sentence}\n${statements.join('\n')}`, statements) }
  }
  const powerful = await tooPowerfulRoles(client)
  if (powerful.length > 0) {
    const sentence = `The login ${powerful.join(' and ')} is a superuser, passes row-level security or is a member of the owner. Take that right away.`
    return { ok: false, refusal: refuse('roles', sentence) }
  }
  const { pending, refusal } = compareMigrations(files, await appliedMigrations(client))
  if (refusal) return { ok: false, refusal }
  await prepareSchemas(client)
  for (const file of pending) {
    const failure = await applyPatiently(client, file, options)
    if (failure) return { ok: false, refusal: failure }
    await prepareSchemas(client)
    options.log?.(`Applied migration ${file.name}.`)
  }
  await ensureMigrationTable(client)
  await installQueues(client, options.queues)
  await installQuestions(client, options.questions ?? [])
  await grantRights(client)
  return { ok: true, applied: pending.map((file) => file.name), version: files.length }
}

/** Makes the table of migrations, after the first of them, which makes the schema. */
export async function ensureMigrationTable(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists deployment;
    create table if not exists deployment.migration (
      version integer primary key,
      name text not null,
      sha256 text not null,
      applied_at timestamptz not null,
      took_ms integer not null
    )`)
}

async function applyPatiently(
  client: pg.Client,
  file: MigrationFile,
  { now, waiting = WAITING }: MigrateOptions,
): Promise<MigrationRefusal | undefined> {
  for (let tries = 1; ; tries++) {
    const failure = await apply(client, file, { at: now(), lockMs: waiting.lockMs })
    if (failure !== 'locked') return failure
    if (tries >= waiting.tries) {
      const why = 'a table is held by something long: try again when less is going on'
      return refuse('failed', `The migration ${file.name} could not begin: ${why}. Nothing of it was kept.`)
    }
    await new Promise((resolve) => setTimeout(resolve, waiting.pauseMs))
  }
}

/** Applies one file with its row in one transaction: it is there whole, or not at all. */
async function apply(
  client: pg.Client,
  file: MigrationFile,
  { at, lockMs }: { readonly at: number; readonly lockMs: number },
): Promise<MigrationRefusal | 'locked' | undefined> {
  const started = performance.now()
  try {
    await client.query(`begin; set local lock_timeout = ${lockMs}`)
    const begun = await transactionId(client)
    await client.query(file.sql)
    if ((await transactionId(client)) !== begun)
      throw new Error('it ends its own transaction, remove its commit or rollback')
    await ensureMigrationTable(client)
    await client.query(
      `insert into deployment.migration (version, name, sha256, applied_at, took_ms)
       values ($1, $2, $3, to_timestamp($4::double precision / 1000), $5)`,
      [file.version, file.name, file.sha256, at, Math.round(performance.now() - started)],
    )
    await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback')
    return sqlState(error) === LOCK_TIMEOUT ? 'locked' : refuse('failed', failureSentence(file, error))
  } finally {
    await client.query('reset all')
  }
}

const LOCK_TIMEOUT = '55P03'

async function transactionId(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id')
  return rows[0]?.id
}

/** PostgreSQL's message with the line, never its detail: a detail may quote a row. */
function failureSentence(file: MigrationFile, error: unknown): string {
  const { message, position, code } = error as { message?: string; position?: string; code?: string }
  const line = position ? `, line ${file.sql.slice(0, Number(position)).split('\n').length}` : ''
  return `The migration ${file.name} failed${line}: ${message ?? 'unknown reason'}${code ? ` (${code})` : ''}. Nothing of it was kept.`
}

async function appliedMigrations(client: Pick<pg.Client, 'query'>): Promise<AppliedMigration[]> {
  const found = await client.query<{ found: boolean }>(
    `select to_regclass('deployment.migration') is not null as found`,
  )
  if (!found.rows[0]?.found) return []
  const { rows } = await client.query<AppliedMigration>(
    'select version, name, sha256 from deployment.migration order by version',
  )
  return rows
}

/** For programs that only join: is the database what this program expects, behind it, or not usable at all? */
export async function needsMigration(
  client: Pick<pg.Client, 'query'>,
  folder: string,
): Promise<
  { readonly state: 'current' | 'behind' } | { readonly state: 'refused'; readonly refusal: MigrationRefusal }
> {
  const read = readMigrations(folder)
  if (read.refusal) return { state: 'refused', refusal: read.refusal }
  const { pending, refusal } = compareMigrations(read.files, await appliedMigrations(client))
  if (refusal) return { state: 'refused', refusal }
  return { state: pending.length > 0 || (await queuesNeedMigration(client)) ? 'behind' : 'current' }
}

/** The same over a connection of its own. */
export async function standingOfTables(database: DatabaseConfig, folder: string): ReturnType<typeof needsMigration> {
  const client = new pg.Client({ ...database, application_name: 'millrace', connectionTimeoutMillis: 20_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await needsMigration(client, folder)
  } finally {
    await client.end()
  }
}
