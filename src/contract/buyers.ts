import { z } from 'zod'
import type { Buyer } from '#core/pii/buyer.ts'
import { PRINT_KINDS } from '#core/pii/label-page.ts'
import type { OrderToShow } from '#core/pii/order-to-show.ts'
import { REVEAL_PURPOSES } from '#core/pii/purposes.ts'
import { MOST_REVEALS } from '#core/pii/reveal-ways.ts'
import { whole } from './parts.ts'

/** What buyer data is opened for. */
export const purpose = z
  .enum(REVEAL_PURPOSES)
  .describe('What for; it says which fields are shown, and stands in the audit.')
/** Our order number, or Amazon's order id. */
export const orderKey = z.union([
  whole(1, 999_999_999_999_999),
  z.string().regex(/^(\d{3}-\d{7}-\d{7}|[A-Z0-9]{1,10}:[!-~]{1,49})$/, 'must be an order number or an Amazon order id'),
])
const orderKeys = z.array(orderKey).min(1).max(100).describe('Our order numbers or Amazon order ids, at most 100.')

/** What buyer data is wanted for. */
export const revealBody = z.strictObject({ purpose }).meta({ id: 'RevealBuyer' })

/** Orders to be printed. */
export const printBody = z
  .strictObject({ orders: orderKeys, kind: z.enum(PRINT_KINDS), purpose: purpose.default('ship') })
  .meta({ id: 'PrintLabels' })

/** Orders to be shown in a shipping run. */
export const showBody = z.strictObject({ orders: orderKeys }).meta({ id: 'ShowInRun' })

const said = z.string().nullable()
const shipTo = z
  .object({
    name: said,
    company: said,
    lines: z.array(z.string()),
    district: said,
    city: said,
    state: said,
    postalCode: said,
    country: said,
  })
  .meta({ id: 'ShipTo' })

/** A buyer, shown to a person: what the purpose needs, null for the rest (U3). */
export const shownBuyer = z
  .object({
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    name: said,
    company: said,
    email: said.describe("Amazon's relay address."),
    phone: said,
    shipTo: shipTo.nullable(),
    deliveryNotes: said,
    purchaseOrder: said,
    taxNumbers: z.array(z.string()),
    lines: z.array(z.object({ lineId: z.string(), giftMessage: said, customization: said })),
  })
  .meta({
    id: 'ShownBuyer',
    description: 'Never kept: the reply must not be stored, and each one stands in the audit.',
  })

/** Writes a buyer who was opened for a person. */
export const writeBuyer = ({
  order,
  buyer,
}: {
  readonly order: OrderToShow
  readonly buyer: Buyer
}): z.output<typeof shownBuyer> => ({
  orderNumber: order.orderId,
  amazonOrderId: order.amazonOrderId,
  ...buyer,
  shipTo: buyer.shipTo && { ...buyer.shipTo, lines: [...buyer.shipTo.lines] },
  taxNumbers: [...buyer.taxNumbers],
  lines: buyer.lines.map((line) => ({ ...line })),
})

/** How many different orders one person may open within 24 hours, by the way. */
export const revealLimits = z
  .strictObject({
    reveal: whole(0, MOST_REVEALS.reveal).describe('One by one, and originals of documents.'),
    print: whole(0, MOST_REVEALS.print),
    export: whole(0, MOST_REVEALS.export),
  })
  .meta({ id: 'RevealLimits' })
