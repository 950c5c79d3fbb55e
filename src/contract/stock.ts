import { z } from 'zod'
import type { CenterCode, ItemId } from '#core/ids.ts'
import { MOST_IN_BULK } from './items.ts'
import { idText, pageQuery, text, whole } from './parts.ts'

/** The code of a center. */
export const centerCode = idText<CenterCode>(20, 'The code of the center.')
const itemId = idText<ItemId>(40, 'The id of the item.')

/** A distribution center (O20). */
export const center = z
  .strictObject({
    code: centerCode,
    name: text(1, 100),
    isDefault: z.boolean().describe('Takes the order when no center holds all its items. Exactly one is the default.'),
    inventoryBuffer: whole(0, 1_000_000)
      .default(0)
      .describe(
        'Units of each item that Amazon is not told of: if you set the buffer to 2, two less than you really have are reported, in each center. It covers what sells elsewhere before Amazon knows.',
      ),
    shipFrom: z
      .strictObject({
        name: text(1, 100),
        line1: text(1, 100),
        city: text(1, 100),
        state: text(0, 100).default(''),
        postalCode: text(1, 100),
        country: text(2, 2),
      })
      .optional()
      .describe("Where its packages start; absent: the merchant's own address."),
  })
  .meta({ id: 'DistributionCenter', description: 'A place that holds stock.' })

/** All centers, in the merchant's order (O20). */
export const allCenters = z
  .strictObject({ centers: z.array(center).max(100).describe('All of them, in the order in which they are tried.') })
  .meta({ id: 'AllDistributionCenters' })

const onHand = whole(-1_000_000_000, 1_000_000_000).describe(
  'How many lie on the shelf; below zero when more was sold.',
)

/** Stock on hand to be set (O20). */
export const stockEntry = z.strictObject({ itemId, center: centerCode, onHand }).meta({ id: 'StockEntry' })

/** Stock of many items. */
export const manyStock = z
  .strictObject({ stock: z.array(stockEntry).min(1).max(MOST_IN_BULK) })
  .meta({ id: 'ManyStockEntries' })

/** Stock as it is (O20). */
export const stockReply = z
  .object({
    itemId,
    center: centerCode,
    onHand,
    allocated: z.int().describe('How many are reserved by orders.'),
    restockOn: z.string().nullable().describe('The day on which more comes, YYYY-MM-DD; null where none is known.'),
  })
  .meta({ id: 'Stock', description: 'How many of an item lie in a center.' })

/** A list of stock, or that of one item. */
export const stockQuery = pageQuery.extend({ itemId: itemId.optional() })
