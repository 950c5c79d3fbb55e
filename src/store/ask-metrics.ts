import pg from 'pg'
import type { Sample } from '#core/metrics.ts'
import type { DatabaseConfig } from './db.ts'
import { METRIC_QUESTIONS } from './metric-questions.ts'
import { askQuestion, type Question } from './questions.ts'

/** No question may hold the database up: what takes longer is told as not answered. */
const LIMITS = { statement_timeout: 10_000, lock_timeout: 1000, connectionTimeoutMillis: 5000 }

const nameOf = (about: string): string => `metrics ${about}`

/** What the metrics ask, by the names under which `migrate` installs it. */
export const QUESTIONS_OF_METRICS: readonly Question[] = METRIC_QUESTIONS.map(({ about, sql }) => ({
  name: nameOf(about),
  sql,
}))

/**
 * Asks the tables how the whole deployment stands, over one connection. Counts and ages only. A question that is not answered keeps no
 * other from it (X5).
 */
export async function askMetrics(database: DatabaseConfig, now: number): Promise<Sample[]> {
  const client = new pg.Client({ ...database, ...LIMITS, application_name: 'millrace metrics' })
  client.on('error', () => {})
  await client.connect()
  const samples: Sample[] = []
  try {
    await client.query('set default_transaction_read_only = on')
    for (const { about } of METRIC_QUESTIONS) {
      try {
        samples.push(...(await askQuestion<Sample>(client, nameOf(about), now)))
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
