import {
  ended,
  merchantBody,
  passkeyBody,
  passkeyOptions,
  secondFactorBody,
  session as sessionShape,
  signInBody,
} from '#contract/sign-in.ts'
import type { Door } from '../admit-person.ts'
import { type Api, about } from '../api.ts'
import { personOf } from '../guard.ts'
import { foundValue, goodValue } from '../refusal.ts'
import { needOwnPage, setToken } from '../session-cookie.ts'
import { enter, fromOf, placeOf, viewOf } from '../session-view.ts'

/** Signing in and out, the second factor, and the merchant that is worked for (U6). */
export function sessionRoutes(api: Api, door: Door): void {
  const { signIn, deps } = door
  beginRoutes(api, door)

  const read = about('session', ['readSession', 'Sign-in', 'Who is signed in, and how far'], sessionShape)
  api.get('/session', read, (request) => {
    const { session, token } = personOf(request)
    return viewOf(door, session, token)
  })

  const out = about('session', ['signOut', 'Sign-in', 'Ends this session'], ended)
  api.delete('/session', out, async (request, reply) => {
    const { sessionId, userId, email } = personOf(request)
    const count = await signIn.endSession({ userId, email }, { only: sessionId })
    setToken(reply, null, deps.mails.publicUrl)
    reply.header('clear-site-data', '"cache", "storage"')
    return { ended: count }
  })

  const show = about(
    'session',
    ['showSecondFactor', 'Sign-in', 'Shows the second factor; the token changes'],
    sessionShape,
  )
  api.post(
    '/session/second-factor',
    { ...show, schema: { ...show.schema, body: secondFactorBody } },
    async (request, reply) => {
      const { body } = request
      const shown =
        'passkey' in body
          ? { kind: 'passkey' as const, response: body.passkey, place: placeOf(request, door) }
          : 'code' in body
            ? { kind: 'code' as const, code: body.code }
            : { kind: 'recovery code' as const, code: body.recoveryCode }
      return enter(
        door,
        reply,
        goodValue(await signIn.showFactor(personOf(request).session, { shown, from: fromOf(request) })),
      )
    },
  )

  const options = about(
    'session',
    ['optionsOfSecondFactor', 'Sign-in', 'What a passkey is asked to sign'],
    passkeyOptions,
  )
  api.post('/session/second-factor/options', options, async (request) => ({
    ...(await signIn.passkeyOptions(personOf(request).userId, placeOf(request, door))),
  }))

  const choose = about('person', ['chooseMerchant', 'Sign-in', 'Works for another merchant'], sessionShape)
  api.post('/session/merchant', { ...choose, schema: { ...choose.schema, body: merchantBody } }, async (request) => {
    const { session, token } = personOf(request)
    const mine = await deps.deployment.merchantsOfUser(session.userId)
    const { merchantId } = foundValue(
      mine.find((each) => each.merchantId === request.body.merchant),
      'merchant of yours with this id',
    )
    await signIn.chooseMerchant(session.sessionId, merchantId)
    return viewOf(door, { ...session, merchantId }, token)
  })
}

/** What is asked by whoever is not signed in yet: from a page of ours only, so that nobody is signed in as somebody else. */
function beginRoutes(api: Api, door: Door): void {
  const { signIn, deps } = door
  const ownPage = {
    onRequest: async (request: Parameters<typeof needOwnPage>[0]) => needOwnPage(request, deps.mails.publicUrl),
  }

  const begin = about('open', ['signIn', 'Sign-in', 'Begins a session: e-mail address and password'], sessionShape)
  api.post(
    '/session',
    { ...begin, ...ownPage, schema: { ...begin.schema, body: signInBody } },
    async (request, reply) => enter(door, reply, goodValue(await signIn.byPassword(request.body, fromOf(request)))),
  )

  const options = about('open', ['optionsOfPasskey', 'Sign-in', 'What a passkey is asked to sign'], passkeyOptions)
  api.post('/session/passkey/options', { ...options, ...ownPage }, async (request) => ({
    ...(await signIn.passkeyOptions(null, placeOf(request, door))),
  }))

  const passkey = about(
    'open',
    ['signInByPasskey', 'Sign-in', 'Signs in by a passkey, which is both factors'],
    sessionShape,
  )
  api.post(
    '/session/passkey',
    { ...passkey, ...ownPage, schema: { ...passkey.schema, body: passkeyBody } },
    async (request, reply) => {
      const shown = { response: request.body.response, place: placeOf(request, door) }
      return enter(door, reply, goodValue(await signIn.byPasskey(shown, fromOf(request))))
    },
  )
}
