import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { startEmbedded } from '../embedded/start.ts'
import { MIGRATIONS } from '../installation.ts'
import { removeOldTrials, TRIALS } from './backup-files.ts'
import { keysOfBackups } from './owner-database.ts'
import { restoreBackup } from './restore-backup.ts'

/** How a trial went; `at` as an instant in text. */
export type Trial = {
  readonly at: string
  readonly file: string
  readonly tables: number
  readonly rows: number
  readonly seconds: number
  readonly withVault: boolean
}

const NOTE = 'last-trial.json'

/** Puts a backup back into an embedded database of its own, which goes afterwards, and notes beside the backup that it worked (D47). */
export async function tryBackup(
  config: Config,
  { file, vault }: { readonly file: string; readonly vault: string | null },
): Promise<Trial> {
  const keys = keysOfBackups(config)
  removeOldTrials(Date.now())
  const folder = mkdtempSync(TRIALS)
  const began = performance.now()
  try {
    const embedded = await startEmbedded({ dataFolder: folder })
    try {
      const owner = embedded.configFor('millrace_owner')
      const plan = {
        file,
        vault,
        keys,
        owner,
        migrations: MIGRATIONS,
        mode: config.mode,
        replace: false,
        stepsBack: true,
      }
      const { tables, rows } = await restoreBackup({ ...plan, now: Date.now })
      const seconds = Math.round((performance.now() - began) / 100) / 10
      const trial = { at: new Date().toISOString(), file, tables, rows, seconds, withVault: vault !== null }
      writeFileSync(join(dirname(file), NOTE), JSON.stringify(trial))
      return trial
    } finally {
      await embedded.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** When a backup of a folder was last tried, epoch ms; null where none was. */
export function lastTrial(folder: string): number | null {
  const note = join(folder, NOTE)
  if (!existsSync(note)) return null
  try {
    return Date.parse((JSON.parse(readFileSync(note, 'utf8')) as Trial).at)
  } catch {
    return null
  }
}
