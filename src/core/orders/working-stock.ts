import type { CenterCode, ItemId } from '../ids.ts'
import type { Allocation, Stock, StockLevel } from './import-context.ts'

/** Stock as it can be asked: the level of an item in a center, or null when the center does not handle the item. */
export type StockView = { level(itemId: ItemId, center: CenterCode): StockLevel | null }

/** Stock that moves while a page is decided, so that the next order sees what the former took (O20). The given stock is not changed. */
export type WorkingStock = StockView & {
  /** Reserves. */
  take(allocations: readonly Allocation[]): void
  /** Gives back what was reserved; the exact opposite of taking it. */
  release(allocations: readonly Allocation[]): void
  /** Lowers on hand by what left the shelf. */
  use(allocations: readonly Allocation[]): void
}

/** A working copy of the stock; only what moves is copied. */
export function workingStock(stock: Stock): WorkingStock {
  const moved = new Map<ItemId, Map<CenterCode, StockLevel>>()
  const level = (itemId: ItemId, center: CenterCode): StockLevel | null =>
    moved.get(itemId)?.get(center) ?? stock.get(itemId)?.get(center) ?? null
  const move = (allocations: readonly Allocation[], change: (level: StockLevel, quantity: number) => StockLevel) => {
    for (const { itemId, center, quantity } of allocations) {
      const before = level(itemId, center)
      if (!before) continue
      const centers = moved.get(itemId) ?? new Map<CenterCode, StockLevel>()
      moved.set(itemId, centers.set(center, change(before, quantity)))
    }
  }
  return {
    level,
    take: (allocations) =>
      move(allocations, ({ onHand, allocated }, quantity) => ({ onHand, allocated: allocated + quantity })),
    release: (allocations) =>
      move(allocations, ({ onHand, allocated }, quantity) => ({
        onHand,
        allocated: allocated - quantity,
      })),
    use: (allocations) =>
      move(allocations, ({ onHand, allocated }, quantity) => ({ onHand: onHand - quantity, allocated })),
  }
}
