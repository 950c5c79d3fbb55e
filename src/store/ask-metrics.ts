import pg from 'pg'
import type { Sample } from '#core/metrics.ts'
import type { DatabaseConfig } from './db.ts'
import { METRIC_QUESTIONS } from './metric-questions.ts'

/** No question may hold the database up: what takes longer is told as not answered. */
const LIMITS = { statement_timeout: 10_000, lock_timeout: 1000, connectionTimeoutMillis: 5000 }

/**
 * Asks the tables how the whole deployment stands, over one connection as their owner: row-level security shows nobody else more than
 * one merchant. Counts and ages only. A question that is not answered keeps no other from it (X5).
 */
export async function askMetrics(owner: DatabaseConfig, now: number): Promise<Sample[]> {
  const client = new pg.Client({ ...owner, ...LIMITS, application_name: 'millrace metrics' })
  client.on('error', () => {})
  await client.connect()
  const samples: Sample[] = []
  try {
    await client.query('set default_transaction_read_only = on')
    for (const { about, sql } of METRIC_QUESTIONS) {
      try {
        const { rows } = await client.query<Sample>(sql, sql.includes('$1') ? [now / 1000] : [])
        samples.push(...rows)
        samples.push({ metric: 'unanswered', labels: [about], value: 0 })
      } catch {
        samples.push({ metric: 'unanswered', labels: [about], value: 1 })
      }
    }
    return samples
  } finally {
    await client.end()
  }
}
