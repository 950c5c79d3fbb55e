import type { MerchantId } from '#core/ids.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import { type VendorStanding, vendorStanding } from '#core/vendors/vendor-standing.ts'
import type { Deps } from './deps.ts'
import { todayOf } from './watch-vendors.ts'

/** A vendor as it stands now: what it is given, how many orders are open in its centers, and what it has not erased yet. */
export type VendorNow = {
  readonly vendor: Vendor
  readonly standing: VendorStanding
  readonly open: number
  readonly purgesOpen: number
}

/** The merchant's vendors as they stand now (U5). */
export const readVendors = (deps: Deps, merchant: MerchantId): Promise<readonly VendorNow[]> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const now = await todayOf(deps, tx)
    const open = await tx.store.openOrdersByCenter()
    const unerased = new Map((await tx.store.overdueVendors(deps.now())).map(({ vendor, orders }) => [vendor, orders]))
    return (await tx.store.listVendors()).map((vendor) => ({
      vendor,
      standing: vendorStanding(vendor, now),
      open: vendor.centers.reduce((sum, center) => sum + (open.get(center) ?? 0), 0),
      purgesOpen: unerased.get(vendor.id) ?? 0,
    }))
  })
