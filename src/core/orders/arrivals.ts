const MINUTE = 60_000
const HOUR = 60 * MINUTE
const HOURS = 24
/** What is remembered of each hour of the day: a week of it. Older days fade out. */
const DAYS_OF_AN_HOUR = 7
/** What is remembered as "of late". */
const LATELY = 60

/** Orders in so many minutes. */
export type Seen = { readonly orders: number; readonly minutes: number }

/** When a seller's orders come, as the sweeps saw it: by the hour of the day (UTC), and of late, beside how many were usual then (O1). */
export type Arrivals = { readonly hours: readonly Seen[]; readonly lately: Seen & { readonly usual: number } }

const NONE: Seen = { orders: 0, minutes: 0 }

/** Before anything was seen. */
export const NO_ARRIVALS: Arrivals = { hours: Array.from({ length: HOURS }, () => NONE), lately: { ...NONE, usual: 0 } }

/** The hour of the day (UTC) of an instant. */
export const hourOf = (at: number): number => Math.floor(at / HOUR) % HOURS

/** All that is remembered. */
export const seenInAll = ({ hours }: Arrivals): Seen => hours.reduce(add, NONE)

/** A page that was read: what its window covers, when the orders on it were placed, and whether it was the last one; epoch ms. */
export type ReadPage = {
  readonly from: number
  readonly to: number
  readonly placed: readonly number[]
  readonly isLast: boolean
}

/** What a page teaches: each order counts in the hour in which it was placed, the minutes of a window once, with its last page (O1). */
export function learnArrivals(before: Arrivals, { from, to, placed, isLast }: ReadPage): Arrivals {
  const hours = before.hours.map((seen) => ({ ...seen }))
  for (const at of placed) bump(hours, hourOf(at), { orders: 1, minutes: 0 })
  const late = placed.filter((at) => at > to - LATELY * MINUTE).length
  const { lately } = before
  if (!isLast) return { hours, lately: { ...lately, orders: lately.orders + late } }
  let usual = 0
  for (let at = Math.max(from, to - DAYS_OF_AN_HOUR * 24 * HOUR); at < to; ) {
    const end = Math.min(to, (Math.floor(at / HOUR) + 1) * HOUR)
    bump(hours, hourOf(at), { orders: 0, minutes: (end - at) / MINUTE })
    usual += rateOf(hours[hourOf(at)]) * Math.max(0, (end - Math.max(at, to - LATELY * MINUTE)) / MINUTE)
    at = end
  }
  const minutes = Math.min(LATELY, Math.max(0, to - from) / MINUTE)
  const left = lately.minutes > 0 ? Math.min(1, (LATELY - minutes) / lately.minutes) : 1
  return {
    hours: hours.map(aWeekOf),
    lately: {
      orders: tenths(lately.orders * left + late),
      usual: tenths(lately.usual * left + usual),
      minutes: tenths(lately.minutes * left + minutes),
    },
  }
}

/** When the orders were placed that a report lists, and which range it covers; epoch ms. */
export type ReportOrders = { readonly from: number; readonly to: number; readonly placed: readonly number[] }

/** The hours of the day by a report, which lists every order that was placed in its range; of a long one the last week (O1). */
export function hoursOfReport({ from, to, placed }: ReportOrders): readonly Seen[] {
  const since = Math.max(from, to - DAYS_OF_AN_HOUR * 24 * HOUR)
  const inRange = placed.filter((at) => at >= since && at < to)
  return learnArrivals(NO_ARRIVALS, { from: since, to, placed: inRange, isLast: true }).hours
}

/** How many orders a minute are expected at an instant: as usual at that hour, and what came beyond that of late; chance left out. */
export function expectedAt({ hours, lately }: Arrivals, at: number): number {
  const beyond = Math.max(0, lately.orders - lately.usual - 2 * Math.sqrt(lately.usual + 1))
  return rateOf(hours[hourOf(at)]) + (lately.minutes > 0 ? beyond / lately.minutes : 0)
}

const rateOf = (seen: Seen | undefined): number => (seen && seen.minutes > 0 ? seen.orders / seen.minutes : 0)

const add = (one: Seen, other: Seen): Seen => ({
  orders: one.orders + other.orders,
  minutes: one.minutes + other.minutes,
})

function bump(hours: Seen[], hour: number, by: Seen): void {
  hours[hour] = add(hours[hour] ?? NONE, by)
}

/** The same rate over at most a week of an hour. */
function aWeekOf(seen: Seen): Seen {
  const share = Math.min(1, (DAYS_OF_AN_HOUR * 60) / Math.max(1, seen.minutes))
  return { orders: tenths(seen.orders * share), minutes: tenths(seen.minutes * share) }
}

/** Exact enough, and short to store. */
const tenths = (value: number): number => Math.round(value * 10) / 10
