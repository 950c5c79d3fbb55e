import { type Faults, isText } from '../settings/faults.ts'

/** Where packages start: an address of the merchant's own, never a buyer's (M1). */
export type ShipFromAddress = {
  readonly name: string
  readonly line1: string
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly country: string
}

/** What must hold of such an address; faults are named `field.city` (M1). */
export function checkShipFrom(address: ShipFromAddress, field: string, faults: Faults): void {
  for (const part of ['name', 'line1', 'city', 'postalCode'] as const)
    faults.need(isWord(address[part], 100), `${field}.${part}`, 'must have 1 to 100 characters')
  faults.need(isText(address.state, 0, 100), `${field}.state`, 'must have at most 100 characters')
  faults.need(isCountry(address.country), `${field}.country`, 'must be a country by its two capitals, such as US')
}

/** True for a text that says something, of so many characters at most. */
export const isWord = (text: string, most: number): boolean => isText(text, 1, most) && text.trim() !== ''

const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  code !== 'ZZ' &&
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined
