/** Asks once and gives the answer to everybody who comes within so many ms, also while it is being asked; a failure is not kept. */
export function keptFor<T>(ms: number, now: () => number, ask: () => Promise<T>): () => Promise<T> {
  let kept: { readonly until: number; readonly answer: Promise<T> } | null = null
  return () => {
    if (kept && now() < kept.until) return kept.answer
    const answer = ask()
    const mine = { until: now() + ms, answer }
    kept = mine
    answer.catch(() => {
      if (kept === mine) kept = null
    })
    return answer
  }
}
