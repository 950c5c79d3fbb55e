const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Most messages of one feed (S5). */
export const MOST_MESSAGES = 5000

const POLLS = [2, 3, 5, 10, 20]

/** How long after the nth look at a feed the next one is due: two minutes after it was sent, at last every twenty (S5). */
export const pollPause = (polls: number): number => (POLLS[Math.min(polls, POLLS.length - 1)] ?? 20) * MINUTE

const TRIES = [1, 2, 5, 10, 20, 30]

/** How long to wait after so many tries in a row that did not bring a step on, or a row up (E6). */
export const tryPause = (tries: number): number =>
  (TRIES[Math.min(Math.max(tries, 1), TRIES.length) - 1] ?? 30) * MINUTE

/** How long a feed has been open, once that is worth saying: half an hour, two hours, eight hours (E5). */
export function slowness(openFor: number): string | null {
  if (openFor >= 8 * HOUR) return `${Math.floor(openFor / HOUR)} hours`
  if (openFor >= 2 * HOUR) return '2 hours'
  return openFor >= 30 * MINUTE ? '30 minutes' : null
}

/** Amazon advises one feed of a type in twenty minutes. */
const SPACE = 20 * MINUTE
/** With so many waiting, or a deadline so near, the advice is not heeded. */
const MANY = 1000
const NEAR = 2 * HOUR

/** What waits for a feed: since when the last one is sent, how many wait, and the earliest deadline (epoch ms). */
export type FeedBacklog = {
  readonly lastSentAt: number | null
  readonly waiting: number
  readonly dueBy: number | null
  readonly now: number
}

/** When the next feed of a kind may be drawn: few entries wait for others to come, unless a deadline is near (S5, S6). */
export function drawAt({ lastSentAt, waiting, dueBy, now }: FeedBacklog): number {
  if (lastSentAt === null || waiting >= MANY || (dueBy !== null && dueBy - now <= NEAR)) return now
  return Math.max(now, lastSentAt + SPACE)
}
