import { describe, expect, test } from 'vitest'
import { ok } from '../problems.ts'
import { looksLikeBuyer, readSought, spanOf } from './order-filter.ts'
import { ORDER_PLACES } from './order-sort.ts'

describe('what was typed to find orders', () => {
  test.each([
    ['113-1234567-7654321'],
    [' 113-1234567-7654321 '],
    ['11312345677654321'],
    ['113 1234567 7654321'],
    ['113\u20131234567\u20137654321'],
  ])('[X1] "%s" is an Amazon order id', (typed) => {
    expect(readSought(typed)).toEqual({ kind: 'amazon-order', id: '113-1234567-7654321' })
  })

  test.each([
    ['1010', 1010],
    ['#1010', 1010],
    ['MUG-7', null],
    ['1234567890123456', null],
  ])('[X1] "%s" may be our number %s, and what a line is called', (typed, number) => {
    expect(readSought(typed)).toMatchObject({ kind: 'words', number })
  })

  test.each([
    ['Mug-Blue', ['Mug-Blue', 'MUG-BLUE', 'mug-blue']],
    ['MUG-BLUE', ['MUG-BLUE', 'mug-blue']],
    ['4711', ['4711']],
  ])('[X1] "%s" is looked for as %j', (typed, spellings) => {
    expect(readSought(typed)).toMatchObject({ spellings })
  })

  test('[X1] blanks are nothing', () => {
    expect(readSought('  ')).toBeNull()
  })
})

test.each([
  ['Zephyrine Quillfeather', true],
  ['Zoë O\u2019Quill', true],
  ['zq@example.com', true],
  ['+1 (212) 555-0177', true],
  ['212 555 0177', true],
  ['MUG-BLUE', false],
  ['Mug', false],
  ['TEA EARL 3', false],
  ['113 1234567 7654321', false],
  ['555-0177', false],
  ['#1010', false],
])('[U2] "%s" looks like a buyer: %s', (typed, is) => {
  expect(looksLikeBuyer(typed)).toBe(is)
})

describe('the days that were chosen', () => {
  const zone = 'America/Los_Angeles'
  const days = (from?: string, to?: string) => ({ from: ['placedFrom', from], to: ['placedTo', to] }) as const

  test('[X1] both are included, and begin when they do where the merchant is', () => {
    expect(spanOf(days('2026-11-01', '2026-11-01'), zone)).toEqual(
      ok({ from: Date.parse('2026-11-01T07:00:00Z'), before: Date.parse('2026-11-02T08:00:00Z') }),
    )
  })

  test('[X1] a side may be open', () => {
    expect(spanOf(days(undefined, '2026-11-09'), zone)).toEqual(
      ok({ from: null, before: Date.parse('2026-11-10T08:00:00Z') }),
    )
    expect(spanOf(days('2026-11-09'), zone)).toMatchObject({ value: { before: null } })
  })

  test.each([
    ['2026-02-30', undefined, 'placedFrom'],
    [undefined, '9.11.2026', 'placedTo'],
    ['2026-11-09', '2026-11-08', 'placedTo'],
  ])('[X1] from %s to %s is refused beside %s', (from, to, field) => {
    expect(spanOf(days(from, to), zone)).toMatchObject({ ok: false, problem: { facts: { field } } })
  })
})

test('[X1] an order without a deadline comes after every deadline', () => {
  const late = { orderId: 1, placedAt: 5, shipBy: Date.parse('2199-12-31T00:00:00Z') }
  expect(ORDER_PLACES.shipBy({ orderId: 2, placedAt: 6, shipBy: null })).toBeGreaterThan(ORDER_PLACES.shipBy(late))
})
