import type { Readiness } from '#http/watch.ts'
import { needsMigration } from '#store/migrate.ts'
import { processesSeen } from '#store/processes.ts'
import { GONE_AFTER } from '../heartbeat.ts'
import { type Installation, MIGRATIONS } from '../installation.ts'

const AWAY: Readiness = { database: 'away', tables: 'unknown', key: 'unknown', worker: 'unknown' }

/** Looks whether this process can work: the database answers, its tables fit, the key opens what it sealed (X5). */
export async function lookReady({ shop, deps }: Installation): Promise<Readiness> {
  try {
    const tables = await tablesOf(shop)
    const workers = await processesSeen(shop.pool, deps.now() - GONE_AFTER)
    return {
      database: 'ok',
      tables,
      key: await deps.keys.opens().then(
        (opens) => (opens ? 'ok' : 'wrong'),
        () => 'unknown' as const,
      ),
      worker: workers.some(({ role }) => role !== 'web') ? 'ok' : 'silent',
    }
  } catch {
    return AWAY
  }
}

async function tablesOf({ pool }: Installation['shop']): Promise<Readiness['tables']> {
  const client = await pool.connect()
  try {
    const found = await needsMigration(client, MIGRATIONS)
    if (found.state === 'current') return 'ok'
    return found.state === 'refused' && found.refusal.code === 'newer' ? 'newer' : 'behind'
  } finally {
    client.release()
  }
}
