import type { FastifyRequest } from 'fastify'
import type { Asker } from '#core/people/giver.ts'
import { problem } from '#core/problems.ts'
import { isFresh } from '#core/sign-in/session-ends.ts'
import type { Deps } from '#flows/deps.ts'
import { callerOf } from './guard.ts'
import { goodValue } from './refusal.ts'

/** The person who asks for a change that only people make; a key is refused (U1). */
export function askerOf(request: FastifyRequest, deps: Deps): Asker {
  const { by } = callerOf(request)
  if (by.kind === 'key') return goodValue({ ok: false, problem: problem('person-needed') })
  const { email, userId, secondFactorAt } = by.user
  return { name: email, userId, fresh: isFresh(secondFactorAt, deps.now()) }
}
