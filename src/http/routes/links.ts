import {
  acceptBody,
  forgotten,
  forgottenBody,
  invited,
  resetBody,
  resetDone,
  resetOf,
  secretBody,
  session as sessionShape,
} from '#contract/sign-in.ts'
import type { Door } from '../admit-person.ts'
import { type Api, about } from '../api.ts'
import { checkedValue, goodValue } from '../refusal.ts'
import { needOwnPage } from '../session-cookie.ts'
import { enter, fromOf } from '../session-view.ts'

/** What whoever holds a link may do with it: accept an invitation, set a password anew. The secret comes in the body, never in an address (U1, D16). */
export function linkRoutes(api: Api, door: Door): void {
  const { signIn, deps } = door
  const ownPage = {
    onRequest: async (request: Parameters<typeof needOwnPage>[0]) => needOwnPage(request, deps.mails.publicUrl),
  }

  const look = about('open', ['lookAtInvitation', 'Sign-in', 'Who is invited to what'], invited)
  api.post('/invitation/look', { ...look, ...ownPage, schema: { ...look.schema, body: secretBody } }, async (request) =>
    goodValue(await signIn.lookAtInvitation(request.body.secret)),
  )

  const accept = about(
    'open',
    ['acceptInvitationAsNew', 'Sign-in', 'Accepts an invitation with a name and a password'],
    sessionShape,
  )
  api.post(
    '/invitation/accept',
    { ...accept, ...ownPage, schema: { ...accept.schema, body: acceptBody } },
    async (request, reply) => enter(door, reply, checkedValue(await signIn.acceptAsNew(request.body, fromOf(request)))),
  )

  const forgot = about('open', ['askReset', 'Sign-in', 'Mails a link to set a new password'], forgotten)
  api.post(
    '/password/forgotten',
    { ...forgot, ...ownPage, schema: { ...forgot.schema, body: forgottenBody } },
    async (request) => {
      goodValue(await signIn.askReset(request.body.email, fromOf(request)))
      return {
        sentence:
          deps.mails.publicUrl === null
            ? 'This deployment sends no mails. Ask its operator for a link: ./millrace user reset.'
            : 'If somebody here has this address, a link is on its way to it, good for an hour. If none comes, ask the operator for one: ./millrace user reset.',
      }
    },
  )

  const whose = about('open', ['lookAtReset', 'Sign-in', 'Whose password a link sets'], resetOf)
  api.post('/password/look', { ...whose, ...ownPage, schema: { ...whose.schema, body: secretBody } }, async (request) =>
    goodValue(await signIn.lookAtReset(request.body.secret)),
  )

  const reset = about(
    'open',
    ['resetPassword', 'Sign-in', 'Sets a password by a link; nobody is signed in by it'],
    resetDone,
  )
  api.post(
    '/password/reset',
    { ...reset, ...ownPage, schema: { ...reset.schema, body: resetBody } },
    async (request) => ({
      email: checkedValue(await signIn.resetPassword(request.body, fromOf(request))),
    }),
  )
}
