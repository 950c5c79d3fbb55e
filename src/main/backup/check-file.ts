import type { Config } from '../config.ts'
import { keysOfBackups } from './owner-database.ts'
import { checkBackup } from './read-backup.ts'
import type { BackupEnd, BackupHead } from './records.ts'

/** Reads one file of a backup through, whichever part it is (D47). */
export const checkFile = (config: Config, file: string): Promise<{ head: BackupHead; end: BackupEnd }> =>
  checkBackup({ file, part: file.endsWith('.vault') ? 'vault' : 'main', keys: keysOfBackups(config) })
