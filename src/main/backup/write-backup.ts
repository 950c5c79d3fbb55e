import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import {
  COPY_SETTINGS,
  copyOut,
  MAIN_SCHEMAS,
  readSequences,
  type TableToCopy,
  tablesToCopy,
  VAULT_SCHEMA,
} from '#store/copy-tables.ts'
import type { DatabaseConfig } from '#store/db.ts'
import { parserFor } from '#store/row-values.ts'
import { nameOf, prepareFolder, pruneBackups, VAULT_DAYS } from './backup-files.ts'
import { type BackupPart, sealFrames } from './frames.ts'
import { conditionOf, leaveOutOld } from './leave-out.ts'
import { type BackupEnd, type BackupHead, type BackupRecord, recordBytes, type TableCount } from './records.ts'
import { BackupRefusal } from './refusal.ts'

/** Of what, with which key, and where to. */
export type BackupPlan = {
  readonly owner: DatabaseConfig
  readonly key: Buffer
  readonly folder: string
  readonly mode: string
  readonly program: string
  /** For how many days buyer data is kept (U4). */
  readonly days: number
  /** For how many days the file of the vault may live; a week where it is not said. */
  readonly vaultDays?: number
  now(): number
}

/** What was made: the files, how much is in them, and old files that went. */
export type MadeBackup = {
  readonly id: string
  readonly madeAt: number
  readonly files: readonly string[]
  readonly tables: number
  readonly rows: number
  readonly pruned: readonly string[]
}

const DAY = 86_400_000
const LOCK = `hashtext('millrace backup')`

/**
 * Writes a backup: all tables in one snapshot, the vault in a file of its own, compressed and sealed while they flow, so that nothing
 * lies in the clear and memory stays flat. A file has its name only once it is whole and on the disk (D47).
 */
export async function writeBackup(plan: BackupPlan): Promise<MadeBackup> {
  const owner = new pg.Client({
    ...plan.owner,
    application_name: 'millrace backup',
    types: { getTypeParser: parserFor as pg.CustomTypesConfig['getTypeParser'] },
  })
  owner.on('error', () => {})
  await owner.connect()
  try {
    const { rows } = await owner.query<{ got: boolean }>(`select pg_try_advisory_lock(${LOCK}) as got`)
    if (!rows[0]?.got) throw new BackupRefusal('Another backup of this deployment is being made. Wait for it.')
    return await writeLocked(plan, owner)
  } finally {
    await owner.end()
  }
}

async function writeLocked(plan: BackupPlan, owner: pg.Client): Promise<MadeBackup> {
  prepareFolder(plan.folder)
  const madeAt = plan.now()
  await owner.query('begin isolation level repeatable read')
  await owner.query(COPY_SETTINGS)
  const head = await headOf(plan, owner, madeAt)
  await leaveOutOld(owner, { until: madeAt + (plan.vaultDays ?? VAULT_DAYS) * DAY, days: plan.days })
  const [vault, main] = await writeBoth(plan, owner, head)
  await syncFolder(plan.folder)
  const tables = [...main.tables, ...vault.tables]
  return {
    id: head.id,
    madeAt,
    files: [main.path, vault.path],
    tables: tables.length,
    rows: tables.reduce((sum, each) => sum + each.rows, 0),
    pruned: pruneBackups(plan.folder, plan.mode, madeAt).map(({ path }) => path),
  }
}

async function headOf({ mode, program }: BackupPlan, owner: pg.Client, madeAt: number): Promise<BackupHead> {
  const { rows } = await owner.query<BackupHead['migrations'][number]>(
    'select version, name, sha256 from deployment.migration order by version',
  )
  return { id: randomBytes(8).toString('hex'), mode, madeAt, program, migrations: rows }
}

/** Both files or none: one that breaks off leaves no half of a file, and no vault that is whole either (U4). */
async function writeBoth(plan: BackupPlan, owner: pg.Client, head: BackupHead): Promise<readonly [Written, Written]> {
  const [vaultPath, mainPath] = (['vault', 'main'] as const).map((part) =>
    join(plan.folder, nameOf(head.mode, part, head.madeAt)),
  ) as [string, string]
  try {
    const vault = await writePart(plan, { owner, head, part: 'vault', path: vaultPath })
    const main = await writePart(plan, { owner, head, part: 'main', path: mainPath })
    await owner.query('rollback')
    // The vault's first: the backup is there once its main file is.
    for (const { path } of [vault, main]) await rename(partialOf(path), path)
    return [vault, main]
  } catch (error) {
    for (const path of [vaultPath, mainPath]) await rm(partialOf(path), { force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new BackupRefusal(`There is no room for the backup in ${plan.folder}. Nothing was left there.`)
    throw error
  }
}

const partialOf = (path: string): string => `${path}.partial`

type Part = { readonly owner: pg.Client; readonly head: BackupHead; readonly part: BackupPart }
type Written = { readonly path: string; readonly tables: readonly TableCount[] }

async function writePart({ key }: BackupPlan, { path, ...part }: Part & { readonly path: string }): Promise<Written> {
  const tables: TableCount[] = []
  await pipeline(
    recordsOf(part, tables),
    createGzip({ level: 4 }),
    (chunks: AsyncIterable<Buffer>) => sealFrames(chunks, key, part.part),
    createWriteStream(partialOf(path), { flags: 'wx', mode: 0o600, flush: true }),
  )
  return { path, tables }
}

async function* recordsOf({ owner, head, part }: Part, counts: TableCount[]): AsyncGenerator<Buffer> {
  yield* recordBytes({ is: 'head', value: head })
  for (const of of await tablesToCopy(owner, part === 'main' ? MAIN_SCHEMAS : [VAULT_SCHEMA])) {
    yield* recordBytes({ is: 'table', value: of })
    yield* rowsOf(owner, of, counts)
  }
  const end: BackupEnd = { tables: counts, sequences: part === 'main' ? await readSequences(owner) : [] }
  yield* recordBytes({ is: 'end', value: end })
}

async function* rowsOf(owner: pg.Client, of: TableToCopy, counts: TableCount[]): AsyncGenerator<Buffer> {
  const sum = createHash('sha256')
  let rows = 0
  for await (const chunk of copyOut(owner, of, conditionOf(of)) as AsyncIterable<Buffer>) {
    sum.update(chunk)
    rows += linesIn(chunk)
    yield* recordBytes({ is: 'rows', value: chunk } satisfies BackupRecord)
  }
  counts.push({ table: of.table, rows, sha256: sum.digest('hex') })
}

/** COPY ends each row with a line feed and writes one inside a value as two other characters. */
function linesIn(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++
  return lines
}

/** A new name is on the disk only once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
