import { type Catalog, ONE_TO_ONE, resolveSku } from '../catalog/resolve-sku.ts'
import type { Problem } from '../problems.ts'
import type { Need } from './allocate.ts'
import type { AmazonLine } from './amazon-order.ts'
import type { OrderLine } from './import-outcome.ts'
import { unitsNeeded } from './units-of-ours.ts'

/** The lines of an order in our units, what they still need from stock, and every line that does not resolve. */
export type ResolvedLines = {
  readonly lines: readonly OrderLine[]
  readonly needs: readonly Need[]
  readonly problems: readonly Problem[]
}

/** Resolves every line, never only up to the first fault; a line that does not resolve keeps Amazon's quantity and has no item (O11, O12). */
export function resolveLines(lines: readonly AmazonLine[], catalog: Catalog): ResolvedLines {
  const problems: Problem[] = []
  const needs: Need[] = []
  const resolved = lines.map((line): OrderLine => {
    const found = resolveSku(line, catalog)
    if (!found.ok) {
      problems.push(found.problem)
      return { ...line, itemId: null, ours: line.quantity, ratio: ONE_TO_ONE }
    }
    const { item, ours, ratio } = found.value
    const quantity = unitsNeeded({ quantity: line.quantity, fulfilled: line.quantityFulfilled, ratio })
    needs.push({ line: line.lineId, item, quantity })
    return { ...line, itemId: item.id, ours, ratio }
  })
  return { lines: resolved, needs, problems }
}
