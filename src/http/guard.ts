import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { MerchantId } from '#core/ids.ts'
import type { Scope } from '#core/permissions.ts'
import type { Deps } from '#flows/deps.ts'
import { admitKey } from './admit-key.ts'

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
    request.caller = await admitKey(deps, request, scope)
  })
}

/** Who sent a request that the guard let in. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('A route without a scope was reached.')
  return request.caller
}

/** The name under which a caller's changes are noted. */
export const nameOf = ({ by }: Caller): string => (by.kind === 'key' ? `API key ${by.keyId}` : by.user.email)
