/** An order of which Amazon says that it changed; epoch ms. */
export type HintedOrder = { readonly orderId: string; readonly changedAt: number; readonly tries: number }

/** What to do now: orders to be read by their numbers, whether the sweep reads those that changed through an instant, and when to go on. */
export type LookPlan = {
  readonly byNumber: readonly HintedOrder[]
  readonly sweptThrough: number | null
  readonly again: number | null
}

/** getOrder has thirty calls at once and one in two seconds; ten are left for people. */
export const CALLS_AT_ONCE = 30
const FOR_PEOPLE = 10
const NEXT_ROUND = 30_000
/** A sweep reads to three minutes before Amazon's clock: more orders than getOrder gives until then are cheaper by a page of it. */
const MANY = 100
const RIPE = 190_000

/**
 * How orders that Amazon hinted at are looked at with few calls: some by number, at once; of a flood, what is old enough comes by a sweep,
 * a hundred a call. `waiting` are the orders that are due, the oldest change first; `left` is how many may be read by number at once now.
 */
export function planLook(
  waiting: readonly HintedOrder[],
  { now, amazonNow, left }: { readonly now: number; readonly amazonNow: number; readonly left: number },
): LookPlan {
  const ripe = amazonNow - RIPE
  const sweptThrough = waiting.length > MANY && (waiting[0]?.changedAt ?? ripe) <= ripe ? ripe : null
  const rest = sweptThrough === null ? waiting : waiting.filter(({ changedAt }) => changedAt > ripe)
  const byNumber = rest.slice(0, Math.max(0, left - FOR_PEOPLE))
  return { byNumber, sweptThrough, again: rest.length > byNumber.length ? now + NEXT_ROUND : null }
}
