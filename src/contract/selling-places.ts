import { z } from 'zod'
import type { Connection } from '#core/connection.ts'
import { listOf } from './parts.ts'

const place = z
  .object({
    connection: z.string(),
    marketplaceId: z.string(),
    name: z.string(),
    country: z.string(),
    currency: z.string(),
  })
  .meta({ id: 'SellingPlace', description: 'A marketplace in which a connection sells.' })

/** Where the merchant sells. */
export const sellingPlaces = listOf(place).extend({ currency: z.string().describe("The merchant's own.") })

/** Writes the marketplaces of the connections that are authorized, or work by files. */
export const writePlaces = (connections: readonly Connection[], currency: string): z.output<typeof sellingPlaces> => ({
  currency,
  rows: connections
    .filter(({ state }) => state === 'authorized' || state === 'by-files')
    .flatMap(({ id, marketplaces }) =>
      marketplaces
        .filter(({ participating }) => participating)
        .map((each) => ({
          connection: id as string,
          marketplaceId: each.id,
          name: each.name,
          country: each.country,
          currency: each.currency,
        })),
    ),
})
