import { Temporal } from 'temporal-polyfill'
import { failed, ok, type Result } from '../problems.ts'
import { faultOfDay } from '../settings/calendar-day.ts'
import { startOfDay } from './merchant-time.ts'

const DAY = 86_400_000
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
  const next = Temporal.PlainDate.from(days.to).add({ days: 1 }).toString()
  const to = startOfDay(next, timeZone) - 1
  if (to < from) return failed('not-valid', { field: 'to', why: 'must not lie before the first day' })
  if (from > now) return failed('not-valid', { field: 'from', why: 'lies in the future' })
  if (to - from > LONGEST_DAYS * DAY)
    return failed('not-valid', { field: 'to', why: `a range has at most ${LONGEST_DAYS} days` })
  return ok({ from, to })
}
