import type { FastifyRequest } from 'fastify'
import type { MerchantId } from '#core/ids.ts'
import type { Scope } from '#core/permissions.ts'
import type { Session } from '#sign-in/sessions.ts'

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

/** The same as the routes of sign-in need it: with the session and its token. */
export type Person = SignedIn & { readonly operator: boolean; readonly session: Session; readonly token: string }

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
    person: Person | null
  }
  interface FastifyContextConfig {
    /**
     * What this route asks for: the scope that a key or a person needs (of several all), or `open`: nothing. For people only: `session`
     * (signed in, however far), `person` (signed in), `member` (of the merchant), `operator`. A route without it answers nobody.
     */
    scope?: Scope | readonly Scope[] | 'open' | 'session' | 'person' | 'member' | 'operator'
    /** True for what a page asks by itself: it does not prolong the session (U6). */
    quiet?: true
    /** True for what answers with a secret that is shown once: no answer of it is kept. */
    tellsSecret?: true
  }
}

/** Who sent a request that the guard let in. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new Error('A route without a scope was reached.')
  return request.caller
}

/** The person who sent a request to a route for people. */
export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Error('A route for people was reached by nobody.')
  return request.person
}

/** The name under which a caller's changes are noted. */
export const nameOf = ({ by }: Caller): string => (by.kind === 'key' ? `API key ${by.keyId}` : by.user.email)
