import pg from 'pg'
import type { DatabaseConfig } from '#store/db.ts'
import { askQuestion, type Question } from '#store/questions.ts'

/** Something that is true of this deployment. */
export type Fact = readonly [name: string, value: string | number]

const OF_BUYERS = `array['View Amazon PII', 'Print Amazon PII', 'Export Amazon PII']`

/** What is counted: a name and a question that gives one value. */
const COUNTS: readonly (readonly [name: string, sql: string])[] = [
  ['Database', `select 'PostgreSQL ' || current_setting('server_version') as value`],
  ['Merchants', 'select count(*) as value from deployment.merchants'],
  ['Connections to Amazon', `select count(*) as value from millrace.connections where state = 'authorized'`],
  ['People', 'select count(*) as value from auth.users where disabled_at is null'],
  [
    'People who may see buyer data',
    `select count(distinct m.user_id) as value from deployment.memberships m left join deployment.groups g on g.merchant_id = m.merchant_id and g.group_id = any(m.groups)
     where m.permissions && ${OF_BUYERS} or g.permissions && ${OF_BUYERS}`,
  ],
  [
    'Newest access review',
    `select coalesce(max(signed_at)::date::text, 'none') as value from deployment.access_reviews`,
  ],
  ['Keys of programs', 'select count(*) as value from deployment.api_keys where revoked_at is null'],
  ['Vendors that ship', 'select count(*) as value from millrace.vendors'],
  ['Master keys in use', 'select count(*) as value from deployment.master_keys where destroyed_at is null'],
]

const nameOf = (name: string): string => `facts ${name.toLowerCase()}`

/** What the facts ask, by the names under which `migrate` installs it. */
export const QUESTIONS_OF_FACTS: readonly Question[] = COUNTS.map(([name, sql]) => ({ name: nameOf(name), sql }))

/** Counts them now. */
export async function countsOf(database: DatabaseConfig, now: number): Promise<Fact[]> {
  const client = new pg.Client({ ...database, application_name: 'millrace doctor' })
  client.on('error', () => {})
  await client.connect()
  try {
    const facts: Fact[] = [['As of', new Date(now).toISOString()]]
    for (const [name] of COUNTS) {
      const [row] = await askQuestion<{ value: string | number }>(client, nameOf(name), now)
      facts.push([name, String(row?.value ?? '')])
    }
    return facts
  } finally {
    await client.end()
  }
}
