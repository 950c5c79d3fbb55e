import type { OrderSettings } from '../settings/settings.ts'
import { type Arrivals, expectedAt, seenInAll } from './arrivals.ts'

const MINUTE = 60_000
/** One search in about 179 seconds is what Amazon lets through for ever. */
const FASTEST = 3
const SLOWEST = 60
/** A look that brings so many orders is worth its call: with fewer, ten looks would cost more than one order in ten. */
const WORTH_A_LOOK = 12
/** Where not even so many come in the usual time, orders are few enough to wait for each other. */
const FEW = 4
/** Its hours are known after a day with orders, or after three days. */
const KNOWN = { minutes: 24 * 60, orders: 100, minutesWithout: 3 * 24 * 60 }
const STEP = 0.5

/** Why the next look is when it is. */
export const LOOK_REASONS = ['told', 'unknown', 'busy', 'usual', 'quiet'] as const
export type LookReason = (typeof LOOK_REASONS)[number]

/** When Amazon is asked for orders next: after so many minutes, why, and how many orders an hour are expected. */
export type Look = { readonly minutes: number; readonly because: LookReason; readonly perHour: number }

/** What the pace hangs on: what was seen, what the settings say, and what time it is (epoch ms). */
export type PaceOf = { readonly arrivals: Arrivals; readonly settings: PaceSettings; readonly now: number }

/** The part of the settings that says how often Amazon is asked. */
export type PaceSettings = Pick<OrderSettings, 'sweepEveryMinutes' | 'sweepAdapts'>

/** True when sweeps come at other times by these settings than by those before. */
export const isOtherPace = (after: PaceSettings, before: PaceSettings | undefined): boolean =>
  after.sweepEveryMinutes !== before?.sweepEveryMinutes || after.sweepAdapts !== before.sweepAdapts

/** How many minutes may pass between two sweeps at most. */
export const longestWait = ({ sweepEveryMinutes, sweepAdapts }: PaceSettings): number =>
  sweepAdapts ? Math.max(usualOf(sweepEveryMinutes), Math.min(SLOWEST, sweepEveryMinutes * 4)) : sweepEveryMinutes

const usualOf = (everyMinutes: number): number => everyMinutes * 1.1

/**
 * When to look for orders next (O1): once twelve are expected, but not before three minutes and not later than a tenth after the
 * minutes of the settings; where not even four are expected by then, once they are, at the latest after four times those minutes.
 */
export function nextLook({ arrivals, settings, now }: PaceOf): Look {
  const everyMinutes = settings.sweepEveryMinutes
  const perHour = Math.round(expectedAt(arrivals, now) * 60)
  if (!settings.sweepAdapts) return { minutes: everyMinutes, because: 'told', perHour }
  if (!areHoursKnown(arrivals)) return { minutes: everyMinutes, because: 'unknown', perHour }
  const usual = usualOf(everyMinutes)
  const latest = longestWait(settings)
  let [minutes, orders] = [0, 0]
  while (minutes < latest) {
    if (minutes >= FASTEST && orders >= WORTH_A_LOOK) break
    if (minutes >= usual && orders >= FEW) break
    orders += expectedAt(arrivals, now + minutes * MINUTE) * STEP
    minutes += STEP
  }
  const perHourUntil = Math.round((orders / minutes) * 60)
  const because = minutes < everyMinutes ? 'busy' : minutes <= usual ? 'usual' : 'quiet'
  return { minutes: Math.min(minutes, latest), because, perHour: perHourUntil }
}

/** True once it is known at which hours orders come. */
export function areHoursKnown(arrivals: Arrivals): boolean {
  const { orders, minutes } = seenInAll(arrivals)
  return (minutes >= KNOWN.minutes && orders >= KNOWN.orders) || minutes >= KNOWN.minutesWithout
}

/** Why a connection is asked as often as it is, in one sentence for people (X5). */
export function tellLook({ minutes, because, perHour }: Look): string {
  const every = `Amazon is asked for orders every ${minutesText(minutes)}`
  const coming = perHour === 1 ? 'about 1 order an hour comes' : `about ${perHour} orders an hour come`
  switch (because) {
    case 'told':
      return `${every}, as the settings say.`
    case 'unknown':
      return `${every} until it is known at which hours orders come.`
    case 'busy':
      return `${every} now: ${coming}, and that many are worth a call each time.`
    case 'usual':
      return `${every} now: ${coming} at this time of the day.`
    default:
      return perHour === 0
        ? `${every} now: hardly an order comes at this time of the day.`
        : `${every} now: only ${coming} at this time of the day.`
  }
}

const minutesText = (minutes: number): string => (minutes === 1 ? 'minute' : `${Math.round(minutes)} minutes`)

/** So many calls of a burst are left for people and for catching up. */
export const KEPT_CALLS = 10
/** A sweep that is further behind than this catches up. */
const BEHIND = 20 * MINUTE

/** How many calls a search of the sweep leaves untouched, and until when at most it waits for more: later pages and a sweep that is behind catch up and may take all (O1). */
export function callsToKeep({
  token,
  watermark,
  askedAt,
}: {
  readonly token: string | null
  readonly watermark: number
  readonly askedAt: number
}): { readonly keep: number; readonly until: number } {
  const until = watermark + BEHIND
  return { keep: token === null && askedAt < until ? KEPT_CALLS : 0, until }
}
