import type { FieldState } from './next-sending.ts'

/** How a listing at Amazon stands, the gravest first: what a person should look at hides what is well. */
export const LISTING_STANDINGS = ['refused', 'differs', 'held', 'unlinked', 'suppressed', 'waiting', 'live'] as const
export type ListingStanding = (typeof LISTING_STANDINGS)[number]

/** What decides it: whether a person said which item it is, whether Amazon sells it, and the states of what was sent of it. */
export type StandingFacts = {
  readonly configured: boolean
  readonly active: boolean
  readonly states: readonly FieldState[]
}

const OPEN: readonly FieldState[] = ['due', 'flying', 'accepted']

/**
 * How a listing stands (T4, I10): refused by Amazon, other than what was sent, held for approval, no item of ours linked, not sold by Amazon,
 * waiting for Amazon to show what was sent, or live as we said it.
 */
export function listingStanding({ configured, active, states }: StandingFacts): ListingStanding {
  for (const grave of ['refused', 'differs', 'held'] as const) if (states.includes(grave)) return grave
  if (!configured) return 'unlinked'
  if (!active) return 'suppressed'
  return states.some((state) => OPEN.includes(state)) ? 'waiting' : 'live'
}
