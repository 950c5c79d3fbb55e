import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import { type Need, trackedParts } from './allocate.ts'
import type { Allocation } from './import-context.ts'

/** So many of ours of one line that are back. */
export type Returned = { readonly lineId: string; readonly quantity: number }

/** What returned units put on the shelf of a center: the tracked items themselves, of a kit its components (O20). */
export function restock(
  returned: readonly Returned[],
  shelf: {
    readonly lines: readonly { readonly lineId: string; readonly itemId: ItemId | null }[]
    readonly items: ReadonlyMap<ItemId, Item>
    readonly center: CenterCode
  },
): readonly Allocation[] {
  const itemOf = new Map(shelf.lines.map(({ lineId, itemId }) => [lineId, itemId]))
  const needs = returned.flatMap(({ lineId, quantity }): Need[] => {
    const itemId = itemOf.get(lineId)
    const item = itemId ? shelf.items.get(itemId) : undefined
    return item ? [{ line: lineId, item, quantity }] : []
  })
  return needs.flatMap((need) => trackedParts(need, shelf.items)).map((part) => ({ ...part, center: shelf.center }))
}
