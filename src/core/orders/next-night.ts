import { Temporal } from 'temporal-polyfill'

const FIRST_HOUR = 2
const HOURS = 3

/**
 * The next night's instant (epoch ms) at which a merchant's orders are reconciled: between 2 and 5 in the merchant's zone, drawn
 * by `random` in [0, 1), so that merchants of one zone do not ask all at once (O18). Always after `now`, on another day than one that passed.
 */
export function nextNight(now: number, timeZone: string, random: number): number {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const minutes = Math.floor(random * HOURS * 60)
  const time = Temporal.PlainTime.from({ hour: FIRST_HOUR }).add({ minutes })
  const nights = [today, today.add({ days: 1 })].map(
    (day) => day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds,
  )
  return nights.find((at) => at > now) ?? now + 86_400_000
}
