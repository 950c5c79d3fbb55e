import { z } from 'zod'
import { REGIONS } from '#core/region.ts'
import { text } from './parts.ts'

/** A seller who works by files (H1). */
export const byFilesBody = z
  .strictObject({
    region: z.enum(REGIONS).describe("Amazon's endpoint group: North America, Europe, Far East."),
    sellingPartnerId: text(1, 40).describe('The Seller ID (merchant token), from Seller Central, Account Info.'),
    marketplaceIds: z
      .array(text(1, 40))
      .min(1)
      .max(30)
      .describe("Amazon's ids of the marketplaces in which the seller sells."),
    raisePlan: z
      .boolean()
      .default(false)
      .describe('That the plan is raised to one that includes the channel, where it is needed.'),
  })
  .meta({ id: 'ByFilesBody' })

/** One of Amazon's own marketplaces. */
export const ownMarketplace = z
  .object({
    id: z.string(),
    name: z.string(),
    country: z.string(),
    currency: z.string(),
    region: z.enum(REGIONS),
  })
  .meta({ id: 'OwnMarketplace' })
