import type { ItemId, SellerSku } from '../ids.ts'
import { failed, ok, type Result } from '../problems.ts'
import { visibleText } from '../visible-text.ts'
import type { Item, SkuMapping } from './item.ts'

/** Where a seller SKU is looked up. */
export type Catalog = {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly mappings: ReadonlyMap<SellerSku, SkuMapping>
}

/** How much of which item a line orders, in our units, and how many of ours one unit at Amazon is. */
export type ResolvedSku = { readonly item: Item; readonly ours: number; readonly ratio: SkuMapping['ratio'] }

/** One at Amazon is one of ours. */
export const ONE_TO_ONE: SkuMapping['ratio'] = { amazon: 1, ours: 1 }

/** The largest quantity of a line that we keep; nobody ships two billion of anything. */
const MOST_UNITS = 2_000_000_000

/** Finds the item of a line: the SKU mapping first, then an item id equal to the seller SKU, else a problem (O11). */
export function resolveSku(
  line: { readonly sellerSku: SellerSku; readonly title: string; readonly quantity: number },
  { items, mappings }: Catalog,
): Result<ResolvedSku> {
  const sku = line.sellerSku
  const title = visibleText(line.title)
  const mapping = mappings.get(sku)
  if (!mapping) {
    const item = items.get(sku as string as ItemId)
    return item
      ? ok({ item, ours: line.quantity, ratio: ONE_TO_ONE })
      : failed('unknown-sku', { sku, title, quantity: line.quantity })
  }
  const item = items.get(mapping.itemId)
  if (!item) return failed('mapping-item-missing', { sku, item: mapping.itemId, title })
  const { amazon, ours } = mapping.ratio
  const units = (line.quantity * ours) / amazon
  if ((line.quantity * ours) % amazon !== 0 || units > MOST_UNITS) {
    return failed('ratio-splits-pack', { sku, quantity: line.quantity, amazon, ours, item: item.id, title })
  }
  return ok({ item, ours: units, ratio: mapping.ratio })
}
