import { describe, expect, test } from 'vitest'
import { diffConfiguration, type Sections } from './configuration-diff.ts'
import { linesOfChange, tellChange } from './tell-changes.ts'

const linesOf = (before: Sections, after: Sections): string[] =>
  diffConfiguration(before, after).map(tellChange).flatMap(linesOfChange)

const mug = { id: 'MUG', description: 'A mug', price: { amount: '12.00', currency: 'USD' }, kit: null }
const orders = { notBefore: null, ignoredOrders: ['1', '2'], sweepEveryMinutes: 10 }

describe('a difference is told', () => {
  test('[X4] with old and new of each field that differs', () => {
    const dearer = { ...mug, price: { ...mug.price, amount: '13.00' }, description: 'A big mug' }
    expect(linesOf({ items: [mug] }, { items: [dearer] })).toEqual([
      'changed items MUG',
      '    description: A mug → A big mug',
      '    price.amount: 12.00 → 13.00',
    ])
  })

  test('[X4] as added and as removed', () => {
    expect(linesOf({ methods: [{ id: 'OLD' }] }, { methods: [{ id: 'NEW' }] })).toEqual([
      'added methods NEW',
      'removed methods OLD',
    ])
  })

  test('[X4] of a list of ids by those that go and those that come, ten of them', () => {
    const other = { ...orders, ignoredOrders: ['2', '3'], notBefore: '2026-11-09' }
    expect(linesOf({ orders }, { orders: other })).toEqual([
      'changed orders notBefore: none → 2026-11-09',
      'changed orders ignoredOrders: - 1, + 3',
    ])
    const many = { ...orders, ignoredOrders: Array.from({ length: 10_000 }, (_, at) => `${at + 1}`) }
    expect(linesOf({ orders }, { orders: many })[0]).toMatch(/^changed orders ignoredOrders: \+ 3, .* and 9988 more$/)
    expect(linesOf({ orders }, { orders: { ...orders, ignoredOrders: ['2', '1'] } })).toEqual([
      'changed orders ignoredOrders: another order',
    ])
  })

  test('[X4] with what a terminal would take for an order made visible', () => {
    const note = (text: string) => ({ mappings: [{ sellerSku: 'A\u202e', note: text }] })
    expect(linesOf(note('one'), note('\u001b[2J\ntwo'))).toEqual([
      'changed mappings A<U+202E>',
      '    note: one → <U+001B>[2J<U+000A>two',
    ])
  })

  test('[X4] of a table of methods row by row', () => {
    const row = (methodId: string, priority: number | null) => ({ methodId, valid: true, priority })
    const before = { levels: { standard: [row('A', 1)], expedited: [row('A', null)] } }
    const after = { levels: { standard: [row('A', 2), row('B', null)], expedited: [row('A', null)] } }
    expect(linesOf({ shipping: before }, { shipping: after })).toEqual([
      'changed shipping levels.standard',
      '    [0].priority: 1 → 2',
      '    [1]: none → {"methodId":"B","valid":true,"priority":null}',
    ])
  })
})
