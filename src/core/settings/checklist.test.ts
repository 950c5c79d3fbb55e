import { describe, expect, test } from 'vitest'
import type { ConnectionId } from '../ids.ts'
import { dayOf } from '../orders/merchant-time.ts'
import { type ChecklistFacts, checklist } from './checklist.ts'

const id = 'na-A1' as ConnectionId
const FACTS: ChecklistFacts = {
  connections: [{ id, state: 'authorized' }],
  notBefore: '2026-11-01',
  today: '2026-11-10',
  levelsWithout: [],
  items: 3,
  mappings: 0,
}
const open = (given: Partial<ChecklistFacts>) =>
  checklist({ ...FACTS, ...given }).flatMap((step) => (step.done ? [] : [step]))

describe('the checklist before importing starts', () => {
  test('[C9] all done', () => {
    expect(open({})).toEqual([])
  })

  test('[C9] credentials and a method for each level are required', () => {
    expect(open({ connections: [] })).toMatchObject([{ step: 'credentials', required: true }])
    expect(open({ connections: [{ id, state: 'revoked' }] })[0]?.sentence).toContain('Connect again')
    expect(open({ levelsWithout: ['expedited', 'one-day'] })).toMatchObject([
      { step: 'methods', required: true, sentence: 'No shipping method is valid for Expedited, One-Day.' },
    ])
  })

  test('[C9][H1] working by files is another way to be connected, and both may be', () => {
    expect(open({ connections: [{ id, state: 'by-files' }] })).toEqual([])
    const both = {
      connections: [
        { id, state: 'authorized' as const },
        { id: 'eu-A1' as ConnectionId, state: 'by-files' as const },
      ],
    }
    expect(checklist({ ...FACTS, ...both })[0]?.sentence).toBe('Connected: na-A1. By files: eu-A1.')
  })

  test('[C9][O2] the cut-off date is recommended and proposed as today', () => {
    expect(open({ notBefore: null })).toMatchObject([{ step: 'cut-off', required: false, proposal: '2026-11-10' }])
  })

  test('[C9] without items every order would be held', () => {
    expect(open({ items: 0 })).toMatchObject([{ step: 'mappings', required: false }])
  })

  test("[C9] today is the merchant's", () => {
    const at = Date.UTC(2026, 10, 11, 3)
    expect([dayOf(at, 'America/New_York'), dayOf(at, 'Asia/Tokyo')]).toEqual(['2026-11-10', '2026-11-11'])
  })
})
