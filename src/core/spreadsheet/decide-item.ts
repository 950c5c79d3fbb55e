import { checkItems, type EnteredItem, type KnownItems } from '../catalog/check-items.ts'
import type { CatalogItem } from '../catalog/item.ts'
import type { ItemId } from '../ids.ts'
import { canonical } from '../inventory/canonical.ts'
import { formatAmount } from '../money.ts'
import { type RowDecision, refusedRow, unchangedRow } from './import.ts'
import { itemCells } from './item-cells.ts'
import { readKit } from './kit-cell.ts'
import { changesBetween, keyIn, type OwnRow, orNone, textOr } from './own-row.ts'
import { readBarcode } from './read-barcode.ts'
import { readWeight } from './read-weight.ts'
import { refuseByCheck } from './row-checks.ts'
import { isSampleRow, sampleRow } from './sample-row.ts'
import { readWrittenAmount } from './written-amount.ts'
import { isSpoilt, readWhole, readYesNo, SPOILT } from './written-cell.ts'

/** What deciding a page of items needs: those that it names, also as components, and the kits that hold them. */
export type KnownToItems = Omit<KnownItems, 'items'> & { readonly items: ReadonlyMap<ItemId, CatalogItem> }

const FIELD_OF: Readonly<Record<string, string>> = { id: 'item' }

/** What a row of an own spreadsheet of items does: a new item, another one of what it says, or nothing (T5). */
export function decideItem(row: OwnRow, known: KnownToItems): RowDecision<CatalogItem> {
  const id = keyIn(row, 'item', (key) => known.items.has(key as ItemId)) as ItemId
  const before = known.items.get(id) ?? null
  if (isSampleRow('items', row, before !== null)) return sampleRow(row.row)
  if (id === '') row.refuse('item', 'is blank', 'write the id of the item')
  if (before === null && isSpoilt(id)) row.refuse('item', SPOILT, 'write it again in a column formatted as text')
  const there = before && entered(before, known.currency)
  const wanted = wantedItem(row, { id, there, currency: known.currency })
  if (there === null && wanted.description === '') row.refuse('description', 'is blank', 'say what the new item is')
  const after = checked(row, wanted, known)
  const fault = row.fault()
  if (fault) return refusedRow(row.row, id === '' ? null : id, fault)
  if (after === null) throw new Error('A row was neither read nor refused.')
  if (before && canonical(before) === canonical(after)) return unchangedRow(row.row, id)
  const cells = itemCells(entered(after, known.currency))
  return {
    ...unchangedRow(row.row, id),
    outcome: before ? 'updated' : 'created',
    changes: changesBetween({ kind: 'items', before: there && itemCells(there), after: cells }),
    before,
    after,
    plan: after,
  }
}

const entered = ({ price, ...item }: CatalogItem, currency: string): EnteredItem => ({
  ...item,
  price: price === null ? null : { amount: formatAmount({ minor: price, currency }), currency },
})

type Wanting = { readonly id: ItemId; readonly there: EnteredItem | null; readonly currency: string }

/** The item as the row says it; what the row does not say is as it was, or as a new item has it. */
function wantedItem(row: OwnRow, { id, there, currency }: Wanting): EnteredItem {
  const named = row.text('currency').toUpperCase()
  if (named !== '' && named !== currency && row.text('price') !== '')
    row.refuse('currency', `is not ${currency}, your currency`, `write prices in ${currency}, or leave them blank`)
  const kit = row.read('kit', there?.kit ?? null, orNone(readKit))
  const barcode = there?.barcode ?? null
  return {
    id,
    description: row.read('description', there?.description ?? '', textOr(there?.description ?? null)),
    price: row.read('price', there?.price ?? null, orNone(priceIn(currency))),
    grams: row.read('grams', there?.grams ?? 0, readWeight),
    tracksStock: row.read('tracksStock', kit === null && (there?.tracksStock ?? true), readYesNo),
    kit,
    leadTimeMinutes: row.read('leadTimeMinutes', there?.leadTimeMinutes ?? null, orNone(readWhole)),
    barcode: row.read('barcode', barcode, orNone(readBarcode(barcode))),
  }
}

const priceIn = (currency: string) => (text: string) => {
  const read = readWrittenAmount(text, currency)
  return read.ok ? { ok: true as const, value: { amount: read.value, currency } } : read
}

/** The item by the rules that hold wherever items are saved; what they refuse is noted at its cell. */
function checked(row: OwnRow, wanted: EnteredItem, known: KnownToItems): CatalogItem | null {
  if (row.fault()) return null
  // Of a page of a thousand items only those that this one is made of.
  const parts = (wanted.kit ?? []).flatMap(({ itemId }) => known.items.get(itemId) ?? [])
  const found = checkItems([wanted], { ...known, items: new Map(parts.map((item) => [item.id, item])) })
  if (found.ok) return found.value[0] ?? null
  refuseByCheck(row, found.problems, FIELD_OF)
  return null
}
