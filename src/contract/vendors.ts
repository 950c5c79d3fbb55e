import { z } from 'zod'
import type { ShipTo } from '#core/pii/buyer.ts'
import { MOST_VENDORS, VENDOR_MODES, type Vendor } from '#core/vendors/vendor.ts'
import type { VendorStanding } from '#core/vendors/vendor-standing.ts'
import { instant, pageQuery, text, whole, writeInstant, writeInstantOrNull } from './parts.ts'
import { centerCode } from './stock.ts'

const day = z.string().max(10).nullable().default(null)

/** A vendor that runs distribution centers (U5). */
export const vendor = z
  .strictObject({
    id: text(1, 20).describe('A short name of your own.'),
    company: text(1, 200),
    purpose: text(0, 500).default('').describe('What it does for you.'),
    mode: z
      .enum(VENDOR_MODES)
      .describe(
        '`own-approval`: Amazon approved it, it gets the order id. `complete-record`: it gets the address while the record is complete. `our-label`: your people print the label, it gets nothing of the buyer.',
      ),
    centers: z.array(centerCode).max(100).default([]).describe('The distribution centers that it runs.'),
    approvedOn: day.describe('Since when it has Amazon’s own approval, YYYY-MM-DD.'),
    contractOn: day,
    checkedOn: day.describe('The last due diligence; good for a year.'),
    securityContact: text(3, 254).nullable().default(null).describe('The e-mail address to tell of a breach.'),
    retentionDays: whole(0, 3650).nullable().default(null).describe('After how many days it erases addresses.'),
    consent: z
      .strictObject({ by: text(1, 200), on: z.string().max(10) })
      .nullable()
      .default(null)
      .describe('Who consented for the seller, and when.'),
  })
  .meta({ id: 'Vendor', description: 'A company that runs distribution centers for the merchant.' })

/** All vendors. */
export const allVendors = z
  .strictObject({ vendors: z.array(vendor).max(MOST_VENDORS).describe('All of them; one left out is removed.') })
  .meta({ id: 'AllVendors' })

/** A vendor with what it is given now. */
export const vendorNow = z
  .object({
    vendor,
    gives: z.enum(['order-id', 'address', 'print-job', 'nothing']).describe('What it is given of an order now.'),
    missing: z.array(z.string()).describe('What its orders wait for.'),
    waiting: z.int().describe('How many of its orders wait for that.'),
    purgesOpen: z.int().describe('Addresses that it must erase and has not said that it did.'),
  })
  .meta({ id: 'VendorNow' })

/** Writes a vendor. */
export const writeVendor = (from: Vendor): z.output<typeof vendor> => ({
  ...from,
  centers: [...from.centers],
  consent: from.consent && { ...from.consent },
})

/** Writes a vendor with what it is given now. */
export const writeVendorNow = (now: {
  readonly vendor: Vendor
  readonly standing: VendorStanding
  readonly open: number
  readonly purgesOpen: number
}): z.output<typeof vendorNow> => ({
  vendor: writeVendor(now.vendor),
  gives: now.standing.gives,
  missing: now.standing.gives === 'nothing' ? [...now.standing.missing] : [],
  waiting: now.standing.gives === 'nothing' ? now.open : 0,
  purgesOpen: now.purgesOpen,
})

const optional = z.string().nullable()

/** An order as a vendor is given it; what it may not know is null. */
export const vendorOrder = z
  .object({
    orderNumber: z.int().nullable(),
    amazonOrderId: z.string().nullable(),
    shipBy: instant.nullable(),
    shippingMethod: optional,
    lines: z.array(
      z.object({
        itemId: optional,
        sellerSku: z.string(),
        title: z.string(),
        quantity: z.int().describe('In our units.'),
      }),
    ),
    shipTo: z
      .object({
        name: optional,
        company: optional,
        lines: z.array(z.string()),
        district: optional,
        city: optional,
        state: optional,
        postalCode: optional,
        country: optional,
      })
      .nullable()
      .describe('The address; null in lists, and where this vendor may not know it.'),
  })
  .meta({ id: 'VendorOrder', description: 'An order for the vendor that runs its center.' })

/** Writes an order for a vendor. */
export const writeVendorOrder = (order: {
  readonly orderId: number | null
  readonly amazonOrderId: string | null
  readonly shipBy: number | null
  readonly methodId: string | null
  readonly lines: z.output<typeof vendorOrder>['lines'] | readonly z.output<typeof vendorOrder>['lines'][number][]
  readonly shipTo: ShipTo | null
}): z.output<typeof vendorOrder> => ({
  orderNumber: order.orderId,
  amazonOrderId: order.amazonOrderId,
  shipBy: writeInstantOrNull(order.shipBy),
  shippingMethod: order.methodId,
  lines: [...order.lines],
  shipTo: order.shipTo && { ...order.shipTo, lines: [...order.shipTo.lines] },
})

/** Which orders or purges a vendor wants. */
export const vendorQuery = pageQuery

/** An order number in the path of a vendor. */
export const vendorOrderParams = z.strictObject({
  orderNumber: z
    .string()
    .regex(/^\d{1,15}$/, 'must be an order number')
    .describe('Our number of the order.'),
})

/** An address that a vendor must erase. */
export const vendorPurge = z
  .object({
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    since: instant.describe('Since when our own copy is gone.'),
  })
  .meta({ id: 'VendorPurge', description: 'An address that the vendor must erase, and has not said that it did.' })

/** Writes a purge. */
export const writeVendorPurge = (purge: {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly since: number
}): z.output<typeof vendorPurge> => ({
  orderNumber: purge.orderId,
  amazonOrderId: purge.amazonOrderId,
  since: writeInstant(purge.since),
})

/** That a vendor erased an address. */
export const purgeAcknowledged = z.object({ acknowledged: z.literal(true) }).meta({ id: 'PurgeAcknowledged' })
