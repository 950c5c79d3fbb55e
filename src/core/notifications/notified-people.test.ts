import { describe, expect, test } from 'vitest'
import { checkPeople, isAddress, MOST_PEOPLE } from './notified-people.ts'
import { TOPICS } from './topics.ts'

describe('who is told', () => {
  test.each([
    ['office@example.com', true],
    ["o'brien+millrace@mail.example.com", true],
    ['office@localhost', true],
    ['office', false],
    ['@example.com', false],
    ['office@', false],
    ['a@example.com, b@example.com', false],
    ['Office <office@example.com>', false],
    ['office@example.com\r\nBcc: all@example.com', false],
    ['office@exa mple.com', false],
    ['office@example..com', false],
    [`${'a'.repeat(65)}@example.com`, false],
    ['', false],
  ])('[N1] an address is one plain address: %j is %j', (address, fits) => {
    expect(isAddress(address)).toBe(fits)
  })

  test('[N1] everything that is wrong with a list is told at once', () => {
    const checked = checkPeople([
      { address: 'nobody', topics: ['health'] },
      { address: 'office@example.com', topics: [] },
      { address: 'Office@example.com', topics: ['health', 'weather' as 'health'] },
    ])
    expect(checked.ok ? [] : checked.problems.map(({ facts }) => facts.field)).toEqual([
      'people[0].address',
      'people[1].topics',
      'people[2].topics',
      'people[2].address',
    ])
    const many = Array.from({ length: MOST_PEOPLE + 1 }, (_, n) => ({ address: `p${n}@example.com`, topics: TOPICS }))
    expect(checkPeople(many).ok).toBe(false)
    expect(checkPeople(many.slice(1)).ok).toBe(true)
  })
})
