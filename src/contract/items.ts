import { z } from 'zod'
import type { CatalogItem, SkuMapping } from '#core/catalog/item.ts'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { idText, money, pageQuery, text, whole, writeMoneyOrNull } from './parts.ts'

/** Most entries of one bulk request. */
export const MOST_IN_BULK = 5000

/** The id of an item. */
export const itemId = idText<ItemId>(40, 'The id of the item, 1 to 40 characters.')
const sellerSku = idText<SellerSku>(200, 'The seller SKU at Amazon, 1 to 200 characters of any kind.')

/** An item without its id, as it is saved. */
export const itemBody = z
  .strictObject({
    description: text(1, 500).describe('What the item is.'),
    price: money.nullable().default(null).describe("The price in the merchant's currency; null where none is set."),
    grams: whole(0, 10_000_000).describe('The weight of one unit in grams.'),
    tracksStock: z.boolean().describe('Whether stock is counted. False for a kit: its components hold the stock.'),
    kit: z
      .array(z.strictObject({ itemId, quantity: whole(1, 100_000) }))
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe('The components, where the item is shipped as others; null for a plain item.'),
    leadTimeMinutes: whole(0, 86_400)
      .nullable()
      .default(null)
      .describe('Its own time to ship in minutes; null: the default lead time of the Inventory section.'),
    barcode: z
      .string()
      .max(20)
      .nullable()
      .default(null)
      .describe('UPC, EAN, ISBN or GTIN in digits, by which its listings are found; null where none is known.'),
  })
  .meta({ id: 'ItemBody' })

/** An item. */
export const item = itemBody
  .extend({ id: itemId })
  .meta({ id: 'Item', description: "A product in the merchant's order system." })

/** Many items. */
export const manyItems = z.strictObject({ items: z.array(item).min(1).max(MOST_IN_BULK) }).meta({ id: 'ManyItems' })

/** An item in the path. */
export const itemParams = z.strictObject({ itemId })

/** Writes an item. */
export const writeItem = ({ price, kit, ...rest }: CatalogItem, currency: string): z.output<typeof item> => ({
  ...rest,
  price: writeMoneyOrNull(price, currency),
  kit: kit === null ? null : kit.map((part) => ({ ...part })),
})

/** A SKU mapping (O11). */
export const skuMapping = z
  .strictObject({
    sellerSku,
    itemId: itemId.describe('The item that this seller SKU is.'),
    ratio: z
      .strictObject({ amazon: whole(1, 1_000_000), ours: whole(1, 1_000_000) })
      .default({ amazon: 1, ours: 1 })
      .describe('`amazon` units at Amazon are `ours` units of the item.'),
    unit: text(0, 40).default('').describe('What a unit is called.'),
    note: z.string().max(1000).default(''),
  })
  .meta({ id: 'SkuMapping', description: 'Which item a seller SKU is.' })

/** Many SKU mappings. */
export const manyMappings = z
  .strictObject({ mappings: z.array(skuMapping).min(1).max(MOST_IN_BULK) })
  .meta({ id: 'ManySkuMappings' })

/** A seller SKU in the query: it may hold characters that a path cannot. */
export const skuQuery = z.strictObject({ sellerSku })

/** A list of mappings, or the one of a seller SKU. */
export const mappingQuery = pageQuery.extend({
  sellerSku: sellerSku.optional().describe('The mapping of this SKU.'),
  itemId: itemId.optional().describe('Only mappings to this item: all that it is sold as.'),
})

/** Writes a mapping. */
export const writeMapping = ({ ratio, ...rest }: SkuMapping): z.output<typeof skuMapping> => ({
  ...rest,
  ratio: { ...ratio },
})
