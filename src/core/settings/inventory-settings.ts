import type { UntrackedReport } from '../inventory/reported-quantity.ts'
import { type Checked, checkedAs, collectFaults, isWhole } from './faults.ts'

/** The Inventory section of the Settings tab (I1, I3-I6). */
export type InventorySettings = {
  /** Send complete inventory files hourly; else changes only (I1). */
  readonly completeHourly: boolean
  /** Include price in hourly inventory file (I4). */
  readonly includePrice: boolean
  /** Default lead time in minutes; null: none is sent (I5). */
  readonly defaultLeadTimeMinutes: number | null
  /** What an item without inventory tracking reports (I3). */
  readonly untracked: UntrackedReport
  /** Send all unconfigured items in inventory file for this product type; null: none (I6). */
  readonly unconfiguredProductType: string | null
}

/** The Inventory section of a new merchant. */
export const DEFAULT_INVENTORY: InventorySettings = {
  completeHourly: false,
  includePrice: false,
  defaultLeadTimeMinutes: null,
  untracked: 1000,
  unconfiguredProductType: null,
}

const MOST_MINUTES = 60 * 24 * 60

/** What must hold to save the Inventory section. */
export function checkInventorySettings(entered: InventorySettings): Checked<InventorySettings> {
  const faults = collectFaults()
  const { defaultLeadTimeMinutes: minutes, untracked, unconfiguredProductType: type } = entered
  const lead = minutes === null || isWhole(minutes, 0, MOST_MINUTES)
  faults.need(lead, 'defaultLeadTimeMinutes', 'must be a whole number of minutes from 0 to 86,400 (60 days), or absent')
  const quantity = untracked === 'always' || isWhole(untracked, 0, 1_000_000)
  faults.need(quantity, 'untracked', 'must be a whole number from 0 to 1,000,000, or always')
  const named = type === null || /^[A-Z][A-Z0-9_]{0,99}$/.test(type)
  faults.need(
    named,
    'unconfiguredProductType',
    'must be a product type of Amazon in capitals, such as LUGGAGE, or absent',
  )
  faults.need(
    type === null || entered.completeHourly,
    'unconfiguredProductType',
    'counts in complete files only: switch on sending complete inventory files too, or leave it out',
  )
  return checkedAs(entered, faults)
}
