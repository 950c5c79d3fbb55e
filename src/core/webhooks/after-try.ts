const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The pauses between tries, as the Standard Webhooks convention proposes: together some three days. */
const PAUSES = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const

/** The most tries of one message. */
export const MOST_TRIES = PAUSES.length + 1

/** After so many tries without an answer that takes it, people are told. */
export const TOLD_AFTER = 3

/** How a try came out: the status that the receiver answered, or why there was no answer; how long it took, ms. */
export type TryOutcome = { readonly status: number | null; readonly why: string | null; readonly took: number }

/** What becomes of a message after a try (X2): taken by any 2xx; 410 says that nobody listens any more; all else is tried again, and given up in the end. */
export type AfterTry =
  | { readonly state: 'delivered' | 'failed' | 'gone'; readonly nextAt: null }
  | { readonly state: 'waiting'; readonly nextAt: number }

/** Decides it. `attempts` counts this try; `chance` from 0 to 1 spreads the next tries by a fifth, so that a receiver that was away is not met by all at once. */
export function afterTry(
  { status }: TryOutcome,
  { attempts, at, chance }: { readonly attempts: number; readonly at: number; readonly chance: number },
): AfterTry {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered', nextAt: null }
  if (status === 410) return { state: 'gone', nextAt: null }
  const pause = PAUSES[attempts - 1]
  if (pause === undefined) return { state: 'failed', nextAt: null }
  return { state: 'waiting', nextAt: at + Math.round(pause * (1 + chance / 5)) }
}
