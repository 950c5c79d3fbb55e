import type { CenterCode } from '../ids.ts'

/**
 * How a vendor that runs a center comes to know where an order goes (U5). `own-approval`: Amazon approved the company, so it gets the order
 * id and asks Amazon itself. `complete-record`: it gets the address, while its record is complete. `our-label`: our people print the
 * label, and it gets what to pack and nothing of the buyer.
 */
export const VENDOR_MODES = ['own-approval', 'complete-record', 'our-label'] as const
export type VendorMode = (typeof VENDOR_MODES)[number]

/** A company that runs distribution centers for the merchant, and what Amazon's policy wants known of it (U5, D48). Days as `YYYY-MM-DD`. */
export type Vendor = {
  readonly id: string
  readonly company: string
  /** What it does for the merchant. */
  readonly purpose: string
  readonly mode: VendorMode
  /** The centers that it runs. */
  readonly centers: readonly CenterCode[]
  /** Since when it has Amazon's own approval. */
  readonly approvedOn: string | null
  readonly contractOn: string | null
  /** The last due diligence; it is good for a year. */
  readonly checkedOn: string | null
  /** Whom to tell there of a breach. */
  readonly securityContact: string | null
  /** After how many days it erases addresses. */
  readonly retentionDays: number | null
  /** Who consented for the seller, and when. */
  readonly consent: { readonly by: string; readonly on: string } | null
}

/** Most vendors of one merchant. */
export const MOST_VENDORS = 50
