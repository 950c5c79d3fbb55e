import type { MerchantId } from '#core/ids.ts'
import type { Asker } from '#core/people/giver.ts'
import { failed, ok, problem, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { type MadeKey, makeKey } from './make-api-key.ts'

const DAY = 24 * 3_600_000
const LASTS = 365 * DAY

/** The key that is wanted for a vendor. */
export type WantedVendorKey = {
  readonly vendor: string
  readonly asker: Asker
  readonly networks: readonly string[]
}

/** Makes a key with which a vendor's program sees the orders of its centers and nothing else (U5). */
export async function makeVendorKey(
  deps: Deps,
  merchant: MerchantId,
  { vendor, asker, networks }: WantedVendorKey,
): Promise<Result<MadeKey>> {
  const known = await deps.transaction(merchant, 'app', (tx) => tx.store.listVendors())
  const found = known.find(({ id }) => id === vendor)
  if (!found) return failed('not-found', { what: `vendor [${vendor}]` })
  const name = `Vendor ${found.id}`
  const wanted = { name, purpose: `Orders for ${found.company}`, networks, expiresAt: deps.now() + LASTS }
  const made = await makeKey(deps, merchant, { asker, wanted: { ...wanted, scopes: ['vendor:orders'] } })
  if (!made.ok)
    return { ok: false, problem: made.problems[0] ?? problem('not-valid', { field: 'key', why: 'cannot be made' }) }
  // Until it is given to the vendor a key with this scope opens nothing.
  await deps.transaction(merchant, 'app', (tx) => tx.store.giveKeyToVendor({ keyId: made.value.keyId, vendor }))
  return ok(made.value)
}
