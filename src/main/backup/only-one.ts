import pg from 'pg'
import type { DatabaseConfig } from '#store/db.ts'

/** Does something that one process at a time may do on a database; false when another is at it already. */
export async function onlyOne(database: DatabaseConfig, what: string, work: () => Promise<void>): Promise<boolean> {
  const client = new pg.Client({ ...database, application_name: 'millrace alone', connectionTimeoutMillis: 20_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const lock = 'select pg_try_advisory_lock(hashtext($1)) as mine'
    const { rows } = await client.query<{ mine: boolean }>(lock, [`millrace ${what}`])
    if (!rows[0]?.mine) return false
    await work()
    return true
  } finally {
    await client.end()
  }
}
