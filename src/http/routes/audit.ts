import { z } from 'zod'
import {
  actQuery,
  alarm,
  alarmParams,
  auditAct,
  auditNames,
  auditReview,
  closeAlarmBody,
  listedReview,
  signedReview,
  signOffBody,
  writeAct,
  writeAlarm,
  writeListed,
  writeReview,
  writeSigned,
} from '#contract/audit.ts'
import { pageOf, pageQuery } from '#contract/parts.ts'
import type { Deps } from '#flows/deps.ts'
import { findActs, namesOfActs } from '#flows/find-acts.ts'
import { closeAlarm, listAlarms, readReview, signOff } from '#flows/review-audit.ts'
import { keyOfAct, readAct } from '../act-cursor.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

const GROUP = 'Audit'

/** The review of the audit every two weeks, and alarms; read by whoever may, signed and closed by people (U6). */
export function auditRoutes(api: Api, deps: Deps): void {
  actRoutes(api, deps)
  const review = about(
    'audit:read',
    ['readAuditReview', GROUP, 'What people did with buyer data since the last review'],
    auditReview,
  )
  api.get('/audit/review', review, async (request) => writeReview(await readReview(deps, callerOf(request).merchant)))

  const sign = about(
    'audit:read',
    ['signOffAuditReview', GROUP, 'Signs off that the audit was looked through'],
    signedReview,
  )
  api.post('/audit/review/sign-off', { ...sign, schema: { ...sign.schema, body: signOffBody } }, async (request) => {
    const who = askerOf(request, deps).name
    return writeSigned(goodValue(await signOff(deps, callerOf(request).merchant, { who, ...request.body })))
  })

  const alarms = about(
    'audit:read',
    ['listAlarms', GROUP, 'Alarms, the open ones first'],
    z.object({ rows: z.array(alarm) }),
  )
  api.get('/audit/alarms', alarms, async (request) => ({
    rows: (await listAlarms(deps, callerOf(request).merchant)).map(writeAlarm),
  }))

  const close = about('audit:read', ['closeAlarm', GROUP, 'Closes an alarm with what was found out'], alarm)
  const closeOptions = { ...close, schema: { ...close.schema, params: alarmParams, body: closeAlarmBody } }
  api.post('/audit/alarms/:alarm/close', closeOptions, async (request) => {
    const asked = { who: askerOf(request, deps).name, alarmId: Number(request.params.alarm), ...request.body }
    return writeAlarm(goodValue(await closeAlarm(deps, callerOf(request).merchant, asked)))
  })
}

/** What people and programs did, found by who, what, order and day; and the reviews that were signed (U6). */
function actRoutes(api: Api, deps: Deps): void {
  const list = about(
    'audit:read',
    ['listActs', GROUP, 'What people and programs did, the newest first'],
    pageOf(auditAct),
  )
  api.get('/audit/acts', { ...list, schema: { ...list.schema, querystring: actQuery } }, async (request) => {
    const { after, limit, ...asked } = request.query
    const { merchant } = callerOf(request)
    const rows = goodValue(await findActs(deps, merchant, { ...asked, before: readAct(after), limit }))
    return pageReply(rows, { limit, write: writeAct, keyOf: keyOfAct })
  })

  const names = about('audit:read', ['listAuditNames', GROUP, 'Who stands in the audit'], auditNames)
  api.get('/audit/names', names, async (request) => ({
    names: [...(await namesOfActs(deps, callerOf(request).merchant))],
  }))

  const reviews = about(
    'audit:read',
    ['listAuditReviews', GROUP, 'Signed reviews, the newest first'],
    pageOf(listedReview),
  )
  api.get('/audit/reviews', { ...reviews, schema: { ...reviews.schema, querystring: pageQuery } }, async (request) => {
    const { limit, after } = request.query
    const before = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listReviews({ before, limit }),
    )
    return pageReply(rows, { limit, write: writeListed, keyOf: ({ through }) => [through] })
  })
}
