import { Temporal } from 'temporal-polyfill'
import { DELETION_DAYS } from '../authorization/deletion-clock.ts'
import { dayOf } from '../orders/merchant-time.ts'

const LASTS_DAYS = 365

/** How many days before the end of an authorization people are told; after it they are told daily (C4). */
export const LADDER = [60, 30, 14, 7, 3, 1, 0] as const
/** The same before the client secret lapses (C5). */
export const SECRET_LADDER = [60, 30, 14, 7, 3, 1] as const
/** The same before what Amazon gave is deleted (C6). */
export const DELETION_LADDER = [30, 14, 7, 1] as const

/** Where something stands on its way to its end: the day it ends (`YYYY-MM-DD`), the days left, and the step of the ladder. */
export type LadderStep = { readonly lapses: string; readonly daysLeft: number; readonly step: number }

/** What now is, and whose days are counted. */
type Today = { readonly now: number; readonly timeZone: string }

/** The day on which an authorization of today lapses: 365 days on, counted in the merchant's days (C4). */
export const lapseDay = (authorizedAt: number, timeZone: string): string =>
  dayAfter(dayOf(authorizedAt, timeZone), LASTS_DAYS)

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** The step on which an authorization stands today, or null while there is nothing to tell (C4). */
export const ladderStep = (lapsesOn: string, today: Today): LadderStep | null => stepBefore(lapsesOn, LADDER, today)

/** The step on which what Amazon gave stands before its deletion, for a clock that began then (C6). */
export const deletionStep = (beganAt: number, today: Today): LadderStep | null =>
  stepBefore(dayAfter(dayOf(beganAt, today.timeZone), DELETION_DAYS), DELETION_LADDER, today)

/**
 * The step of a ladder on which something stands that ends on a day, or null while there is nothing to tell. A step that nobody could be
 * told of in time is told late; past the end each day is a step.
 */
export function stepBefore(end: string, ladder: readonly number[], { now, timeZone }: Today): LadderStep | null {
  const today = Temporal.PlainDate.from(dayOf(now, timeZone))
  const daysLeft = today.until(Temporal.PlainDate.from(end), { largestUnit: 'day' }).days
  const reached = ladder.filter((step) => step >= daysLeft)
  const step = daysLeft < 0 ? daysLeft : reached.at(-1)
  return step === undefined ? null : { lapses: end, daysLeft, step }
}
