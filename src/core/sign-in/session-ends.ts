const MINUTE = 60_000

/** A session ends after so long without use. */
export const IDLE_ENDS = 15 * MINUTE
/** A session ends so long after signing in, used or not. */
export const WHOLE_ENDS = 12 * 60 * MINUTE
/** A session in which the second factor was not shown yet is no place to stay. */
export const UNFINISHED_ENDS = 30 * MINUTE
/** A second factor is fresh for so long (U3). */
export const FACTOR_FRESH = 15 * MINUTE

/** The instants of a session, epoch ms. */
export type SessionTimes = {
  readonly createdAt: number
  readonly lastUsedAt: number
  readonly secondFactorAt: number | null
}

/** When a session ends if it is not used meanwhile (U6). */
export const endsAt = ({ createdAt, lastUsedAt, secondFactorAt }: SessionTimes): number =>
  Math.min(lastUsedAt + IDLE_ENDS, createdAt + (secondFactorAt === null ? UNFINISHED_ENDS : WHOLE_ENDS))

/** True when the second factor was shown within the last 15 minutes, as the gravest things ask for; one from the future counts as none (U3). */
export const isFresh = (secondFactorAt: number | null, now: number): boolean =>
  secondFactorAt !== null && secondFactorAt <= now && now - secondFactorAt <= FACTOR_FRESH
