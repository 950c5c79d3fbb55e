import { unitsNeeded } from '../orders/units-of-ours.ts'
import { failed, ok, type Problem, problem, type Result } from '../problems.ts'
import { isText, isWhole } from '../settings/faults.ts'
import { visibleText } from '../visible-text.ts'
import type { PackageItem } from './package.ts'
import { type EntryItem, isNamed, openUnits, type ShippableLine } from './package-entry.ts'

/** The lines of an order that a package is filled from. */
export type LinesOfOrder = { readonly order: string; readonly lines: readonly ShippableLine[] }

const MOST_ITEMS = 1000
const MOST_UNITS = 1_000_000

/** What is in a package, in Amazon's units and ours: what was said of it, or everything that is open (S2). */
export function packageItems(said: readonly EntryItem[] | null, from: LinesOfOrder): Result<readonly PackageItem[]> {
  const fault = said === null ? null : faultOf(said)
  if (fault) return { ok: false, problem: fault }
  const all = said ?? [{ line: null, sku: null, item: null, quantity: null }]
  const taken = new Map<string, number>()
  for (const each of all) {
    const problemOfIt = take(each, from, taken)
    if (problemOfIt) return { ok: false, problem: problemOfIt }
  }
  const items: PackageItem[] = []
  for (const line of from.lines) {
    const quantity = taken.get(line.lineId) ?? 0
    if (quantity === 0) continue
    const inPacks = inAmazonUnits(line, quantity)
    if (!inPacks.ok) return inPacks
    items.push({ line: line.lineId, quantityAmazon: inPacks.value, quantity })
  }
  return ok(items)
}

/** Of ours that are still open in a line. */
function openOf(line: ShippableLine): number {
  const { fulfilledAmazon: fulfilled, ratio } = line
  const open = openUnits(line)
  return open > 0 ? unitsNeeded({ quantity: fulfilled + open, fulfilled, ratio }) : 0
}

/** Takes what one item says from its line; several lines only when all of them go whole, for nothing else is clear. */
function take(said: EntryItem, { order, lines }: LinesOfOrder, taken: Map<string, number>): Problem | null {
  const named = lines.filter((line) => isNamed(said, line))
  const words = { order, named: inWords(said), lines: listed(named.length > 0 ? named : lines) }
  const [first] = named
  if (!first) return problem('package-line-unknown', words)
  const open = named.filter((line) => openOf(line) > (taken.get(line.lineId) ?? 0))
  const left = (line: ShippableLine) => openOf(line) - (taken.get(line.lineId) ?? 0)
  const sum = open.reduce((total, line) => total + left(line), 0)
  const wanted = said.quantity ?? sum
  if (wanted > sum || sum === 0) {
    const ordered = named.reduce(
      (total, { quantityAmazon: quantity, ratio }) => total + unitsNeeded({ quantity, fulfilled: 0, ratio }),
      0,
    )
    const quantity = said.quantity ?? 'more'
    return problem('package-too-much', { order, quantity, sku: visibleText(first.sellerSku), open: sum, ordered })
  }
  if (wanted < sum && open.length > 1) return problem('package-line-unclear', { ...words, lines: listed(open) })
  for (const line of open) taken.set(line.lineId, (taken.get(line.lineId) ?? 0) + (wanted < sum ? wanted : left(line)))
  return null
}

/** Amazon counts packs: what is taken must be whole ones, or all that is left of the line (S2). */
function inAmazonUnits(line: ShippableLine, quantity: number): Result<number> {
  const { ratio, sellerSku } = line
  if (quantity === openOf(line)) return ok(openUnits(line))
  const packs = (quantity * ratio.amazon) / ratio.ours
  if (Number.isInteger(packs) && packs <= openUnits(line)) return ok(packs)
  return failed('package-splits-pack', { quantity, sku: visibleText(sellerSku), ...ratio })
}

function faultOf(said: readonly EntryItem[]): Problem | null {
  const fault = (field: string, why: string) => problem('package-entry-not-valid', { field, why })
  if (!isWhole(said.length, 1, MOST_ITEMS)) return fault('items', `must name 1 to ${MOST_ITEMS} items, or be left out`)
  for (const { line, sku, item, quantity } of said) {
    const words = [line, sku, item].filter((word) => word !== null)
    if (!words.every((word) => isText(word, 1, 200)))
      return fault('line, sku or item', 'must have 1 to 200 characters, none of them control characters')
    if (quantity !== null && !isWhole(quantity, 1, MOST_UNITS))
      return fault('quantity', 'must be a whole number from 1')
  }
  return null
}

const inWords = ({ line, sku, item }: EntryItem): string => {
  const words = [
    ...(line === null ? [] : [`the order item id [${visibleText(line)}]`]),
    ...(sku === null ? [] : [`the seller SKU [${visibleText(sku)}]`]),
    ...(item === null ? [] : [`the item [${visibleText(item)}]`]),
  ]
  return words.join(' and ') || 'this quantity'
}

const listed = (lines: readonly ShippableLine[]): string =>
  lines
    .slice(0, 10)
    .map((line) => `${line.lineId} (${openOf(line)} × ${visibleText(line.sellerSku, 40)} open)`)
    .join(', ')
