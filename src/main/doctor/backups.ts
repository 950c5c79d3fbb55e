import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { listBackups, VAULT_DAYS } from '../backup/backup-files.ts'
import { lastTrial } from '../backup/try-backup.ts'
import { keptCluster } from '../backup/upgrade-database.ts'
import type { Config } from '../config.ts'
import { type Finding, fine, soon, wrong } from './finding.ts'

const DAY = 86_400_000
const QUARTER = 92 * DAY

/** How old the newest backup is, where it lies, and when one was last put back for a trial (D47). */
export function examineBackups(config: Config, now: number): Finding[] {
  const { folder, isDaily } = config.backups
  const files = listBackups(folder, config.mode)
  const [newest] = files.filter(({ part }) => part === 'main')
  if (!newest) {
    const sentence = `There is no backup in ${folder}.`
    if (config.mode === 'demo') return [fine('backup', `${sentence} The demo needs none.`)]
    return [wrong('backup', sentence, './millrace backup, or MILLRACE_BACKUP_FOLDER for one each day')]
  }
  const days = (now - newest.madeAt) / DAY
  const sentence = `The newest backup in ${folder} is ${days < 1 ? 'less than a day' : `${Math.floor(days)} days`} old.`
  const daily = isDaily ? 'look into the log why the daily one was not made' : './millrace backup'
  const age = days < 2 ? fine('backup', sentence) : (days < 7 ? soon : wrong)('backup', sentence, daily)
  return [age, ...place(config), ...old(files, now), ...leftOver(config), trial(folder, now)]
}

/** The database of before an upgrade holds buyer data, and no clock runs for it. */
function leftOver({ dataFolder }: Config): Finding[] {
  const kept = keptCluster(dataFolder)
  if (!existsSync(kept)) return []
  return [soon('upgrade', `The database of before the upgrade lies in ${kept} and holds buyer data.`, `rm -r ${kept}`)]
}

function place({ key, backups: { folder } }: Config): Finding[] {
  if (!resolve(key.file).startsWith(`${resolve(folder)}/`) && dirname(resolve(key.file)) !== resolve(folder)) return []
  return [
    wrong('backup', `The key lies with the backups in ${folder}: whoever takes them has both.`, 'keep the key apart'),
  ]
}

function old(files: ReturnType<typeof listBackups>, now: number): Finding[] {
  const left = files.filter(({ part, madeAt }) => part === 'vault' && now - madeAt > (VAULT_DAYS + 1) * DAY)
  if (left.length === 0) return []
  const sentence = `${left.length} files with buyer data are older than ${VAULT_DAYS} days.`
  return [wrong('backup', sentence, './millrace backup removes them; remove copies elsewhere yourself')]
}

function trial(folder: string, now: number): Finding {
  const at = lastTrial(folder)
  const mend = './millrace backup try FILE'
  if (at === null) return soon('restore', 'No backup was ever put back for a trial.', mend)
  const sentence = `A backup was last put back for a trial on ${new Date(at).toISOString().slice(0, 10)}.`
  return now - at < QUARTER
    ? fine('restore', sentence)
    : soon('restore', `${sentence} Amazon's guidance asks for one each quarter.`, mend)
}
