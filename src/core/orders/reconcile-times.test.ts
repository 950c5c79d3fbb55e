import { expect, test } from 'vitest'
import { dayRange } from './day-range.ts'
import { nextNight } from './next-night.ts'
import { nightRange, reportEnd } from './report-range.ts'

const at = (text: string) => Date.parse(text)
const HOUR = 3_600_000
const DAY = 24 * HOUR

test.each([
  ['2026-11-10T15:00:00Z', 'America/New_York', 0, '2026-11-11T07:00:00Z'],
  ['2026-11-10T06:00:00Z', 'America/New_York', 0.5, '2026-11-10T08:30:00Z'],
  ['2026-11-10T08:30:00Z', 'America/New_York', 0.5, '2026-11-11T08:30:00Z'],
  ['2026-11-10T15:00:00Z', 'Asia/Tokyo', 0.999, '2026-11-10T19:59:00Z'],
  // The clock jumps over 2:30 and comes back to 1:30.
  ['2026-03-08T05:00:00Z', 'America/New_York', 0.167, '2026-03-08T07:30:00Z'],
  ['2026-10-31T23:00:00Z', 'Europe/Berlin', 0, '2026-11-01T01:00:00Z'],
])('[O18] after %s the night in %s is at %d: %s', (...[now, zone, random, night]) => {
  expect(new Date(nextNight(at(now), zone, random)).toISOString()).toBe(new Date(at(night)).toISOString())
})

test('[O18] a night covers at least 36 hours, what the last one did not, and at most 90 days', () => {
  const now = at('2026-11-10T08:30:00Z')
  const to = now - 120_000
  expect(nightRange(now, null)).toEqual({ from: to - 36 * HOUR, to })
  expect(nightRange(now, now - 24 * HOUR)).toEqual({ from: to - 36 * HOUR, to })
  expect(nightRange(now, now - 10 * DAY)).toEqual({ from: now - 10 * DAY - 6 * HOUR, to })
  expect(nightRange(now, now - 300 * DAY)).toEqual({ from: to - 90 * DAY, to })
})

test('[O18] no report is longer than 30 days', () => {
  expect(reportEnd(0, 10 * DAY)).toBe(10 * DAY)
  expect(reportEnd(0, 31 * DAY)).toBe(30 * DAY)
})

test('[O18] days of a range are whole days in the merchant’s zone', () => {
  const zone = 'America/New_York'
  expect(dayRange({ from: '2026-10-01', to: '2026-10-31' }, zone, at('2026-11-10T00:00:00Z'))).toEqual({
    ok: true,
    value: { from: at('2026-10-01T04:00:00Z'), to: at('2026-11-01T04:00:00Z') - 1 },
  })
})
