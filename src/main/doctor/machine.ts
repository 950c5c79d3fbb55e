import { existsSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '../config.ts'
import { type Finding, fine, soon, wrong } from './finding.ts'

/** The day on which Amazon's policies were last compared with what this program does; nobody certifies that. */
export const POLICY_BASELINE = '2026-11-21'
const DAY = 86_400_000
const MB = 1024 * 1024

/** What can be said of the machine and the settings, with no database at all. */
export function examineMachine(config: Config, now: number): Finding[] {
  return [
    node(),
    key(config),
    fine('mode', `It is in ${config.mode} mode and listens on ${config.host}, port ${config.port}.`),
    address(config),
    retention(config),
    mail(config),
    contact(config),
    ...[config.dataFolder, config.backups.folder].flatMap(room),
    policy(now),
  ]
}

/** Whether this Node can run the program. */
export function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return fine('node', `Node ${process.versions.node}.`)
  return wrong('node', `Node ${process.versions.node} is too old: 22.18 is needed.`, 'npm start brings a fit one')
}

function key({ mode, key: { file }, dataFolder }: Config): Finding {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found && mode === 'demo') return fine('key', 'The demo has no key yet; it makes one at its first start.')
  if (!found) return wrong('key', `The key ${file} does not exist.`, 'put back the copy that you keep apart')
  if ((found.mode & 0o077) !== 0) return wrong('key', `The key ${file} can be read by others.`, `chmod 600 ${file}`)
  const inside = `${realpathSync(file)}/`.startsWith(
    `${existsSync(dataFolder) ? realpathSync(dataFolder) : dataFolder}/`,
  )
  if (mode === 'demo')
    return fine('key', inside ? "The demo's key lies beside its data, as it may." : `The key is ${file}.`)
  if (inside) return wrong('key', `The key ${file} lies inside the data folder.`, 'move it elsewhere')
  return fine('key', `The key ${file} can be read by its owner only. Is there a copy of it elsewhere?`)
}

function address({ mode, publicUrl }: Config): Finding {
  if (publicUrl === null)
    return mode === 'demo'
      ? fine('address', 'It is reached on this machine only.')
      : soon('address', 'MILLRACE_PUBLIC_URL is not set: links in mails lead nowhere.', 'set MILLRACE_PUBLIC_URL')
  const { protocol, hostname } = new URL(publicUrl)
  if (protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname))
    return fine('address', `It is reached at ${publicUrl}.`)
  return wrong('address', `It is reached at ${publicUrl}, which is plain http.`, 'put a proxy with TLS in front (D19)')
}

function retention({ retention: { days, auditDays } }: Config): Finding {
  return fine('retention', `Buyer data is kept for ${days} days after shipment, audit rows for ${auditDays} days.`)
}

function mail({ mode, mail: server }: Config): Finding {
  if (server) return fine('mail', `Mails go by ${server.smtp.host} from ${server.from}.`)
  if (mode === 'demo') return fine('mail', 'The demo keeps its mails.')
  return wrong(
    'mail',
    'No mail server is set: nobody is told of anything.',
    'set MILLRACE_SMTP_URL and MILLRACE_MAIL_FROM',
  )
}

function contact({ mode, incidentContact }: Config): Finding {
  if (incidentContact) return fine('incident contact', `In an incident: ${incidentContact}.`)
  if (mode === 'demo') return fine('incident contact', 'The demo needs nobody to call.')
  const sentence = 'Nobody is named who is called when something happened to buyer data (D22).'
  return soon('incident contact', sentence, 'set MILLRACE_INCIDENT_CONTACT')
}

function room(folder: string): Finding[] {
  const there = existsSync(folder) ? folder : dirname(folder)
  if (!existsSync(there)) return []
  const { bavail, bsize } = statfsSync(there)
  const free = Math.round((bavail * bsize) / MB)
  const about = 'disk'
  const sentence = `${free} MB are free where ${folder} lies.`
  if (free < 200) return [wrong(about, sentence, 'make room: without it nothing is imported')]
  return [free < 2000 ? soon(about, sentence, 'make room') : fine(about, sentence)]
}

/** When the policies of Amazon were last looked at by whoever wrote this program. */
export function policy(now: number): Finding {
  const sentence = `Policy baseline reviewed on ${POLICY_BASELINE}. That is no certificate: read Amazon's policies as they are today.`
  if (now - Date.parse(POLICY_BASELINE) < 180 * DAY) return fine('policy', sentence)
  return soon('policy', sentence, 'update Millrace, and compare docs/compliance.md with the policies')
}
