import type { Item } from '../catalog/item.ts'
import type { ItemId } from '../ids.ts'
import type { Good, Parcel } from '../shipping/shipping-method.ts'
import type { Need } from './allocate.ts'
import type { AmazonLine } from './amazon-order.ts'

/** What is rated: weight, units and items of what is still to be sent, and the goods' value of all lines; a line without amounts counts as zero (O9). */
export function parcelOf(
  needs: readonly Need[],
  ordered: { readonly lines: readonly AmazonLine[]; readonly currency: string },
  items: ReadonlyMap<ItemId, Item>,
): Parcel {
  let grams = 0
  let units = 0
  const goods: Good[] = []
  for (const { item, quantity } of needs) {
    grams += quantity * gramsOf(item, items)
    units += quantity
    if (quantity > 0) goods.push({ itemId: item.id, components: item.kit?.map(({ itemId }) => itemId) ?? [] })
  }
  let subtotal = 0
  for (const { money } of ordered.lines) subtotal += money?.item ?? 0
  return { grams, units, goods, subtotal, currency: ordered.currency }
}

/** A kit is shipped as its components and weighs what they weigh; its own weight counts where one of them is not known. */
function gramsOf(item: Item, items: ReadonlyMap<ItemId, Item>): number {
  if (!item.kit || item.kit.length === 0) return item.grams
  let grams = 0
  for (const { itemId, quantity } of item.kit) {
    const component = items.get(itemId)
    if (!component) return item.grams
    grams += component.grams * quantity
  }
  return grams
}
