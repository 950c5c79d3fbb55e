/** A feed that Amazon lists; epoch ms of Amazon's clock. */
type Listed = { readonly feedId: string; readonly createdAt: number; readonly marketplaceIds: readonly string[] }

/** A feed that was asked for, its answer unknown. `askedAt` and `now` are epoch ms of Amazon's clock. */
export type AskedFeed = {
  readonly askedAt: number
  readonly now: number
  readonly marketplaceId: string
  /** What Amazon lists of its type. */
  readonly listed: readonly Listed[]
  /** Those that other submissions of ours are. */
  readonly known: readonly string[]
}

/** Whether it is there: ours by being the only unknown one around that minute, not yet to be told, never taken, or not to be told. */
export type FoundFeed =
  | { readonly kind: 'found'; readonly feedId: string }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'never' }
  | { readonly kind: 'unclear'; readonly feeds: number }

const MINUTE = 60_000
/** So long Amazon may take to list what it took. */
const PATIENCE = 5 * MINUTE
/** Two clocks, measured to some seconds; and a request that took its time. */
const BEFORE = MINUTE
const AFTER = 10 * MINUTE
/** A step of one of the clocks may be larger: an unknown feed so near is never taken for proof that ours did not arrive. */
const STEP = 60 * MINUTE

/** The first instant from which feeds are looked at. */
export const lookFrom = (askedAt: number): number => askedAt - STEP

/**
 * Decides whether Amazon took a feed whose answer was lost (O16). Nothing but the list tells: a second try of a refund feed might
 * pay twice, so it is made only where, five minutes later, no unknown feed of the type has come within an hour of it.
 */
export function findFeed({ askedAt, now, marketplaceId, listed, known }: AskedFeed): FoundFeed {
  const unknown = listed.filter(
    ({ feedId, createdAt, marketplaceIds }) =>
      !known.includes(feedId) &&
      Math.abs(createdAt - askedAt) <= STEP &&
      (marketplaceIds.length === 0 || marketplaceIds.includes(marketplaceId)),
  )
  const [only] = unknown
  const near = only && only.createdAt >= askedAt - BEFORE && only.createdAt <= askedAt + AFTER
  if (unknown.length === 1 && near) return { kind: 'found', feedId: only.feedId }
  if (unknown.length > 0) return { kind: 'unclear', feeds: unknown.length }
  return now - askedAt >= PATIENCE ? { kind: 'never' } : { kind: 'wait', until: askedAt + PATIENCE }
}
