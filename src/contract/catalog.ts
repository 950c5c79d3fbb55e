import { z } from 'zod'
import { itemId } from './items.ts'
import { money, pageQuery, text, writeMoneyOrNull } from './parts.ts'

/** Which items are wanted. */
export const catalogQuery = pageQuery.extend({
  search: text(1, 100).optional().describe('A part of the id or of the description.'),
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
    listings: z.int().describe('How many listings at Amazon are linked to it.'),
    active: z.int().describe('How many of them are active.'),
  })
  .meta({ id: 'CatalogRow', description: 'An item with its stock and its listings, for a list.' })

type Row = Omit<z.output<typeof catalogRow>, 'price'> & { readonly price: number | null }

/** Writes an item of the list. */
export const writeCatalogRow = ({ price, ...rest }: Row, currency: string): z.output<typeof catalogRow> => ({
  ...rest,
  price: writeMoneyOrNull(price, currency),
})
