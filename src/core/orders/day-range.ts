import { Temporal } from 'temporal-polyfill'
import { failed, ok, type Result } from '../problems.ts'
import { faultOfDay } from '../settings/calendar-day.ts'
import { startOfDay } from './merchant-time.ts'

const DAY = 86_400_000

/** The first and the last instant (epoch ms) of days in a zone, either of which may be left open; or what is wrong with one (U6). */
export function openDayRange(
  days: { readonly from?: string | undefined; readonly to?: string | undefined },
  timeZone: string,
): Result<{ readonly from: number | undefined; readonly to: number | undefined }> {
  for (const field of ['from', 'to'] as const) {
    const why = days[field] === undefined ? null : faultOfDay(days[field])
    if (why !== null) return failed('not-valid', { field, why })
  }
  if (days.from !== undefined && days.to !== undefined && days.to < days.from)
    return failed('not-valid', { field: 'to', why: 'must not lie before the first day' })
  return ok({
    from: days.from === undefined ? undefined : startOfDay(days.from, timeZone),
    to: days.to === undefined ? undefined : endOfDay(days.to, timeZone),
  })
}

const endOfDay = (day: string, timeZone: string): number =>
  startOfDay(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), timeZone) - 1
const LONGEST_DAYS = 366

/** A range of whole days in a zone, both included, as instants (epoch ms); or what is wrong with it (O18). */
export function dayRange(
  days: { readonly from: string; readonly to: string },
  timeZone: string,
  now: number,
): Result<{ readonly from: number; readonly to: number }> {
  for (const field of ['from', 'to'] as const) {
    const why = faultOfDay(days[field])
    if (why !== null) return failed('not-valid', { field, why })
  }
  const from = startOfDay(days.from, timeZone)
  const to = endOfDay(days.to, timeZone)
  if (to < from) return failed('not-valid', { field: 'to', why: 'must not lie before the first day' })
  if (from > now) return failed('not-valid', { field: 'from', why: 'lies in the future' })
  if (to - from > LONGEST_DAYS * DAY)
    return failed('not-valid', { field: 'to', why: `a range has at most ${LONGEST_DAYS} days` })
  return ok({ from, to })
}
