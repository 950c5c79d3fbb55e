import { describe, expect, test } from 'vitest'
import type { ItemId, MethodId } from '../ids.ts'
import type { Checked } from '../settings/faults.ts'
import { checkMethods, type EnteredMethod } from './check-methods.ts'
import type { EnteredRate } from './check-rate.ts'
import type { EnteredZone } from './check-zone.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const zone = (change: Partial<EnteredZone> = {}): EnteredZone => ({
  country: 'US',
  states: [],
  exceptStates: ['AK', 'HI'],
  postalCodes: [],
  rate: { kind: 'flat', amount: usd('6.95') },
  ...change,
})
const method = (zones: EnteredZone[] = [zone()], limits: Partial<EnteredMethod> = {}): EnteredMethod => ({
  id: 'GROUND' as MethodId,
  name: 'Ground',
  carrier: 'UPS',
  zones,
  maxGrams: null,
  maxValue: null,
  maxPackages: null,
  packageGrams: null,
  poBox: true,
  military: false,
  excludedItems: [],
  onlyItems: [],
  enabled: true,
  ...limits,
})
const KNOWN = new Set(['MUG', 'CUP'] as ItemId[])
const check = (methods: EnteredMethod[], used: string[] = []) =>
  checkMethods(methods, { currency: 'USD', items: KNOWN, used: new Set(used as MethodId[]) })
const fieldsOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems.map((each) => each.facts.field))
const fieldsOfLimits = (limits: Partial<EnteredMethod>) =>
  fieldsOf(check([method([zone()], limits)])).map((field) => String(field).replace('methods[0].', ''))
const fieldsOfRate = (rate: EnteredRate) => fieldsOf(check([method([zone({ rate })])]))

test('[O9] amounts become minor units', () => {
  const checked = check([method()])
  expect(checked.ok && checked.value[0]?.zones[0]?.rate).toEqual({ kind: 'flat', amount: 695 })
})

test.each(['967', '10000-19999', 'K1A 0', '00501', '75001-9999', 'K1A-K2C'])(
  '[O9] the postal rule [%s] may be saved',
  (code) => {
    expect(check([method([zone({ postalCodes: [code] })])]).ok).toBe(true)
  },
)

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

test('[O9] British postal rules are those of the United Kingdom, whose code is GB', () => {
  const british = zone({ country: 'GB', exceptStates: [], postalCodes: ['BT1-BT17', 'SW1A'] })
  expect(check([method([british])]).ok).toBe(true)
  const checked = check([
    method([
      { ...british, country: 'UK' },
      { ...british, postalCodes: ['12345'] },
    ]),
  ])
  const places = ['zones[0].country', 'zones[0].postalCodes[0]', 'zones[1].postalCodes[0]']
  expect(fieldsOf(checked)).toEqual(places.map((place) => `methods[0].${place}`))
})

describe('rates', () => {
  const share = (given: object) => ({
    kind: 'percentage' as const,
    percent: '5',
    minimum: null,
    maximum: null,
    ...given,
  })

  test.each([
    ['12.5', 1250],
    ['0', 0],
    ['100', 10_000],
    ['100.00', 10_000],
    ['0.07', 7],
    ['007.5', 750],
  ])('[O9] %s percent becomes %s hundredths of a percent', (percent, basisPoints) => {
    const rate = share({ percent, minimum: usd('1'), maximum: usd('1') })
    const checked = check([method([zone({ rate })])])
    const read = { kind: 'percentage', basisPoints, minimum: 100, maximum: 100 }
    expect(checked.ok && checked.value[0]?.zones[0]?.rate).toEqual(read)
  })

  test.each(['', '-1', '100.01', '101', '12,5', '1.234', '5%', '1e1', '.5', '5.', ' 5'])(
    '[O9] the percentage [%s] is refused',
    (percent) => {
      expect(fieldsOfRate(share({ percent }))).toEqual(['methods[0].zones[0].rate.percent'])
    },
  )

  test('[O9] the bounds of a percentage are amounts, and the maximum is not below the minimum', () => {
    const field = 'methods[0].zones[0].rate'
    expect(fieldsOfRate(share({ minimum: usd('2'), maximum: usd('1.99') }))).toEqual([`${field}.maximum`])
    const wrong = share({ minimum: usd('-1'), maximum: { amount: '1', currency: 'EUR' } })
    expect(fieldsOfRate(wrong)).toEqual([`${field}.minimum.amount`, `${field}.maximum.currency`])
  })

  test('[O9] a rate per item has two amounts', () => {
    const rate = { kind: 'per-item' as const, first: usd('4.50'), further: usd('0') }
    const checked = check([method([zone({ rate })])])
    expect(checked.ok && checked.value[0]?.zones[0]?.rate).toEqual({ kind: 'per-item', first: 450, further: 0 })
    const field = 'methods[0].zones[0].rate'
    const wrong = { kind: 'per-item' as const, first: usd('x'), further: usd('0.001') }
    expect(fieldsOfRate(wrong)).toEqual([`${field}.first.amount`, `${field}.further.amount`])
  })
})

describe('limits', () => {
  const items = (...ids: string[]) => ids as ItemId[]

  test('[O9] limits are read, and an item listed twice is kept once', () => {
    const limits = { maxValue: usd('250'), maxPackages: 3, packageGrams: 10_000 }
    const lists = { excludedItems: items('MUG', 'MUG'), onlyItems: items('CUP') }
    const checked = check([method([zone()], { ...limits, ...lists })])
    expect(checked.ok && checked.value[0]).toMatchObject({
      ...limits,
      maxValue: 25_000,
      excludedItems: ['MUG'],
      onlyItems: ['CUP'],
    })
  })

  test.each<[string, Partial<EnteredMethod>, string[]]>([
    ['a value in another currency', { maxValue: { amount: '5', currency: 'EUR' } }, ['maxValue.currency']],
    ['a value below zero', { maxValue: usd('-5') }, ['maxValue.amount']],
    ['packages without their weight', { maxPackages: 3 }, ['packageGrams']],
    ['a weight of packages without their number', { packageGrams: 1000 }, ['maxPackages']],
    ['no package', { maxPackages: 0, packageGrams: 1000 }, ['maxPackages']],
    ['a package of no weight', { maxPackages: 1, packageGrams: 0 }, ['packageGrams']],
    ['a part of a gram', { maxGrams: 1.5 }, ['maxGrams']],
    ['items that are not there', { excludedItems: items('MUG', 'GONE') }, ['excludedItems[1]']],
    ['only items that are not there', { onlyItems: items('GONE') }, ['onlyItems[0]']],
    ['an item on both lists', { excludedItems: items('MUG'), onlyItems: items('CUP', 'MUG') }, ['onlyItems[1]']],
    ['more than 1,000 items', { excludedItems: Array(1001).fill('MUG') }, ['excludedItems']],
  ])('[O9] %s: refused with the field', (_, limits, fields) => {
    expect(fieldsOfLimits(limits)).toEqual(fields)
  })
})

test('[O9] a method that a service level names cannot be left out, and none stands twice', () => {
  expect(fieldsOf(check([method(), method()], ['AIR']))).toEqual(['methods[1].id', 'methods'])
})
