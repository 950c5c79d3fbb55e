import type { MerchantId } from '#core/ids.ts'
import type { HealthFinding } from '#core/notifications/messages.ts'
import type { Vendor } from '#core/vendors/vendor.ts'
import { lapseOf, type VendorStanding, vendorStanding } from '#core/vendors/vendor-standing.ts'
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

/** For how many days before its end a vendor's due diligence stands in the daily mail. */
const TOLD_BEFORE = 30

/** Vendors whose due diligence ends soon: from that day on their orders wait (D48). */
export const lapsingVendors = (deps: Deps, merchant: MerchantId): Promise<readonly HealthFinding[]> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const now = await todayOf(deps, tx)
    return (await tx.store.listVendors()).flatMap((vendor) => {
      const lapse = lapseOf(vendor, now)
      if (lapse === null || lapse.days > TOLD_BEFORE) return []
      const says = `The due diligence of the vendor ${vendor.id} is good until ${lapse.on} (in days: ${lapse.days}); then its orders wait`
      return [{ says, look: 'vendor list' }]
    })
  })
