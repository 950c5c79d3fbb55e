import type { FastifyReply } from 'fastify'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import {
  codeBody,
  factors,
  factorsChanged,
  newPasskeyBody,
  newSeed,
  passkeyOptions,
  passkeyParams,
} from '#contract/sign-in.ts'
import type { Result } from '#core/problems.ts'
import type { FactorsChanged } from '#sign-in/set-up-factors.ts'
import type { Door } from '../admit-person.ts'
import { type Api, about } from '../api.ts'
import { personOf } from '../guard.ts'
import { goodValue } from '../refusal.ts'
import { enter, fromOf, placeOf } from '../session-view.ts'

/** A person's second factors. Whoever has none yet sets one up; everybody else must just have shown one (D17). */
export function factorRoutes(api: Api, door: Door): void {
  const { signIn } = door
  const done = doneWith(door)
  passkeyRoutes(api, door)
  const get = about('person', ['readFactors', 'Sign-in', 'Your second factors'], factors)
  api.get('/account/factors', get, async (request) => {
    const { totpSince, passkeys, recoveryCodesLeft } = await signIn.factors(personOf(request).userId)
    const written = passkeys.map(({ createdAt, lastUsedAt, ...rest }) => ({
      ...rest,
      createdAt: writeInstant(createdAt),
      lastUsedAt: writeInstantOrNull(lastUsedAt),
    }))
    return { app: writeInstantOrNull(totpSince), passkeys: written, recoveryCodesLeft }
  })

  const begin = about('session', ['beginAuthenticatorApp', 'Sign-in', 'A new seed for an authenticator app'], newSeed)
  api.post('/account/app', begin, async (request) => goodValue(await signIn.beginApp(personOf(request).session)))

  const confirm = about(
    'session',
    ['confirmAuthenticatorApp', 'Sign-in', 'Takes the app into use by its first code'],
    factorsChanged,
  )
  api.post(
    '/account/app/confirm',
    { ...confirm, schema: { ...confirm.schema, body: codeBody } },
    async (request, reply) => {
      const shown = { code: request.body.code, from: fromOf(request) }
      return done(reply, await signIn.confirmApp(personOf(request).session, shown))
    },
  )

  const remove = about('person', ['removeAuthenticatorApp', 'Sign-in', 'Forgets the authenticator app'], factorsChanged)
  api.delete('/account/app', remove, async (request, reply) =>
    done(reply, await signIn.removeFactor(personOf(request).session, { passkeyId: null, from: fromOf(request) })),
  )

  const codes = about(
    'person',
    ['renewRecoveryCodes', 'Sign-in', 'Ten new recovery codes instead of the ones before'],
    factorsChanged,
  )
  api.post('/account/recovery-codes', codes, async (request, reply) =>
    done(reply, await signIn.renewRecoveryCodes(personOf(request).session, fromOf(request))),
  )
}

/** Writes what changed, and gives the browser its session's new token. */
const doneWith = (door: Door) => async (reply: FastifyReply, result: Result<FactorsChanged>) => {
  const { token, recoveryCodes } = goodValue(result)
  return { recoveryCodes: recoveryCodes === null ? null : [...recoveryCodes], session: await enter(door, reply, token) }
}

function passkeyRoutes(api: Api, door: Door): void {
  const { signIn } = door
  const done = doneWith(door)
  const options = about(
    'session',
    ['optionsOfNewPasskey', 'Sign-in', 'What a browser needs to make a passkey'],
    passkeyOptions,
  )
  api.post('/account/passkeys/options', options, async (request) => ({
    ...goodValue(await signIn.beginPasskey(personOf(request).session, placeOf(request, door))),
  }))

  const add = about('session', ['addPasskey', 'Sign-in', 'Keeps the passkey that the browser made'], factorsChanged)
  api.post('/account/passkeys', { ...add, schema: { ...add.schema, body: newPasskeyBody } }, async (request, reply) => {
    const made = { ...request.body, place: placeOf(request, door), from: fromOf(request) }
    return done(reply, await signIn.addPasskey(personOf(request).session, made))
  })

  const forget = about('person', ['removePasskey', 'Sign-in', 'Forgets a passkey'], factorsChanged)
  api.delete(
    '/account/passkeys/:passkeyId',
    { ...forget, schema: { ...forget.schema, params: passkeyParams } },
    async (request, reply) => {
      const { passkeyId } = request.params
      return done(reply, await signIn.removeFactor(personOf(request).session, { passkeyId, from: fromOf(request) }))
    },
  )
}
