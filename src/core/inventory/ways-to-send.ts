import type { SellerSku } from '../ids.ts'

/** Up to so many changes go by single calls, five a second; more by one feed (I8). */
export const MOST_BY_CALL = 1500

/** So long stock waits for the price that goes before it (I8). */
export const PRICE_FIRST_MS = 2 * 3_600_000

/** A change of one SKU that is to be sent. */
export type Change = {
  readonly sellerSku: SellerSku
  /** The quantity it goes to, null where stock is not part of the change. */
  readonly quantity: number | 'always' | null
  /** What Amazon has now, as far as we know. */
  readonly quantityBefore: number | 'always' | null
  /** True when a price of it is part of the change. */
  readonly price: boolean
  /** True when a new price of it is on its way and not confirmed. */
  readonly priceUnsettled: boolean
  /** Its stock has waited long enough for the price. */
  readonly waited: boolean
  /** A person, or an event of the last minute, waits for it (I7, I11). */
  readonly urgent: boolean
}

/** How each change goes up; `later`: when the feed in flight has ended; `waiting`: stock whose price must be confirmed first. */
export type WaysToSend<C extends Change> = {
  readonly calls: readonly C[]
  readonly feed: readonly C[]
  readonly later: readonly C[]
  readonly waiting: readonly C[]
}

/**
 * Which changes go by call and which by feed (I8): zero stock always by call and at once; up to 1,500 by call, more by one feed; what is
 * urgent never waits behind a feed (I11). Stock that comes back together with a new price waits until the price stands at Amazon.
 */
export function waysToSend<C extends Change>(
  changes: readonly C[],
  { feedInFlight }: { readonly feedInFlight: boolean },
): WaysToSend<C> {
  const parts = changes.map(priceFirst)
  const now = parts.flatMap(({ go }) => go ?? [])
  const callable = now.filter(hasAddress)
  const zero = callable.filter(isZero)
  const others = callable.filter((change) => !isZero(change))
  const urgent = others.filter((change) => change.urgent).slice(0, MOST_BY_CALL)
  const first = new Set(urgent)
  const rest = others.filter((change) => !first.has(change))
  const few = urgent.length + rest.length <= MOST_BY_CALL
  const many = [...(few ? [] : rest), ...now.filter((change) => !hasAddress(change))]
  return {
    calls: [...zero, ...urgent, ...(few ? rest : [])],
    feed: feedInFlight ? [] : many,
    later: feedInFlight ? many : [],
    waiting: parts.flatMap(({ wait }) => wait ?? []),
  }
}

const isZero = ({ quantity }: Change): boolean => quantity === 0

/** Calls about a SKU with one of these letters may not find it, however it is escaped; in a feed it has none (spapi-listings.md 9.8). */
const hasAddress = ({ sellerSku }: Change): boolean => !/[/#%]/.test(sellerSku)

/** Stock that comes back at a new price goes in two parts: the price now, the stock once that is confirmed, or two hours are over (I8). */
function priceFirst<C extends Change>(change: C): { readonly go: C | null; readonly wait: C | null } {
  const { quantity, quantityBefore, price, priceUnsettled, waited } = change
  const restocks = quantity !== null && quantity !== 0 && (quantityBefore === 0 || quantityBefore === null)
  if (!restocks || waited || (!price && !priceUnsettled)) return { go: change, wait: null }
  return { go: price ? { ...change, quantity: null } : null, wait: { ...change, price: false } }
}
