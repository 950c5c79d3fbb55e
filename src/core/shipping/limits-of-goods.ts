import type { ItemId } from '../ids.ts'
import { formatMoney } from '../money.ts'
import { visibleText } from '../visible-text.ts'
import { type Rating, type Shipment, unavailable } from './rating.ts'
import type { Good, Parcel, ShippingMethod } from './shipping-method.ts'

/** The first limit of a method that the goods do not keep: weight, value, packages, items; null when they keep all. A limit itself is still kept (O9). */
export function faultOfGoods(method: ShippingMethod, { parcel, merchantCurrency }: Shipment): Rating | null {
  if (method.maxGrams !== null && parcel.grams > method.maxGrams) {
    return unavailable('too-heavy', `too heavy (over ${method.maxGrams} g)`)
  }
  return (
    faultOfValue(method, { parcel, merchantCurrency }) ??
    faultOfPackages(method, parcel) ??
    faultOfItems(method, parcel.goods)
  )
}

function faultOfValue(
  { maxValue }: ShippingMethod,
  { parcel, merchantCurrency }: Pick<Shipment, 'parcel' | 'merchantCurrency'>,
): Rating | null {
  if (maxValue === null) return null
  if (parcel.currency !== merchantCurrency) {
    const words = `its limit of value is in ${merchantCurrency}, the order is in ${parcel.currency}`
    return unavailable('other-currency', words)
  }
  if (parcel.subtotal <= maxValue) return null
  const most = formatMoney({ minor: maxValue, currency: merchantCurrency })
  return unavailable('too-valuable', `worth too much (over ${most})`)
}

function faultOfPackages({ maxPackages, packageGrams }: ShippingMethod, { grams }: Parcel): Rating | null {
  if (maxPackages === null || packageGrams === null) return null
  const packages = packagesOf(grams, packageGrams)
  if (packages <= maxPackages) return null
  return unavailable('too-many-packages', `too many packages (${packages}, at most ${maxPackages})`)
}

/** Packages are counted by weight alone, for nothing is known of sizes; what weighs nothing still takes one (O9). */
const packagesOf = (grams: number, packageGrams: number): number => Math.max(1, Math.ceil(grams / packageGrams))

/** For exclusions a kit and each of its components count; a kit is among the only items by itself or by all of its components. */
function faultOfItems({ excludedItems, onlyItems }: ShippingMethod, goods: readonly Good[]): Rating | null {
  const excluded = first(goods, ({ itemId, components }) => [itemId, ...components].some(isIn(excludedItems)))
  if (excluded) return unavailable('excluded-item', `does not take the item ${visibleText(excluded, 40)}`)
  if (onlyItems.length === 0) return null
  const holds = isIn(onlyItems)
  const other = first(
    goods,
    ({ itemId, components }) => !holds(itemId) && !(components.length > 0 && components.every(holds)),
  )
  return other ? unavailable('other-item', `takes only some items, not ${visibleText(other, 40)}`) : null
}

const isIn = (list: readonly ItemId[]) => (itemId: ItemId) => list.includes(itemId)

const first = (goods: readonly Good[], test: (good: Good) => boolean): ItemId | undefined => goods.find(test)?.itemId
