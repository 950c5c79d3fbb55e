import { expect, test } from 'vitest'
import { endsAt, isFresh } from './session-ends.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  ['15 minutes after its last use', { createdAt: 0, lastUsedAt: HOUR, secondFactorAt: 0 }, HOUR + 15 * MINUTE],
  [
    '12 hours after signing in, however used',
    { createdAt: 0, lastUsedAt: 12 * HOUR - 1, secondFactorAt: 0 },
    12 * HOUR,
  ],
  [
    'half an hour after the password alone',
    { createdAt: 0, lastUsedAt: 29 * MINUTE, secondFactorAt: null },
    30 * MINUTE,
  ],
])('[U6] a session ends %s', (_, times, at) => {
  expect(endsAt(times)).toBe(at)
})

test('[U3][U6] a second factor is fresh for 15 minutes, and never where none was shown', () => {
  expect(isFresh(0, 15 * MINUTE)).toBe(true)
  expect(isFresh(0, 15 * MINUTE + 1)).toBe(false)
  expect(isFresh(1, 0)).toBe(false)
  expect(isFresh(null, 0)).toBe(false)
})
