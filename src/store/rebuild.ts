import type pg from 'pg'
import { ensureMigrationTable } from './migrate.ts'
import type { MigrationFile } from './migration-files.ts'
import { ensureRoles, prepareSchemas } from './roles.ts'

const SCHEMAS = ['pgboss', 'vault', 'millrace', 'auth', 'deployment'] as const

/** True when nothing of a deployment is there: no mode was written and no merchant made. */
export async function isEmpty(owner: pg.ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ found: boolean }>(
    `select to_regclass('deployment.installation') is not null as found`,
  )
  if (!rows[0]?.found) return true
  const merchants = await owner.query('select from deployment.merchants limit 1')
  return merchants.rowCount === 0
}

/** Who else works on this database: sessions of the program's logins. */
export async function strangersHere(owner: pg.ClientBase): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and usename in ('millrace_app', 'millrace_vault')`,
  )
  return rows[0]?.n ?? 0
}

/** Removes all tables of a deployment, and makes the logins where they are missing; gives back the statements to run where we may not. */
export async function clearSchemas(owner: pg.ClientBase): Promise<readonly string[]> {
  const statements = await ensureRoles(owner as pg.Client, {})
  if (statements.length > 0) return statements
  await owner.query('set local client_min_messages = warning')
  for (const schema of SCHEMAS) await owner.query(`drop schema if exists ${schema} cascade`)
  return []
}

/** Applies migrations inside the caller's transaction, as `migrate` does each in its own. */
export async function applyInside(owner: pg.ClientBase, files: readonly MigrationFile[], now: number): Promise<void> {
  for (const file of files) {
    await owner.query(file.sql)
    await ensureMigrationTable(owner)
    await prepareSchemas(owner as pg.Client)
    await owner.query(
      `insert into deployment.migration (version, name, sha256, applied_at, took_ms) values ($1, $2, $3, to_timestamp($4::float8 / 1000), 0)`,
      [file.version, file.name, file.sha256, now],
    )
  }
}
