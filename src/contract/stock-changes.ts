import { z } from 'zod'
import type { CenterCode } from '#core/ids.ts'
import { type ShelfMove, STOCK_REASONS, type StockReason } from '#core/inventory/shelf-move.ts'
import { itemId, MOST_IN_BULK } from './items.ts'
import { dayText, idText, instant, pageQuery, text, whole, writeInstant } from './parts.ts'
import { centerCode } from './stock.ts'

const MOST_UNITS = 1_000_000_000
const why = (reason: StockReason) => ({
  reason: z.enum(STOCK_REASONS).default(reason),
  reference: text(0, 100)
    .default('')
    .describe('Your own words: an order or delivery number, a note. No name and no address of a buyer.'),
})
const listOfMany = <Name extends string, Row extends z.ZodType>(name: Name, row: Row, id: string) =>
  z.strictObject({ [name]: z.array(row).min(1).max(MOST_IN_BULK) } as Record<Name, z.ZodArray<Row>>).meta({ id })

const adjustment = z.strictObject({
  itemId,
  center: centerCode,
  by: whole(-MOST_UNITS, MOST_UNITS).describe('How many more, or below zero how many fewer.'),
  belowZero: z.boolean().default(false).describe('On hand may go below zero by it: sold before it was counted.'),
  reason: z.enum(STOCK_REASONS),
  reference: why('other').reference,
})
const transfer = z.strictObject({
  itemId,
  from: centerCode,
  to: centerCode,
  quantity: whole(1, MOST_UNITS).describe('How many; at most those that no order has reserved.'),
  ...why('moved'),
})
const receipt = z.strictObject({
  itemId,
  center: centerCode,
  quantity: whole(1, MOST_UNITS).describe('How many came.'),
  ...why('delivery'),
})
const counted = z.strictObject({
  itemId,
  center: centerCode,
  counted: whole(0, MOST_UNITS).describe('How many lie there.'),
  ...why('counted'),
})

/** Stock that became more or fewer (O20). */
export const manyAdjustments = listOfMany('adjustments', adjustment, 'StockAdjustments')
/** Stock that went from center to center. */
export const manyTransfers = listOfMany('transfers', transfer, 'StockTransfers')
/** Stock that came in. */
export const manyReceipts = listOfMany('receipts', receipt, 'StockReceipts')
/** Stock that was counted. */
export const manyCounts = listOfMany('counts', counted, 'StockCounts')

/** What the changes did, center by center, in their order. */
export const movesReply = z
  .object({
    moves: z.array(
      z.object({
        itemId: z.string(),
        center: z.string(),
        change: z.int(),
        onHand: z.int().describe('What lies there now.'),
      }),
    ),
  })
  .meta({ id: 'StockMovesMade' })

/** Writes what the changes did. */
export const writeMoves = (moves: readonly ShelfMove[]): z.output<typeof movesReply> => ({
  moves: moves.map(({ itemId: id, center, change, onHand }) => ({ itemId: id, center, change, onHand })),
})

/** When more of items comes (I5). */
export const manyRestockDays = z
  .strictObject({
    restock: z
      .array(
        z.strictObject({
          itemId,
          center: centerCode,
          on: z.string().max(40).nullable().describe('The day, YYYY-MM-DD; null: none is known any more.'),
        }),
      )
      .min(1)
      .max(MOST_IN_BULK),
  })
  .meta({ id: 'RestockDays' })

/** A list of an item's stock moves. */
export const movesQuery = pageQuery.extend({ center: idText<CenterCode>(20, 'Only this center.').optional() })

const MOVE_KINDS = ['adjustment', 'transfer', 'receipt', 'count', 'shipment', 'restock'] as const

/** A list of the moves of all items. */
export const allMovesQuery = movesQuery.extend({
  kind: z.enum(MOVE_KINDS).optional(),
  who: text(1, 254).optional().describe('Only what this person, key or program did, as the history names them.'),
  day: dayText.optional().describe("Only this day in the merchant's zone, `YYYY-MM-DD`."),
  itemId: itemId.optional().describe('Only this item.'),
})

/** A row of the history of an item's stock. */
export const stockMove = z
  .object({
    moveId: z.int(),
    at: instant,
    kind: z.enum(MOVE_KINDS),
    itemId: z.string(),
    center: z.string(),
    change: z.int(),
    onHand: z.int().describe('What lay there afterwards.'),
    reason: z.string(),
    who: z.string(),
    reference: z.string().describe('Of a shipment the order.'),
  })
  .meta({ id: 'StockMove', description: 'Why stock of an item moved.' })

type Row = Omit<z.output<typeof stockMove>, 'at'> & { readonly at: number }

/** Writes a row of the history. */
export const writeStockMove = (row: Row): z.output<typeof stockMove> => ({ ...row, at: writeInstant(row.at) })
