import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import { checkShipFrom } from '../merchants/ship-from.ts'
import { faultOfDay } from '../settings/calendar-day.ts'
import { type Checked, checkedAs, collectFaults, findTwice, isKey, isText, isWhole } from '../settings/faults.ts'
import type { NamedCenter, RestockDay, StockEntry } from './stock-entry.ts'

const MOST_CENTERS = 100
const MOST_UNITS = 1_000_000_000
const MOST_BUFFER = 1_000_000

/** What must hold to save the list of centers: one is the default, and none that is still used is missing (O20). */
export function checkCenters(entered: readonly NamedCenter[], busy: readonly CenterCode[]): Checked<NamedCenter[]> {
  const faults = collectFaults()
  faults.need(isWhole(entered.length, 1, MOST_CENTERS), 'centers', `must have 1 to ${MOST_CENTERS} centers`)
  const defaults = entered.filter((center) => center.isDefault).length
  faults.need(defaults === 1, 'centers', `must have exactly one default center; these have ${defaults}`)
  entered.slice(0, MOST_CENTERS).forEach((center, at) => {
    const code = isKey(center.code, 20)
    faults.need(
      code,
      `centers[${at}].code`,
      'must have 1 to 20 characters, no control characters, no space at its ends',
    )
    faults.need(
      isText(center.name, 1, 100),
      `centers[${at}].name`,
      'must have 1 to 100 characters, none of them control characters',
    )
    faults.need(
      isWhole(center.inventoryBuffer, 0, MOST_BUFFER),
      `centers[${at}].inventoryBuffer`,
      'must be a whole number from 0 to 1,000,000',
    )
    if (center.shipFrom) checkShipFrom(center.shipFrom, `centers[${at}].shipFrom`, faults)
  })
  findTwice(
    entered.map((center) => center.code),
    (at) => `centers[${at}].code`,
    faults,
  )
  for (const code of busy) faults.add('centers', `leaves out the center ${code}, which still holds or reserves stock`)
  return checkedAs([...entered], faults)
}

/** What a check of stock needs: the items named, and the centers. */
export type KnownPlaces = { readonly items: ReadonlyMap<ItemId, Item>; readonly centers: ReadonlySet<CenterCode> }

/** What must hold to set stock on hand; below zero is allowed, for what was sold before it was counted (O20). */
export function checkStock(entered: readonly StockEntry[], known: KnownPlaces): Checked<StockEntry[]> {
  const faults = collectFaults()
  entered.forEach((entry, at) => {
    const item = known.items.get(entry.itemId)
    if (!item) faults.add(`stock[${at}].itemId`, 'is not an item of this merchant')
    else faults.need(item.kit === null, `stock[${at}].itemId`, 'is a kit: set the stock of its components')
    faults.need(known.centers.has(entry.center), `stock[${at}].center`, 'is not a center of this merchant')
    const whole = isWhole(entry.onHand, -MOST_UNITS, MOST_UNITS)
    faults.need(whole, `stock[${at}].onHand`, 'must be a whole number from -1,000,000,000 to 1,000,000,000')
  })
  const keys = entered.map((entry) => JSON.stringify([entry.itemId, entry.center]))
  findTwice(keys, (at) => `stock[${at}]`, faults)
  return checkedAs([...entered], faults)
}

/** What checking restock days needs: what lies where, and the day it is for the merchant, `YYYY-MM-DD`. */
export type KnownShelves = KnownPlaces & {
  has(itemId: ItemId, center: CenterCode): boolean
  readonly today: string
}

/** What must hold to say when more of an item comes to a center: a day from today on, where the item is kept at all (I5). */
export function checkRestockDays(entered: readonly RestockDay[], known: KnownShelves): Checked<RestockDay[]> {
  const faults = collectFaults()
  entered.forEach(({ itemId, center, on }, at) => {
    const field = `restock[${at}]`
    const day = on === null ? null : faultOfDay(on)
    if (day !== null) faults.add(`${field}.on`, day)
    else faults.need(on === null || on >= known.today, `${field}.on`, `must not lie before today, ${known.today}`)
    if (!known.items.has(itemId)) faults.add(`${field}.itemId`, 'is not an item of this merchant')
    else if (!known.centers.has(center)) faults.add(`${field}.center`, 'is not a center of this merchant')
    else
      faults.need(
        known.has(itemId, center),
        field,
        `has no stock there: set that of ${itemId} in ${center} first, 0 will do`,
      )
  })
  const keys = entered.map(({ itemId, center }) => JSON.stringify([itemId, center]))
  findTwice(keys, (at) => `restock[${at}]`, faults)
  return checkedAs([...entered], faults)
}
