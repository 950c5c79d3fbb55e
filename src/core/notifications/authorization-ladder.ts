import { Temporal } from 'temporal-polyfill'
import { dayOf } from '../orders/merchant-time.ts'

const LASTS_DAYS = 365

/** How many days before the end people are told; after it they are told daily (C4). */
export const LADDER = [60, 30, 14, 7, 3, 1, 0] as const

/** Where an authorization stands on its way to its end: the day it lapses (`YYYY-MM-DD`), the days left, and the step of the ladder. */
export type LadderStep = { readonly lapses: string; readonly daysLeft: number; readonly step: number }

/**
 * The step on which an authorization stands today, or null while there is nothing to tell: 365 days after consent it lapses,
 * counted in the merchant's days. A step that nobody could be told of in time is told late; past the end each day is a step.
 */
export function ladderStep(
  authorizedAt: number,
  { now, timeZone }: { now: number; timeZone: string },
): LadderStep | null {
  const end = Temporal.PlainDate.from(dayOf(authorizedAt, timeZone)).add({ days: LASTS_DAYS })
  const today = Temporal.PlainDate.from(dayOf(now, timeZone))
  const daysLeft = today.until(end, { largestUnit: 'day' }).days
  const reached = LADDER.filter((step) => step >= daysLeft)
  const step = daysLeft < 0 ? daysLeft : reached.at(-1)
  return step === undefined ? null : { lapses: end.toString(), daysLeft, step }
}
