import type { Machine } from '#http/api.ts'
import { listBackups } from '../backup/backup-files.ts'
import type { Installation } from '../installation.ts'
import { examine } from './examine.ts'

/** What operators see of the machine and its files on their page: the doctor's findings, and how old the backups are (M2, X3). */
export const machineOf = ({ config, deps }: Installation): Machine => ({
  examine: () => examine(() => config, deps.now(), { withAudits: false }),
  backups: () => {
    const files = listBackups(config.backups.folder, config.mode)
    const whole = files.filter(({ part }) => part === 'main')
    return {
      isDaily: config.backups.isDaily,
      newestAt: whole[0]?.madeAt ?? null,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      count: whole.length,
    }
  },
})
