import { z } from 'zod'
import {
  alarm,
  alarmParams,
  auditReview,
  closeAlarmBody,
  signedReview,
  signOffBody,
  writeAlarm,
  writeReview,
  writeSigned,
} from '#contract/audit.ts'
import type { Deps } from '#flows/deps.ts'
import { closeAlarm, listAlarms, readReview, signOff } from '#flows/review-audit.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { callerOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'

const GROUP = 'Audit'

/** The review of the audit every two weeks, and alarms; read by whoever may, signed and closed by people (U6). */
export function auditRoutes(api: Api, deps: Deps): void {
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
