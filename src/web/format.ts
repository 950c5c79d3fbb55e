import { MOST_COUNTED } from '#core/orders/most-counted.ts'

/** An amount as the API sends it. */
type Money = { readonly amount: string; readonly currency: string }

/** Money by the reader's language; never calculated with. */
export const moneyText = (money: Money | null): string =>
  money === null
    ? '–'
    : new Intl.NumberFormat(undefined, { style: 'currency', currency: money.currency }).format(
        money.amount as unknown as number,
      )

let zone = 'UTC'
/** From now on times are told in the merchant's time zone. */
export const tellTimesIn = (timeZone: string): void => {
  zone = timeZone
}

/** A day and a time in the merchant's zone, in the reader's form; the year only where it is another one. */
export function timeText(instant: string | null): string {
  if (instant === null) return '–'
  const at = new Date(instant)
  const year = (day: Date) => new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(day)
  const form = { timeZone: zone, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const
  const whole = year(at) === year(new Date()) ? form : { ...form, year: 'numeric' as const }
  return new Intl.DateTimeFormat(undefined, whole).format(at)
}

/** A day in the merchant's zone, in the reader's form. */
export const dayText = (instant: string | null): string =>
  instant === null
    ? '–'
    : new Intl.DateTimeFormat(undefined, { timeZone: zone, dateStyle: 'medium' }).format(new Date(instant))

/** A day that is no instant, such as the one of a training: told as it was entered. */
export const dateText = (day: string | null): string =>
  day === null
    ? '–'
    : new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(day))

/** A day that is no instant, with its weekday: "Sunday, November 22". */
export const weekdayText = (day: string): string =>
  new Intl.DateTimeFormat(undefined, { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' }).format(
    new Date(day),
  )

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How far away an instant is, in words: "in 3 hours", "20 minutes ago". */
export function distanceText(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000
  const [unit, size] = STEPS.find(([, each]) => Math.abs(seconds) >= each) ?? ['minute', 60]
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit)
}

/** A count by the reader's language. */
export const countText = (count: number): string => new Intl.NumberFormat().format(count)

/** A count that the server takes only so far: `10,000+`. */
export const cappedText = (count: number, most = MOST_COUNTED): string =>
  count > most ? `${countText(most)}+` : countText(count)

/** Where an order goes, as far as it tells nothing of who: the state and the country. */
export const placeText = (buyer: { readonly state: string | null; readonly country: string | null }): string =>
  [buyer.state, buyer.country].filter(Boolean).join(', ') || '–'
