import type { Scope } from '../permissions.ts'
import { failed, ok, type Result } from '../problems.ts'
import { isFresh } from '../sign-in/session-ends.ts'
import type { RevealPurpose } from './purposes.ts'
import { type RevealWay, SCOPE_OF } from './reveal-ways.ts'

/** The right to open buyer data once. Only this file can make one: without it nothing masked opens (U3). */
class Grant {
  /** A name that no other object can bear: what looks like a grant is none. */
  readonly #made = true
  readonly way: RevealWay | 'seal'
  readonly purpose: RevealPurpose | null

  constructor(way: RevealWay | 'seal', purpose: RevealPurpose | null) {
    this.way = way
    this.purpose = purpose
  }

  static isOne(value: unknown): boolean {
    return typeof value === 'object' && value !== null && #made in value
  }
}
export type PiiGrant = Grant

/** True for what was made here, whatever its type claims. */
export const isGrant = (value: unknown): boolean => Grant.isOne(value)

/** For the vault alone, which must read what it seals. */
export const sealingGrant = (): PiiGrant => new Grant('seal', null)

/** Who wants to see buyer data: a person with the permissions of this moment, or a key. `secondFactorAt` in epoch ms. */
export type Viewer =
  | { readonly kind: 'key'; readonly keyId: string }
  | {
      readonly kind: 'user'
      readonly userId: string
      readonly email: string
      readonly sessionId: string
      readonly secondFactorAt: number | null
      readonly scopes: readonly Scope[]
    }

/** A person among them. */
export type Person = Extract<Viewer, { kind: 'user' }>

/** What is asked, and what is known of it; instants in epoch ms. */
export type Asked = {
  readonly viewer: Viewer
  readonly way: RevealWay
  readonly purpose: RevealPurpose
  /** Where what is kept of each order came from; null: it was purged, or never held any. */
  readonly origins: readonly (string | null)[]
  /** Orders that this person opened within the last 24 hours in this way, with those asked for now; and how many are allowed. */
  readonly opened: number
  readonly allowed: number
  /** True when a shipping run of this session covers every order asked for. */
  readonly coveredByRun: boolean
  readonly now: number
}

/** Whether buyer data may be opened: permission, purpose, second factor, quota; the first that fails is told (U2, U3). */
export function decideGrant(asked: Asked): Result<PiiGrant> {
  const { viewer, way, purpose } = asked
  if (viewer.kind === 'key') return failed('buyer-only-for-people')
  const scope = SCOPE_OF[way]
  if (!viewer.scopes.includes(scope)) return failed('buyer-not-permitted', { scope })
  const gone = asked.origins.filter((origin) => origin === null).length
  if (gone > 0) return failed('buyer-gone', { count: gone })
  // What Amazon did not lend is bound by the permission alone (U4).
  const bound = asked.origins.some((origin) => origin === 'amazon')
  const byRun = asked.coveredByRun && purpose === 'ship' && (way === 'run' || way === 'print')
  if (way === 'run' && !byRun) return failed('shipping-run-closed')
  if (bound && !byRun && !isFresh(viewer.secondFactorAt, asked.now)) return failed('second-factor-needed')
  if (bound && !byRun && asked.opened > asked.allowed) return failed('reveal-quota', { allowed: asked.allowed })
  return ok(new Grant(way, purpose))
}
