import { describe, expect, it, test } from 'vitest'
import { merchantTime, startOfDay } from './merchant-time.ts'

const NEW_YORK = { timeZone: 'America/New_York', country: 'US' }

describe('merchant time', () => {
  it.each([
    ['2014-09-18T02:06:00Z', NEW_YORK, '9/17/14 10:06 PM'],
    ['2014-09-17T04:00:00Z', NEW_YORK, '9/17/14 12:00 AM'],
    ['2014-09-17T16:00:59Z', NEW_YORK, '9/17/14 12:00 PM'],
    ['2026-01-01T05:00:00Z', NEW_YORK, '1/1/26 12:00 AM'],
    ['2026-03-08T07:30:00Z', NEW_YORK, '3/8/26 3:30 AM'],
    ['2026-11-01T05:30:00Z', NEW_YORK, '11/1/26 1:30 AM'],
    ['2026-11-01T06:30:00Z', NEW_YORK, '11/1/26 1:30 AM'],
    ['2014-09-17T20:06:00Z', { timeZone: 'Europe/Berlin', country: 'DE' }, '2014-09-17 22:06'],
    ['2014-09-17T22:06:00Z', { timeZone: 'Europe/Berlin', country: 'DE' }, '2014-09-18 00:06'],
    ['2014-09-17T22:06:00Z', { timeZone: 'Asia/Kathmandu', country: 'NP' }, '2014-09-18 03:51'],
    ['2014-09-17T22:06:00Z', { timeZone: 'UTC', country: 'GB' }, '2014-09-17 22:06'],
  ])("[E3] %s is written in the merchant's zone and format", (instant, clock, written) => {
    expect(merchantTime(Date.parse(instant), clock)).toBe(written)
  })

  it.each([
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z'],
    ['2026-03-09', 'America/New_York', '2026-03-09T04:00:00Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00Z'],
    ['2026-07-01', 'Pacific/Kiritimati', '2026-06-30T10:00:00Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z'],
  ])('[O2] the day %s in %s begins at %s, also where the clock jumps', (date, zone, instant) => {
    expect(startOfDay(date, zone)).toBe(Date.parse(instant))
  })

  test('[O2] a day that is not in the calendar is a bug by then, and refused', () => {
    expect(() => startOfDay('2026-02-30', 'UTC')).toThrow(RangeError)
  })

  test('[E3] a hundred dates take a few milliseconds at most', () => {
    merchantTime(0, NEW_YORK)
    const before = performance.now()
    for (let hour = 0; hour < 1000; hour++) merchantTime(hour * 3_600_000, NEW_YORK)
    expect(performance.now() - before).toBeLessThan(200)
  })
})
