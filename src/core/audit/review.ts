const DAY = 86_400_000

/** How often somebody looks through the audit and signs that off (D41). */
export const REVIEW_EVERY = 14 * DAY
/** How much must be written down of what an alarm was. */
export const LEAST_WORD = 10

/** True when nobody has looked for more than two weeks: since the last review, or since there is an audit; epoch ms. */
export const isReviewOverdue = (since: number | null, now: number): boolean =>
  since !== null && now > since + REVIEW_EVERY
