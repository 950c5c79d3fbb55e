import { z } from 'zod'
import type { MerchantCarrier } from '#core/shipments/carrier-codes.ts'
import { listOf, text } from './parts.ts'

/** A carrier of the merchant and what Amazon calls it (S3). */
export const carrier = z
  .strictObject({
    carrier: text(1, 100).describe('Your own name for it; capitals do not count.'),
    amazonCode: text(1, 100).describe("A code of Amazon's list, capitals included, or Other."),
    amazonName: text(1, 50).nullable().default(null).describe('The name of the carrier, with the code Other only.'),
  })
  .meta({ id: 'Carrier', description: 'A carrier and what Amazon calls it.' })

/** All carriers of the merchant. */
export const allCarriers = z
  .strictObject({ carriers: z.array(carrier).max(500) })
  .meta({ id: 'Carriers', description: 'All of them; one left out is removed.' })

/** Amazon's own list. */
export const amazonCarriersReply = listOf(z.object({ code: z.string() }))

/** A tracking number whose carrier is asked for. */
export const guessBody = z.strictObject({ tracking: z.string().max(200) }).meta({ id: 'TrackingNumber' })

/** The carriers it may be of. */
export const guessReply = listOf(
  z
    .object({
      code: z.string().describe("A code of Amazon's list."),
      checked: z.boolean().describe('Its check digit fits.'),
      why: z.string(),
    })
    .meta({ id: 'CarrierGuess' }),
)

/** Writes a carrier of the merchant. */
export const writeCarrier = ({ carrier: name, amazonCode, amazonName }: MerchantCarrier): z.output<typeof carrier> => ({
  carrier: name,
  amazonCode,
  amazonName,
})
