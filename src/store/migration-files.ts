import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One file of the folder `migrations`. */
export type MigrationFile = {
  readonly version: number
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/** One row of `deployment.migration`. */
export type AppliedMigration = { readonly version: number; readonly name: string; readonly sha256: string }

/** Why the database may not be used as it is: what is wrong, and the sentence for the operator. */
export type MigrationRefusal = {
  readonly code: 'failed' | 'changed' | 'newer' | 'gap' | 'misnamed' | 'roles'
  readonly sentence: string
  /** For `roles`: the statements a database administrator has to run. */
  readonly statements?: readonly string[]
}

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

/** Reads the migrations of a folder in their order; a missing number or a wrong name is refused. */
export function readMigrations(folder: string): { files: MigrationFile[]; refusal?: MigrationRefusal } {
  const files: MigrationFile[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.sql')) continue
    const version = Number(NAME.exec(name)?.[1])
    if (Number.isNaN(version)) {
      return { files, refusal: refuse('misnamed', `The migration ${name} is not named like 0001_words.sql.`) }
    }
    if (version !== files.length + 1) {
      const expected = String(files.length + 1).padStart(4, '0')
      return { files, refusal: refuse('gap', `Migration ${expected} is expected, but the next file is ${name}.`) }
    }
    files.push({ version, name, ...readSql(join(folder, name)) })
  }
  return { files }
}

/** Line ends are made equal first, so that a checkout on Windows has the same checksum. */
function readSql(path: string): { sql: string; sha256: string } {
  const sql = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  return { sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

/** Compares what the database has with the files: what is left to apply, or why we must not touch it. */
export function compareMigrations(
  files: readonly MigrationFile[],
  applied: readonly AppliedMigration[],
): { pending: MigrationFile[]; refusal?: MigrationRefusal } {
  const byVersion = new Map(files.map((file) => [file.version, file]))
  for (const row of applied) {
    const file = byVersion.get(row.version)
    if (!file) {
      const sentence = `The database is newer than this program: it has migration ${row.name}, which this program does not know. Start the newer program.`
      return { pending: [], refusal: refuse('newer', sentence) }
    }
    if (file.sha256 !== row.sha256) {
      const sentence = `The migration ${file.name} was changed after it was applied. Restore the file and write a new migration.`
      return { pending: [], refusal: refuse('changed', sentence) }
    }
  }
  const done = new Set(applied.map((row) => row.version))
  const pending = files.filter((file) => !done.has(file.version))
  const newest = Math.max(0, ...done)
  const left = pending.find((file) => file.version < newest)
  if (left) {
    const sentence = `The migration ${left.name} was never applied, although a later one was. The table deployment.migration is damaged.`
    return { pending: [], refusal: refuse('gap', sentence) }
  }
  return { pending }
}

/** A refusal in short. */
export function refuse(
  code: MigrationRefusal['code'],
  sentence: string,
  statements?: readonly string[],
): MigrationRefusal {
  return statements ? { code, sentence, statements } : { code, sentence }
}
