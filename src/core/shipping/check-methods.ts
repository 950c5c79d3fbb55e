import type { ItemId, MethodId } from '../ids.ts'
import {
  type Checked,
  checkedAs,
  collectFaults,
  type EnteredMoney,
  type Faults,
  findTwice,
  isKey,
  isText,
  isWhole,
  readAmount,
} from '../settings/faults.ts'
import { type EnteredZone, readZone } from './check-zone.ts'
import type { ShippingMethod } from './shipping-method.ts'

/** A shipping method as it is entered. */
export type EnteredMethod = Omit<ShippingMethod, 'zones' | 'maxValue'> & {
  readonly zones: readonly EnteredZone[]
  readonly maxValue: EnteredMoney | null
}

/** What checking methods needs: the merchant's currency, those of its items that are named, and the methods that a service level names. */
export type KnownToMethods = {
  readonly currency: string
  readonly items: ReadonlySet<ItemId>
  readonly used: ReadonlySet<MethodId>
}

type At = { readonly field: string; readonly known: KnownToMethods }

const MOST_METHODS = 200
const MOST_ZONES = 100
const MOST_ITEMS = 1000
const MOST_GRAMS = 10_000_000

/** What must hold to save the list of shipping methods (O9). */
export function checkMethods(entered: readonly EnteredMethod[], known: KnownToMethods): Checked<ShippingMethod[]> {
  const faults = collectFaults()
  faults.need(entered.length <= MOST_METHODS, 'methods', `may have at most ${MOST_METHODS} methods`)
  const name = (at: number) => `methods[${at}]`
  const methods = entered
    .slice(0, MOST_METHODS)
    .map((method, at) => readMethod(method, { field: name(at), known }, faults))
  findTwice(
    methods.map((method) => method.id),
    (at) => `${name(at)}.id`,
    faults,
  )
  const kept = new Set(methods.map((method) => method.id))
  for (const id of known.used) {
    faults.need(kept.has(id), 'methods', `leaves out the method ${id}, which the Shipping section still names`)
  }
  return checkedAs(methods, faults)
}

function readMethod(entered: EnteredMethod, at: At, faults: Faults): ShippingMethod {
  const { field, known } = at
  faults.need(
    isKey(entered.id, 40),
    `${field}.id`,
    'must have 1 to 40 characters, no control characters, no space at its ends',
  )
  for (const part of ['name', 'carrier'] as const) {
    faults.need(
      isText(entered[part], 1, 100),
      `${field}.${part}`,
      'must have 1 to 100 characters, none of them control characters',
    )
  }
  faults.need(isWhole(entered.zones.length, 1, MOST_ZONES), `${field}.zones`, `must have 1 to ${MOST_ZONES} zones`)
  const { currency } = known
  const zones = entered.zones
    .slice(0, MOST_ZONES)
    .map((zone, index) => readZone(zone, { field: `${field}.zones[${index}]`, currency }, faults))
  checkPackages(entered, field, faults)
  const maxValue = entered.maxValue && readAmount(entered.maxValue, { field: `${field}.maxValue`, currency }, faults)
  return { ...entered, zones, maxValue, ...readItems(entered, at, faults) }
}

/** Weight and packages: each a whole number or no limit; packages are counted by weight, so the two of them need each other. */
function checkPackages({ maxGrams, maxPackages, packageGrams }: EnteredMethod, field: string, faults: Faults): void {
  const grams = 'must be a whole number from 1 to 10,000,000, or null for no limit'
  faults.need(maxGrams === null || isWhole(maxGrams, 1, MOST_GRAMS), `${field}.maxGrams`, grams)
  faults.need(packageGrams === null || isWhole(packageGrams, 1, MOST_GRAMS), `${field}.packageGrams`, grams)
  const packages = maxPackages === null || isWhole(maxPackages, 1, 10_000)
  faults.need(packages, `${field}.maxPackages`, 'must be a whole number from 1 to 10,000, or null for no limit')
  const needsGrams = maxPackages !== null && packageGrams === null
  faults.need(!needsGrams, `${field}.packageGrams`, 'must say how many grams fit one package, as maxPackages is set')
  const needsPackages = maxPackages === null && packageGrams !== null
  faults.need(!needsPackages, `${field}.maxPackages`, 'must say how many packages, as packageGrams is set')
}

/** The lists of items; an id that stands twice is kept once. */
function readItems(entered: EnteredMethod, { field, known }: At, faults: Faults) {
  for (const part of ['excludedItems', 'onlyItems'] as const) {
    const list = entered[part]
    faults.need(list.length <= MOST_ITEMS, `${field}.${part}`, 'may have at most 1,000 entries')
    list.slice(0, MOST_ITEMS).forEach((id, at) => {
      faults.need(known.items.has(id), `${field}.${part}[${at}]`, 'is not an item of this merchant')
    })
  }
  const excludedItems = [...new Set(entered.excludedItems)]
  const onlyItems = [...new Set(entered.onlyItems)]
  const excluded = new Set(excludedItems)
  entered.onlyItems.slice(0, MOST_ITEMS).forEach((id, at) => {
    faults.need(!excluded.has(id), `${field}.onlyItems[${at}]`, 'stands among the excluded items too')
  })
  return { excludedItems, onlyItems }
}
