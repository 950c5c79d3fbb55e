/** What pages show is counted up to this many: of 900,000 completed orders nobody needs the last digit, and nobody waits for it. */
export const MOST_COUNTED = 10_000
