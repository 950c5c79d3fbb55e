import type { Destination } from '../orders/amazon-order.ts'
import { stateCode } from '../orders/states.ts'
import { type PostalRule, postalHolds, readPostalRule } from './postal-codes.ts'
import type { Zone } from './shipping-method.ts'

/** Territories that Amazon writes either as a country of their own or as a state of the US. */
const US_TERRITORIES: ReadonlySet<string> = new Set(['AS', 'GU', 'MP', 'PR', 'UM', 'VI'])

/** True when a zone holds a destination: its country, its states but the excepted ones, its postal codes (O9). */
export function zoneHolds(zone: Zone, destination: Destination): boolean {
  const state = stateWithin(zone.country, destination)
  if (state === null) return false
  if (zone.states.length > 0 && !lists(zone.states, zone.country, state)) return false
  if (lists(zone.exceptStates, zone.country, state)) return false
  return zone.postalCodes.length === 0 || postalHolds(zone.country, rulesOf(zone), destination.postalCode)
}

/** US states are entered as two capitals; elsewhere people write them as they like, so both sides are brought to one form. */
const lists = (states: readonly string[], country: string, state: string): boolean =>
  states.includes(state) || (country !== 'US' && states.some((name) => stateCode(country, name) === state))

/** The destination's state as the zone's country writes it; null when it lies in another country. */
function stateWithin(country: string, destination: Destination): string | null {
  if (destination.country === country) return destination.state
  if (country === 'US' && US_TERRITORIES.has(destination.country)) return destination.country
  if (destination.country === 'US' && destination.state === country && US_TERRITORIES.has(country)) return ''
  return null
}

const rulesOfZone = new WeakMap<Zone, readonly PostalRule[]>()

/** The rules of a zone are read once, not for each order of a page. */
function rulesOf(zone: Zone): readonly PostalRule[] {
  const known = rulesOfZone.get(zone)
  if (known) return known
  const rules = zone.postalCodes.flatMap((text) => readPostalRule(zone.country, text) ?? [])
  rulesOfZone.set(zone, rules)
  return rules
}
