const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Amazon's reports hold at most 30 days; longer ones come empty or fail. */
const LONGEST = 30 * DAY
const LEAST = 36 * HOUR
const OVERLAP = 6 * HOUR
const FURTHEST = 90 * DAY
/** Amazon refuses a range that ends in its future. */
const BEHIND = 2 * 60_000

/** The range that a night reconciles (epoch ms): since the last one that was complete and 6 hours before it, at least 36 hours, at most 90 days (O18). */
export function nightRange(
  amazonNow: number,
  coveredTo: number | null,
): { readonly from: number; readonly to: number } {
  const to = amazonNow - BEHIND
  const since = coveredTo === null ? to - LEAST : Math.min(coveredTo - OVERLAP, to - LEAST)
  return { from: Math.max(since, to - FURTHEST), to }
}

/** The end of the next report of a range that begins at `from`: no report is longer than 30 days (O18). */
export const reportEnd = (from: number, to: number): number => Math.min(to, from + LONGEST)
