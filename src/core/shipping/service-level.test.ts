import { describe, expect, it } from 'vitest'
import { HOLD_ALL, levelOf } from './service-level.ts'

describe('service level', () => {
  it.each([
    ['STANDARD', 'standard'],
    ['EXPEDITED', 'expedited'],
    ['SECOND_DAY', 'two-day'],
    ['NEXT_DAY', 'one-day'],
    ['FREE_ECONOMY', null],
    ['SAME_DAY', null],
    ['PRIORITY', null],
    ['SCHEDULED', null],
    ['FreeEconomy', null],
    ['constructor', null],
    ['', null],
    [null, null],
  ])('[O10] a new merchant maps %s to %s', (name, level) => {
    expect(levelOf(name, HOLD_ALL)).toBe(level)
  })

  it('[O10] a further level goes where the merchant sent it', () => {
    expect(levelOf('PRIORITY', { ...HOLD_ALL, PRIORITY: 'expedited' })).toBe('expedited')
    expect(levelOf('SAME_DAY', { ...HOLD_ALL, PRIORITY: 'expedited' })).toBeNull()
  })
})
