import { describe, expect, test } from 'vitest'
import { historyLines, type Saving } from './history-lines.ts'

const saving = (section: Saving['section'], ...changes: Saving['changes']): Saving => ({
  change: 1,
  section,
  at: '2026-11-22T10:00:00Z',
  who: 'olivia@example.com',
  way: 'console',
  changes,
})

describe('the history in words', () => {
  test('[U6] an option of an entry is told with the name of the entry, before and after', () => {
    const fields = [{ field: 'inventoryBuffer', from: 2, to: 5 }]
    const told = historyLines(saving('centers', { entry: 'East', kind: 'changed', fields }))
    expect(told).toEqual([{ text: 'Buffer of center East: 2 → 5', more: [] }])
  })

  test('[U6] an option of the section, a switch and an empty value are told in plain words', () => {
    const fields = [
      { field: 'notBefore', from: null, to: '2026-11-22' },
      { field: 'asCompleted', from: false, to: true },
      { field: 'ignoredOrders', from: ['111-1'], to: ['111-2', '111-3'] },
    ]
    expect(historyLines(saving('orders', { entry: null, kind: 'changed', fields })).map(({ text }) => text)).toEqual([
      "Don't process orders placed before: none → 2026-11-22",
      'Import orders as completed: off → on',
      'Ignored Amazon order ids: − 111-1, + 111-2, + 111-3',
    ])
  })

  test('[U6] what came is told with what it consists of, another order as such', () => {
    const added = { entry: 'Ground', kind: 'added' as const, fields: [{ field: 'carrier', from: null, to: 'UPS' }] }
    expect(historyLines(saving('methods', added))).toEqual([{ text: 'Method Ground added', more: ['Carrier: UPS'] }])
    const fields = [{ field: 'order', from: ['East', 'West'], to: ['West', 'East'] }]
    expect(historyLines(saving('centers', { entry: null, kind: 'changed', fields }))).toEqual([
      { text: 'Order: another order: West, East', more: [] },
    ])
  })
})
