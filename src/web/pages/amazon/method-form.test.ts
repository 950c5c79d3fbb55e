import { describe, expect, test } from 'vitest'
import type { Method } from './levels-form.ts'
import { faultAt, fromMethodForm, methodFaults, newZone, toMethodForm } from './method-form.ts'
import { EMPTY_RATE } from './rate-form.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const anywhere = { country: 'US', states: [], exceptStates: [], postalCodes: [] }
const METHOD: Method = {
  id: 'GROUND',
  name: 'UPS: Ground',
  carrier: 'UPS',
  zones: [
    { ...anywhere, states: ['AK', 'HI'], rate: { kind: 'flat', amount: usd('24.00') } },
    {
      ...anywhere,
      postalCodes: ['967', '10000-14999'],
      rate: { kind: 'by-weight', steps: [{ upToGrams: 500, amount: usd('4.90') }] },
    },
    {
      ...anywhere,
      country: 'AU',
      exceptStates: ['New South Wales'],
      rate: { kind: 'by-subtotal', steps: [{ upTo: usd('49.99'), amount: usd('5.90') }] },
    },
    { ...anywhere, rate: { kind: 'percentage', percent: '12.5', minimum: null, maximum: usd('8.00') } },
    { ...anywhere, rate: { kind: 'per-item', first: usd('4.00'), further: usd('1.50') } },
  ],
  maxGrams: 30_000,
  maxValue: usd('100.00'),
  maxPackages: 2,
  packageGrams: 10_000,
  poBox: false,
  military: true,
  excludedItems: ['BATTERY-PACK'],
  onlyItems: [],
  enabled: true,
}

describe('the editor of a shipping method', () => {
  test('[O9] a method with zones and rates of every kind is saved as it came where nothing was typed', () => {
    expect(fromMethodForm(toMethodForm(METHOD), METHOD, 'USD')).toEqual(METHOD)
    expect(methodFaults(METHOD, [], 'USD')).toEqual({})
  })

  test('[O9] states and postal codes are typed as one text; another kind of price loses no step', () => {
    const form = toMethodForm(METHOD)
    const [, byWeight] = form.zones
    if (!byWeight) throw new Error('There is no second zone.')
    const typed = {
      ...byWeight,
      states: 'ca, or  WA',
      postalCodes: '967;968',
      rate: { ...byWeight.rate, kind: 'flat' as const },
    }
    const saved = fromMethodForm({ ...form, zones: [typed] }, METHOD, 'USD').zones[0]
    expect(saved).toMatchObject({ states: ['CA', 'OR', 'WA'], postalCodes: ['967', '968'] })
    const back = { ...typed, rate: { ...typed.rate, kind: 'by-weight' as const } }
    expect(fromMethodForm({ ...form, zones: [back] }, METHOD, 'USD').zones[0]?.rate).toEqual(METHOD.zones[1]?.rate)
  })

  test('[O9] what is wrong stands at its field: the entry of a list, the amount of a step, an id that is taken', () => {
    const step = { upTo: '500', amount: 'much' }
    const rate = {
      ...EMPTY_RATE,
      kind: 'by-weight' as const,
      steps: { ...EMPTY_RATE.steps, 'by-weight': [step, step] },
    }
    const zones = [{ ...newZone('US'), states: 'TX, Texas', rate }]
    const entered = fromMethodForm({ ...toMethodForm(METHOD), zones }, METHOD, 'USD')
    const faults = methodFaults(entered, [METHOD], 'USD')
    expect(faultAt(faults, 'id')).toBe('Another method has this id.')
    expect(faultAt(faults, 'zones[0].states')).toBe('Entry 2: Must be a state of two capitals, such as TX.')
    expect(faultAt(faults, 'zones[0].rate.steps[0].amount')).toMatch(/^Must be a decimal number/)
    expect(faultAt(faults, 'zones[0].rate.steps[1].upToGrams')).toBe('Must be more than in the step before.')
    expect(faultAt(faults, 'zones[0].country')).toBe(null)
  })
})
