import { z } from 'zod'
import type { LineParticulars } from '#core/orders/line-particulars.ts'
import { instant, money, writeInstantOrNull, writeMoneyOrNull } from './parts.ts'

/** What is particular about a line of an order, in replies. */
export const lineParticulars = z
  .object({
    points: z
      .object({ number: z.int(), worth: money.nullable().describe('What they cost the merchant.') })
      .nullable()
      .describe('Amazon Points that the buyer got.'),
    scheduled: z
      .object({ from: instant.nullable(), to: instant.nullable() })
      .nullable()
      .describe('When the buyer wants the line delivered.'),
    customized: z.boolean().describe('The buyer designed it; the design itself is buyer data.'),
    giftWrap: z.string().nullable().describe("Amazon's word for the wrapping."),
    demands: z.array(z.string()).describe('What Amazon demands of the delivery, such as `signatureConfirmation`.'),
    iossNumber: z.string().nullable().describe('The number under which VAT of the parcel is already paid.'),
    programs: z.array(z.string()).describe('Such as `TRANSPARENCY`.'),
  })
  .nullable()
  .meta({ id: 'LineParticulars', description: 'What is particular about a line; null on most.' })

/** Writes the particulars of a line; `currency` is the order's. */
export function writeParticulars(
  found: LineParticulars | null,
  currency: string | null,
): z.output<typeof lineParticulars> {
  if (!found) return null
  const { points, scheduled } = found
  return {
    ...found,
    points: points && { number: points.number, worth: writeMoneyOrNull(points.worth, currency) },
    scheduled: scheduled && { from: writeInstantOrNull(scheduled.from), to: writeInstantOrNull(scheduled.to) },
    demands: [...found.demands],
    programs: [...found.programs],
  }
}
