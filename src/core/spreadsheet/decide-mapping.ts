import { checkMappings } from '../catalog/check-items.ts'
import type { SkuMapping } from '../catalog/item.ts'
import type { ItemId, SellerSku } from '../ids.ts'
import { canonical } from '../inventory/canonical.ts'
import { type RowDecision, refusedRow, unchangedRow } from './import.ts'
import { mappingCells } from './item-cells.ts'
import { changesBetween, keyIn, type OwnRow, textOr } from './own-row.ts'
import { refuseByCheck } from './row-checks.ts'
import { isSampleRow, sampleRow } from './sample-row.ts'
import { isSpoilt, readWhole, SPOILT, saysNone } from './written-cell.ts'

/** What deciding a page of mappings needs: those that there are of its SKUs, and the items that it names. */
export type KnownToMappings = {
  readonly mappings: ReadonlyMap<SellerSku, SkuMapping>
  readonly items: ReadonlySet<ItemId>
}

const FIELD_OF: Readonly<Record<string, string>> = {
  itemId: 'item',
  'ratio.amazon': 'amazonUnits',
  'ratio.ours': 'ourUnits',
}

/** What a row of an own spreadsheet of mappings does: a SKU is mapped, mapped otherwise, or stays as it is (T5). */
export function decideMapping(row: OwnRow, known: KnownToMappings): RowDecision<SkuMapping> {
  const sellerSku = keyIn(row, 'sellerSku', (key) => known.mappings.has(key as SellerSku)) as SellerSku
  const before = known.mappings.get(sellerSku) ?? null
  if (isSampleRow('mappings', row, before !== null)) return sampleRow(row.row)
  if (sellerSku === '') row.refuse('sellerSku', 'is blank', 'write the SKU at Amazon')
  if (before === null && isSpoilt(sellerSku))
    row.refuse('sellerSku', SPOILT, 'write it again in a column formatted as text')
  const after = wantedMapping(row, { sellerSku, before, known })
  if (after.itemId === '') row.refuse('item', 'is blank', 'write the id of the item that it is')
  if (!row.fault()) {
    const checked = checkMappings([after], known.items)
    if (!checked.ok) refuseByCheck(row, checked.problems, FIELD_OF)
  }
  const fault = row.fault()
  if (fault) return refusedRow(row.row, sellerSku === '' ? null : sellerSku, fault)
  if (before && canonical(before) === canonical(after)) return unchangedRow(row.row, sellerSku)
  return {
    ...unchangedRow(row.row, sellerSku),
    outcome: before ? 'updated' : 'created',
    changes: changesBetween({ kind: 'mappings', before: before && mappingCells(before), after: mappingCells(after) }),
    before,
    after,
    plan: after,
  }
}

type Wanting = { readonly sellerSku: SellerSku; readonly before: SkuMapping | null; readonly known: KnownToMappings }

function wantedMapping(row: OwnRow, { sellerSku, before, known }: Wanting): SkuMapping {
  const item = keyIn(row, 'item', (key) => known.items.has(key as ItemId)) as ItemId
  return {
    sellerSku,
    itemId: item === '' ? (before?.itemId ?? item) : item,
    ratio: {
      amazon: row.read('amazonUnits', before?.ratio.amazon ?? 1, readWhole),
      ours: row.read('ourUnits', before?.ratio.ours ?? 1, readWhole),
    },
    unit: row.read('unit', before?.unit ?? '', wordsOr(before?.unit ?? '')),
    note: row.read('note', before?.note ?? '', wordsOr(before?.note ?? '')),
  }
}

/** Words that a cell can also take away. */
const wordsOr = (there: string) => (text: string) => {
  const read = textOr(there)(text)
  return read.ok && read.value !== there && saysNone(text) ? { ok: true as const, value: '' } : read
}
