import pg from 'pg'
import { needsMigration } from '#store/migrate.ts'
import type { Config } from '../config.ts'
import { MIGRATIONS, openInstallation } from '../installation.ts'
import { createLog } from '../log.ts'
import { VERSION } from '../version.ts'
import { keysOfBackups, withOwnerDatabase } from './owner-database.ts'
import { BackupRefusal } from './refusal.ts'
import { type MadeBackup, writeBackup } from './write-backup.ts'

/** Makes a backup of a deployment as it lies there, running or not, and notes it in the audit (D47). */
export function makeBackup(config: Config, folder = config.backups.folder): Promise<MadeBackup> {
  return withOwnerDatabase(config, { isNew: false }, async (owner) => {
    const [key] = keysOfBackups(config)
    const { mode, state } = await lookAt(owner)
    if (mode !== config.mode)
      throw new BackupRefusal(
        mode === null ? 'There is no deployment in this database yet.' : `This database belongs to ${mode} mode.`,
      )
    const plan = { owner, key, folder, mode, program: VERSION, days: config.retention.days, now: Date.now }
    const made = await writeBackup(plan)
    // Before an update the tables are still those of the older program: noting it would bring them up to date first.
    if (state === 'current') await note(config, made)
    return made
  })
}

async function lookAt(owner: ConstructorParameters<typeof pg.Client>[0]) {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const found = await client.query<{ found: boolean }>(
      `select to_regclass('deployment.installation') is not null as found`,
    )
    if (!found.rows[0]?.found) return { mode: null, state: null }
    const { rows } = await client.query<{ mode: string }>('select mode from deployment.installation')
    return { mode: rows[0]?.mode ?? null, state: (await needsMigration(client, MIGRATIONS)).state }
  } finally {
    await client.end()
  }
}

async function note(config: Config, { id, madeAt, rows }: MadeBackup): Promise<void> {
  const { deps, close } = await openInstallation(config, { log: createLog('silent') })
  try {
    await deps.deployment.noteAct({
      at: deps.now(),
      act: 'backup-made',
      who: 'the command line',
      facts: { backup: id, made: new Date(madeAt).toISOString(), rows },
    })
  } finally {
    await close()
  }
}
