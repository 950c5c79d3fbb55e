import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { MerchantId } from '#core/ids.ts'
import { SCOPES, type Scope } from '#core/permissions.ts'
import type { Deps } from '#flows/deps.ts'
import { hashOfKey, keyInHeader } from './api-key.ts'
import { Refusal } from './refusal.ts'

/** Who sends a request, for which merchant: a program with a key, or a person who is signed in (X1, U1). */
export type Caller = {
  readonly merchant: MerchantId
  readonly scopes: readonly Scope[]
  readonly by: { readonly kind: 'key'; readonly keyId: string } | { readonly kind: 'user'; readonly user: SignedIn }
}

/** A person who is signed in. `secondFactorAt`: when the second factor was last shown, epoch ms; null: not in this session (U3). */
export type SignedIn = {
  readonly userId: string
  readonly email: string
  readonly sessionId: string
  readonly secondFactorAt: number | null
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
  interface FastifyContextConfig {
    /** The scope that a key needs for this route (of several all), or `open`: no key is asked for. A route without it answers nobody. */
    scope?: Scope | readonly Scope[] | 'open'
  }
}

/** Lets a request in only with a key that may do what the route does, before its body is read (X1). */
export function guard(app: FastifyInstance, deps: Deps): void {
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request) => {
    const { scope } = request.routeOptions.config
    if (scope === 'open' || request.is404) return
    request.caller = await admit(deps, request, scope)
  })
}

async function admit(
  deps: Deps,
  request: FastifyRequest,
  scope: Scope | readonly Scope[] | undefined,
): Promise<Caller> {
  const key = keyInHeader(request.headers.authorization)
  if (key === null) {
    const form = 'Send an API key with each request, as the header "Authorization: Bearer mr_...".'
    throw refuse(401, request.headers.authorization ? `The Authorization header holds no API key. ${form}` : form)
  }
  const now = deps.now()
  const found = await deps.deployment.findApiKey(hashOfKey(key), now)
  if (!found) throw refuse(401, 'This API key is not known.')
  if (found.revokedAt !== null) throw refuse(401, 'This API key was revoked. Ask for a new one.')
  if (found.expiresAt !== null && found.expiresAt <= now)
    throw refuse(401, 'This API key has expired. Ask for a new one.')
  if (found.merchantSuspended) throw refuse(403, 'This merchant is suspended by the operator.')
  const missing = scope === undefined ? 'for this address' : [scope].flat().find((each) => !found.scopes.includes(each))
  if (missing !== undefined) throw refuse(403, `This API key lacks the scope ${missing}.`)
  return {
    merchant: found.merchantId,
    scopes: SCOPES.filter((each) => found.scopes.includes(each)),
    by: { kind: 'key', keyId: found.keyId },
  }
}

const refuse = (status: 401 | 403, detail: string): Refusal =>
  new Refusal({ status, title: status === 401 ? 'Not signed in' : 'Not allowed', detail })

/** Who sent a request that the guard let in. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('A route without a scope was reached.')
  return request.caller
}

/** The name under which a caller's changes are noted. */
export const nameOf = ({ by }: Caller): string => (by.kind === 'key' ? `API key ${by.keyId}` : by.user.email)
