import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackupPart } from './frames.ts'

const DAY = 86_400_000

/** For how long the file of the vault is kept: no longer than the keys that it holds may live on elsewhere (U4, D47). */
export const VAULT_DAYS = 7
/** For how long the other file is kept. The newest ones stay whatever their age. */
export const MAIN_DAYS = 90
const ALWAYS_KEPT = 3

/** One file of a backup; `madeAt` is read from its name, epoch ms. */
export type BackupFile = {
  readonly path: string
  readonly part: BackupPart
  readonly madeAt: number
  readonly bytes: number
}

const NAME = /^millrace-(demo|real)-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.(backup|vault)$/
const PARTIAL = /^millrace-.*\.partial$/

/** The name of a file: what it is of, and when it was made. */
export function nameOf(mode: string, part: BackupPart, at: number): string {
  const when = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
  return `millrace-${mode}-${when}.${part === 'main' ? 'backup' : 'vault'}`
}

/** Where the file of the vault lies that was made with a backup. */
const vaultBeside = (file: string): string => file.replace(/\.backup$/, '.vault')

/** The files of a mode's backups in a folder, the newest first; none where there is no folder. */
export function listBackups(folder: string, mode: string): BackupFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name): BackupFile[] => {
      const [, of, ...rest] = NAME.exec(name) ?? []
      if (of !== mode) return []
      const path = join(folder, name)
      const part = rest.at(-1) === 'backup' ? 'main' : 'vault'
      return [{ path, part, madeAt: madeAtOf(rest), bytes: statSync(path).size }]
    })
    .sort((a, b) => b.madeAt - a.madeAt || a.part.localeCompare(b.part))
}

/** When a file was made, from the numbers in its name. */
function madeAtOf(numbers: readonly string[]): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers.map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** Makes the folder, which only its owner may enter, and removes what a backup that was broken off left there. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) if (PARTIAL.test(name)) rmSync(join(folder, name), { force: true })
}

/** Removes files of vaults after a week and old backups after a quarter, the three newest never; gives what went (U4, D47). */
export function pruneBackups(folder: string, mode: string, now: number): BackupFile[] {
  const files = listBackups(folder, mode)
  const kept = new Set(files.filter(({ part }) => part === 'main').slice(0, ALWAYS_KEPT))
  const old = files.filter(
    (file) => now - file.madeAt > (file.part === 'vault' ? VAULT_DAYS : MAIN_DAYS) * DAY && !kept.has(file),
  )
  for (const { path } of old) rmSync(path, { force: true })
  removeHalves(folder, mode, now)
  return old
}

/** What a backup that was killed left goes after a day: it may be a vault, and nobody may ever make another backup here (U4). */
function removeHalves(folder: string, mode: string, now: number): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const [, of, ...numbers] = NAME.exec(name.replace(/\.partial$/, '')) ?? []
    if (PARTIAL.test(name) && of === mode && now - madeAtOf(numbers) > DAY) rmSync(join(folder, name), { force: true })
  }
}

/** Where backups are tried: a folder each, beginning like this. */
export const TRIALS = join(tmpdir(), 'millrace-trial-')

/** What a trial that was killed left goes after a day: a copy of the vault lies in it (U4). */
export function removeOldTrials(now: number): void {
  for (const name of existsSync(tmpdir()) ? readdirSync(tmpdir()) : []) {
    const path = join(tmpdir(), name)
    try {
      if (path.startsWith(TRIALS) && now - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true })
    } catch {
      // Gone meanwhile, or of somebody else on this machine.
    }
  }
}

/** The file of the vault to take: the one that was named, else the one beside, else none. */
export function vaultOf(file: string, named?: string): string | null {
  if (named !== undefined) return named
  const beside = vaultBeside(file)
  return beside !== file && existsSync(beside) ? beside : null
}
