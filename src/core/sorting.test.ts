import { describe, expect, test } from 'vitest'
import { knownSort, readSort } from './sorting.ts'

describe('a sorting', () => {
  test.each([
    ['placed', 'placed', false],
    ['-placed', 'placed', true],
  ] as const)('[X1] %s is read', (sort, key, downwards) => {
    expect(readSort(sort)).toEqual({ key, downwards })
  })
  test.each([
    ['placed', 'placed'],
    ['-number', '-number'],
    ['buyer', undefined],
    ['--number', undefined],
    ['', undefined],
    [7, undefined],
    [undefined, undefined],
  ])('[X1] of what an address says only what the list knows counts: %s', (asked, known) => {
    expect(knownSort(['number', 'placed'], asked)).toBe(known)
  })
})
