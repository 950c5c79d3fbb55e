import type { ItemId } from '../ids.ts'
import { canonical } from '../inventory/canonical.ts'
import { type Checked, checkedAs, collectFaults, findTwice } from '../settings/faults.ts'
import { type EnteredTab, OURS, tabName } from './amazon-tab.ts'

/** So many characters the attributes of a tab may have as JSON. */
export const LONGEST_TAB = 256 * 1024

/** What checking tabs needs: the items named, the merchant's marketplaces, and the tabs that are there. */
export type KnownTabs = {
  readonly items: ReadonlySet<ItemId>
  readonly marketplaces: ReadonlySet<string>
  readonly stored: readonly EnteredTab[]
}

/**
 * What must hold to save Amazon tabs as data (T1, X4): an item and a marketplace of this merchant, attributes of a bearable size, and
 * neither price nor stock among them. What was there already needs no check. Amazon's own rules are checked beside it, and save all the same.
 */
export function checkTabs(entered: readonly EnteredTab[], known: KnownTabs): Checked<EnteredTab[]> {
  const faults = collectFaults()
  const stored = new Map(known.stored.map((tab) => [tabName(tab), canonical(tab)]))
  entered.forEach((tab, at) => {
    const { itemId, marketplaceId, attributes } = tab
    const field = `amazonTabs[${at}]`
    if (stored.get(tabName(tab)) === canonical(tab)) return
    faults.need(known.items.has(itemId), `${field}.itemId`, 'is not an item of this merchant')
    const sells = known.marketplaces.has(marketplaceId)
    faults.need(sells, `${field}.marketplaceId`, 'is not a marketplace in which this merchant sells')
    const fits = JSON.stringify(attributes).length <= LONGEST_TAB
    faults.need(fits, `${field}.attributes`, `hold more than ${LONGEST_TAB / 1024} kB`)
    for (const name of OURS)
      if (Object.hasOwn(attributes, name))
        faults.add(
          `${field}.attributes.${name}`,
          'is told by Millrace itself, from the price and the stock of the item',
        )
  })
  findTwice(entered.map(tabName), (at) => `amazonTabs[${at}]`, faults)
  return checkedAs([...entered], faults)
}
