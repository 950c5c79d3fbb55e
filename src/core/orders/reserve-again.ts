import type { Item, SkuMapping } from '../catalog/item.ts'
import type { ItemId } from '../ids.ts'
import { type AllocatedOrder, allocate, type Need, type Shelves } from './allocate.ts'
import { unitsNeeded } from './units-of-ours.ts'

/** A line of a placed order, as far as it takes stock. */
export type LineToReserve = {
  readonly lineId: string
  readonly itemId: ItemId | null
  readonly quantityAmazon: number
  readonly fulfilledAmazon: number
  readonly ratio: SkuMapping['ratio']
}

/** Reserves what is still open of an order that had given its stock back (O20). */
export const reserveAgain = (lines: readonly LineToReserve[], shelves: Shelves): AllocatedOrder =>
  allocate(
    lines.flatMap((line) => needOf(line, shelves.items)),
    shelves,
  )

function needOf(line: LineToReserve, items: ReadonlyMap<ItemId, Item>): Need[] {
  const item = line.itemId === null ? undefined : items.get(line.itemId)
  const { lineId, quantityAmazon, fulfilledAmazon, ratio } = line
  const quantity = unitsNeeded({ quantity: quantityAmazon, fulfilled: fulfilledAmazon, ratio })
  return item && quantity > 0 ? [{ line: lineId, item, quantity }] : []
}
