import { describe, expect, test } from 'vitest'
import type { MethodId } from '../ids.ts'
import { checkOrderSettings, checkShippingSettings } from './check-settings.ts'
import type { Checked } from './faults.ts'
import { DEFAULT_SETTINGS, type OrderSettings, type ShippingSettings } from './settings.ts'

const GROUND = 'GROUND' as MethodId
const METHODS = [
  { id: GROUND, enabled: true },
  { id: 'OFF' as MethodId, enabled: false },
]
const row = { methodId: GROUND, valid: true, priority: null }

const complete: ShippingSettings = {
  levels: { standard: [row], expedited: [row], 'two-day': [row], 'one-day': [row] },
  further: DEFAULT_SETTINGS.shipping.further,
}

const orders = (change: Partial<OrderSettings>) =>
  checkOrderSettings({ ...DEFAULT_SETTINGS.orders, ...change }, new Set(['HARBOR']))
const fieldsOf = (checked: Checked<unknown>) => (checked.ok ? [] : checked.problems.map((each) => each.facts.field))

describe('the Orders section', () => {
  test('[O2] the defaults may be saved', () => {
    expect(checkOrderSettings(DEFAULT_SETTINGS.orders, new Set()).ok).toBe(true)
  })

  test('[O7] an unknown theme code is refused, a known one and none are not', () => {
    expect(fieldsOf(orders({ themeCode: 'NOBODY' }))).toEqual(['themeCode'])
    expect(orders({ themeCode: 'HARBOR' }).ok).toBe(true)
    expect(orders({ themeCode: null }).ok).toBe(true)
  })

  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('[O2] %s is a day', (day) => {
    expect(orders({ notBefore: day }).ok).toBe(true)
  })

  test.each([
    '02/30/2026',
    '2026-02-30',
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '',
    '0000-01-01',
  ])('[O2] the date [%s] is refused with its field', (day) => {
    expect(fieldsOf(orders({ notBefore: day }))).toEqual(['notBefore'])
  })

  test('[O3] each ignored order is one Amazon order id; the wrong ones are named', () => {
    const entered = ['111-2222222-3333333', '111-2222222-333333', '111-2222222-3333333 ', '']
    expect(fieldsOf(orders({ ignoredOrders: entered }))).toEqual([
      'ignoredOrders[1]',
      'ignoredOrders[2]',
      'ignoredOrders[3]',
    ])
  })

  test('[O3] an id entered twice is kept once', () => {
    const checked = orders({ ignoredOrders: ['111-2222222-3333333', '111-2222222-3333333'] })
    expect(checked.ok && checked.value.ignoredOrders).toEqual(['111-2222222-3333333'])
  })

  test('[O4] an ignored item may have any characters that can be stored', () => {
    expect(orders({ ignoredItems: ['B00EXAMPLE', 'MUG/RED #2 100%', '🍵'] }).ok).toBe(true)
    expect(fieldsOf(orders({ ignoredItems: ['a\u0000b', '\ud800', 'x'.repeat(201)] }))).toHaveLength(3)
  })

  test('[O4] more than 10,000 entries are refused', () => {
    expect(fieldsOf(orders({ ignoredItems: Array.from({ length: 10_001 }, (_, at) => `S${at}`) }))).toEqual([
      'ignoredItems',
    ])
  })

  test.each([2, 61, 3.5, Number.NaN])('[O1] a sweep every %s minutes is refused', (minutes) => {
    expect(fieldsOf(orders({ sweepEveryMinutes: minutes }))).toEqual(['sweepEveryMinutes'])
  })

  test('[E4] everything that is wrong is told at once', () => {
    const checked = orders({ notBefore: 'x', ignoredOrders: ['y'], ignoredItems: [''], sweepEveryMinutes: 0 })
    expect(fieldsOf(checked)).toEqual(['notBefore', 'ignoredOrders[0]', 'ignoredItems[0]', 'sweepEveryMinutes'])
  })
})

describe('the Shipping section', () => {
  test('[O9] a method for each level may be saved', () => {
    expect(checkShippingSettings(complete, METHODS).ok).toBe(true)
  })

  test('[O9] every level needs a method before the Shipping section is saved', () => {
    const levels = { ...complete.levels, expedited: [], 'one-day': [{ ...row, valid: false }] }
    expect(fieldsOf(checkShippingSettings({ ...complete, levels }, METHODS))).toEqual([
      'levels.expedited',
      'levels.one-day',
    ])
  })

  test('[O9] a level whose only valid method is disabled counts as having none', () => {
    const off = { ...row, methodId: 'OFF' as MethodId }
    const levels = { ...complete.levels, standard: [off], expedited: [off, { ...row, valid: false }] }
    const checked = checkShippingSettings({ ...complete, levels }, METHODS)
    expect(fieldsOf(checked)).toEqual(['levels.standard', 'levels.expedited'])
    const beside = { ...complete.levels, standard: [off, row] }
    expect(checkShippingSettings({ ...complete, levels: beside }, METHODS).ok).toBe(true)
  })

  test('[O9] a method that the merchant does not have is refused', () => {
    const levels = { ...complete.levels, standard: [row, { ...row, methodId: 'BALLOON' as MethodId }] }
    expect(fieldsOf(checkShippingSettings({ ...complete, levels }, METHODS))).toEqual(['levels.standard[1].methodId'])
  })

  test.each([0, -1, 1.5, Number.NaN, 2_000_000])('[O9] the priority %s is refused', (priority) => {
    const levels = { ...complete.levels, standard: [{ ...row, priority }] }
    expect(fieldsOf(checkShippingSettings({ ...complete, levels }, METHODS))).toEqual(['levels.standard[0].priority'])
  })

  test('[O9] a method stands once in a level', () => {
    const levels = { ...complete.levels, standard: [row, row] }
    expect(fieldsOf(checkShippingSettings({ ...complete, levels }, METHODS))).toEqual(['levels.standard[1].methodId'])
  })

  test('[O10] a further level is one of the four or hold', () => {
    const further = { ...complete.further, PRIORITY: 'overnight' as 'hold' }
    expect(fieldsOf(checkShippingSettings({ ...complete, further }, METHODS))).toEqual(['further.PRIORITY'])
  })
})
