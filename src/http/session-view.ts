import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { writeInstant, writeInstantOrNull } from '#contract/parts.ts'
import type { session as sessionShape } from '#contract/sign-in.ts'
import { actingPermissions } from '#core/people/acting-permissions.ts'
import { agentOf } from '#core/sign-in/network.ts'
import { endsAt, FACTOR_FRESH } from '#core/sign-in/session-ends.ts'
import { stageOf } from '#core/sign-in/session-stage.ts'
import type { From } from '#sign-in/parts.ts'
import type { Place } from '#sign-in/passkeys.ts'
import { csrfOf } from '#sign-in/secret.ts'
import type { Session } from '#sign-in/sessions.ts'
import type { Door } from './admit-person.ts'
import { Refusal } from './refusal.ts'
import { originOf, setToken } from './session-cookie.ts'

/** From where a request comes, as it is kept in sessions and the history. */
export const fromOf = (request: FastifyRequest): From => ({
  address: request.ip,
  agent: agentOf(request.headers['user-agent']),
})

/** Where passkeys are good for whoever asks. */
export function placeOf(request: FastifyRequest, { deps }: Door): Place {
  const origin = originOf(request, deps.mails.publicUrl)
  if (origin !== null) return { origin }
  throw new Refusal({
    status: 403,
    title: 'Not allowed',
    detail: 'Passkeys need the public address (MILLRACE_PUBLIC_URL).',
  })
}

/** Writes a session for its page; what may be done is left out while something else is asked for first. */
export async function viewOf({ deps }: Door, session: Session, token: string): Promise<z.output<typeof sessionShape>> {
  const now = deps.now()
  const stage = stageOf(session, now)
  const merchants = stage === 'ready' ? await deps.deployment.merchantsOfUser(session.userId) : []
  const chosen = merchants.find(({ merchantId }) => merchantId === session.merchantId)?.merchantId ?? null
  const given =
    chosen === null ? null : await deps.deployment.findMembership({ merchant: chosen, userId: session.userId })
  const { secondFactorAt } = session
  return {
    stage,
    email: session.email,
    name: session.name,
    operator: session.operator,
    merchant: chosen,
    merchants: merchants.map(({ merchantId, ...rest }) => ({ merchant: merchantId, ...rest })),
    permissions: given ? [...actingPermissions(given, now)] : [],
    secondFactorAt: writeInstantOrNull(secondFactorAt),
    freshUntil: writeInstantOrNull(secondFactorAt === null ? null : secondFactorAt + FACTOR_FRESH),
    endsAt: writeInstant(endsAt({ ...session, lastUsedAt: now })),
    csrf: csrfOf(token),
  }
}

/** Gives the browser a new token and tells of the session that it opens. */
export async function enter(door: Door, reply: FastifyReply, token: string): Promise<z.output<typeof sessionShape>> {
  const session = await door.signIn.find(token)
  if (session === null || session === 'over') throw new Error('A session that was just opened was not found.')
  setToken(reply, token, door.deps.mails.publicUrl)
  return viewOf(door, session, token)
}
