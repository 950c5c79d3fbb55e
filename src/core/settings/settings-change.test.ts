import { describe, expect, test } from 'vitest'
import type { CenterCode, MethodId } from '../ids.ts'
import type { ShippingMethod } from '../shipping/shipping-method.ts'
import { NO_EMAILS } from './email-settings.ts'
import { DEFAULT_SETTINGS } from './settings.ts'
import { type ChangedSection, settingsChanges } from './settings-change.ts'
import { type SectionValues, toldSection } from './told-sections.ts'

const EAST = { code: 'EAST' as CenterCode, name: 'East', isDefault: true, inventoryBuffer: 2 }
const WEST = { code: 'WEST' as CenterCode, name: 'West', isDefault: false, inventoryBuffer: 0 }
const GROUND: ShippingMethod = {
  id: 'GROUND' as MethodId,
  name: 'USPS Ground',
  carrier: 'USPS',
  zones: [
    { country: 'US', states: [], exceptStates: ['AK', 'HI'], postalCodes: [], rate: { kind: 'flat', amount: 420 } },
  ],
  maxGrams: null,
  maxValue: null,
  maxPackages: null,
  packageGrams: null,
  poBox: true,
  military: true,
  excludedItems: [],
  onlyItems: [],
  enabled: true,
}

const differ = <S extends ChangedSection>(section: S, before: SectionValues[S], after: SectionValues[S]) =>
  settingsChanges(
    toldSection(section, { value: before, currency: 'USD' }),
    toldSection(section, { value: after, currency: 'USD' }),
  )

describe('the history of a section', () => {
  test('[U6] a buffer is told by the name of its center, before and after', () => {
    expect(differ('centers', [EAST, WEST], [{ ...EAST, inventoryBuffer: 5 }, WEST])).toEqual([
      { entry: 'East', kind: 'changed', fields: [{ field: 'inventoryBuffer', from: 2, to: 5 }] },
    ])
  })

  test('[U6] another order of the centers alone is a change of its own', () => {
    expect(differ('centers', [EAST, WEST], [WEST, EAST])).toEqual([
      { entry: null, kind: 'changed', fields: [{ field: 'order', from: ['East', 'West'], to: ['West', 'East'] }] },
    ])
  })

  test('[U6] what came or went is told with what it consisted of', () => {
    expect(differ('centers', [EAST], [EAST, WEST])).toEqual([
      {
        entry: 'West',
        kind: 'added',
        fields: [
          { field: 'name', from: null, to: 'West' },
          { field: 'isDefault', from: null, to: false },
          { field: 'inventoryBuffer', from: null, to: 0 },
        ],
      },
    ])
    expect(differ('centers', [EAST, WEST], [EAST])).toMatchObject([{ entry: 'West', kind: 'removed' }])
  })

  test('[U6] of a list of order ids those that came and those that went are told', () => {
    const before = { ...DEFAULT_SETTINGS.orders, ignoredOrders: ['111-1', '111-2'] }
    expect(differ('orders', before, { ...before, ignoredOrders: ['111-2', '111-3'] })).toEqual([
      { entry: null, kind: 'changed', fields: [{ field: 'ignoredOrders', from: ['111-1'], to: ['111-3'] }] },
    ])
  })

  test('[U6] a rate is told in words, with amounts as people write them', () => {
    const dearer = {
      ...GROUND,
      zones: GROUND.zones.map((zone) => ({ ...zone, rate: { kind: 'flat', amount: 500 } as const })),
    }
    expect(differ('methods', [GROUND], [dearer])).toEqual([
      {
        entry: 'USPS Ground',
        kind: 'changed',
        fields: [{ field: 'zones', from: ['US, not AK HI: 4.20'], to: ['US, not AK HI: 5.00'] }],
      },
    ])
  })

  test('[U6] a row of a service level and a further level are told apart', () => {
    const { levels } = DEFAULT_SETTINGS.shipping
    const row = { methodId: GROUND.id, valid: true, priority: 1 }
    const after = {
      levels: { ...levels, standard: [row] },
      further: { ...DEFAULT_SETTINGS.shipping.further, SAME_DAY: 'one-day' as const },
    }
    expect(differ('shipping', DEFAULT_SETTINGS.shipping, after)).toMatchObject([
      { entry: 'Standard: GROUND', kind: 'added' },
      { entry: 'further', kind: 'changed', fields: [{ field: 'SAME_DAY', from: 'hold', to: 'one-day' }] },
    ])
  })

  test('[U6] mails to buyers tell who confirmed the policy', () => {
    const policyConfirmed = { by: 'owner@example.com', at: 1 }
    const after = { ...NO_EMAILS, sendDirectly: true, policyConfirmed, invoicesFrom: 1 }
    expect(differ('emails', NO_EMAILS, after)).toEqual([
      {
        entry: null,
        kind: 'changed',
        fields: [
          { field: 'sendDirectly', from: false, to: true },
          { field: 'policyConfirmedBy', from: null, to: 'owner@example.com' },
        ],
      },
    ])
  })

  test('[U6] the same again is no change', () => {
    expect(differ('centers', [EAST, WEST], [{ ...EAST }, { ...WEST }])).toEqual([])
    expect(differ('methods', [GROUND], [structuredClone(GROUND)])).toEqual([])
  })
})
