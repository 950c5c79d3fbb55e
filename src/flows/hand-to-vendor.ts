import type { MerchantId } from '#core/ids.ts'
import type { ShipTo } from '#core/pii/buyer.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import { type VendorStanding, vendorStanding } from '#core/vendors/vendor-standing.ts'
import type { VendorOrder } from '#store/vendors.ts'
import type { Deps, Tx } from './deps.ts'
import { todayOf, waitOf } from './watch-vendors.ts'

/** A vendor at its own door: the key it came with, what it is, and what it is given now. */
type AtDoor = { readonly vendor: Vendor; readonly standing: VendorStanding; readonly who: string }

/** An order as it is handed to a vendor; what the vendor may not know is null (U5). */
export type HandedOrder = {
  readonly orderId: number | null
  readonly amazonOrderId: string | null
  readonly shipBy: number | null
  readonly methodId: string | null
  readonly lines: VendorOrder['lines']
  /** The address alone: no e-mail address, no telephone number, no message. */
  readonly shipTo: ShipTo | null
}

/** The orders that wait in the centers of the vendor to whom a key belongs; nobody's address is among it (U5). */
export const listForVendor = (
  deps: Deps,
  merchant: MerchantId,
  { keyId, after, limit }: { readonly keyId: string; readonly after: number; readonly limit: number },
): Promise<Result<readonly { readonly key: number; readonly order: HandedOrder }[]>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const found = await atDoor(deps, tx, keyId)
    if (!found.ok) return found
    const { vendor, standing } = found.value
    if (standing.gives === 'nothing') return ok([])
    const orders = await tx.store.ordersOfCenters({ centers: vendor.centers, after, limit })
    return ok(orders.map((order) => ({ key: order.orderId, order: withoutAddress(order, standing) })))
  })

function withoutAddress(order: VendorOrder, { gives }: VendorStanding): HandedOrder {
  const { orderId, amazonOrderId, shipBy, methodId, lines } = order
  const nothing = { orderId: null, amazonOrderId: null, shipBy: null, methodId: null, lines: [], shipTo: null }
  if (gives === 'order-id') return { ...nothing, amazonOrderId }
  if (gives === 'print-job') return { ...nothing, orderId, lines }
  return { orderId, amazonOrderId, shipBy, methodId, lines, shipTo: null }
}

/**
 * Hands the address of one order to the vendor that runs its center, where its record is complete at this moment. Each time is a row of
 * its own in the audit, in the same transaction (U3, U5).
 */
export const handToVendor = (
  deps: Deps,
  merchant: MerchantId,
  { keyId, orderId }: { readonly keyId: string; readonly orderId: number },
): Promise<Result<HandedOrder>> =>
  deps.transaction(merchant, { vault: 'reveal' }, async (tx): Promise<Result<HandedOrder>> => {
    const found = await atDoor(deps, tx, keyId)
    if (!found.ok) return found
    const { vendor, standing, who } = found.value
    const wish = { centers: vendor.centers, after: 0, limit: 1, order: orderId }
    const [order] = await tx.store.ordersOfCenters(wish)
    if (!order) return failed('not-found', { what: `order [${orderId}] for this vendor` })
    if (standing.gives === 'nothing') {
      const about = { ...(await todayOf(deps, tx)), center: order.center, orders: 1 }
      const wait = waitOf(vendor, about)
      return wait ? { ok: false, problem: wait } : failed('not-found', { what: `order [${orderId}] for this vendor` })
    }
    const told = withoutAddress(order, standing)
    if (standing.gives !== 'address') return ok(told)
    const kept = (await tx.vault.openBuyers([orderId])).get(orderId)
    if (!kept) return failed('buyer-gone', { count: 1 })
    const at = deps.now()
    // A purge that came in between leaves nothing to hand over.
    if (!(await tx.store.noteHandover({ orderId, vendor: vendor.id, at }))) return failed('buyer-gone', { count: 1 })
    tx.audit.note({ at, act: 'handed-over', who, orders: [orderId], purpose: 'ship', facts: { vendor: vendor.id } })
    return ok({ ...told, shipTo: deps.amazon.readBuyer(kept).shipTo })
  })

/** The vendor to whom a key belongs, with what it is given now. */
export async function atDoor(deps: Deps, tx: Tx, keyId: string): Promise<Result<AtDoor>> {
  const id = await tx.store.vendorOfKey(keyId)
  const vendor = (await tx.store.listVendors()).find((each) => each.id === id)
  if (!vendor) return failed('vendor-key-unbound')
  return ok({ vendor, standing: vendorStanding(vendor, await todayOf(deps, tx)), who: `API key ${keyId}` })
}
