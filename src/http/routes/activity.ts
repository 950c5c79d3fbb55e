import { callCount, callQuery, openProblem, statusReply } from '#contract/activity.ts'
import { listOf, writeInstant } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import type { Deps } from '#flows/deps.ts'
import { type Api, about } from '../api.ts'
import { callerOf } from '../guard.ts'
import { foundValue } from '../refusal.ts'

const DAY = 24 * 60 * 60_000

/** What is wrong, what was spent at Amazon, and how the work stands (X5). */
export function activityRoutes(api: Api, deps: Deps): void {
  const problems = about(
    'orders:read',
    ['listProblems', 'Activity', 'Open problems, the newest first'],
    listOf(openProblem),
  )
  api.get('/problems', problems, async (request) => {
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.listProblems())
    return {
      rows: rows.map((row) => ({
        ...writeProblem(row.problem),
        connection: row.connection,
        subject: row.subject,
        since: writeInstant(row.since),
        lastSeen: writeInstant(row.lastSeen),
      })),
    }
  })

  const calls = about('settings:read', ['listCalls', 'Activity', 'Calls at Amazon by day'], listOf(callCount))
  api.get('/calls', { ...calls, schema: { ...calls.schema, querystring: callQuery } }, async (request) => {
    const since = deps.now() - (request.query.days - 1) * DAY
    const rows = await deps.deployment.listCalls(callerOf(request).merchant, since)
    return { rows: rows.map(({ connectionId, ...row }) => ({ ...row, connection: connectionId })) }
  })

  const status = about('orders:read', ['getStatus', 'Activity', "How the merchant's work stands"], statusReply)
  api.get('/status', status, async (request) => {
    const { merchant } = callerOf(request)
    const { id, name, timeZone, currency } = foundValue(await deps.deployment.findMerchant(merchant), 'such merchant')
    return deps.transaction(merchant, 'app', async (tx) => ({
      merchant: { id, name, timeZone, currency },
      at: writeInstant(deps.now()),
      connections: (await tx.store.listConnections()).map((each) => ({
        id: each.id,
        state: each.state,
        importing: each.importing,
      })),
      orders: await tx.store.countOrders(),
      documents: await tx.store.countDocuments(),
      problems: (await tx.store.listProblems()).length,
    }))
  })
}
