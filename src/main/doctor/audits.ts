import type { Config } from '../config.ts'
import { openInstallation } from '../installation.ts'
import { createLog } from '../log.ts'
import { type Finding, fine, wrong } from './finding.ts'

/** Checks every audit from its beginning to its end: of each merchant, and of the deployment (U3, D39). */
export async function examineAudits(config: Config): Promise<Finding[]> {
  const { deps, close } = await openInstallation(config, { log: createLog('silent') })
  try {
    const found: { name: string; faults: number }[] = []
    for (const { id } of await deps.deployment.listMerchants()) {
      const { faults } = await deps.transaction(id, 'app', (tx) => tx.audit.verify(null))
      found.push({ name: id, faults: faults.length })
    }
    const { faults } = await deps.deployment.withAudit('app', (audit) => audit.verify(null))
    found.push({ name: 'the deployment', faults: faults.length })
    const broken = found.filter((each) => each.faults > 0).map(({ name }) => name)
    if (broken.length === 0) return [fine('audit', `${found.length} audits are whole.`)]
    return [wrong('audit', `The audit of ${broken.join(', ')} is not whole.`, './millrace audit verify')]
  } finally {
    await close()
  }
}
