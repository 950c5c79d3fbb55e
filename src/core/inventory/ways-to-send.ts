import type { SellerSku } from '../ids.ts'

/** Up to so many changes go by single calls, five a second; more by one feed (I8). */
export const MOST_BY_CALL = 1500

/** A change of one SKU that is to be sent. */
export type Change = {
  readonly sellerSku: SellerSku
  /** The quantity it goes to, null where stock is not part of the change. */
  readonly quantity: number | 'always' | null
  /** What Amazon has now, as far as we know. */
  readonly quantityBefore: number | 'always' | null
  /** True when a price of it is part of the change. */
  readonly price: boolean
  /** A person, or an event of the last minute, waits for it (I7, I11). */
  readonly urgent: boolean
}

/** How each change goes up; `later` waits: its price must be confirmed first, or a feed is still in flight. */
export type WaysToSend = {
  readonly calls: readonly Change[]
  readonly feed: readonly Change[]
  readonly later: readonly Change[]
}

/**
 * Which changes go by call and which by feed (I8): zero stock always by call and at once; up to 1,500 by call, more by one feed; what is
 * urgent never waits behind a feed (I11). Stock that comes back together with a new price waits until the price stands at Amazon.
 */
export function waysToSend(
  changes: readonly Change[],
  { feedInFlight }: { readonly feedInFlight: boolean },
): WaysToSend {
  const zero = changes.filter(isZero)
  const others = changes.filter((change) => !isZero(change))
  const urgent = others.filter(({ urgent: now }) => now).slice(0, MOST_BY_CALL)
  const first = new Set(urgent)
  const rest = others.filter((change) => !first.has(change))
  const parts = (list: readonly Change[]) => list.flatMap(priceFirst)
  const byCall = parts([...urgent, ...(urgent.length + rest.length <= MOST_BY_CALL ? rest : [])])
  const many = urgent.length + rest.length <= MOST_BY_CALL ? [] : parts(rest)
  return {
    calls: [...zero, ...byCall.filter(({ wait }) => !wait).map(({ change }) => change)],
    feed: feedInFlight ? [] : many.filter(({ wait }) => !wait).map(({ change }) => change),
    later: [...byCall.filter(({ wait }) => wait), ...many.filter(({ wait }) => wait || feedInFlight)].map(
      ({ change }) => change,
    ),
  }
}

const isZero = ({ quantity }: Change): boolean => quantity === 0

/** Stock that comes back at a new price goes in two parts: the price now, the stock once that is confirmed (I8). */
function priceFirst(change: Change): readonly { readonly change: Change; readonly wait: boolean }[] {
  const { quantity, quantityBefore, price } = change
  const restocks = quantity !== null && quantity !== 0 && (quantityBefore === 0 || quantityBefore === null)
  if (!price || !restocks) return [{ change, wait: false }]
  return [
    { change: { ...change, quantity: null }, wait: false },
    { change: { ...change, price: false }, wait: true },
  ]
}
