import type { z } from 'zod'
import { callCount, callQuery, openProblem, statusReply } from '#contract/activity.ts'
import { pageOf, pageQuery, writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import { writeProblem } from '#contract/problem.ts'
import { todayReply, writeToday } from '#contract/today.ts'
import { reviewDueAt } from '#core/people/access-review.ts'
import { faultOfDay } from '#core/settings/calendar-day.ts'
import { openTabs } from '#core/settings/open-tabs.ts'
import type { Deps } from '#flows/deps.ts'
import { readToday } from '#flows/read-today.ts'
import { auditStanding } from '#flows/review-audit.ts'
import type { OpenProblem } from '#store/problems.ts'
import { type Api, about } from '../api.ts'
import { badCursor, pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { foundValue } from '../refusal.ts'

const DAY = 24 * 60 * 60_000

/** What is wrong, what was spent at Amazon, and how the work stands (X5). */
export function activityRoutes(api: Api, deps: Deps): void {
  const problems = about(
    'orders:read',
    ['listProblems', 'Activity', 'Open problems, the newest first'],
    pageOf(openProblem),
  )
  api.get('/problems', { ...problems, schema: { ...problems.schema, querystring: pageQuery } }, async (request) => {
    const { limit } = request.query
    const after = readCursor(request.query.after, ['number', 'string', 'string', 'string'])
    if (after && after[0] < 0) throw badCursor()
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.pageOfProblems({ after, limit }),
    )
    return pageReply(rows, { limit, write: writeOpen, keyOf: keyOfProblem })
  })

  const calls = about('settings:read', ['listCalls', 'Activity', 'Calls at Amazon by day'], pageOf(callCount))
  api.get('/calls', { ...calls, schema: { ...calls.schema, querystring: callQuery } }, async (request) => {
    const { days, limit } = request.query
    const after = readCursor(request.query.after, ['string', 'string', 'string'])
    if (after && faultOfDay(after[0]) !== null) throw badCursor()
    const since = deps.now() - (days - 1) * DAY
    const rows = await deps.deployment.pageOfCalls(callerOf(request).merchant, { since, after, limit })
    return pageReply(rows, {
      limit,
      write: ({ connectionId, ...row }) => ({ ...row, connection: connectionId }),
      keyOf: (row) => [row.day, row.connectionId, row.operation],
    })
  })

  const today = about('orders:read', ['getToday', 'Activity', "The numbers of the merchant's day"], todayReply)
  api.get('/today', today, async (request) => writeToday(await readToday(deps, callerOf(request).merchant)))

  const status = about('orders:read', ['getStatus', 'Activity', "How the merchant's work stands"], statusReply)
  api.get('/status', status, async (request) => {
    const { merchant } = callerOf(request)
    const { id, name, timeZone, currency } = foundValue(await deps.deployment.findMerchant(merchant), 'such merchant')
    return deps.transaction(merchant, 'app', async (tx) => {
      const connections = await tx.store.listConnections()
      return {
        merchant: { id, name, timeZone, currency },
        at: writeInstant(deps.now()),
        connections: connections.map(({ id, state, importing }) => ({ id, state, importing })),
        tabs: [...openTabs(connections.length)],
        orders: { ...(await tx.store.ordersByStage()) },
        documents: { ...(await tx.store.documentsByState()) },
        problems: (await tx.store.listProblems()).length,
        accessReview: writeDue(reviewDueAt(await tx.store.reviewTimes()), deps.now()),
        auditReview: writeStanding(await auditStanding(tx), deps.now()),
      }
    })
  })
}

const writeDue = (dueAt: number | null, now: number) => ({
  dueAt: writeInstantOrNull(dueAt),
  overdue: dueAt !== null && dueAt <= now,
})

const writeStanding = ({ dueAt, alarms }: { dueAt: number | null; alarms: number }, now: number) => ({
  ...writeDue(dueAt, now),
  alarms,
})

const writeOpen = (row: OpenProblem): z.output<typeof openProblem> => ({
  ...writeProblem(row.problem),
  connection: row.connection,
  subject: row.subject,
  since: writeInstant(row.since),
  lastSeen: writeInstant(row.lastSeen),
})

const keyOfProblem = ({ since, connection, problem, subject }: OpenProblem) => [
  since,
  connection,
  problem.code,
  subject,
]
