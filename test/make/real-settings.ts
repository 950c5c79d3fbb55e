import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addressesOf } from './cli-bench.ts'
import type { TestDatabase } from './database.ts'

/**
 * The settings of processes in real mode on one database, their key and data in a folder. What runs has no way to the owner of the tables;
 * what changes them all has `owner` as well.
 */
export function realSettings(database: TestDatabase, folder: string) {
  const key = join(folder, 'key')
  writeFileSync(key, Buffer.alloc(32, 7), { mode: 0o600 })
  const { DATABASE_OWNER_URL = '', ...addresses } = addressesOf(database)
  const settings = {
    ...addresses,
    MILLRACE_MODE: 'real',
    MILLRACE_DATA_FOLDER: join(folder, 'data'),
    MILLRACE_KEY_FILE: key,
  }
  return { settings, owner: { DATABASE_OWNER_URL } }
}
