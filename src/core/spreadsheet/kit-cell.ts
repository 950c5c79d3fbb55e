import type { Item } from '../catalog/item.ts'
import type { ItemId } from '../ids.ts'
import { bad, good, type ReadCell } from './written-cell.ts'

type Kit = NonNullable<Item['kit']>

/** What is shipped for a kit, in one cell: `2 x MUG; 1 x PLATE`. An id with a semicolon or a quote stands in quotes (T5). */
export const kitCell = (kit: Item['kit']): string | null =>
  kit === null
    ? null
    : kit.map(({ itemId, quantity }) => `${quantity} x ${/[;"]/.test(itemId) ? quoted(itemId) : itemId}`).join('; ')

const quoted = (id: string) => `"${id.replaceAll('"', '""')}"`

const PART = /\s*(?:(\d{1,6})\s*[x×*]\s+)?(?:"((?:[^"]|"")*)"|([^;"][^;]*?))\s*(?:;|$)/uy

/** Reads what is shipped for a kit; without a number it is one (T5). */
export function readKit(cell: string): ReadCell<Kit> {
  const parts: { itemId: ItemId; quantity: number }[] = []
  PART.lastIndex = 0
  while (PART.lastIndex < cell.length) {
    const found = PART.exec(cell)
    const id = found?.[2]?.replaceAll('""', '"') ?? found?.[3] ?? ''
    if (!found || id === '') return bad('names no components', 'write them such as 2 x MUG; 1 x PLATE, or none')
    parts.push({ itemId: id as ItemId, quantity: Number(found[1] ?? 1) })
  }
  return good(parts)
}
