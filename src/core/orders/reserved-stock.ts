import type { Allocation, PlacedLine } from './import-context.ts'

/** What Amazon now says of a line, in Amazon's units. */
export type StatedLine = { readonly quantity: number; readonly quantityFulfilled: number }

/** How a line ends: still open, all shipped, or cancelled. */
export type LineEnd = 'open' | 'shipped' | 'cancelled'

/** A line after an update: its quantities, what it still reserves, and what left the shelf. What is in neither is released. */
export type SettledLine = {
  readonly line: { readonly lineId: string; readonly quantityAmazon: number; readonly fulfilledAmazon: number }
  readonly allocations: readonly Allocation[]
  readonly used: readonly Allocation[]
}

/**
 * Moves what a line reserves by the proportion of the units at Amazon that were still open: what was fulfilled since is used, what
 * was taken off the line is released (O13, O20). What was fulfilled never goes down, so nothing is used twice.
 */
export function settleLine(placed: PlacedLine, stated: StatedLine | undefined, end: LineEnd): SettledLine {
  const quantityAmazon = stated?.quantity ?? placed.quantityAmazon
  const fulfilledAmazon = Math.max(placed.fulfilledAmazon, stated?.quantityFulfilled ?? 0)
  const open = Math.max(0, placed.quantityAmazon - placed.fulfilledAmazon)
  const share = (quantity: number, units: number) =>
    open === 0 ? 0 : Math.round((quantity * Math.min(open, Math.max(0, units))) / open)

  const settled = placed.allocations.map((allocation) => {
    const { quantity } = allocation
    if (end === 'shipped') return { kept: 0, used: quantity - share(quantity, placed.quantityAmazon - quantityAmazon) }
    if (end === 'open' && open === 0) return { kept: quantity, used: 0 }
    const used = share(quantity, fulfilledAmazon - placed.fulfilledAmazon)
    const kept = end === 'open' ? Math.min(quantity - used, share(quantity, quantityAmazon - fulfilledAmazon)) : 0
    return { kept, used }
  })
  const pick = (part: 'kept' | 'used') =>
    placed.allocations
      .map((allocation, index) => ({ ...allocation, quantity: settled[index]?.[part] ?? 0 }))
      .filter(({ quantity }) => quantity > 0)
  return {
    line: { lineId: placed.lineId, quantityAmazon, fulfilledAmazon },
    allocations: pick('kept'),
    used: pick('used'),
  }
}
