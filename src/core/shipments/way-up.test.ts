import { expect, test } from 'vitest'
import { goesByFeed, nextLook, wayUp } from './way-up.ts'

const NOW = Date.parse('2026-11-10T15:00:00Z')
const MINUTE = 60_000

test.each([
  ['2,000 wait', 2000, null, false],
  ['2,001 wait', 2001, null, true],
  ['the call is down since 14 minutes', 1, 14, false],
  ['the call is down since 15 minutes', 1, 15, true],
])('[S5] %s', (...[, waiting, downFor, feed]) => {
  const downSince = downFor === null ? null : NOW - downFor * MINUTE
  expect(goesByFeed({ waiting, downSince, now: NOW })).toBe(feed)
})

test('[S5] a package without a tracking number goes by feed, whatever else is so', () => {
  expect([wayUp(null), wayUp('1Z9'), wayUp('1Z9', { waiting: 3000, downSince: null, now: NOW })]).toEqual([
    'feed',
    'call',
    'feed',
  ])
})

test.each([
  [20, 5, 10],
  [8, 5, 8],
  [40, 16, 40],
])('[S5] the next try in %i minutes, down since %i: the next look in %i', (...[next, since, look]) => {
  const down = { nextAt: NOW + next * MINUTE, since: NOW - since * MINUTE, now: NOW }
  expect(nextLook(down)).toBe(NOW + look * MINUTE)
})
