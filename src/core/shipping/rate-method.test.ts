import { describe, expect, it, test } from 'vitest'
import type { ItemId } from '../ids.ts'
import type { Destination } from '../orders/amazon-order.ts'
import { exampleMethod, exampleParcel, TEXAS } from '../orders/import-examples.ts'
import { rateMethod } from './rate-method.ts'
import type { Parcel, Rate, ShippingMethod, Zone } from './shipping-method.ts'

const flat = (amount: number): Rate => ({ kind: 'flat', amount })
const zone = (given: Partial<Zone> = {}): Zone => ({
  country: 'US',
  states: [],
  exceptStates: [],
  postalCodes: [],
  rate: flat(500),
  ...given,
})
const to = (given: Partial<Destination>): Destination => ({ ...TEXAS, ...given })
const HONOLULU = to({ state: 'HI', postalCode: '96801' })
const APO = to({ state: 'AE', postalCode: '09012', military: true })
const ask = (method: Partial<ShippingMethod>, destination = TEXAS, parcel: Partial<Parcel> = {}) => {
  const rating = rateMethod(exampleMethod('M', method), {
    destination,
    parcel: exampleParcel(parcel),
    merchantCurrency: 'USD',
  })
  return rating.ok ? rating.cost : rating.reason.code
}
const byWeight: Rate = {
  kind: 'by-weight',
  steps: [
    { upToGrams: 450, amount: 400 },
    { upToGrams: 900, amount: 700 },
  ],
}
const rated = (rate: Rate): Partial<ShippingMethod> => ({ zones: [zone({ rate })] })
const items = (...ids: string[]) => ids as ItemId[]
const bySubtotal: Rate = {
  kind: 'by-subtotal',
  steps: [
    { upTo: 1999, amount: 600 },
    { upTo: 5000, amount: 0 },
  ],
}

describe('rate method', () => {
  it.each<[string, Partial<ShippingMethod>, Destination, number | string]>([
    ['a method for all of the country has its flat rate', {}, TEXAS, 500],
    ['a disabled method is unavailable', { enabled: false }, TEXAS, 'disabled'],
    ['a method without zones goes nowhere', { zones: [] }, TEXAS, 'no-zone'],
    ['another country is no zone', {}, to({ country: 'CA', state: 'ON' }), 'no-zone'],
    ['a listed state is in the zone', { zones: [zone({ states: ['TX'] })] }, TEXAS, 500],
    ['a state not listed is not', { zones: [zone({ states: ['CA', 'NY'] })] }, TEXAS, 'no-zone'],
    ['an excepted state is not in the zone', { zones: [zone({ exceptStates: ['AK', 'HI'] })] }, HONOLULU, 'no-zone'],
    [
      'the first zone that holds gives the rate',
      { zones: [zone({ states: ['HI'], rate: flat(900) }), zone()] },
      HONOLULU,
      900,
    ],
    [
      'a later zone serves who is in no former one',
      { zones: [zone({ states: ['HI'], rate: flat(900) }), zone()] },
      TEXAS,
      500,
    ],
    ['a postal code by its beginning', { zones: [zone({ postalCodes: ['967', '968'] })] }, HONOLULU, 500],
    ['another beginning is not in the zone', { zones: [zone({ postalCodes: ['967'] })] }, HONOLULU, 'no-zone'],
    ['a range holds both its ends', { zones: [zone({ postalCodes: ['75001-96801'] })] }, HONOLULU, 500],
    ['a range holds its first code', { zones: [zone({ postalCodes: ['75001-75002'] })] }, TEXAS, 500],
    ['below a range is outside', { zones: [zone({ postalCodes: ['75002-75009'] })] }, TEXAS, 'no-zone'],
    [
      'ZIP+4 lies in the range of its ZIP',
      { zones: [zone({ postalCodes: ['75000-75001'] })] },
      to({ postalCode: '75001-9999' }),
      500,
    ],
    [
      'a code that is no number is in no range',
      { zones: [zone({ postalCodes: ['10000-99999'] })] },
      to({ postalCode: 'K1A0B1' }),
      'no-zone',
    ],
    ['no code is in no range', { zones: [zone({ postalCodes: ['10000-99999'] })] }, to({ postalCode: '' }), 'no-zone'],
    ['an empty beginning holds nothing', { zones: [zone({ postalCodes: [' '] })] }, TEXAS, 'no-zone'],
    [
      'spaces in a code do not matter',
      { zones: [zone({ country: 'GB', postalCodes: ['BT1'] })] },
      to({ country: 'GB', state: '', postalCode: 'BT 1 5GS' }),
      500,
    ],
    [
      'states and postal codes must both hold',
      { zones: [zone({ states: ['TX'], postalCodes: ['967'] })] },
      TEXAS,
      'no-zone',
    ],
    ['a PO box needs a method that serves it', { poBox: false }, to({ poBox: true }), 'po-box'],
    ['a PO box with such a method', { poBox: true }, to({ poBox: true }), 500],
    ['a military address needs a method that serves it', { military: false }, APO, 'military'],
    ['a military address is a state of the US', { zones: [zone({ states: ['AE', 'AP', 'AA'] })] }, APO, 500],
    ['a military address can be excepted', { zones: [zone({ exceptStates: ['AE', 'AP', 'AA'] })] }, APO, 'no-zone'],
    [
      'Puerto Rico as a country is in a US zone as a state',
      { zones: [zone({ states: ['PR'] })] },
      to({ country: 'PR', state: '' }),
      500,
    ],
    [
      'Puerto Rico as a country is excepted as a state',
      { zones: [zone({ exceptStates: ['PR'] })] },
      to({ country: 'PR', state: '' }),
      'no-zone',
    ],
    ['Puerto Rico as a state is in a zone of its own', { zones: [zone({ country: 'PR' })] }, to({ state: 'PR' }), 500],
    [
      'a province by its name',
      { zones: [zone({ country: 'CA', states: ['Ontario'] })] },
      to({ country: 'CA', state: 'ON' }),
      500,
    ],
    [
      'a state elsewhere in any letters',
      { zones: [zone({ country: 'DE', exceptStates: ['Bayern'] })] },
      to({ country: 'DE', state: 'BAYERN' }),
      'no-zone',
    ],
  ])('[O9] %s', (...[, method, destination, expected]) => {
    expect(ask(method, destination)).toBe(expected)
  })

  it.each<[string, Partial<ShippingMethod>, Partial<Parcel>, number | string]>([
    ['the limit of weight is inclusive', { maxGrams: 600 }, { grams: 600 }, 500],
    ['a gram above is too heavy', { maxGrams: 600 }, { grams: 601 }, 'too-heavy'],
    ['by weight: the first step that holds', { zones: [zone({ rate: byWeight })] }, { grams: 450 }, 400],
    ['by weight: the next step', { zones: [zone({ rate: byWeight })] }, { grams: 451 }, 700],
    ['by weight: above the last step', { zones: [zone({ rate: byWeight })] }, { grams: 901 }, 'no-step'],
    [
      'by weight: the currency of the order does not matter',
      { zones: [zone({ rate: byWeight })] },
      { grams: 1, currency: 'EUR' },
      400,
    ],
    ['by subtotal: the first step that holds', { zones: [zone({ rate: bySubtotal })] }, { subtotal: 1999 }, 600],
    ['by subtotal: a step may cost nothing', { zones: [zone({ rate: bySubtotal })] }, { subtotal: 2000 }, 0],
    ['by subtotal: above the last step', { zones: [zone({ rate: bySubtotal })] }, { subtotal: 5001 }, 'no-step'],
    [
      'by subtotal: amounts of another currency cannot be compared',
      { zones: [zone({ rate: bySubtotal })] },
      { currency: 'EUR' },
      'other-currency',
    ],
    ['a rate without steps has no step', { zones: [zone({ rate: { kind: 'by-weight', steps: [] } })] }, {}, 'no-step'],
  ])('[O9] %s', (...[, method, parcel, expected]) => {
    expect(ask(method, TEXAS, parcel)).toBe(expected)
  })

  test('[O9] the first reason against a method is told: whether it goes there, then weight, value, packages, items', () => {
    const limits = { maxGrams: 1, maxValue: 1, maxPackages: 1, packageGrams: 1, excludedItems: items('MUG') }
    const asked = [
      { ...limits, zones: [] },
      limits,
      { ...limits, maxGrams: null },
      { ...limits, maxGrams: null, maxValue: null },
      { excludedItems: items('MUG'), ...rated({ kind: 'by-weight', steps: [] }) },
    ]
    const codes = ['no-zone', 'too-heavy', 'too-valuable', 'too-many-packages', 'excluded-item']
    expect(asked.map((method) => ask(method))).toEqual(codes)
  })

  test('[U2] no reason says where the order goes', () => {
    const secret = to({ state: 'QZ', postalCode: '98765', poBox: true, military: true })
    for (const method of [{ enabled: false }, { zones: [] }, { poBox: false }, { military: false }, { maxGrams: 1 }]) {
      const rating = rateMethod(exampleMethod('M', method), {
        destination: secret,
        parcel: exampleParcel(),
        merchantCurrency: 'USD',
      })
      expect(rating.ok).toBe(false)
      expect(JSON.stringify(rating)).not.toMatch(/QZ|98765/)
    }
  })
})
