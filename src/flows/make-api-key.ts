import type { MerchantId } from '#core/ids.ts'
import { checkKey, type WantedKey } from '#core/people/api-key.ts'
import type { Asker } from '#core/people/giver.ts'
import type { Scope } from '#core/permissions.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import { type Checked, refused } from '#core/settings/faults.ts'
import { admitGiver } from './change-people.ts'
import type { Deps } from './deps.ts'

/** A new key; `key` is shown once and kept nowhere. */
export type MadeKey = WantedKey & { readonly keyId: string; readonly key: string; readonly scopes: readonly Scope[] }

/**
 * Makes a key of the REST API and keeps its hash (X1, D9). Whoever makes it answers for it: it ends with that person's access, and does no more
 * than that person may do at the moment. For a key made at the command line the operator answers.
 */
export async function makeKey(
  deps: Deps,
  merchant: MerchantId,
  { asker, wanted }: { readonly asker: Asker; readonly wanted: WantedKey },
): Promise<Checked<MadeKey>> {
  const keyId = deps.fingerprint(deps.newSecret().secret).slice(0, 12)
  const { secret: key, hash } = deps.newSecret(`mr_${keyId}_`)
  return deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const giver = await admitGiver(tx, asker, at)
    if (!giver.ok) return refused(giver)
    if (!asker.fresh) return refused(failed('second-factor-needed'))
    const checked = checkKey(wanted, giver.value, at)
    if (!checked.ok) return checked
    const owner = { ownerId: asker.userId, createdBy: asker.name, createdAt: at }
    await tx.store.saveApiKey({ ...checked.value, ...owner, keyId, hash })
    const { name, scopes, networks } = checked.value
    tx.noteAct({
      at,
      act: 'api-key-made',
      who: asker.name,
      about: `${keyId} ${name}`,
      merchant,
      facts: { scopes, networks },
    })
    return { ok: true, value: { ...checked.value, keyId, key } }
  })
}

/** Ends a key at once (D9, D12). */
export const revokeKey = (
  deps: Deps,
  merchant: MerchantId,
  { asker, keyId }: { readonly asker: Asker; readonly keyId: string },
): Promise<Result<string>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const at = deps.now()
    const giver = await admitGiver(tx, asker, at)
    if (!giver.ok) return giver
    const known = (await tx.store.apiKeysOf()).some((each) => each.keyId === keyId)
    if (!known) return failed('not-found', { what: `API key [${keyId}]` })
    const ended = await tx.store.endApiKeys({ keyId, at })
    if (ended.length > 0) tx.noteAct({ at, act: 'api-key-revoked', who: asker.name, about: keyId, merchant })
    return ok(keyId)
  })
