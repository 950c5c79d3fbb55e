import type { Command } from 'commander'
import { withJson } from './open.ts'

/** The options of every command about backups. */
export type BackupOptions = { readonly to?: string; readonly json?: boolean }

/** Adds `--to` and `--json`. */
export const aboutBackups = (command: Command): Command =>
  withJson(command.option('--to <folder>', 'where the files lie, instead of MILLRACE_BACKUP_FOLDER'))

/** The settings, the folder of the backups, and what works on them; loaded only when a command needs it. */
export async function openBackups({ to }: BackupOptions) {
  const { readConfig } = await import('#main/config.ts')
  const config = readConfig(process.env)
  const [make, put, check, trial, files] = await Promise.all([
    import('#main/backup/make-backup.ts'),
    import('#main/backup/put-back.ts'),
    import('#main/backup/check-file.ts'),
    import('#main/backup/try-backup.ts'),
    import('#main/backup/backup-files.ts'),
  ])
  return {
    config,
    folder: to ?? config.backups.folder,
    backup: {
      makeBackup: make.makeBackup,
      putBack: put.putBack,
      checkFile: check.checkFile,
      tryBackup: trial.tryBackup,
    },
    files,
  }
}
