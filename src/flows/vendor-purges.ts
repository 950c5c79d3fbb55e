import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { VendorPurge } from '#store/handovers.ts'
import type { Deps } from './deps.ts'
import { atDoor } from './hand-to-vendor.ts'
import { watchVendors } from './watch-vendors.ts'

/** What the vendor to whom a key belongs must erase: ours is gone (U5). A vendor that is given nothing any more is told all the same. */
export const listVendorPurges = (
  deps: Deps,
  merchant: MerchantId,
  { keyId, after, limit }: { readonly keyId: string; readonly after: number; readonly limit: number },
): Promise<Result<readonly VendorPurge[]>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const found = await atDoor(deps, tx, keyId)
    if (!found.ok) return found
    return ok(await tx.store.vendorPurges({ vendor: found.value.vendor.id, after, limit }))
  })

/** The vendor says that it erased the address of an order (U5). */
export const acknowledgeVendorPurge = (
  deps: Deps,
  merchant: MerchantId,
  { keyId, orderId }: { readonly keyId: string; readonly orderId: number },
): Promise<Result<null>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const found = await atDoor(deps, tx, keyId)
    if (!found.ok) return found
    const { vendor, who } = found.value
    const at = deps.now()
    if (!(await tx.store.acknowledgePurge({ vendor: vendor.id, orderId, at })))
      return failed('not-found', { what: `address of order [${orderId}] that is to be erased` })
    const event = { orderId, kind: 'vendor.purged', facts: { vendor: vendor.id } }
    await tx.store.addOrderEvents({ events: [event], who, at })
    await watchVendors(deps, tx)
    return ok(null)
  })
