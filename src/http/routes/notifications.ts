import {
  mailDetail,
  mailParams,
  mailQuery,
  mailSummary,
  notifications,
  notificationsBody,
  ownNotifications,
  ownNotificationsBody,
  testMailBody,
  writeMailDetail,
  writeMailSummary,
  writeNotifications,
} from '#contract/notifications.ts'
import { pageOf } from '#contract/parts.ts'
import type { MerchantId } from '#core/ids.ts'
import { toldPeople } from '#core/notifications/told-people.ts'
import { removeWaitingMail, saveNotifiedPeople, saveOwnTopics, sendTestMail } from '#flows/configure-notifications.ts'
import type { Deps } from '#flows/deps.ts'
import { readPeople } from '#flows/told-members.ts'
import { type Api, about } from '../api.ts'
import { pageReply, readCursor } from '../cursor.ts'
import { callerOf, personOf } from '../guard.ts'
import { checkedValue, foundValue, goodValue } from '../refusal.ts'
import { inItsVersion } from '../versions.ts'

/** Who is told by mail and of what, and the mails themselves (N1-N3). */
export function notificationRoutes(api: Api, deps: Deps): void {
  const read = async (merchant: MerchantId) => {
    const people = await deps.transaction(merchant, 'app', readPeople)
    return writeNotifications(people, deps.now())
  }
  const get = about(
    'settings:read',
    ['getNotifications', 'Notifications', 'Who is told by mail, of what'],
    notifications,
  )
  api.get('/notifications', get, (request) => read(callerOf(request).merchant))

  const words = ['saveNotifications', 'Notifications', 'Replaces the list of who is told'] as const
  const put = about('settings:write', words, notifications)
  api.put('/notifications', { ...put, schema: { ...put.schema, body: notificationsBody } }, async (request) => {
    const { merchant } = callerOf(request)
    checkedValue(await saveNotifiedPeople(inItsVersion(deps, request), merchant, request.body.people))
    return read(merchant)
  })

  const test = about('settings:write', ['sendTestMail', 'Notifications', 'Sends one mail now'], mailDetail)
  api.post('/notifications/test', { ...test, schema: { ...test.schema, body: testMailBody } }, async (request) =>
    writeMailDetail(goodValue(await sendTestMail(deps, callerOf(request).merchant, request.body.address))),
  )
  ownRoutes(api, deps)
  listRoutes(api, deps)
}

/** Each user says for themselves of what they are told; nobody needs a permission for that (N1). */
function ownRoutes(api: Api, deps: Deps): void {
  const write = async (merchant: MerchantId, email: string) => {
    const people = await deps.transaction(merchant, 'app', readPeople)
    const own = people.members.find((member) => member.email === email)
    const told = toldPeople(people, deps.now()).find((person) => person.address === email)
    return { topics: [...(own?.topics ?? [])], told: [...(told?.topics ?? [])] }
  }
  const words = ['getOwnNotifications', 'Notifications', 'Of what you are told by mail'] as const
  api.get('/me/notifications', about('member', words, ownNotifications), (request) =>
    write(callerOf(request).merchant, personOf(request).email),
  )

  const put = about('member', ['saveOwnNotifications', 'Notifications', 'Says of what you are told'], ownNotifications)
  const schema = { ...put.schema, body: ownNotificationsBody }
  api.put('/me/notifications', { ...put, schema }, async (request) => {
    const { merchant } = callerOf(request)
    const { userId, email } = personOf(request)
    goodValue(await saveOwnTopics(deps, merchant, { userId, topics: request.body.topics }))
    return write(merchant, email)
  })
}

function listRoutes(api: Api, deps: Deps): void {
  const list = about('settings:read', ['listMails', 'Notifications', 'Mails, the newest first'], pageOf(mailSummary))
  api.get('/mails', { ...list, schema: { ...list.schema, querystring: mailQuery } }, async (request) => {
    const { after, limit, state } = request.query
    const key = readCursor(after, ['number'])?.[0] ?? null
    const rows = await deps.transaction(callerOf(request).merchant, 'app', (tx) =>
      tx.store.listMails({ state, after: key, limit }),
    )
    return pageReply(rows, { limit, write: writeMailSummary, keyOf: (row) => [row.mailId] })
  })

  const get = about('settings:read', ['getMail', 'Notifications', 'One mail with its text'], mailDetail)
  api.get('/mails/:mailId', { ...get, schema: { ...get.schema, params: mailParams } }, async (request) => {
    const mailId = Number(request.params.mailId)
    const found = await deps.transaction(callerOf(request).merchant, 'app', (tx) => tx.store.findMail(mailId))
    return writeMailDetail(foundValue(found, 'mail with this number'))
  })

  const remove = about('settings:write', ['removeMail', 'Notifications', 'Takes a waiting mail off'], mailSummary)
  api.delete('/mails/:mailId', { ...remove, schema: { ...remove.schema, params: mailParams } }, async (request) =>
    writeMailSummary(
      goodValue(await removeWaitingMail(deps, callerOf(request).merchant, Number(request.params.mailId))),
    ),
  )
}
