import { z } from 'zod'
import { CATALOG_FILTERS, CATALOG_SORTS } from '#core/catalog/catalog-list.ts'
import type { Item } from '#core/catalog/item.ts'
import { LISTING_STANDINGS, type ListingStanding } from '#core/inventory/listing-standing.ts'
import type { ReportedQuantity } from '#core/inventory/reported-quantity.ts'
import { itemId } from './items.ts'
import { money, pageQuery, text, writeMoneyOrNull } from './parts.ts'

/** Which items are wanted, and in which order. */
export const catalogQuery = pageQuery.extend({
  search: text(1, 100)
    .optional()
    .describe('Beginnings of words of the id, the description or the barcode; or the beginning of a seller SKU.'),
  only: z
    .enum(CATALOG_FILTERS)
    .optional()
    .describe(
      '`linked`, `unlinked`: with or without a listing that a person linked. `refused`, `differs`, `held`: what was sent of a SKU is in that state. `out-of-stock`: counted, and nothing is free. `amazon`: Amazon ships it.',
    ),
  sort: z.enum(CATALOG_SORTS).default('id').describe('With a minus the other way round.'),
})

/** What Amazon is told: so many, or always available. */
export const reportedQuantity = z.union([z.int(), z.literal('always')])

/** How a listing stands. */
export const standing = z
  .enum(LISTING_STANDINGS)
  .describe(
    '`refused`, `differs`, `held`: the gravest of what was sent. `unlinked`: no item of yours is linked. `suppressed`: Amazon does not sell it. `waiting`: not shown by Amazon yet. `live`: as we said it.',
  )

const atAmazon = z.object({
  connection: z.string(),
  sellerSku: z.string(),
  marketplaceId: z.string(),
  standing,
  channel: z.string().nullable(),
  price: money.nullable(),
  quantity: z.int().nullable(),
})

/** An item as a list shows it. */
export const catalogRow = z
  .object({
    id: itemId,
    description: z.string(),
    price: money.nullable(),
    tracksStock: z.boolean(),
    isKit: z.boolean(),
    onHand: z.int().describe('In all centers.'),
    allocated: z.int().describe('Of it, reserved by orders.'),
    reported: reportedQuantity.describe('What Amazon is told of it, one to one.'),
    listings: z.int().describe('How many listings at Amazon are this item, by mapping, by id or linked.'),
    active: z.int().describe('How many of them Amazon sells.'),
    standings: z.partialRecord(standing, z.int()).describe('How many of its listings stand how.'),
    amazon: z.array(atAmazon).describe('The first of its listings; those that need a person first.'),
  })
  .meta({ id: 'CatalogRow', description: 'An item with its stock and its listings, for a list.' })

type Listed = Omit<z.output<typeof atAmazon>, 'connection' | 'price'> & {
  readonly connectionId: string
  readonly price: number | null
  readonly currency: string | null
  readonly active: boolean
}
type Row = {
  readonly item: Item
  readonly onHand: number
  readonly allocated: number
  readonly reported: ReportedQuantity
  readonly listings: readonly Listed[]
}

const MOST_SHOWN = 6

/** Writes an item of the list. */
export function writeCatalogRow({ item, listings, ...row }: Row, currency: string): z.output<typeof catalogRow> {
  const standings: Partial<Record<ListingStanding, number>> = {}
  for (const each of listings) standings[each.standing] = (standings[each.standing] ?? 0) + 1
  const grave = (each: Listed) => LISTING_STANDINGS.indexOf(each.standing)
  const first = [...listings].sort((a, b) => grave(a) - grave(b)).slice(0, MOST_SHOWN)
  return {
    id: item.id,
    description: item.description,
    price: writeMoneyOrNull(item.price, currency),
    tracksStock: item.tracksStock,
    isKit: item.kit !== null,
    ...row,
    listings: listings.length,
    active: listings.filter(({ active }) => active).length,
    standings,
    amazon: first.map((each) => ({
      connection: each.connectionId,
      sellerSku: each.sellerSku,
      marketplaceId: each.marketplaceId,
      standing: each.standing,
      channel: each.channel,
      price: writeMoneyOrNull(each.price, each.currency),
      quantity: each.quantity,
    })),
  }
}

/** How many items there are by filter. */
export const catalogCounts = z
  .object({
    items: z.int(),
    linked: z.int(),
    unlinked: z.int().nullable().describe('Null where there are more items than are counted.'),
    refused: z.int(),
    differs: z.int(),
    held: z.int(),
    amazon: z.int().describe('Shipped by Amazon.'),
  })
  .meta({
    id: 'CatalogCounts',
    description:
      'How many items there are, and how many of each filter of their list. Counted up to 100,000; 100,001 stands for all that are more.',
  })
