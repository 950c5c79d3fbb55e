/** Shares an amount by weights in whole minor units: the sum is the amount, and nobody is further off than one (O15). */
export function shareAmount(amount: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0) return weights.map((_, at) => (at === 0 ? amount : 0))
  let given = 0
  let reached = 0
  return weights.map((weight) => {
    reached += weight
    // By what all so far should have, so that no rounding adds up.
    const due = Number((BigInt(amount) * BigInt(reached)) / BigInt(sum))
    const share = due - given
    given = due
    return share
  })
}
