import { z } from 'zod'
import type { OrderToShow } from '#core/pii/order-to-show.ts'
import { SEARCH_FIELDS, type SearchField } from '#core/pii/search-words.ts'

const FIELDS = Object.keys(SEARCH_FIELDS) as [SearchField, ...SearchField[]]

/** What a buyer who calls says of themself. It stands in the body, never in an address. */
export const buyerSearch = z
  .strictObject({
    field: z
      .enum(FIELDS)
      .describe('By what: the whole name, its last word, the address of e-mail, the phone number, the postal code.'),
    text: z.string().min(1).max(320),
    number: z.string().min(1).max(20).optional().describe('With a postal code: the house number.'),
  })
  .meta({ id: 'SearchByBuyer' })

/** Orders of that buyer; who they are is shown by revealing one. */
export const foundOrders = z
  .object({ orders: z.array(z.object({ orderNumber: z.int(), amazonOrderId: z.string(), stage: z.string() })) })
  .meta({ id: 'OrdersOfBuyer' })

/** The orders as they go out: nothing of the buyer. */
export const writeFound = (orders: readonly OrderToShow[]) => ({
  orders: orders.map(({ orderId, amazonOrderId, stage }) => ({ orderNumber: orderId, amazonOrderId, stage })),
})
