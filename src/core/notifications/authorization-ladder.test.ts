import { describe, expect, test } from 'vitest'
import {
  DELETION_LADDER,
  LADDER,
  lapseDay,
  SECRET_LADDER,
  stepBefore,
  ladderStep as stepOf,
} from './authorization-ladder.ts'

const DAY = 86_400_000
const at = (text: string) => Date.parse(text)
const UTC = 'UTC'
const ladderStep = (consent: number, today: { now: number; timeZone: string }) =>
  stepOf(lapseDay(consent, today.timeZone), today)

describe('the ladder of an authorization that lapses 365 days after consent', () => {
  test('[C4] people are told at 60, 30, 14, 7, 3, 1 and 0 days, once a step, then daily', () => {
    const consent = at('2026-03-01T12:00Z')
    const steps = Array.from({ length: 370 }, (_, day) =>
      ladderStep(consent, { now: consent + day * DAY, timeZone: UTC }),
    )
    const told = steps.flatMap((step, day) => (step && step.step !== steps[day - 1]?.step ? [[day, step.step]] : []))
    expect(told).toEqual([...LADDER.map((step) => [365 - step, step]), [366, -1], [367, -2], [368, -3], [369, -4]])
  })

  test('[C4] a step that nobody could be told of in time is told late', () => {
    const consent = at('2026-03-01T12:00Z')
    const step = (day: number) => ladderStep(consent, { now: consent + day * DAY, timeZone: UTC })
    expect(step(304)).toBeNull()
    expect(step(320)).toEqual({ lapses: '2027-03-01', daysLeft: 45, step: 60 })
    expect(step(360)).toEqual({ lapses: '2027-03-01', daysLeft: 5, step: 7 })
  })

  test.each([
    ['2026-03-01T12:00Z', '2027-03-01', 'no leap day between'],
    ['2027-03-01T12:00Z', '2028-02-29', 'the leap day is the last of the 365'],
    ['2028-02-29T12:00Z', '2029-02-28', 'consent on a leap day'],
    ['2027-06-01T12:00Z', '2028-05-31', 'a leap day between'],
  ])('[C4] consent of %s lapses on %s: %s', (consent, lapses) => {
    expect(ladderStep(at(consent), { now: at(`${lapses}T12:00Z`), timeZone: UTC })).toEqual({
      lapses,
      daysLeft: 0,
      step: 0,
    })
    expect(ladderStep(at(consent), { now: at(`${lapses}T12:00Z`) - DAY, timeZone: UTC })?.step).toBe(1)
  })

  test('[C4] days are those of the merchant: the same instant is another day elsewhere, and a clock change moves none', () => {
    const consent = at('2026-03-01T20:00Z')
    const now = at('2027-02-28T20:00Z')
    expect(ladderStep(consent, { now, timeZone: 'America/Los_Angeles' })).toEqual({
      lapses: '2027-03-01',
      daysLeft: 1,
      step: 1,
    })
    expect(ladderStep(consent, { now, timeZone: 'Asia/Tokyo' })).toEqual({ lapses: '2027-03-02', daysLeft: 1, step: 1 })
    const evening = at('2027-03-01T07:30Z')
    expect(ladderStep(consent, { now: evening, timeZone: 'America/Los_Angeles' })?.daysLeft).toBe(1)
    expect(ladderStep(consent, { now: evening, timeZone: 'UTC' })?.daysLeft).toBe(0)
    // Consent in winter, its end 60 days ahead seen across the change to summer time, at both ends of a local day.
    const winter = at('2026-05-20T04:10Z')
    for (const [instant, left] of [
      ['2027-03-21T04:05Z', 60],
      ['2027-03-22T03:55Z', 60],
      ['2027-03-22T04:05Z', 59],
    ] as const)
      expect([instant, ladderStep(winter, { now: at(instant), timeZone: 'America/New_York' })?.daysLeft]).toEqual([
        instant,
        left,
      ])
  })

  test.each([
    ['C5', SECRET_LADDER, [180 - 60, 180 - 30, 180 - 14, 180 - 7, 180 - 3, 180 - 1]],
    ['C6', DELETION_LADDER, [180 - 30, 180 - 14, 180 - 7, 180 - 1]],
  ] as const)('[%s] other ends have ladders of their own: %j', (_, ladder, days) => {
    const start = at('2026-03-01T12:00Z')
    const end = '2026-08-28'
    const steps = Array.from({ length: 181 }, (_, day) =>
      stepBefore(end, ladder, { now: start + day * DAY, timeZone: UTC }),
    )
    expect(steps.flatMap((step, day) => (step && step.step !== steps[day - 1]?.step ? [day] : []))).toEqual(days)
  })
})
