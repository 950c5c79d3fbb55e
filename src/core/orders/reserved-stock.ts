import type { Allocation, PlacedLine } from './import-context.ts'
import { type LineUnits, unitsGone, unitsNeeded } from './units-of-ours.ts'

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
 * Settles what a line reserves after a word about it: of Amazon, or a package that left (stated with the units that are then
 * fulfilled). Computed from the line's ratio and its open units and never from proportions of the last state, so no rounding adds
 * up over any number of steps (O11, O13, O20). It guarantees:
 * - kept + used is never more than was reserved; the rest is released;
 * - what was fulfilled never goes down, so nothing is used twice;
 * - a line that is fulfilled whole, in one step or in many, uses what it needs in ours and keeps nothing;
 * - a raised quantity reserves no more by itself.
 */
export function settleLine(placed: PlacedLine, stated: StatedLine | undefined, end: LineEnd): SettledLine {
  const { ratio } = placed
  const quantityAmazon = stated?.quantity ?? placed.quantityAmazon
  const fulfilledAmazon = Math.max(placed.fulfilledAmazon, stated?.quantityFulfilled ?? 0)
  const before = { quantity: placed.quantityAmazon, fulfilled: placed.fulfilledAmazon, ratio }
  const needed = unitsNeeded(before)
  const after = endOf({ quantity: quantityAmazon, fulfilled: fulfilledAmazon, ratio }, end)
  const gone = Math.max(0, unitsGone(after) - unitsGone(before))

  const settled = placed.allocations.map(({ quantity }) => {
    // Nothing was open and yet it reserves: left to a person, until the line ends.
    if (needed === 0) return { kept: end === 'open' ? quantity : 0, used: end === 'shipped' ? quantity : 0 }
    // Of a kit each of ours reserves several of a component.
    const each = Math.ceil(quantity / needed)
    const used = Math.min(quantity, gone * each)
    return { used, kept: Math.min(quantity - used, unitsNeeded(after) * each) }
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

/** A line that ends has nothing open any more: all of it has left, or what had left already is all there is. */
function endOf(line: LineUnits, end: LineEnd): LineUnits {
  if (end === 'shipped') return { ...line, fulfilled: Math.max(line.quantity, line.fulfilled) }
  return end === 'cancelled' ? { ...line, quantity: line.fulfilled } : line
}
