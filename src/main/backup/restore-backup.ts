import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import pg from 'pg'
import { COPY_SETTINGS, copyIn, loosen, MAIN_SCHEMAS, tablesToCopy, VAULT_SCHEMA } from '#store/copy-tables.ts'
import type { DatabaseConfig } from '#store/db.ts'
import { MIGRATE_LOCK } from '#store/migrate.ts'
import { compareMigrations, type MigrationFile, readMigrations } from '#store/migration-files.ts'
import { applyInside, clearSchemas, isEmpty, strangersHere } from '#store/rebuild.ts'
import { stepBack, tellVendors } from '#store/step-back.ts'
import { masterKey } from '#vault/master-keys.ts'
import { readHead, type TableTaker, takeTables } from './read-backup.ts'
import type { BackupEnd, BackupHead } from './records.ts'
import { BackupRefusal } from './refusal.ts'

/** What is put back, from which files, into which database. */
export type RestorePlan = {
  readonly owner: DatabaseConfig
  /** The folder of the migrations of this program. */
  readonly migrations: string
  readonly keys: readonly Buffer[]
  readonly mode: string
  readonly file: string
  /** Null: without buyer data. */
  readonly vault: string | null
  /** True: what is there now goes. */
  readonly replace: boolean
  /** False: nothing can have happened since the backup was made. */
  readonly stepsBack: boolean
  now(): number
}

/** What was put back. */
export type Restored = { readonly head: BackupHead; readonly tables: number; readonly rows: number }

/** So many numbers are left free: those of orders that were handed out since the backup are never given to others. */
const NUMBERS_LEFT_FREE = 10_000

/**
 * Puts a backup back in one transaction: the tables as they were then, filled, checked and brought to this program's state; after a
 * failure, or a kill, everything is as it was before. Nothing opens the deployment until `openRestored` has run (D47).
 */
export async function restoreBackup(plan: RestorePlan): Promise<Restored> {
  const head = await readHead({ file: plan.file, part: 'main', keys: plan.keys })
  const files = migrationsFor(plan, head)
  const owner = new pg.Client({ ...plan.owner, application_name: 'millrace restore' })
  owner.on('error', () => {})
  await owner.connect()
  try {
    await refuseUnfit(plan, owner)
    await owner.query('begin')
    const restored = await refill(plan, owner, { head, files })
    await owner.query('commit')
    return restored
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw error
  } finally {
    await owner.end()
  }
}

/** The migrations of this program, and how many of them the backup has. */
type Files = { readonly all: readonly MigrationFile[]; readonly known: number }

function migrationsFor({ mode, migrations }: RestorePlan, head: BackupHead): Files {
  if (head.mode !== mode)
    throw new BackupRefusal(`This is a backup of ${head.mode} mode, and this deployment is in ${mode} mode.`)
  const { files, refusal } = readMigrations(migrations)
  const compared = compareMigrations(files, head.migrations)
  const wrong = refusal ?? compared.refusal
  if (wrong?.code === 'newer')
    throw new BackupRefusal(
      `This backup was made by a newer program (${head.program}) than this one. Update Millrace, then restore.`,
    )
  if (wrong) throw new BackupRefusal(`This backup does not fit this program. ${wrong.sentence}`)
  return { all: files, known: files.length - compared.pending.length }
}

async function refuseUnfit({ mode, replace }: RestorePlan, owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ got: boolean }>(`select pg_try_advisory_lock(${MIGRATE_LOCK}) as got`)
  if (!rows[0]?.got || (await strangersHere(owner)) > 0)
    throw new BackupRefusal('Millrace is running on this database. Stop it everywhere, then restore.')
  if (!replace && !(await isEmpty(owner)))
    throw new BackupRefusal(
      `There is a deployment in this database already. Restore into an empty one, or say --replace ${mode}: then what is there now is lost.`,
    )
}

async function refill(
  plan: RestorePlan,
  owner: pg.Client,
  { head, files }: { readonly head: BackupHead; readonly files: Files },
): Promise<Restored> {
  const headsBefore = await auditHeads(owner)
  await owner.query(COPY_SETTINGS)
  const statements = await clearSchemas(owner)
  if (statements.length > 0)
    throw new BackupRefusal(
      [
        'The owner login may not create roles. Have the database administrator run these statements:',
        ...statements,
      ].join('\n'),
    )
  await applyInside(owner, files.all.slice(0, files.known), plan.now())
  const { tighten } = await loosen(owner)
  const names = (await tablesToCopy(owner, [...MAIN_SCHEMAS, VAULT_SCHEMA])).map(({ table }) => table)
  await owner.query(`truncate ${names.join(', ')}`)
  const main = await takeTables({ file: plan.file, part: 'main', keys: plan.keys }, intoTables(owner))
  const vault = plan.vault === null ? null : await takeVault(plan, owner, { file: plan.vault, id: head.id })
  await refuseMissingKeys(plan, owner)
  await tighten()
  await setSequences(owner, main.end, plan.stepsBack ? NUMBERS_LEFT_FREE : 0)
  await applyInside(owner, files.all.slice(files.known), plan.now())
  const at = plan.now()
  const withVault = vault !== null
  if (plan.stepsBack) await stepBack(owner, { madeAt: head.madeAt, at, withVault })
  await tellVendors(owner, at)
  await owner.query(
    `insert into deployment.restores (restored_at, backup_id, backup_made_at, steps_back, with_vault, heads_before)
     values (to_timestamp($1::float8 / 1000), $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
    [at, head.id, head.madeAt, plan.stepsBack, withVault, JSON.stringify(headsBefore)],
  )
  const tables = [...main.end.tables, ...(vault?.end.tables ?? [])]
  return { head, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
}

async function takeVault(plan: RestorePlan, owner: pg.Client, { file, id }: { file: string; id: string }) {
  const taken = await takeTables({ file, part: 'vault', keys: plan.keys }, intoTables(owner))
  if (taken.head.id !== id)
    throw new BackupRefusal(`${file} is not of the same backup as ${plan.file}. Take the two that have the same time.`)
  return taken
}

/** What was put back is sealed by the master keys that were in use then: without one of them it could never be opened. */
async function refuseMissingKeys({ keys }: RestorePlan, owner: pg.Client): Promise<void> {
  const { rows: found } = await owner.query<{ found: boolean }>(
    `select to_regclass('deployment.master_keys') is not null as found`,
  )
  if (!found[0]?.found) return
  const { rows } = await owner.query<{ id: string }>(
    'select key_id as id from deployment.master_keys where destroyed_at is null and not key_id = any($1)',
    [keys.map((bytes) => masterKey(bytes).id)],
  )
  if (rows.length === 0) return
  throw new BackupRefusal(
    `What is in this backup is sealed by the key ${rows.map(({ id }) => id).join(', ')} too, which is not in MILLRACE_KEY_FILE. Take a copy of the key file of that time.`,
  )
}

/** Fills one table after the other. */
function intoTables(owner: pg.Client): TableTaker {
  let copying: (Writable & { readonly rowCount: number }) | null = null
  let failed: Promise<void> = Promise.resolve()
  return {
    async begin(table) {
      copying = copyIn(owner, table)
      failed = finished(copying)
      failed.catch(() => {})
    },
    async rows(chunk) {
      if (copying && !copying.write(chunk)) await Promise.race([once(copying, 'drain'), failed])
    },
    async end() {
      copying?.end()
      await failed
      return copying?.rowCount ?? 0
    },
  }
}

async function setSequences(owner: pg.Client, { sequences }: BackupEnd, leftFree: number): Promise<void> {
  for (const { name, value } of sequences) {
    const last = value + leftFree
    if (last > 0) await owner.query('select setval($1::regclass, $2::bigint)', [name, last])
  }
}

/** Where the audits end that are about to go, as `audit verify` prints it: the only trace of rows that the backup does not have. */
async function auditHeads(owner: pg.Client): Promise<Record<string, string>> {
  const heads: Record<string, string> = {}
  for (const [table, column] of [
    ['millrace.audit_heads', 'merchant_id'],
    ['deployment.audit_heads', 'chain'],
  ]) {
    const { rows } = await owner.query<{ found: boolean }>('select to_regclass($1) is not null as found', [table])
    if (!rows[0]?.found) continue
    const found = await owner.query<{ name: string; head: string }>(
      `select ${column} as name, seq || ':' || encode(mac, 'hex') as head from ${table}`,
    )
    for (const { name, head } of found.rows) heads[name] = head
  }
  return heads
}
