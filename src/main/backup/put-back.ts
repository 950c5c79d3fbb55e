import type { Config } from '../config.ts'
import { MIGRATIONS, openInstallation } from '../installation.ts'
import { createLog } from '../log.ts'
import { keysOfBackups, withOwnerDatabase } from './owner-database.ts'
import { type Restored, restoreBackup } from './restore-backup.ts'

/** What the operator wants put back. */
export type WantedRestore = {
  readonly file: string
  readonly vault: string | null
  readonly replace: boolean
  readonly stepsBack: boolean
}

/** Puts a backup back into this deployment and opens it once, so that overdue buyer data is gone before anybody works on it (U4, D47). */
export async function putBack(config: Config, wanted: WantedRestore): Promise<Restored> {
  const keys = keysOfBackups(config)
  return withOwnerDatabase(config, { isNew: true }, async (owner) => {
    const plan = { ...wanted, owner, keys, migrations: MIGRATIONS, mode: config.mode, now: Date.now }
    const restored = await restoreBackup(plan)
    const installation = await openInstallation(config, { log: createLog('silent') })
    await installation.close()
    return restored
  })
}
