import { Temporal } from 'temporal-polyfill'

/** How a merchant reads the clock: the zone, and the country that decides how dates are written (M1). */
export type MerchantClock = { readonly timeZone: string; readonly country: string }

const formats = new Map<string, Intl.DateTimeFormat>()

/** One format per zone: building it costs far more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}

/** Writes an instant (epoch ms) in the merchant's zone: `9/17/14 10:06 PM` in the US, else `2014-09-17 22:06` (E3). */
export function merchantTime(instant: number, { timeZone, country }: MerchantClock): string {
  const written = /^(\d\d)\/(\d\d)\/(\d+), (\d\d):(\d\d)$/.exec(formatOf(timeZone).format(instant))
  if (!written) throw new Error(`Unexpected form of a date in ${timeZone}`)
  const [, month = '', day = '', year = '', hour = '', minute = ''] = written
  if (country !== 'US') return `${year.padStart(4, '0')}-${month}-${day} ${hour}:${minute}`
  const hours = Number(hour)
  return `${Number(month)}/${Number(day)}/${year.slice(-2)} ${hours % 12 || 12}:${minute} ${hours < 12 ? 'AM' : 'PM'}`
}

/** The first instant (epoch ms) of a day in a zone; not midnight where the clock jumps over it (O2). */
export const startOfDay = (date: string, timeZone: string): number =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds

/** The day on which an instant (epoch ms) falls in a zone, `YYYY-MM-DD`. */
export const dayOf = (instant: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()

/** A day in a zone as its first instant and that of the day after (epoch ms). */
export const spanOfDay = (date: string, timeZone: string): { readonly from: number; readonly to: number } => {
  const day = Temporal.PlainDate.from(date)
  const at = (each: Temporal.PlainDate) => each.toZonedDateTime(timeZone).epochMilliseconds
  return { from: at(day), to: at(day.add({ days: 1 })) }
}
