import { type Config, ConfigRefusal } from '../config.ts'
import { examineAudits } from './audits.ts'
import { examineBackups } from './backups.ts'
import { examineDatabase } from './database.ts'
import { type Finding, soon, wrong } from './finding.ts'
import { examineMachine, node, policy } from './machine.ts'
import { examineWork } from './work.ts'

/**
 * Looks at everything that can be looked at, and says of each thing how it stands and what mends it; it changes nothing. Reading each
 * audit from its beginning takes its time, so a page leaves that out.
 */
export async function examine(
  read: () => Config,
  now: number,
  { withAudits = true }: { readonly withAudits?: boolean } = {},
): Promise<Finding[]> {
  const config = configOf(read)
  if (typeof config === 'string')
    return [node(), wrong('settings', config, '.env.example tells each setting'), policy(now)]
  const { findings, database, isCurrent } = await examineDatabase(config)
  const inside =
    database && isCurrent ? [...(await examineWork(database, now)), ...(withAudits ? await audits(config) : [])] : []
  return [...examineMachine(config, now), ...findings, ...inside, ...examineBackups(config, now)]
}

/** Settings that are refused are a finding as well. */
function configOf(read: () => Config): Config | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof ConfigRefusal) return error.message
    throw error
  }
}

const audits = (config: Config): Promise<Finding[]> =>
  examineAudits(config).catch((error: Error) => [
    soon('audit', `The audits could not be checked: ${error.message.split('\n')[0]}`, './millrace audit verify'),
  ])
