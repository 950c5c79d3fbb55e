import type { FastifyInstance } from 'fastify'
import type { Deps } from '#flows/deps.ts'
import { admitKey } from './admit-key.ts'
import { admitPerson, isForPeople } from './admit-person.ts'
import type { AppOptions } from './api.ts'
import { keyLimiter } from './limit-keys.ts'
import { tokenIn } from './session-cookie.ts'

/** Lets a request in only with a key or a session that may do what the route does, before its body is read (X1, U6). */
export function admit(
  app: FastifyInstance,
  deps: Deps,
  { signIn, keyLimit }: Pick<AppOptions, 'signIn' | 'keyLimit'>,
): void {
  const countRequest = keyLimiter(deps, keyLimit)
  app.decorateRequest('caller', null)
  app.decorateRequest('person', null)
  app.addHook('onRequest', async (request, reply) => {
    const { scope } = request.routeOptions.config
    if (scope === 'open' || request.is404) return
    const hasKey = request.headers.authorization !== undefined
    const hasSession = signIn !== undefined && !hasKey && tokenIn(request, deps.mails.publicUrl) !== null
    if (signIn && (hasSession || (isForPeople(scope) && !hasKey))) {
      const admitted = await admitPerson({ deps, signIn }, request, scope)
      request.person = admitted.person
      request.caller = admitted.caller
      return
    }
    request.caller = await admitKey(deps, request, isForPeople(scope) ? undefined : scope)
    if (request.caller.by.kind === 'key') await countRequest(request.caller.by.keyId, reply)
  })
}
