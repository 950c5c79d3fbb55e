import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseConfig } from '#store/db.ts'
import { type Config, readKeys } from '../config.ts'
import { startEmbedded } from '../embedded/start.ts'
import { BackupRefusal } from './refusal.ts'

/** Reaches the database as its owner, without migrating it: joins or starts the embedded one, or takes the operator's. */
export async function withOwnerDatabase<T>(
  config: Config,
  { isNew }: { /** True: an embedded database may be made. */ readonly isNew: boolean },
  work: (owner: DatabaseConfig) => Promise<T>,
): Promise<T> {
  if (config.databases) {
    if (config.databases.owner === null)
      throw new BackupRefusal('Only the owner of the tables reads and writes them all: set DATABASE_OWNER_URL.')
    return work({ connectionString: config.databases.owner })
  }
  if (!isNew && !existsSync(join(config.dataFolder, 'postgres')))
    throw new BackupRefusal(`There is no deployment in ${config.dataFolder}: nothing to back up.`)
  const embedded = await startEmbedded({ dataFolder: config.dataFolder })
  try {
    return await work(embedded.configFor('millrace_owner'))
  } finally {
    await embedded.stop()
  }
}

/** The keys that a backup of this deployment may have been made with; the first seals a new one. */
export function keysOfBackups(config: Config): readonly [Buffer, ...Buffer[]] {
  if (!existsSync(config.key.file))
    throw new BackupRefusal(
      `The key ${config.key.file} does not exist. A backup can be made and read with the key of its deployment only: set MILLRACE_KEY_FILE to it.`,
    )
  return readKeys(config.key.file)
}
