import type { SkuMapping } from '../catalog/item.ts'

/** How many units a line has and how many of them have left, in Amazon's units, and the ratio that counts for it (O11). */
export type LineUnits = {
  readonly quantity: number
  readonly fulfilled: number
  readonly ratio: SkuMapping['ratio']
}

/**
 * How many of ours have left by now. Of a pack that was broken up nothing has left until all of it has; with the last unit of the
 * line what is left of it goes too. It never falls while more is fulfilled, so what leaves between two states is their difference.
 */
export function unitsGone({ quantity, fulfilled, ratio }: LineUnits): number {
  const ours = (fulfilled * ratio.ours) / ratio.amazon
  return fulfilled >= quantity ? Math.ceil(ours) : Math.floor(ours)
}

/** How many of ours a line still needs: whole ones, also where a pack was broken up (O11, O20). */
export const unitsNeeded = (line: LineUnits): number =>
  Math.max(0, Math.ceil((line.quantity * line.ratio.ours) / line.ratio.amazon) - unitsGone(line))
