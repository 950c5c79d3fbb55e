import type { CenterCode, ItemId } from '#core/ids.ts'
import type { ShelfMove } from '#core/inventory/shelf-move.ts'
import type { RestockDay } from '#core/inventory/stock-entry.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import { decideStock, type ShelfPlan, type ShelfState } from '#core/spreadsheet/decide-stock.ts'
import type { ImportRow, RowDecision } from '#core/spreadsheet/import.ts'
import { ownRow } from '#core/spreadsheet/own-row.ts'
import type { AppliedRow, UndoneRow } from '#store/rows-of-imports.ts'
import type { Tx } from './deps.ts'
import { keysOf } from './import-items.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'
import { lookAgainAt } from './look-again.ts'
import { changedSince, undoneRow } from './undone-rows.ts'

/** A merchant's own spreadsheet of stock: counts, changes, and when more comes; each leaves its row in the history (T5, O20). */
export const STOCK_IMPORT: OpenKind = { buyers: false, decide, write, undo }

async function decide(tx: Tx, run: ImportRun, rows: readonly ImportRow[]): Promise<readonly RowDecision[]> {
  const columns = run.found.recognized?.columns ?? []
  const read = rows.map((row) => ownRow({ kind: 'stock', columns }, row))
  const ids = keysOf<ItemId>(read, 'item')
  const { timeZone } = await tx.store.merchantFacts()
  const items = await tx.store.findItems(ids)
  const centers = await tx.store.listCenters()
  const level = await levels(tx, ids)
  const known = {
    items: new Map(items.map((item) => [item.id, item])),
    centers: centers.map(({ code }) => code),
    level,
    today: dayOf(run.deps.now(), timeZone),
  }
  return read.map((row) => decideStock(row, known))
}

async function levels(tx: Tx, ids: readonly ItemId[]) {
  const found = new Map((await tx.store.stockOfItems(ids)).map((row) => [`${row.itemId}\n${row.center}`, row]))
  return (itemId: ItemId, center: CenterCode) => found.get(`${itemId}\n${center}`) ?? null
}

async function write(tx: Tx, run: ImportRun, decided: readonly RowDecision[]): Promise<void> {
  const plans = decided.map(({ plan }) => plan as ShelfPlan)
  const reference = `import ${run.found.importId}`
  const moves = plans.flatMap(({ move }) => (move ? [{ ...move, reference: move.reference || reference }] : []))
  await record(tx, run, { moves, restock: plans.flatMap((each) => each.restock ?? []), who: run.found.appliedBy })
}

/** What is said of shelves: moves with their rows in the history, and days on which more comes. */
type Shelved = {
  readonly moves: readonly ShelfMove[]
  readonly restock: readonly RestockDay[]
  readonly who: string | null
}

async function record(tx: Tx, { deps, found }: ImportRun, { moves, restock, who }: Shelved): Promise<void> {
  const at = deps.now()
  await tx.store.recordMoves({ moves, who: who ?? found.madeBy, at })
  if (restock.length > 0) await tx.store.writeRestockDays(restock)
  const items = new Set([...moves, ...restock].map(({ itemId }) => itemId))
  await lookAgainAt(tx, { items: [...items], at })
}

/** Takes back what rows wrote, by moves of their own in the history; where stock has moved since, it stays as it is. */
async function undo(tx: Tx, run: ImportRun, rows: readonly AppliedRow[]): Promise<readonly UndoneRow[]> {
  const level = await levels(tx, [...new Set(rows.map(({ after }) => (after as ShelfState).itemId))])
  const undone = rows.map((row) => {
    const { itemId, center, onHand, restockOn } = row.after as ShelfState
    const now = level(itemId, center)
    const isAsWritten = now?.onHand === onHand && now.restockOn === restockOn
    return isAsWritten ? undoneRow(row) : changedSince(row, row.target ?? itemId)
  })
  const back = rows.filter((_, at) => undone[at]?.undone === 'undone')
  const states = back.map(({ before, after }) => {
    const is = after as ShelfState
    return { is, was: (before as ShelfState | null) ?? { ...is, onHand: 0, restockOn: null } }
  })
  const reference = `import ${run.found.importId} taken back`
  await record(tx, run, {
    who: run.found.undoneBy,
    moves: states
      .filter(({ is, was }) => is.onHand !== was.onHand)
      .map(({ is, was }) => ({
        kind: 'adjustment',
        itemId: is.itemId,
        center: is.center,
        change: was.onHand - is.onHand,
        onHand: was.onHand,
        reason: 'correction',
        reference,
      })),
    restock: states
      .filter(({ is, was }) => is.restockOn !== was.restockOn)
      .map(({ was: { itemId, center, restockOn } }) => ({ itemId, center, on: restockOn })),
  })
  return undone
}
