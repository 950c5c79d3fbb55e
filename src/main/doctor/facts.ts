import { listBackups, VAULT_DAYS } from '../backup/backup-files.ts'
import { lastTrial } from '../backup/try-backup.ts'
import type { Config } from '../config.ts'
import { VERSION } from '../version.ts'
import { countsOf, type Fact } from './counted-facts.ts'
import { examineDatabase } from './database.ts'
import { POLICY_BASELINE } from './machine.ts'

/**
 * What is true of this deployment today, for Amazon's questionnaire. Facts only: Amazon refuses answers that it has read before, so
 * the sentences are the operator's own (docs/from-a-professional-account-to-an-approved-application.md).
 */
export async function factsOf(config: Config, now: number): Promise<Fact[]> {
  const { database, isCurrent } = await examineDatabase(config)
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
    ...(database && isCurrent ? await countsOf(database, now) : [['Database', 'not reached'] as Fact]),
  ]
}
