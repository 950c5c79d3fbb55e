import { listOf, writeInstant } from '#contract/parts.ts'
import {
  ended,
  invited,
  openSession,
  passwordBody,
  secretBody,
  sessionParams,
  session as sessionShape,
  signIn as signInShape,
} from '#contract/sign-in.ts'
import { STAGE_SENTENCES, stageOf } from '#core/sign-in/session-stage.ts'
import type { Door } from '../admit-person.ts'
import { type Api, about } from '../api.ts'
import { personOf } from '../guard.ts'
import { checkedValue, foundValue, goodValue, Refusal } from '../refusal.ts'
import { enter, fromOf } from '../session-view.ts'

const SHOWN = 100

/** A person's own account: password, sessions, history of sign-ins, further invitations (U6). */
export function accountRoutes(api: Api, door: Door): void {
  const { signIn, deps } = door
  const put = about('session', ['changePassword', 'Sign-in', 'Replaces the password; other sessions end'], sessionShape)
  api.put('/account/password', { ...put, schema: { ...put.schema, body: passwordBody } }, async (request, reply) => {
    const { session } = personOf(request)
    const stage = stageOf(session, deps.now())
    if (stage === 'set-up' || stage === 'second-factor')
      throw new Refusal({ status: 403, title: 'Not allowed', detail: STAGE_SENTENCES[stage] })
    const { current, password } = request.body
    return enter(
      door,
      reply,
      checkedValue(await signIn.changePassword(session, { current, next: password, from: fromOf(request) })),
    )
  })

  const list = about('person', ['listOwnSessions', 'Sign-in', 'Where you are signed in'], listOf(openSession))
  api.get('/account/sessions', list, async (request) => {
    const { userId, sessionId } = personOf(request)
    const rows = (await signIn.sessions(userId)).map((each) => ({
      sessionId: each.sessionId,
      current: each.sessionId === sessionId,
      signedInAt: writeInstant(each.createdAt),
      lastUsedAt: writeInstant(each.lastUsedAt),
      address: each.address,
      browser: each.agent,
    }))
    return { rows }
  })

  const end = about('person', ['endOwnSession', 'Sign-in', 'Ends one session of yours'], ended)
  api.delete(
    '/account/sessions/:sessionId',
    { ...end, schema: { ...end.schema, params: sessionParams } },
    async (request) => {
      const count = await signIn.endSession(personOf(request), { only: request.params.sessionId })
      foundValue(count === 0 ? null : count, 'session of yours with this id')
      return { ended: count }
    },
  )

  const others = about('person', ['endOtherSessions', 'Sign-in', 'Ends all sessions of yours but this one'], ended)
  api.delete('/account/sessions', others, async (request) => {
    const person = personOf(request)
    return { ended: await signIn.endSession(person, { but: person.sessionId }) }
  })

  const history = about(
    'person',
    ['listOwnSignIns', 'Sign-in', 'Sign-ins and tries, the newest first'],
    listOf(signInShape),
  )
  api.get('/account/sign-ins', history, async (request) => {
    const found = await signIn.history(personOf(request).userId, SHOWN)
    return { rows: found.map(({ at, agent, ...rest }) => ({ ...rest, at: writeInstant(at), browser: agent })) }
  })

  const accept = about(
    'person',
    ['acceptInvitation', 'Sign-in', 'Accepts an invitation to a further merchant'],
    invited,
  )
  api.post('/account/invitation', { ...accept, schema: { ...accept.schema, body: secretBody } }, async (request) =>
    goodValue(await signIn.acceptAsKnown(personOf(request).session, request.body.secret)),
  )
}
