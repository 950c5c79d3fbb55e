const MINUTE = 60_000
const HOUR = 60 * MINUTE
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const

/** How long a mail waits after so many tries: the pauses grow to a day, and it is never given up by itself (E6). */
export const mailPause = (tries: number): number => PAUSES[Math.min(Math.max(tries, 1), PAUSES.length) - 1] ?? HOUR

/** At most one mail for each topic and person in so long (N3). */
export const BETWEEN_MAILS = HOUR

/** How long news is gathered before the first mail of a bad night is written (N3). */
export const GATHERED_FOR = 2 * MINUTE
