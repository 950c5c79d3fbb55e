import { auditAct, deploymentActQuery, writeAct } from '#contract/audit.ts'
import { connectionCalls, deploymentSecrets, deploymentWork, finding, writeWork } from '#contract/operation.ts'
import { listOf, pageOf, writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import type { Deps } from '#flows/deps.ts'
import { findDeploymentActs } from '#flows/find-acts.ts'
import { keyOfAct, readAct } from '../act-cursor.ts'
import { type Api, about, type Machine } from '../api.ts'
import { pageReply } from '../cursor.ts'
import { goodValue } from '../refusal.ts'

const GROUP = 'Deployment'
const DAY_SECONDS = 86_400
const MOST_CALLS = 200

/** What an operator looks after: the queue, the database, secrets by their dates, calls against quota, the deployment's audit (M2, C5, X3). */
export function operationRoutes(api: Api, deps: Deps, machine?: Machine): void {
  const work = about('operator', ['readWork', GROUP, 'How all work stands: counts and dates only'], deploymentWork)
  api.get('/deployment/work', work, async () => {
    const at = deps.now()
    const { workers, ...database } = await deps.deployment.databaseStanding()
    const backups = machine?.backups() ?? null
    return writeWork({ at, workers, database, backups, work: await deps.deployment.workStanding(at) })
  })

  const secrets = about('operator', ['readSecretDates', GROUP, 'Secrets and keys by their dates'], deploymentSecrets)
  api.get('/deployment/secrets', secrets, async () => ({
    applications: (await deps.deployment.listSecrets()).map(
      ({ region, slot, sealed, addedAt, lapsesOn, provenAt }) => ({
        ...{ region, slot, fromEnvironment: sealed === null, lapsesOn },
        addedAt: writeInstant(addedAt),
        provenAt: writeInstantOrNull(provenAt),
      }),
    ),
    masterKeys: (await deps.keys.list()).map(({ id, state, madeAt, destroyedAt }) => ({
      ...{ key: id, state },
      madeAt: writeInstant(madeAt),
      destroyedAt: writeInstantOrNull(destroyedAt),
    })),
  }))

  const calls = about(
    'operator',
    ['listCallsOfConnections', GROUP, 'Calls of today against quota, the nearest to it first'],
    listOf(connectionCalls),
  )
  api.get('/deployment/calls', calls, async () => {
    const rows = await deps.deployment.callsOfConnections({ since: deps.now(), limit: MOST_CALLS })
    return {
      rows: rows.map(({ connectionId, rate, ...row }) => ({
        ...row,
        connection: connectionId,
        aDay: rate === null ? null : Math.round(rate * DAY_SECONDS),
      })),
    }
  })

  const findings = about('operator', ['listFindings', GROUP, 'What the doctor finds'], listOf(finding))
  api.get('/deployment/findings', findings, async () => ({
    rows: ((await machine?.examine()) ?? []).map(({ mend = null, ...row }) => ({ ...row, mend })),
  }))

  const acts = about(
    'operator',
    ['listDeploymentActs', GROUP, "The deployment's own audit, the newest first; days are of UTC"],
    pageOf(auditAct),
  )
  api.get(
    '/deployment/acts',
    { ...acts, schema: { ...acts.schema, querystring: deploymentActQuery } },
    async (request) => {
      const { after, limit, ...asked } = request.query
      const rows = goodValue(await findDeploymentActs(deps, { ...asked, before: readAct(after), limit }))
      return pageReply(rows, { limit, write: writeAct, keyOf: keyOfAct })
    },
  )
}
