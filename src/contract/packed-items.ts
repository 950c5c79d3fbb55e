import { z } from 'zod'
import { instant, writeInstant } from './parts.ts'

/** What of a line lies in a package. */
export const packedItem = z
  .object({
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    number: z.int().describe('Its number in the order.'),
    line: z.string().describe("Amazon's order item id."),
    sellerSku: z.string(),
    itemId: z.string().nullable(),
    quantity: z.int().describe('In our units.'),
    carrier: z.string(),
    service: z.string().nullable(),
    tracking: z.string().nullable(),
    shippedAt: instant,
    shippedOn: z.string().describe("The same as a day in the merchant's time zone, YYYY-MM-DD."),
    reference: z.string().nullable(),
  })
  .meta({ id: 'PackedItem', description: 'What of a line lies in a package.' })

type Row = Omit<z.output<typeof packedItem>, 'orderNumber' | 'shippedAt' | 'shippedOn'> & {
  readonly orderId: number
  readonly shippedAt: number
}

/** Writes a row; `dayOf`: the day of an instant for the merchant. */
export const writePackedItem = (
  { orderId, shippedAt, ...row }: Row,
  dayOf: (at: number) => string,
): z.output<typeof packedItem> => ({
  ...row,
  orderNumber: orderId,
  shippedAt: writeInstant(shippedAt),
  shippedOn: dayOf(shippedAt),
})
