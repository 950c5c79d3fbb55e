import { expect, test } from 'vitest'
import type { MethodId } from '../ids.ts'
import type { Checked } from '../settings/faults.ts'
import { checkMethods, type EnteredMethod, type EnteredRate, type EnteredZone } from './check-methods.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const zone = (change: Partial<EnteredZone> = {}): EnteredZone => ({
  country: 'US',
  states: [],
  exceptStates: ['AK', 'HI'],
  postalCodes: [],
  rate: { kind: 'flat', amount: usd('6.95') },
  ...change,
})
const method = (zones: EnteredZone[] = [zone()], id = 'GROUND'): EnteredMethod => ({
  id: id as MethodId,
  name: 'Ground',
  carrier: 'UPS',
  zones,
  maxGrams: null,
  poBox: true,
  military: false,
  enabled: true,
})
const check = (methods: EnteredMethod[], used: string[] = []) =>
  checkMethods(methods, { currency: 'USD', used: new Set(used as MethodId[]) })
const fieldsOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems.map((each) => each.facts.field))
const fieldsOfRate = (rate: EnteredRate) => fieldsOf(check([method([zone({ rate })])]))

test('[O9] amounts become minor units', () => {
  const checked = check([method()])
  expect(checked.ok && checked.value[0]?.zones[0]?.rate).toEqual({ kind: 'flat', amount: 695 })
})

test.each(['967', '10000-19999', 'K1A 0', '00501'])('[O9] the postal rule [%s] may be saved', (code) => {
  expect(check([method([zone({ postalCodes: [code] })])]).ok).toBe(true)
})

test.each(['', '19999-10000', '1-19999', '967*', '-', '12345678901'])(
  '[O9] the postal rule [%s] is refused',
  (code) => {
    expect(fieldsOf(check([method([zone({ postalCodes: [code] })])]))).toEqual(['methods[0].zones[0].postalCodes[0]'])
  },
)

test('[O9] a state of the United States has two capitals', () => {
  expect(fieldsOf(check([method([zone({ states: ['TX', 'Texas'] })])]))).toEqual(['methods[0].zones[0].states[1]'])
  expect(check([method([zone({ country: 'CA', states: ['Ontario'], exceptStates: [] })])]).ok).toBe(true)
})

test('[O9] the steps of a rate rise, and amounts are not below zero', () => {
  const steps = [
    { upToGrams: 1000, amount: usd('5') },
    { upToGrams: 1000, amount: usd('-1') },
  ]
  expect(fieldsOfRate({ kind: 'by-weight', steps })).toEqual([
    'methods[0].zones[0].rate.steps[1].amount.amount',
    'methods[0].zones[0].rate.steps[1].upToGrams',
  ])
  const bySubtotal = [
    { upTo: usd('50'), amount: usd('5') },
    { upTo: usd('20'), amount: usd('0') },
  ]
  expect(fieldsOfRate({ kind: 'by-subtotal', steps: bySubtotal })).toEqual(['methods[0].zones[0].rate.steps[1].upTo'])
  expect(fieldsOfRate({ kind: 'by-weight', steps: [] })).toEqual(['methods[0].zones[0].rate.steps'])
})

test('[O9] a method that a service level names cannot be left out, and none stands twice', () => {
  expect(fieldsOf(check([method(), method()], ['AIR']))).toEqual(['methods[1].id', 'methods'])
})
