import type { Item } from '../catalog/item.ts'
import type { CenterCode, ItemId } from '../ids.ts'
import { checkRestockDays } from '../inventory/check-stock.ts'
import type { ShelfMove, StockChange } from '../inventory/shelf-move.ts'
import { stockChange } from '../inventory/stock-change.ts'
import type { RestockDay, StockInCenter } from '../inventory/stock-entry.ts'
import { type RowDecision, refusedRow, unchangedRow } from './import.ts'
import { stockCells } from './item-cells.ts'
import { changesBetween, keyIn, type OwnRow, orNone } from './own-row.ts'
import { readDay } from './read-day.ts'
import { readReason } from './read-reason.ts'
import { refuseByCheck } from './row-checks.ts'
import { isSampleRow, sampleRow } from './sample-row.ts'
import { readWhole } from './written-cell.ts'

/** What deciding a page of stock needs: the items that it names, the centers in their order, what lies where, and what day it is. */
export type KnownToStock = {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly centers: readonly CenterCode[]
  level(itemId: ItemId, center: CenterCode): StockInCenter | null
  readonly today: string
}

/** What a row does to a shelf: the move, and the day on which more comes. */
export type ShelfPlan = { readonly move: ShelfMove | null; readonly restock: RestockDay | null }

/** A shelf as it was or is; undoing goes by it. */
export type ShelfState = Pick<StockInCenter, 'itemId' | 'center' | 'onHand' | 'restockOn'>

const FIELD_OF: Readonly<Record<string, string>> = {
  itemId: 'item',
  counted: 'onHand',
  by: 'change',
  on: 'restockOn',
  '': 'restockOn',
}

/**
 * What a row of an own spreadsheet of stock does: it says a count, or so many more or fewer, and when more comes; it goes the way of every
 * count (O20). Where the count is what the export said, the row says nothing; where stock has moved since, it is refused, not overwritten.
 */
export function decideStock(row: OwnRow, known: KnownToStock): RowDecision<ShelfPlan> {
  const itemId = keyIn(row, 'item', (key) => known.items.has(key as ItemId)) as ItemId
  if (isSampleRow('stock', row, known.items.has(itemId))) return sampleRow(row.row)
  const center = centerOf(row, known)
  const target = itemId === '' ? null : `${itemId} / ${center}`
  const there = known.level(itemId, center)
  const move = moveOf(row, { itemId, center, there }, known)
  const restock = restockOf(row, { itemId, center, there, isKept: there !== null || move !== null }, known)
  const fault = row.fault()
  if (fault) return refusedRow(row.row, target, fault)
  if (move === null && restock === null) return unchangedRow(row.row, target)
  const before = there && stateOf(there)
  const base = before ?? { itemId, center, onHand: 0, restockOn: null }
  const after = { ...base, ...(move && { onHand: move.onHand }), ...(restock && { restockOn: restock.on }) }
  const written = { kind: 'stock', before: before && shown(before), after: shown(after) } as const
  return {
    ...unchangedRow(row.row, target),
    outcome: before ? 'updated' : 'created',
    changes: changesBetween(written),
    before,
    after,
    plan: { move, restock },
  }
}

const stateOf = ({ itemId, center, onHand, restockOn }: StockInCenter): ShelfState => ({
  itemId,
  center,
  onHand,
  restockOn,
})

const shown = (state: ShelfState) => ({ ...stockCells(state), onHandBefore: null })

/** The center of a row; a shop that has only one need not say it. */
function centerOf(row: OwnRow, { centers }: KnownToStock): CenterCode {
  const said = keyIn(row, 'center', (key) => centers.includes(key as CenterCode))
  const found =
    centers.find((code) => code === said) ?? centers.find((code) => code.toLowerCase() === said.toLowerCase())
  if (found) return found
  const [only] = centers
  if (said === '' && only && centers.length === 1) return only
  const yours = centers.length === 0 ? 'make a center first' : `write one of ${centers.slice(0, 10).join(', ')}`
  row.refuse('center', said === '' ? 'is blank, and you have several centers' : 'is none of your centers', yours)
  return said as CenterCode
}

type Shelf = { readonly itemId: ItemId; readonly center: CenterCode; readonly there: StockInCenter | null }

function moveOf(row: OwnRow, { itemId, center, there }: Shelf, known: KnownToStock): ShelfMove | null {
  if (itemId === '') row.refuse('item', 'is blank', 'write the id of the item')
  const change = changeOf(row, { itemId, center, there })
  if (row.fault()) return null
  const checked = stockChange(change ? [change] : [], { ...known, centers: new Set(known.centers) })
  if (checked.ok) return known.items.has(itemId) ? (checked.value[0] ?? null) : refuseItem(row)
  refuseByCheck(row, checked.problems, FIELD_OF)
  return null
}

function refuseItem(row: OwnRow): null {
  row.refuse('item', 'is no item of yours', 'write the id of an item, or bring it in with a spreadsheet of items first')
  return null
}

function changeOf(row: OwnRow, { itemId, center, there }: Shelf): StockChange | null {
  const onHand = row.read<number | null>('onHand', null, readWhole)
  const before = row.read<number | null>('onHandBefore', null, readWhole)
  const by = row.read<number | null>('change', null, readWhole)
  const reason = row.read('reason', by === null ? 'counted' : 'correction', readReason)
  const why = { itemId, center, reason, reference: row.text('reference') } as const
  const isAsExported = onHand !== null && onHand === before
  if (by !== null && onHand !== null && !isAsExported) {
    row.refuse(
      'change',
      'stands beside a count in On hand',
      'say either the one or the other, and empty the other cell',
    )
    return null
  }
  if (by !== null) return by === 0 ? null : { kind: 'adjustment', by, belowZero: false, ...why }
  if (onHand === null || isAsExported || (there !== null && onHand === there.onHand)) return null
  if (before !== null && before !== (there?.onHand ?? 0)) {
    const moved = `was ${before} when this was exported, and is ${there?.onHand ?? 0} by now: stock has moved since`
    row.refuse('onHand', moved, 'export again, or empty On hand before if the count is right now')
    return null
  }
  return { kind: 'count', counted: onHand, ...why }
}

/** The day on which more comes, where the row says another one than is known. */
function restockOf(
  row: OwnRow,
  { itemId, center, there, isKept }: Shelf & { readonly isKept: boolean },
  known: KnownToStock,
): RestockDay | null {
  const day = there?.restockOn ?? null
  const on = row.read<string | null>('restockOn', day, orNone(readDay))
  if (row.fault() || on === day) return null
  const checked = checkRestockDays([{ itemId, center, on }], {
    ...known,
    centers: new Set(known.centers),
    has: () => isKept,
  })
  if (checked.ok) return checked.value[0] ?? null
  refuseByCheck(row, checked.problems, FIELD_OF)
  return null
}
