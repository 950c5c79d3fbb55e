import { describe, expect, test } from 'vitest'
import type { CenterCode } from '../ids.ts'
import { checkVendors } from './check-vendors.ts'
import type { Vendor } from './vendor.ts'
import { lapseOf, vendorStanding } from './vendor-standing.ts'

const WEST = 'WEST' as CenterCode
const NOW = { today: '2026-11-10', retentionDays: 30 }
const complete: Vendor = {
  id: 'PARCELS',
  company: 'Invented Parcels Ltd',
  purpose: 'Packs and ships from the west coast',
  mode: 'complete-record',
  centers: [WEST],
  approvedOn: null,
  contractOn: '2025-01-15',
  checkedOn: '2026-03-01',
  securityContact: 'security@example.com',
  retentionDays: 30,
  consent: { by: 'A person of Harbor Goods', on: '2025-01-15' },
}

describe('what a vendor is given of an order', () => {
  test.each<[what: string, change: Partial<Vendor>, gives: string]>([
    ['the address, while the record is complete', {}, 'address'],
    ['the order id, with Amazon’s own approval', { mode: 'own-approval', approvedOn: '2026-11-10' }, 'order-id'],
    ['what to pack, where our people print the label', { mode: 'our-label', contractOn: null }, 'print-job'],
    ['nothing before the approval', { mode: 'own-approval', approvedOn: '2026-11-11' }, "the day of Amazon's approval"],
    ['nothing without approval, however complete the record', { mode: 'own-approval' }, "the day of Amazon's approval"],
    ['nothing without a purpose', { purpose: '' }, 'the purpose'],
    ['nothing without a contract', { contractOn: null }, 'the day of the contract'],
    ['nothing before the contract begins', { contractOn: '2026-11-11' }, 'the day of the contract'],
    ['nothing without due diligence', { checkedOn: null }, 'due diligence within the last year'],
    ['nothing a year after due diligence', { checkedOn: '2025-11-10' }, 'due diligence within the last year'],
    ['the address the day before', { checkedOn: '2025-11-11' }, 'address'],
    ['nothing without a security contact', { securityContact: null }, 'a security contact'],
    ['nothing to who keeps it longer than we do', { retentionDays: 31 }, 'retention of at most 30 days'],
    ['nothing without a word on retention', { retentionDays: null }, 'retention of at most 30 days'],
    ['nothing without the seller’s consent', { consent: null }, "the seller's consent"],
  ])('[U5] %s', (...[, change, gives]) => {
    const standing = vendorStanding({ ...complete, ...change }, NOW)
    expect(standing.gives === 'nothing' ? standing.missing.join(', ') : standing.gives).toBe(gives)
  })

  test.each<[change: Partial<Vendor>, days: number | null]>([
    [{ checkedOn: '2025-11-11' }, 1],
    [{ checkedOn: '2026-03-01' }, 111],
    [{ checkedOn: '2025-11-10' }, null],
    [{ mode: 'our-label' }, null],
    [{ contractOn: null }, null],
  ])('[U5] in how many days a complete record lapses: %o', (...[change, days]) => {
    expect(lapseOf({ ...complete, ...change }, NOW)?.days ?? null).toBe(days)
  })

  test('[U5] everything that is missing is told at once', () => {
    const empty = { ...complete, contractOn: null, checkedOn: null, securityContact: null, consent: null }
    expect(vendorStanding(empty, NOW)).toMatchObject({ gives: 'nothing', missing: { length: 4 } })
  })
})

describe('the list of vendors', () => {
  const known = { centers: new Set([WEST, 'EAST' as CenterCode]), holding: new Set<string>() }
  const faults = (entered: readonly Vendor[], holding: readonly string[] = []) => {
    const checked = checkVendors(entered, { ...known, holding: new Set(holding) })
    return checked.ok ? [] : checked.problems.map(({ facts }) => facts.field)
  }

  test.each<[what: string, entered: readonly Partial<Vendor>[], fields: readonly string[]]>([
    ['a complete one', [{}], []],
    ['one that only has a name', [{ purpose: '', contractOn: null, checkedOn: null, retentionDays: null }], []],
    ['an unknown center', [{ centers: ['MOON' as CenterCode] }], ['vendors[0].centers[0]']],
    ['a center twice', [{}, { id: 'OTHER' }], ['vendors[1].centers[0]']],
    ['an id twice', [{}, { centers: [] }], ['vendors[1].id']],
    ['no company', [{ company: '' }], ['vendors[0].company']],
    ['a day that is none', [{ contractOn: '2026-02-30' }], ['vendors[0].contractOn']],
    ['a consent on no day', [{ consent: { by: 'A person', on: 'soon' } }], ['vendors[0].consent.on']],
    ['a contact that is no address', [{ securityContact: 'call us' }], ['vendors[0].securityContact']],
    ['half a day of retention', [{ retentionDays: 0.5 }], ['vendors[0].retentionDays']],
  ])('[U5] %s', (...[, entered, fields]) => {
    expect(faults(entered.map((change) => ({ ...complete, ...change })))).toEqual(fields)
  })

  test('[U5] a vendor that holds addresses stays until it said that they are erased', () => {
    expect(faults([], ['PARCELS'])).toEqual(['vendors'])
    expect(faults([complete], ['PARCELS'])).toEqual([])
  })
})
