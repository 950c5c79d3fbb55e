import { Temporal } from 'temporal-polyfill'
import { dayOf, type MerchantClock, merchantTime } from '../orders/merchant-time.ts'
import { failed, ok, type Result } from '../problems.ts'
import { visibleText } from '../visible-text.ts'

/** What reading a ship date needs; instants are epoch ms. */
export type ShipDateContext = { readonly clock: MerchantClock; readonly now: number; readonly placedAt: number }

/** Clocks of two machines differ a little. */
const SKEW = 5 * 60_000

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/
const ISO = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[ T](?<hour>\d{1,2}):(?<minute>\d\d)(?::\d\d)?)?$/
const US =
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4}|\d\d)(?: (?<hour>\d{1,2}):(?<minute>\d\d)(?::\d\d)? ?(?<half>[AP]M)?)?$/i

/**
 * Reads a ship date: an instant, or a date as the merchant writes them, in the merchant's zone (S1). A day alone is its noon, and now
 * for today before noon; nothing is now. Neither the future nor a time before the order is taken.
 */
export function readShipDate(entered: string | null, context: ShipDateContext): Result<number> {
  const { clock, now, placedAt } = context
  const text = (entered ?? '').trim()
  if (text === '') return ok(now)
  const refuse = (why: string) => failed('ship-date-not-valid', { date: visibleText(text, 40), why })
  const read = readText(text, clock)
  if (read === null) {
    const example = clock.country === 'US' ? '11/24/2026 or 2026-11-24' : '2026-11-24'
    return refuse(`cannot be read. Write it as ${example}, or as an instant such as 2026-11-24T15:04:00Z`)
  }
  const today = dayOf(now, clock.timeZone)
  const day = dayOf(read.at, clock.timeZone)
  if (read.at > now && !(read.wholeDay && day === today) && read.at > now + SKEW) return refuse('lies in the future')
  const at = Math.min(read.at, now)
  if (at >= placedAt) return ok(at)
  if (read.wholeDay && day === dayOf(placedAt, clock.timeZone)) return ok(Math.min(placedAt, now))
  return refuse(`lies before the order was placed (${merchantTime(placedAt, clock)})`)
}

type ReadDate = { readonly at: number; readonly wholeDay: boolean }

function readText(text: string, clock: MerchantClock): ReadDate | null {
  try {
    if (INSTANT.test(text)) return { at: Temporal.Instant.from(text).epochMilliseconds, wholeDay: false }
    const parts = (ISO.exec(text) ?? (clock.country === 'US' ? US.exec(text) : null))?.groups
    if (!parts) return null
    const at = Temporal.ZonedDateTime.from({ timeZone: clock.timeZone, ...fieldsOf(parts) }, { overflow: 'reject' })
    return at.year < 1990 || at.year > 2199 ? null : { at: at.epochMilliseconds, wholeDay: parts.hour === undefined }
  } catch {
    // Not a day of the calendar, or not a time of day.
    return null
  }
}

function fieldsOf({ year, month, day, hour, minute, half }: Readonly<Record<string, string | undefined>>) {
  const number = (text: string | undefined) => Number(text ?? 0)
  const hours = half === undefined ? number(hour) : twelveHours(number(hour), half)
  return {
    year: number(year) + (year?.length === 2 ? 2000 : 0),
    month: number(month),
    day: number(day),
    hour: hour === undefined ? 12 : hours,
    minute: number(minute),
  }
}

function twelveHours(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
}
