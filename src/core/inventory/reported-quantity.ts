import type { Item, SkuMapping } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import type { StockLevel } from '../orders/import-context.ts'

/** What an item that does not track inventory reports: a number (1000 unless changed), or Amazon's own "always available" (I3). */
export type UntrackedReport = number | 'always'

/** How much Amazon is told of a SKU: so many units of Amazon's, or always available. */
export type ReportedQuantity = number | 'always'

/** A center with the units that it keeps back from Amazon (I2). */
export type BufferedCenter = { readonly code: CenterCode; readonly buffer: number }

/** What counting needs: the centers, the stock of each item in those that handle it, the items (components of kits among them). */
export type CountedStock = {
  readonly centers: readonly BufferedCenter[]
  readonly items: ReadonlyMap<ItemId, Item>
  /** The level of an item in a center, or null when the center does not handle the item. */
  level(itemId: ItemId, center: CenterCode): StockLevel | null
  readonly untracked: UntrackedReport
}

/** The largest quantity that Amazon's format holds. */
const MOST_UNITS = 2_147_483_647

/**
 * The quantity that we tell Amazon of an item under a ratio (I2, I3): per center that handles it max(0, on hand − allocated − buffer);
 * for a kit the smallest floor(that / n) of its components; then the ratio, floor, per center, since an order ships from one center;
 * then the sum. Never negative. An untracked component does not limit; an untracked item reports what I3 says, whatever the buffer.
 */
export function reportedQuantity(item: Item, ratio: SkuMapping['ratio'], stock: CountedStock): ReportedQuantity {
  const parts = limitingParts(item, stock.items)
  if (parts.length === 0) return stock.untracked
  let sum = 0
  for (const center of stock.centers) {
    const ours = wholeOf(parts, center, stock)
    sum += Math.floor((ours * ratio.amazon) / ratio.ours)
  }
  return Math.min(sum, MOST_UNITS)
}

type Part = { readonly itemId: ItemId; readonly quantity: number }

/** The tracked items that limit how many of an item there are: itself, or the components of the kit, each once. */
function limitingParts(item: Item, items: ReadonlyMap<ItemId, Item>): readonly Part[] {
  if (!item.kit) return item.tracksStock ? [{ itemId: item.id, quantity: 1 }] : []
  const amounts = new Map<ItemId, number>()
  for (const { itemId, quantity } of item.kit) {
    if (items.get(itemId)?.tracksStock) amounts.set(itemId, (amounts.get(itemId) ?? 0) + quantity)
  }
  return [...amounts].map(([itemId, quantity]) => ({ itemId, quantity }))
}

/** How many whole ones a center can ship, after its buffer; none where it does not handle every part. */
function wholeOf(parts: readonly Part[], { code, buffer }: BufferedCenter, stock: CountedStock): number {
  let fewest = Number.POSITIVE_INFINITY
  for (const { itemId, quantity } of parts) {
    const level = stock.level(itemId, code)
    if (!level) return 0
    const free = Math.max(0, level.onHand - level.allocated - buffer)
    fewest = Math.min(fewest, Math.floor(free / quantity))
  }
  return fewest
}
