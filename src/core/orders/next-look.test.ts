import { expect, test } from 'vitest'
import { type Arrivals, hoursOfReport, learnArrivals, NO_ARRIVALS } from './arrivals.ts'
import { areHoursKnown, callsToKeep, KEPT_CALLS, nextLook, type PaceSettings, tellLook } from './next-look.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MIDNIGHT = Date.parse('2026-11-10T00:00:00Z')

/** So many orders an hour from eight to ten at night, so many else, for some days before midnight, read every ten minutes. */
function seenDays({ days = 7, busy = 0, quiet = 0, since = MIDNIGHT }): Arrivals {
  let seen = NO_ARRIVALS
  for (let from = since - days * DAY; from < since; from += 10 * MINUTE) {
    const hour = (from % DAY) / HOUR
    const count = (hour >= 8 && hour < 22 ? busy : quiet) / 6
    const placed = Array.from({ length: Math.round(count) }, (_, n) => from + n * 1000)
    seen = learnArrivals(seen, { from, to: from + 10 * MINUTE, placed, isLast: true })
  }
  return seen
}

const look = (arrivals: Arrivals, at: string, more: Partial<PaceSettings> = {}) =>
  nextLook({
    arrivals,
    settings: { sweepEveryMinutes: 10, sweepAdapts: true, ...more },
    now: Date.parse(`2026-11-10T${at}:00Z`),
  })

test('[O1] ten minutes until the hours of a seller are known, and always where the settings say so', () => {
  expect(look(NO_ARRIVALS, '12:00')).toEqual({ minutes: 10, because: 'unknown', perHour: 0 })
  expect(look(seenDays({ days: 1, busy: 6 }), '12:00')).toMatchObject({ minutes: 10, because: 'unknown' })
  expect(look(seenDays({ busy: 600 }), '12:00', { sweepAdapts: false })).toMatchObject({ minutes: 10, because: 'told' })
})

test.each([
  { busy: 30, at: '12:00', next: { minutes: 11, because: 'usual' } },
  { busy: 60, at: '12:00', next: { minutes: 11, because: 'usual' } },
  { busy: 78, at: '12:00', next: { minutes: 9.5, because: 'busy' } },
  { busy: 120, at: '12:00', next: { minutes: 6, because: 'busy' } },
  { busy: 240, at: '12:00', next: { minutes: 3, because: 'busy' } },
  { busy: 6000, at: '12:00', next: { minutes: 3, because: 'busy' } },
  { busy: 60, at: '02:00', next: { minutes: 40, because: 'quiet' } },
  { busy: 0, at: '12:00', next: { minutes: 40, because: 'quiet' } },
])('[O1] with $busy orders an hour by day, at $at the next look is $next', ({ busy, at, next }) => {
  expect(look(seenDays({ busy }), at)).toMatchObject(next)
})

test('[O1] before a busy hour begins the wait ends with it', () => {
  const seen = seenDays({ busy: 60 })
  expect(look(seen, '07:30').minutes).toBe(34)
  expect(look(seen, '07:55').minutes).toBe(11)
})

test('[O1] many orders at an hour that was quiet are seen at once; chance is not', () => {
  const seen = seenDays({ busy: 60, quiet: 6 })
  const read = (count: number) =>
    learnArrivals(seen, {
      from: MIDNIGHT,
      to: MIDNIGHT + HOUR,
      placed: Array.from({ length: count }, (_, n) => MIDNIGHT + n * 1000),
      isLast: true,
    })
  expect(look(read(8), '01:00').because).toBe('quiet')
  expect(look(read(60), '01:00').minutes).toBe(11)
  expect(look(read(400), '01:00').minutes).toBe(3)
})

test('[O1] other minutes in the settings move the whole pace, between three and sixty', () => {
  const seen = seenDays({ busy: 60 })
  expect(look(seen, '12:00', { sweepEveryMinutes: 5 }).minutes).toBe(5.5)
  expect(look(seen, '02:00', { sweepEveryMinutes: 5 }).minutes).toBe(20)
  expect(look(seen, '02:00', { sweepEveryMinutes: 30 }).minutes).toBe(60)
  expect(look(seenDays({}), '02:00', { sweepEveryMinutes: 60 }).minutes).toBe(66)
})

test('[O1] a window of several pages counts each order once, its minutes with the last page, and a week of each hour is kept', () => {
  const window = { from: MIDNIGHT, to: MIDNIGHT + 90 * MINUTE }
  const first = learnArrivals(NO_ARRIVALS, { ...window, placed: [MIDNIGHT, MIDNIGHT + HOUR], isLast: false })
  const both = learnArrivals(first, { ...window, placed: [MIDNIGHT + 5], isLast: true })
  expect(both.hours.slice(0, 3)).toEqual([
    { orders: 2, minutes: 60 },
    { orders: 1, minutes: 30 },
    { orders: 0, minutes: 0 },
  ])
  expect(both.lately.minutes).toBe(60)
  const month = seenDays({ days: 30, busy: 60 })
  expect(month.hours[12]?.minutes).toBeLessThanOrEqual(420)
  expect((month.hours[12]?.orders ?? 0) / 420).toBeCloseTo(1, 1)
})

test('[O1][O18] a report tells the hours as sweeps do, its last week alone; a hundred orders in a day and a half are enough', () => {
  const of = (days: number, orders: number) => {
    const placed = Array.from({ length: orders }, (_, n) => MIDNIGHT - DAY + n * MINUTE)
    const outside = [MIDNIGHT - 30 * DAY, MIDNIGHT + HOUR]
    return hoursOfReport({ from: MIDNIGHT - days * DAY, to: MIDNIGHT, placed: [...outside, ...placed] })
  }
  expect(of(1.5, 90).slice(0, 3)).toEqual([
    { orders: 60, minutes: 60 },
    { orders: 30, minutes: 60 },
    { orders: 0, minutes: 60 },
  ])
  expect(of(20, 90)[0]).toEqual({ orders: 60, minutes: 420 })
  expect([99, 100].map((orders) => areHoursKnown({ ...NO_ARRIVALS, hours: of(1.5, orders) }))).toEqual([false, true])
})

test('[X5] why a connection is asked as often as it is, in one sentence', () => {
  const of = (because: Parameters<typeof tellLook>[0]['because'], perHour: number) =>
    tellLook({ minutes: 10, because, perHour })
  expect(of('told', 5)).toBe('Amazon is asked for orders every 10 minutes, as the settings say.')
  expect(of('unknown', 0)).toMatch(/until it is known at which hours orders come\.$/)
  expect(of('busy', 120)).toMatch(/about 120 orders an hour come, and that many are worth a call each time\.$/)
  expect(of('usual', 1)).toMatch(/about 1 order an hour comes at this time of the day\.$/)
  expect(of('quiet', 0)).toMatch(/hardly an order comes at this time of the day\.$/)
  expect(of('quiet', 3)).toMatch(/only about 3 orders an hour come at this time of the day\.$/)
})

test('[O1] ten calls are kept for people and for catching up; later pages and a sweep that is behind may take them', () => {
  const on = (token: string | null, behind: number) =>
    callsToKeep({ token, watermark: 0, askedAt: behind * MINUTE }).keep
  expect([on(null, 13), on('page-2', 13), on(null, 19), on(null, 21)]).toEqual([KEPT_CALLS, 0, KEPT_CALLS, 0])
})
