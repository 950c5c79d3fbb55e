import { isMerchantId, type MerchantId } from '../ids.ts'
import { isCurrency } from '../money.ts'
import { type Checked, checkedAs, collectFaults } from '../settings/faults.ts'
import { checkShipFrom, isWord, type ShipFromAddress } from './ship-from.ts'

/** The units in which a merchant weighs. */
export const WEIGHT_UNITS = ['g', 'kg', 'oz', 'lb'] as const
export type WeightUnit = (typeof WEIGHT_UNITS)[number]

/** A merchant as it is entered; without an id one is drawn (M1). */
export type EnteredMerchant = {
  readonly id: string | null
  readonly name: string
  /** The owner's e-mail address (M3). */
  readonly owner: string
  readonly timeZone: string
  readonly currency: string
  readonly weightUnit: string
  readonly shipFrom: ShipFromAddress
}

/** A merchant that may be saved (M1). */
export type CheckedMerchant = Omit<EnteredMerchant, 'id' | 'weightUnit'> & {
  readonly id: MerchantId | null
  readonly weightUnit: WeightUnit
}

/** What must hold to create a merchant; everything that is wrong is told at once (M1). */
export function checkMerchant(entered: EnteredMerchant): Checked<CheckedMerchant> {
  const faults = collectFaults()
  const { id, shipFrom } = entered
  faults.need(id === null || isMerchantId(id), 'id', 'must be five capital letters, such as HRBOR')
  faults.need(isWord(entered.name, 100), 'name', 'must have 1 to 100 characters')
  faults.need(
    /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(entered.owner),
    'owner',
    'must be the e-mail address of the one owner',
  )
  const timeZone = zoneNamed(entered.timeZone)
  faults.need(timeZone !== null, 'timeZone', 'must be a time zone by its place, such as America/New_York')
  faults.need(isCurrency(entered.currency), 'currency', 'must be a currency by its three capitals, such as USD')
  const weightUnit = WEIGHT_UNITS.find((unit) => unit === entered.weightUnit)
  faults.need(weightUnit !== undefined, 'weightUnit', `must be one of ${WEIGHT_UNITS.join(', ')}`)
  checkShipFrom(shipFrom, 'shipFrom', faults)
  return checkedAs(
    { ...entered, id: id as MerchantId | null, timeZone: timeZone ?? '', weightUnit: weightUnit ?? 'g' },
    faults,
  )
}

/** The zone as it is usually written, however it was entered; null when there is none of this name. */
function zoneNamed(entered: string): string | null {
  if (!/^[A-Za-z][\w+/-]*$/.test(entered)) return null
  const usual = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === entered.toLowerCase())
  if (usual) return usual
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: entered }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Draws a Merchant ID; `chance` gives numbers from 0 to below 1 (M1). */
export const drawMerchantId = (chance: () => number): MerchantId =>
  Array.from({ length: 5 }, () => LETTERS[Math.floor(chance() * LETTERS.length)]).join('') as MerchantId
