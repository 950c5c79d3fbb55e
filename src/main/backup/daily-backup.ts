import { hostname } from 'node:os'
import type { Installation } from '../installation.ts'
import { VERSION } from '../version.ts'
import { listBackups, pruneBackups, removeOldTrials } from './backup-files.ts'
import { onlyOne } from './only-one.ts'
import { keysOfBackups } from './owner-database.ts'
import { writeBackup } from './write-backup.ts'

const HOUR = 3_600_000
/** A little less than a day, so that it does not move to a later hour each day. */
const DAILY = 23.5 * HOUR

/**
 * Looks every hour: files of vaults that are a week old go, and where the operator set a folder a backup is made each day (D47, U4). A
 * process that does not have the owner of the tables leaves the backup to `./millrace backup`.
 */
export function startDailyBackups({ config, deps, appDatabase, ownerDatabase }: Installation): {
  stop(): Promise<void>
} {
  const { folder, isDaily } = config.backups
  let running: Promise<void> = Promise.resolve()

  // Several workers may share the folder: one of them looks at a time.
  const look = (): Promise<unknown> => onlyOne(appDatabase, 'daily backup', makeWhenDue)

  const makeWhenDue = async (): Promise<void> => {
    pruneBackups(folder, config.mode, deps.now())
    removeOldTrials(Date.now())
    const [newest] = listBackups(folder, config.mode)
    if (!isDaily || ownerDatabase === null || (newest && deps.now() - newest.madeAt < DAILY)) return
    const [key] = keysOfBackups(config)
    const { id, madeAt, rows } = await writeBackup({
      owner: ownerDatabase,
      key,
      folder,
      mode: config.mode,
      program: VERSION,
      days: config.retention.days,
      now: deps.now,
    })
    const facts = { backup: id, made: new Date(madeAt).toISOString(), rows }
    await deps.deployment.noteAct({ at: deps.now(), act: 'backup-made', who: `the server on ${hostname()}`, facts })
  }

  const begin = () => {
    const looked = running.then(look).then(() => {})
    running = looked.catch((error: Error) => {
      deps.log.alarm('The daily backup was not made.', {
        error: error.name,
        code: (error as { code?: string }).code ?? null,
      })
    })
  }
  begin()
  const timer = setInterval(begin, HOUR)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
