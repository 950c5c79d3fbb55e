import type { Item } from '../catalog/item.ts'
import type { ItemId } from '../ids.ts'
import { type AllocatedOrder, allocate, type Need, type Shelves } from './allocate.ts'

/** A line of a placed order, as far as it takes stock. */
export type LineToReserve = {
  readonly lineId: string
  readonly itemId: ItemId | null
  /** In our units. */
  readonly quantity: number
  readonly quantityAmazon: number
  readonly fulfilledAmazon: number
}

/** Reserves what is still open of an order that had given its stock back (O20). */
export const reserveAgain = (lines: readonly LineToReserve[], shelves: Shelves): AllocatedOrder =>
  allocate(
    lines.flatMap((line) => needOf(line, shelves.items)),
    shelves,
  )

function needOf(line: LineToReserve, items: ReadonlyMap<ItemId, Item>): Need[] {
  const item = line.itemId === null ? undefined : items.get(line.itemId)
  const open = Math.max(0, line.quantityAmazon - line.fulfilledAmazon)
  if (!item || open === 0) return []
  return [{ line: line.lineId, item, quantity: Math.ceil((line.quantity * open) / line.quantityAmazon) }]
}
