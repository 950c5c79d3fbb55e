import pg from 'pg'
import { listBackups, VAULT_DAYS } from '../backup/backup-files.ts'
import { lastTrial } from '../backup/try-backup.ts'
import type { Config } from '../config.ts'
import { VERSION } from '../version.ts'
import { examineDatabase } from './database.ts'
import { POLICY_BASELINE } from './machine.ts'

type Fact = readonly [name: string, value: string | number]

/**
 * What is true of this deployment today, for Amazon's questionnaire. Facts only: Amazon refuses answers that it has read before, so
 * the sentences are the operator's own (docs/from-a-professional-account-to-an-approved-application.md).
 */
export async function factsOf(config: Config, now: number): Promise<Fact[]> {
  const { owner, isCurrent } = await examineDatabase(config)
  const [newest] = listBackups(config.backups.folder, config.mode)
  const tried = lastTrial(config.backups.folder)
  return [
    ['Program', `Millrace ${VERSION}, Node ${process.versions.node}`],
    ['Policy baseline reviewed on', POLICY_BASELINE],
    ['Mode', config.mode],
    ['Reached at', config.publicUrl ?? `${config.host}:${config.port}, this machine only`],
    ['Hosts that it calls', [...config.allowedHosts, ...config.documentHosts].join(', ')],
    [
      'Mail server',
      config.mail ? `${config.mail.smtp.host}, TLS ${config.mail.smtp.secure ? 'at once' : 'by STARTTLS'}` : 'none',
    ],
    [
      'Buyer data at rest',
      'AES-256-GCM, a key for each merchant and week, wrapped by a master key in a file apart from the data',
    ],
    ['Buyer data in transit', 'https to Amazon; the console behind a proxy with TLS'],
    ['Buyer data kept after shipment (days)', config.retention.days],
    ['Audit kept (days)', config.retention.auditDays],
    ['Backups', config.backups.isDaily ? 'daily' : 'by hand'],
    ['Buyer data in backups (days)', VAULT_DAYS],
    ['Newest backup', newest ? new Date(newest.madeAt).toISOString() : 'none'],
    ['Last trial of a restore', tried === null ? 'none' : new Date(tried).toISOString()],
    ['Incident contact', config.incidentContact ?? 'none'],
    ...(owner && isCurrent ? await countsOf(owner, now) : [['Database', 'not reached'] as Fact]),
  ]
}

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

async function countsOf(owner: pg.ClientConfig, now: number): Promise<Fact[]> {
  const client = new pg.Client({ ...owner, application_name: 'millrace doctor' })
  client.on('error', () => {})
  await client.connect()
  try {
    const facts: Fact[] = [['As of', new Date(now).toISOString()]]
    for (const [name, sql] of COUNTS) {
      const { rows } = await client.query<{ value: string }>(sql)
      facts.push([name, rows[0]?.value ?? ''])
    }
    return facts
  } finally {
    await client.end()
  }
}
