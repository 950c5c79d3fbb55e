import type { MerchantId } from '#core/ids.ts'
import { SCOPES_OF_KEYS } from '#core/permissions.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { isText } from '#core/settings/faults.ts'
import type { Deps } from '#flows/deps.ts'
import { makeApiKey } from '#http/api-key.ts'

/** A key as it is wanted: `all` stands for every scope, no expiry for a key that is good until it is revoked. */
export type WantedKey = {
  readonly merchant: MerchantId
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: number | null
}

/** A new key; `key` is shown once and kept nowhere. */
export type NewKey = { readonly keyId: string; readonly key: string; readonly scopes: readonly string[] }

/** Makes a key of the REST API and keeps its hash (X1). */
export async function createKey(deps: Deps, wanted: WantedKey): Promise<Result<NewKey>> {
  const scopes = wanted.scopes.includes('all')
    ? SCOPES_OF_KEYS
    : SCOPES_OF_KEYS.filter((scope) => wanted.scopes.includes(scope))
  const unknown = wanted.scopes.find((scope) => scope !== 'all' && !SCOPES_OF_KEYS.some((known) => known === scope))
  if (unknown !== undefined || scopes.length === 0)
    return failed('not-valid', { field: 'scopes', why: `must be all, or some of ${SCOPES_OF_KEYS.join(', ')}` })
  if (!isText(wanted.name, 1, 100)) return failed('not-valid', { field: 'name', why: 'must have 1 to 100 characters' })
  if (wanted.expiresAt !== null && wanted.expiresAt <= deps.now())
    return failed('not-valid', { field: 'expires', why: 'must lie in the future' })
  const { keyId, key, hash } = makeApiKey()
  await deps.deployment.addApiKey({
    hash,
    keyId,
    merchantId: wanted.merchant,
    name: wanted.name,
    scopes,
    createdAt: deps.now(),
    expiresAt: wanted.expiresAt,
  })
  return ok({ keyId, key, scopes })
}
