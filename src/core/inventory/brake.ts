import type { SellerSku } from '../ids.ts'

/** The brake looks back over so many minutes, and stops beyond this share of the sent SKUs and at least so many (I12). */
export const BRAKE = { minutes: 60, share: 0.2, least: 25 } as const

/** A change as the brake sees it: to zero or to a new price, as far as no person approved it and neither orders nor shipments caused it. */
export type BrakedChange = {
  readonly sellerSku: SellerSku
  readonly toZero: boolean
  readonly changesPrice: boolean
}

/** Whether a change is one that the brake counts. */
export const counts = (change: BrakedChange): boolean => change.toZero || change.changesPrice

/** What may go, what must stop and ask, and how many SKUs count within the hour. */
export type Braked<C extends BrakedChange> = {
  readonly go: readonly C[]
  readonly stopped: readonly C[]
  readonly counted: number
}

/**
 * The brake (I12): when within 60 minutes more than 20 % of a connection's sent SKUs, and at least 25, would go to zero or change their
 * price, further such changes stop and ask. What is within the limit goes, also after the brake was pulled by what lies beyond it; what
 * it does not count always does. While it stands, `within` is what counted since the hour before it was pulled.
 */
export function brake<C extends BrakedChange>(
  changes: readonly C[],
  known: { readonly sentSkus: number; readonly within: ReadonlySet<SellerSku>; readonly braked: boolean },
): Braked<C> {
  const all = new Set(known.within)
  for (const change of changes) if (counts(change)) all.add(change.sellerSku)
  const beyond = all.size >= BRAKE.least && all.size > BRAKE.share * known.sentSkus
  if (!known.braked && !beyond) return { go: changes, stopped: [], counted: all.size }
  // Up to the limit they may go; the first over it, and every further one, asks.
  const limit = Math.max(BRAKE.least - 1, Math.floor(BRAKE.share * known.sentSkus))
  const passed = new Set(known.within)
  const go: C[] = []
  const stopped: C[] = []
  for (const change of changes) {
    if (!counts(change) || (!known.braked && passed.has(change.sellerSku))) go.push(change)
    else if (passed.size < limit) {
      passed.add(change.sellerSku)
      go.push(change)
    } else stopped.push(change)
  }
  return { go, stopped, counted: all.size }
}
