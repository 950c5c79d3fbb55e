import { goneBy, type HeldBuyerData } from './retention.ts'

/** How much of one kind is kept; epoch ms. */
export type HeldTotals = {
  readonly kind: HeldBuyerData['kind']
  readonly count: number
  /** When the oldest of it came to us. */
  readonly oldest: number | null
  /** The first day on which something of it must be gone; in the past when it is overdue. */
  readonly goneBy: number | null
  readonly overdue: number
}

/** Nothing of a kind. */
export const heldTotals = (kind: HeldBuyerData['kind']): HeldTotals => ({
  kind,
  count: 0,
  oldest: null,
  goneBy: null,
  overdue: 0,
})

/** One more (U4). */
export function withHeld(
  totals: HeldTotals,
  held: HeldBuyerData,
  { days, now }: { readonly days: number; readonly now: number },
): HeldTotals {
  const day = goneBy(held, days)
  return {
    ...totals,
    count: totals.count + 1,
    oldest: Math.min(totals.oldest ?? held.cameAt, held.cameAt),
    goneBy: day === null ? totals.goneBy : Math.min(totals.goneBy ?? day, day),
    overdue: totals.overdue + (day !== null && day < now ? 1 : 0),
  }
}
