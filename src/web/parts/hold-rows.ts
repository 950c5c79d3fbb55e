/** What is shown while a hand is on a list, and how many rows wait to come in between. */
export type Held<Row> = { readonly shown: readonly Row[]; readonly waiting: number }

/**
 * The rows as they stood when the hand came, each with what is new of it: none moves, none goes, and new ones join at the end only.
 * Those that belong further up wait until the hand is gone (10 of the console's rules).
 */
export function holdRows<Row>(
  kept: readonly Row[],
  now: readonly Row[],
  keyOf: (row: Row) => string | number,
): Held<Row> {
  const newest = new Map(now.map((row) => [keyOf(row), row]))
  const known = new Set(kept.map(keyOf))
  const lastKnown = now.findLastIndex((row) => known.has(keyOf(row)))
  const joining = lastKnown < 0 ? [] : now.slice(lastKnown + 1)
  const shown = [...kept.map((row) => newest.get(keyOf(row)) ?? row), ...joining]
  const waiting = now.filter((row, at) => !known.has(keyOf(row)) && (lastKnown < 0 || at < lastKnown)).length
  return { shown, waiting }
}
