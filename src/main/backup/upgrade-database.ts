import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Binaries, MAJOR } from '../embedded/binaries.ts'
import { startEmbedded, UPGRADING } from '../embedded/start.ts'
import { MIGRATIONS, openInstallation } from '../installation.ts'
import { createLog } from '../log.ts'
import { VERSION } from '../version.ts'
import { vaultOf } from './backup-files.ts'
import { keysOfBackups } from './owner-database.ts'
import { BackupRefusal } from './refusal.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

/** How an upgrade ended: nothing to do, or brought over, with the folder in which the old database still lies. */
export type Upgraded = { readonly from: string; readonly rows: number; readonly kept: string } | null

/** The major version of PostgreSQL that made the embedded database; null where there is none. */
export function majorOf(dataFolder: string): string | null {
  const file = join(dataFolder, 'postgres', 'PG_VERSION')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}

/** Where the database of before an upgrade stays. */
export const keptCluster = (dataFolder: string): string => join(dataFolder, `postgres-before-${MAJOR}`)

/**
 * Brings the embedded database over to the PostgreSQL of this program: a backup by the old server's programs, put back into a new
 * database beside it, which takes its place when all of it is there. Broken off, nothing is lost, and the next run goes on (D47).
 */
export async function upgradeDatabase(config: Config, former: (major: string) => Promise<Binaries>): Promise<Upgraded> {
  if (config.databases)
    throw new BackupRefusal('DATABASE_OWNER_URL is set: upgrade that PostgreSQL with its own tools (pg_upgrade).')
  const { dataFolder } = config
  const places = {
    old: join(dataFolder, 'postgres'),
    fresh: join(dataFolder, UPGRADING),
    kept: keptCluster(dataFolder),
  }
  if (existsSync(places.kept) && existsSync(places.old) && majorOf(dataFolder) !== MAJOR)
    throw new BackupRefusal(`There is a database of an earlier upgrade in ${places.kept}. Remove it first.`)
  if (!existsSync(places.old) && existsSync(join(places.fresh, 'postgres'))) return takeOver(places, '')
  const major = majorOf(dataFolder)
  if (major === null) throw new BackupRefusal(`There is no database in ${dataFolder}.`)
  if (major === MAJOR) return null
  if (Number(major) > Number(MAJOR))
    throw new BackupRefusal(
      `This database was made by PostgreSQL ${major}, which a newer Millrace brings. Start that one.`,
    )
  rmSync(places.fresh, { recursive: true, force: true })
  const rows = await bringOver(config, await former(major))
  const upgraded = takeOver(places, major)
  const { close } = await openInstallation(config, { log: createLog('silent') })
  await close()
  return { ...upgraded, rows }
}

async function bringOver(config: Config, binaries: Binaries): Promise<number> {
  const { dataFolder, mode } = config
  const keys = keysOfBackups(config)
  const plan = { folder: config.backups.folder, mode, program: VERSION, days: config.retention.days, now: Date.now }
  const old = await startEmbedded({ dataFolder, binaries })
  const made = await (async () => {
    if (!old.started) throw new BackupRefusal('Millrace is running on this database. Stop it, then upgrade.')
    // The file of the vault goes at the end of this: nothing is too old for it.
    return writeBackup({ ...plan, owner: old.configFor('millrace_owner'), key: keys[0], vaultDays: 0 })
  })().finally(() => old.stop())
  const file = made.files[0] ?? ''
  const vault = vaultOf(file)
  const fresh = await startEmbedded({ dataFolder: join(dataFolder, UPGRADING) })
  try {
    const into = { owner: fresh.configFor('millrace_owner'), migrations: MIGRATIONS, mode, now: Date.now }
    await restoreBackup({ ...into, keys, file, vault, replace: true, stepsBack: false })
  } finally {
    await fresh.stop()
    if (vault) rmSync(vault, { force: true })
  }
  return made.rows
}

type Places = { readonly old: string; readonly fresh: string; readonly kept: string }

/** Two renames; between them there is no database in its place, and a start says that this command must go on. */
function takeOver({ old, fresh, kept }: Places, from: string) {
  if (existsSync(old)) {
    const own = join(old, 'local.conf')
    if (existsSync(own)) copyFileSync(own, join(fresh, 'postgres', 'local.conf'))
    renameSync(old, kept)
  }
  renameSync(join(fresh, 'postgres'), old)
  rmSync(fresh, { recursive: true, force: true })
  return { from, rows: 0, kept }
}
