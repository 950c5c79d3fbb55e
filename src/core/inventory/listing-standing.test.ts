import { expect, test } from 'vitest'
import { listingStanding } from './listing-standing.ts'

test.each([
  [{ configured: true, active: true, states: ['confirmed', 'confirmed'] }, 'live'],
  [{ configured: true, active: true, states: [] }, 'live'],
  [{ configured: true, active: true, states: ['confirmed', 'accepted'] }, 'waiting'],
  [{ configured: true, active: false, states: ['accepted'] }, 'suppressed'],
  [{ configured: false, active: true, states: [] }, 'unlinked'],
  [{ configured: false, active: true, states: ['held'] }, 'held'],
  [{ configured: true, active: false, states: ['held', 'differs'] }, 'differs'],
  [{ configured: true, active: true, states: ['due', 'refused', 'differs'] }, 'refused'],
] as const)('[T4][I10] of a listing the gravest is told: %o is %s', (facts, standing) => {
  expect(listingStanding(facts)).toBe(standing)
})
