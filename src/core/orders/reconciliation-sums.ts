/** What a reconciliation counted, by reason and by what became of it. */
type Counted = {
  readonly accounted: Readonly<Record<string, number>>
  readonly differing: Readonly<Partial<Record<'open' | 'fetched' | 'unchanged' | 'gone' | 'failed', number>>>
}

/** The sums of a reconciliation, as every door tells them (O18). What Amazon no longer knows was looked at, and is not open. */
export function sumsOf({ accounted, differing }: Counted) {
  const { open = 0, fetched = 0, unchanged = 0, gone = 0, failed = 0 } = differing
  return {
    accountedFor: Object.values(accounted).reduce((sum, n) => sum + n, 0),
    differing: open + fetched + unchanged + gone + failed,
    fetched: fetched + unchanged + gone,
    stillOpen: open + failed,
  }
}
