import { z } from 'zod'
import type { ItemOffer } from '#core/inventory/item-offer.ts'
import { itemId } from './items.ts'
import { listOf, money, text, writeMoney, writeMoneyOrNull } from './parts.ts'

const amount = (meaning: string) => money.nullable().default(null).describe(meaning)
const day = (meaning: string) => z.string().max(40).describe(meaning)
const marketplaceId = text(1, 40).describe("The id of one of the merchant's marketplaces, such as ATVPDKIKX0DER.")

/** An offer without its item, as it is saved (I4). */
const offerBody = z
  .strictObject({
    marketplaceId: marketplaceId
      .nullable()
      .default(null)
      .describe(
        "The marketplace where it counts, in its currency; null: every one of the merchant's currency that has no offer of its own.",
      ),
    price: amount("What the item costs there; null: the item's own price."),
    min: amount('The lowest price at which Amazon may show it.'),
    max: amount('The highest one.'),
    sale: z
      .strictObject({ price: money, from: day('First day, YYYY-MM-DD.'), to: day('Last day, YYYY-MM-DD.') })
      .nullable()
      .default(null),
    business: z
      .strictObject({
        price: amount('What a business buyer pays for one.'),
        tiers: z
          .array(z.strictObject({ from: z.number().describe('From so many units on.'), price: money.describe('each') }))
          .max(20)
          .default([])
          .describe('Rising in units, falling in price; at most 5.'),
      })
      .nullable()
      .default(null),
  })
  .meta({ id: 'ItemOfferBody' })

/** An offer with its item (I4). */
export const itemOffer = z
  .strictObject({ itemId, ...offerBody.shape })
  .meta({ id: 'ItemOffer', description: 'What an item is offered for at Amazon.' })

/** All offers of an item. */
export const allOffers = z
  .strictObject({ offers: z.array(offerBody).max(50) })
  .meta({ id: 'AllItemOffers', description: 'All of them; one left out is removed.' })

/** The offers of an item as they are. */
export const offersReply = listOf(itemOffer)

/** Which offers are removed. */
export const offerQuery = z.strictObject({
  marketplaceId: text(1, 40)
    .optional()
    .describe('Only the offer in this marketplace, or `general` for that of no marketplace; absent: all.'),
})

/** Writes an offer. */
export function writeOffer({ currency, ...offer }: ItemOffer): z.output<typeof itemOffer> {
  const { sale, business } = offer
  return {
    itemId: offer.itemId,
    marketplaceId: offer.marketplaceId,
    price: writeMoneyOrNull(offer.price, currency),
    min: writeMoneyOrNull(offer.min, currency),
    max: writeMoneyOrNull(offer.max, currency),
    sale: sale && { price: writeMoney(sale.price, currency), from: sale.from, to: sale.to },
    business: business && {
      price: writeMoneyOrNull(business.price, currency),
      tiers: business.tiers.map(({ from, price }) => ({ from, price: writeMoney(price, currency) })),
    },
  }
}
