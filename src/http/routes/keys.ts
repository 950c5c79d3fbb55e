import { apiKey, keyBody, keyParams, madeKey, writeKey } from '#contract/keys.ts'
import { listOf, writeInstant } from '#contract/parts.ts'
import { KEY_LASTS_DAYS } from '#core/people/api-key.ts'
import type { Deps } from '#flows/deps.ts'
import { makeKey, revokeKey } from '#flows/make-api-key.ts'
import { type Api, about } from '../api.ts'
import { askerOf } from '../asker.ts'
import { callerOf } from '../guard.ts'
import { checkedValue, foundValue, goodValue } from '../refusal.ts'

const DAY = 24 * 3_600_000

/** Keys of the REST API (X1, D9). */
export function keyRoutes(api: Api, deps: Deps): void {
  const list = about('users:read', ['listKeys', 'Keys', 'All keys, without the keys themselves'], listOf(apiKey))
  api.get('/keys', list, async (request) => {
    const keys = await deps.deployment.listApiKeys(callerOf(request).merchant)
    return { rows: keys.map((key) => writeKey(key, deps.now())) }
  })

  const make = about('users:write', ['makeKey', 'Keys', 'Makes a key; it is shown once'], madeKey)
  api.post('/keys', { ...make, schema: { ...make.schema, body: keyBody } }, async (request) => {
    const { expiresAt, ...rest } = request.body
    const wanted = {
      ...rest,
      expiresAt: expiresAt === undefined ? deps.now() + KEY_LASTS_DAYS * DAY : Date.parse(expiresAt),
    }
    const made = await makeKey(deps, callerOf(request).merchant, { asker: askerOf(request, deps), wanted })
    const { keyId, key, scopes, expiresAt: ends } = checkedValue(made)
    return { keyId, key, scopes: [...scopes], expiresAt: writeInstant(ends) }
  })

  const revoke = about('users:write', ['revokeKey', 'Keys', 'Ends a key at once'], apiKey)
  api.delete('/keys/:keyId', { ...revoke, schema: { ...revoke.schema, params: keyParams } }, async (request) => {
    const { merchant } = callerOf(request)
    const keyId = goodValue(
      await revokeKey(deps, merchant, { asker: askerOf(request, deps), keyId: request.params.keyId }),
    )
    const keys = await deps.deployment.listApiKeys(merchant)
    const found = keys.find((key) => key.keyId === keyId)
    return writeKey(foundValue(found, `API key [${keyId}]`), deps.now())
  })
}
