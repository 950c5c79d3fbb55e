import type { MethodId } from '../ids.ts'
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
import type { Rate, ShippingMethod, Zone } from './shipping-method.ts'

/** A rate as it is entered: amounts are decimal strings. */
export type EnteredRate =
  | { readonly kind: 'flat'; readonly amount: EnteredMoney }
  | {
      readonly kind: 'by-weight'
      readonly steps: readonly { readonly upToGrams: number; readonly amount: EnteredMoney }[]
    }
  | {
      readonly kind: 'by-subtotal'
      readonly steps: readonly { readonly upTo: EnteredMoney; readonly amount: EnteredMoney }[]
    }

/** A zone as it is entered. */
export type EnteredZone = Omit<Zone, 'rate'> & { readonly rate: EnteredRate }

/** A shipping method as it is entered. */
export type EnteredMethod = Omit<ShippingMethod, 'zones'> & { readonly zones: readonly EnteredZone[] }

type At = { readonly field: string; readonly currency: string }

const MOST_METHODS = 200
const MOST_ZONES = 100
const MOST_STEPS = 100

/** What must hold to save the list of shipping methods; `used` are those that a service level names (O9). */
export function checkMethods(
  entered: readonly EnteredMethod[],
  { currency, used }: { readonly currency: string; readonly used: ReadonlySet<MethodId> },
): Checked<ShippingMethod[]> {
  const faults = collectFaults()
  faults.need(entered.length <= MOST_METHODS, 'methods', `may have at most ${MOST_METHODS} methods`)
  const name = (at: number) => `methods[${at}]`
  const methods = entered
    .slice(0, MOST_METHODS)
    .map((method, at) => readMethod(method, { field: name(at), currency }, faults))
  findTwice(
    methods.map((method) => method.id),
    (at) => `${name(at)}.id`,
    faults,
  )
  const kept = new Set(methods.map((method) => method.id))
  for (const id of used) {
    faults.need(kept.has(id), 'methods', `leaves out the method ${id}, which the Shipping section still names`)
  }
  return checkedAs(methods, faults)
}

function readMethod(entered: EnteredMethod, { field, currency }: At, faults: Faults): ShippingMethod {
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
  const weight = entered.maxGrams === null || isWhole(entered.maxGrams, 1, 10_000_000)
  faults.need(weight, `${field}.maxGrams`, 'must be a whole number from 1 to 10,000,000, or null for no limit')
  faults.need(isWhole(entered.zones.length, 1, MOST_ZONES), `${field}.zones`, `must have 1 to ${MOST_ZONES} zones`)
  const zones = entered.zones
    .slice(0, MOST_ZONES)
    .map((zone, at) => readZone(zone, { field: `${field}.zones[${at}]`, currency }, faults))
  return { ...entered, zones }
}

function readZone(entered: EnteredZone, { field, currency }: At, faults: Faults): Zone {
  faults.need(/^[A-Z]{2}$/.test(entered.country), `${field}.country`, 'must be a country of two capitals, such as US')
  for (const part of ['states', 'exceptStates'] as const) {
    faults.need(entered[part].length <= 100, `${field}.${part}`, 'may have at most 100 entries')
    entered[part].slice(0, 100).forEach((state, at) => {
      const holds = entered.country === 'US' ? /^[A-Z]{2}$/.test(state) : isKey(state, 60)
      const why =
        entered.country === 'US' ? 'must be a state of two capitals, such as TX' : 'must have 1 to 60 characters'
      faults.need(holds, `${field}.${part}[${at}]`, why)
    })
  }
  faults.need(entered.postalCodes.length <= 1000, `${field}.postalCodes`, 'may have at most 1,000 entries')
  entered.postalCodes.slice(0, 1000).forEach((code, at) => {
    faults.need(
      isPostalRule(code),
      `${field}.postalCodes[${at}]`,
      'must be the beginning of a postal code, such as 967, or a range of two equally long numbers, such as 10000-19999',
    )
  })
  return { ...entered, rate: readRate(entered.rate, { field: `${field}.rate`, currency }, faults) }
}

function isPostalRule(code: string): boolean {
  const range = /^(\d{1,10})-(\d{1,10})$/.exec(code)
  if (!range) return /^[A-Z0-9][A-Z0-9 ]{0,9}$/.test(code)
  const [low = '', high = ''] = range.slice(1)
  return low.length === high.length && low <= high
}

function readRate(entered: EnteredRate, { field, currency }: At, faults: Faults): Rate {
  const amount = (money: EnteredMoney, part: string) =>
    readAmount(money, { field: `${field}.${part}`, currency }, faults)
  if (entered.kind === 'flat') return { kind: 'flat', amount: amount(entered.amount, 'amount') }
  faults.need(isWhole(entered.steps.length, 1, MOST_STEPS), `${field}.steps`, `must have 1 to ${MOST_STEPS} steps`)
  if (entered.kind === 'by-weight') {
    const steps = entered.steps.slice(0, MOST_STEPS).map(({ upToGrams, amount: price }, at) => {
      faults.need(
        isWhole(upToGrams, 1, 10_000_000),
        `${field}.steps[${at}].upToGrams`,
        'must be a whole number from 1 to 10,000,000',
      )
      return { upToGrams, amount: amount(price, `steps[${at}].amount`) }
    })
    checkRising(
      steps.map((step) => step.upToGrams),
      { name: (at) => `${field}.steps[${at}].upToGrams`, faults },
    )
    return { kind: 'by-weight', steps }
  }
  const steps = entered.steps.slice(0, MOST_STEPS).map(({ upTo, amount: price }, at) => ({
    upTo: amount(upTo, `steps[${at}].upTo`),
    amount: amount(price, `steps[${at}].amount`),
  }))
  checkRising(
    steps.map((step) => step.upTo),
    { name: (at) => `${field}.steps[${at}].upTo`, faults },
  )
  return { kind: 'by-subtotal', steps }
}

function checkRising(
  limits: readonly number[],
  { name, faults }: { name: (at: number) => string; faults: Faults },
): void {
  limits.forEach((limit, at) => {
    const before = limits[at - 1]
    faults.need(before === undefined || limit > before, name(at), 'must be more than in the step before')
  })
}
