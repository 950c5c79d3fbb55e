import { z } from 'zod'
import { pageQuery, text } from './parts.ts'
import { centerCode, stockReply } from './stock.ts'

/** Which items are wanted in the table of stock. */
export const stockTableQuery = pageQuery.extend({
  search: text(1, 100)
    .optional()
    .describe('Beginnings of words of the id, the description and the barcode, or of a SKU.'),
  center: centerCode.optional().describe('Only what is kept in this center.'),
  atMost: z.coerce
    .number<string>()
    .int()
    .min(-1_000_000_000)
    .max(1_000_000_000)
    .optional()
    .describe('Only where at most so many are free, in all centers together.'),
  only: z
    .enum(['reserved', 'awaited'])
    .optional()
    .describe('`reserved`: of which orders hold units. `awaited`: of which more comes on a known day.'),
  sort: z
    .enum(['item', '-item', 'free', '-free'])
    .default('item')
    .describe('`free`: the fewest free first; items that were never kept in any center are not in it.'),
})

/** An item with what lies of it in each center (O20, I2). */
export const shelvedItem = z
  .object({
    itemId: z.string(),
    description: z.string(),
    onHand: z.int().describe('In all centers together.'),
    allocated: z.int().describe('How many are reserved by orders.'),
    free: z.int().describe('On hand less reserved; below zero when more was sold than lay there.'),
    reported: z
      .int()
      .describe('What Amazon is told: center by center what is free less the buffer, never below zero. In your units.'),
    shelves: z.array(stockReply.omit({ itemId: true })).describe('In the order of the centers.'),
  })
  .meta({ id: 'ShelvedItem' })
