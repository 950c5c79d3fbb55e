import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Binaries, findBinaries, packageName } from '../embedded/binaries.ts'
import { BackupRefusal } from './refusal.ts'

/** Which version of the package brings the programs of an older major version; npm installs the newest major only. */
const FORMER: Readonly<Record<string, string>> = { '17': '17.10.0-beta.17' }

const CACHE = join(import.meta.dirname, '..', '..', '..', '.cache')

const folderOf = (major: string) => join(CACHE, `postgres-${major}`)
const packageFolder = (major: string) => join(folderOf(major), 'node_modules', packageName())

/** The programs of an older PostgreSQL: those that were fetched before, or null. */
export const formerBinaries = (major: string): Binaries | null =>
  existsSync(join(packageFolder(major), 'native', 'bin', 'postgres')) ? findBinaries(packageFolder(major), major) : null

/** What must be fetched to read a database of an older major version, as npm names it. */
export function formerPackage(major: string): string {
  const version = FORMER[major]
  if (version) return `${packageName()}@${version}`
  throw new BackupRefusal(
    `No package is known that brings PostgreSQL ${major}. Run ./millrace backup with the release of Millrace that made this database, then ./millrace restore with this one.`,
  )
}

/** Fetches them with npm into a folder that Git leaves out; no script of the package is run. */
export function fetchFormer(major: string): Binaries {
  const wanted = formerPackage(major)
  const folder = folderOf(major)
  mkdirSync(folder, { recursive: true })
  const words = ['install', '--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', wanted]
  const { status } = spawnSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const found = formerBinaries(major)
  if (status === 0 && found) return found
  throw new BackupRefusal(`npm could not fetch ${wanted}. Nothing was changed.`)
}
