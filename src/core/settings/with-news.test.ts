import { expect, test } from 'vitest'
import { withNews } from './with-news.ts'

const from = { name: 'Mug', grams: '300', kit: null, shop: { at: 'Reno', tiers: [{ from: '2' }] } }
const rows = (reno: number, portland: number) => [
  { code: 'RENO', buffer: reno },
  { code: 'PDX', buffer: portland },
]

test.each<[string, { readonly mine: object; readonly theirs: object; readonly wanted?: object }]>([
  ['a field that only one changed', { mine: { name: 'Cup' }, theirs: {} }],
  [
    'a field that only the other changed',
    { mine: { name: 'Cup' }, theirs: { grams: '310' }, wanted: { grams: '310' } },
  ],
  ['a field that both changed', { mine: { name: 'Cup' }, theirs: { name: 'Jar' } }],
  ['a field inside', { mine: { shop: { at: 'Ely', tiers: [] } }, theirs: { shop: { ...from.shop, at: 'Elko' } } }],
  [
    'a list without names',
    { mine: { shop: { ...from.shop, tiers: [] } }, theirs: { shop: { ...from.shop, tiers: [1] } } },
  ],
  ['a list that is new', { mine: {}, theirs: { kit: [{ itemId: 'A' }] }, wanted: { kit: [{ itemId: 'A' }] } }],
])('[X1] of two who changed one form, %s comes out right', (_, { mine, theirs, wanted }) => {
  const merged = withNews({ ...from, ...mine }, { from, theirs: { ...from, ...theirs } })
  expect(merged).toEqual({ ...from, ...mine, ...wanted })
})

test('[X1] a row is met by its name: in another order, or with others among them, the list stays as the one has it', () => {
  const before = rows(1, 1)
  expect(withNews(rows(2, 1), { from: before, theirs: rows(1, 3) })).toEqual(rows(2, 3))
  expect(withNews(rows(2, 1), { from: before, theirs: rows(1, 3).reverse() })).toEqual(rows(2, 1))
  expect(withNews(rows(2, 1), { from: before, theirs: [...rows(1, 3), { code: 'ELY', buffer: 0 }] })).toEqual(
    rows(2, 1),
  )
  expect(withNews([...before].reverse(), { from: before, theirs: rows(1, 3) })).toEqual([...before].reverse())
})

test('[X1] a field that one takes out stays out, and one that the other adds comes in', () => {
  const both = { from: { a: 1, b: 1 }, theirs: { a: 1, b: 2, c: 3 } }
  expect(JSON.stringify(withNews<object>({ b: 1 }, both))).toBe('{"b":2,"c":3}')
})
