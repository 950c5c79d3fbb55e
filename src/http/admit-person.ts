import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import type { MerchantId } from '#core/ids.ts'
import { actingPermissions } from '#core/people/acting-permissions.ts'
import { ALL_PERMISSIONS, PERMISSIONS, type Scope, scopesOf } from '#core/permissions.ts'
import { STAGE_SENTENCES, stageOf } from '#core/sign-in/session-stage.ts'
import type { Deps } from '#flows/deps.ts'
import type { SignIn } from '#sign-in/sign-in.ts'
import type { Caller, Person } from './guard.ts'
import { Refusal } from './refusal.ts'
import { needCsrf, needOwnPage, tokenIn } from './session-cookie.ts'

/** What is needed to know a person by a session's cookie. */
export type Door = { readonly deps: Deps; readonly signIn: SignIn }

type Asked = FastifyContextConfig['scope']

/** Who was let in: the person, and for which merchant, where the route is about one. */
export type Admitted = { readonly person: Person; readonly caller: Caller | null }

/** True for a route that only people can ask, not programs. */
export const isForPeople = (scope: Asked): scope is 'session' | 'person' | 'member' | 'operator' =>
  scope === 'session' || scope === 'person' || scope === 'member' || scope === 'operator'

/** What a page asks while nobody touches it prolongs no session: an unattended screen signs itself out (U6). */
const isByItself = (request: FastifyRequest): boolean =>
  request.routeOptions.config.quiet === true || request.headers['millrace-idle'] === '1'

/** Lets a person in who is signed in and may do what the route does; what they may is read at each request, so a removal works at once (U6, D12). */
export async function admitPerson(door: Door, request: FastifyRequest, scope: Asked): Promise<Admitted> {
  const { publicUrl } = door.deps.mails
  const token = tokenIn(request, publicUrl)
  if (token === null) throw refuse(401, 'Sign in first.')
  const session = await door.signIn.find(token, { quiet: isByItself(request) })
  if (session === null) throw refuse(401, 'You are not signed in any more. Sign in again.')
  if (session === 'over') throw refuse(401, 'Your session has ended. Sign in again.')
  needOwnPage(request, publicUrl)
  needCsrf(request, token)
  const { userId, email, sessionId, secondFactorAt, operator } = session
  const person = { userId, email, sessionId, secondFactorAt, operator, session, token }
  if (scope === 'session') return { person, caller: null }
  const stage = stageOf(session, door.deps.now())
  if (stage !== 'ready') throw refuse(403, STAGE_SENTENCES[stage])
  if (scope === 'person') return { person, caller: null }
  if (scope === 'operator') {
    if (!operator) throw refuse(403, 'Only operators of this deployment may do this.')
    return { person, caller: null }
  }
  return { person, caller: await callerFor(door, request, { person, scope }) }
}

async function callerFor(
  { deps }: Door,
  request: FastifyRequest,
  { person, scope }: { person: Person; scope: Asked },
): Promise<Caller> {
  const asked = request.headers['millrace-merchant'] ?? person.session.merchantId
  if (asked === null) throw refuse(403, 'You work for no merchant.')
  const merchant = String(asked) as MerchantId
  const given = /^[A-Z]{5}$/.test(merchant)
    ? await deps.deployment.findMembership({ merchant, userId: person.userId })
    : null
  if (!given) throw new Refusal({ status: 404, title: 'Not found', detail: 'There is no such merchant.' })
  if ((await deps.deployment.findMerchant(merchant))?.suspendedAt != null)
    throw refuse(403, 'This merchant is suspended by the operator.')
  const scopes = scopesOf(actingPermissions(given, deps.now()))
  if (scope === undefined) throw refuse(403, 'Nobody may do this.')
  const needed = scope === 'member' ? [] : ([scope].flat() as Scope[])
  const missing = needed.find((each) => !scopes.includes(each))
  if (missing !== undefined) throw refuse(403, `This needs the permission ${whatGives(missing)}.`)
  return { merchant, scopes, by: { kind: 'user', user: person } }
}

/** The permissions that give a scope, as people know them. */
const whatGives = (scope: Scope): string =>
  ALL_PERMISSIONS.filter((each) => (PERMISSIONS[each] as readonly Scope[]).includes(scope))
    .map((name) => `"${name}"`)
    .join(' or ')

const refuse = (status: 401 | 403, detail: string): Refusal =>
  new Refusal({ status, title: status === 401 ? 'Not signed in' : 'Not allowed', detail })
