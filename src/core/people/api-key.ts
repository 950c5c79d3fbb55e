import { SCOPES_OF_KEYS, type Scope, scopesOf } from '../permissions.ts'
import { type Checked, checkedAs, collectFaults, isText } from '../settings/faults.ts'
import { actingPermissions, type Given } from './acting-permissions.ts'
import type { Giver } from './giver.ts'

const DAY = 24 * 3_600_000

/** For how long a key is good at most, and where nothing else is said (D9). */
export const KEY_LASTS_DAYS = 365

/** After so many days without use a key is shown as one that nobody seems to need (D9). */
export const KEY_STALE_DAYS = 90

/** How many networks a key may be bound to. */
export const MOST_NETWORKS = 20

/** A key as it is wanted (D9). `networks`: addresses and networks (CIDR) it may be used from; none for everywhere. */
export type WantedKey = {
  readonly name: string
  readonly purpose: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: number
  readonly networks: readonly string[]
}

/** What must hold to make a key: a purpose, an end within a year, and no more than its maker may do (D9). */
export function checkKey(wanted: WantedKey, giver: Giver, now: number): Checked<WantedKey> {
  const faults = collectFaults()
  const allowed = giver.may === 'everything' ? SCOPES_OF_KEYS : scopesOf(giver.may)
  const scopes = SCOPES_OF_KEYS.filter((scope) => wanted.scopes.includes(scope))
  faults.need(scopes.length > 0, 'scopes', `must be some of ${SCOPES_OF_KEYS.join(', ')}`)
  const beyond = wanted.scopes.find((scope) => !SCOPES_OF_KEYS.includes(scope) || !allowed.includes(scope))
  faults.need(
    beyond === undefined,
    'scopes',
    SCOPES_OF_KEYS.some((scope) => scope === beyond)
      ? `must not hold ${beyond}: you may not do that yourself`
      : `must not hold ${beyond}: no key has that`,
  )
  faults.need(isText(wanted.name, 1, 100), 'name', 'must have 1 to 100 characters')
  faults.need(isText(wanted.purpose, 1, 200), 'purpose', 'must say in 1 to 200 characters what the key is for')
  faults.need(wanted.expiresAt > now, 'expiresAt', 'must lie in the future')
  const isShort = wanted.expiresAt <= now + KEY_LASTS_DAYS * DAY
  faults.need(isShort, 'expiresAt', `must lie within ${KEY_LASTS_DAYS} days`)
  faults.need(wanted.networks.length <= MOST_NETWORKS, 'networks', `must be at most ${MOST_NETWORKS}`)
  return checkedAs({ ...wanted, scopes }, faults)
}

/** When a key was last used, ends and was revoked; epoch ms. */
export type KeyTimes = {
  readonly createdAt: number
  readonly expiresAt: number | null
  readonly revokedAt: number | null
  readonly lastUsedAt: number | null
}

/** How a key stands. */
export const KEY_STATES = ['good', 'stale', 'expired', 'revoked'] as const
export type KeyState = (typeof KEY_STATES)[number]

/** How a key stands now: one that was not used for so long that nobody seems to need it is stale, and still good (D9). */
export function keyState({ createdAt, expiresAt, revokedAt, lastUsedAt }: KeyTimes, now: number): KeyState {
  if (revokedAt !== null) return 'revoked'
  if (expiresAt !== null && expiresAt <= now) return 'expired'
  return now - (lastUsedAt ?? createdAt) >= KEY_STALE_DAYS * DAY ? 'stale' : 'good'
}

/** What a key may do now: never what no key may, and never more than the person who answers for it may do now (D9, D12). */
export function scopesOfKey(scopes: readonly string[], owner: Given | null, now: number): readonly Scope[] {
  const ofOwner = owner && scopesOf(actingPermissions(owner, now))
  return SCOPES_OF_KEYS.filter((scope) => scopes.includes(scope) && (ofOwner === null || ofOwner.includes(scope)))
}
