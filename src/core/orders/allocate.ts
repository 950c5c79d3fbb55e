import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import type { Allocation, Center } from './import-context.ts'
import type { StockView } from './working-stock.ts'

/** What one line takes from stock, in our units. */
export type Need = { readonly line: string; readonly item: Item; readonly quantity: number }

/** Where stock may come from: the items (components of kits among them), the centers in the merchant's order, the stock. */
export type Shelves = {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly centers: readonly Center[]
  readonly stock: StockView
}

/** The center an order is taken from (null where the merchant has none), and what it reserves there. */
export type AllocatedOrder = { readonly center: CenterCode | null; readonly allocations: readonly Allocation[] }

/**
 * Allocates an order to one center: the first in the merchant's order that handles and holds all its tracked items, else the default
 * center, short or not (O17, O20). Kits allocate components; an untracked item neither limits nor is allocated.
 */
export function allocate(needs: readonly Need[], { items, centers, stock }: Shelves): AllocatedOrder {
  const parts = needs.flatMap((need) => trackedParts(need, items))
  const totals = new Map<ItemId, number>()
  for (const { itemId, quantity } of parts) totals.set(itemId, (totals.get(itemId) ?? 0) + quantity)

  const holdsAll = (center: CenterCode): boolean => {
    for (const [itemId, quantity] of totals) {
      const level = stock.level(itemId, center)
      if (!level || level.onHand - level.allocated < quantity) return false
    }
    return true
  }
  const chosen =
    centers.find(({ code }) => holdsAll(code)) ?? centers.find(({ isDefault }) => isDefault) ?? centers.at(0) ?? null
  if (!chosen) return { center: null, allocations: [] }
  return { center: chosen.code, allocations: parts.map((part) => ({ ...part, center: chosen.code })) }
}

type Part = { readonly line: string; readonly itemId: ItemId; readonly quantity: number }

/** The tracked items of a line, each once: the item itself, or the components of the kit. A kit inside a kit counts as an item. */
export function trackedParts({ line, item, quantity }: Need, items: ReadonlyMap<ItemId, Item>): readonly Part[] {
  if (quantity <= 0) return []
  if (!item.kit) return item.tracksStock ? [{ line, itemId: item.id, quantity }] : []
  const amounts = new Map<ItemId, number>()
  for (const component of item.kit) {
    if (!items.get(component.itemId)?.tracksStock) continue
    amounts.set(component.itemId, (amounts.get(component.itemId) ?? 0) + component.quantity * quantity)
  }
  return [...amounts].filter(([, amount]) => amount > 0).map(([itemId, amount]) => ({ line, itemId, quantity: amount }))
}
