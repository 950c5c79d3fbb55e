import { type Faults, isKey } from '../settings/faults.ts'
import { type EnteredRate, readRate } from './check-rate.ts'
import { isBritish, readPostalRule } from './postal-codes.ts'
import type { Zone } from './shipping-method.ts'

/** A zone as it is entered. */
export type EnteredZone = Omit<Zone, 'rate'> & { readonly rate: EnteredRate }

/** Reads a zone; what is wrong is noted with its field (O9). */
export function readZone(
  entered: EnteredZone,
  { field, currency }: { readonly field: string; readonly currency: string },
  faults: Faults,
): Zone {
  const { country } = entered
  faults.need(/^[A-Z]{2}$/.test(country), `${field}.country`, 'must be a country of two capitals, such as US')
  faults.need(country !== 'UK', `${field}.country`, 'must be GB for the United Kingdom')
  for (const part of ['states', 'exceptStates'] as const) {
    faults.need(entered[part].length <= 100, `${field}.${part}`, 'may have at most 100 entries')
    entered[part].slice(0, 100).forEach((state, at) => {
      const holds = country === 'US' ? /^[A-Z]{2}$/.test(state) : isKey(state, 60)
      const why = country === 'US' ? 'must be a state of two capitals, such as TX' : 'must have 1 to 60 characters'
      faults.need(holds, `${field}.${part}[${at}]`, why)
    })
  }
  faults.need(entered.postalCodes.length <= 1000, `${field}.postalCodes`, 'may have at most 1,000 entries')
  entered.postalCodes.slice(0, 1000).forEach((code, at) => {
    const rule = readPostalRule(country, code)
    faults.need(rule !== null, `${field}.postalCodes[${at}]`, isBritish(country) ? BRITISH_RULE : RULE)
  })
  return { ...entered, rate: readRate(entered.rate, { field: `${field}.rate`, currency }, faults) }
}

const RULE =
  'must be the beginning of a postal code, such as 967, or a range of two equally long codes, such as 10000-19999'

const BRITISH_RULE =
  'must be an area, district or sector, such as BT, BT1 or BT1 5, or a range within one area, such as PA20-PA80'
