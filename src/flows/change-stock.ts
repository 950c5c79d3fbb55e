import type { Item } from '#core/catalog/item.ts'
import type { CenterCode, ItemId, MerchantId } from '#core/ids.ts'
import { checkRestockDays, checkStock } from '#core/inventory/check-stock.ts'
import type { ShelfMove, StockChange } from '#core/inventory/shelf-move.ts'
import { countsOf, stockChange } from '#core/inventory/stock-change.ts'
import type { RestockDay, StockEntry, StockInCenter } from '#core/inventory/stock-entry.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import { type Checked, isText } from '#core/settings/faults.ts'
import type { Deps, Tx } from './deps.ts'
import { lookAgainAt } from './look-again.ts'

/** Moves stock by a person's word: all of it, or nothing and everything that is wrong; Amazon is told within a minute (O20, I11). */
export const changeStock = (
  deps: Deps,
  merchant: MerchantId,
  { changes, who }: { readonly changes: readonly StockChange[]; readonly who: string },
): Promise<Checked<ShelfMove[]>> =>
  atShelves(deps, merchant, changes, async (tx, shelves) => {
    const checked = stockChange(changes, shelves)
    if (checked.ok) await record(tx, { moves: checked.value, who, at: deps.now() })
    return checked
  })

/** Sets stock on hand, item by center, as counts where it differs (O20). No order is held for want of stock (O17), so none is tried again. */
export const setStock = (
  deps: Deps,
  merchant: MerchantId,
  { stock, who }: { readonly stock: readonly StockEntry[]; readonly who: string },
): Promise<Checked<StockEntry[]>> =>
  atShelves(deps, merchant, stock, async (tx, shelves) => {
    const checked = checkStock(stock, shelves)
    if (checked.ok) await record(tx, { moves: countsOf(checked.value, shelves.level), who, at: deps.now() })
    return checked
  })

/** Says on which day more of an item comes to a center, or that none is known any more; Amazon is told it as restock date (I5). */
export const setRestockDays = (
  deps: Deps,
  merchant: MerchantId,
  entered: readonly RestockDay[],
): Promise<Checked<RestockDay[]>> =>
  atShelves(deps, merchant, entered, async (tx, shelves) => {
    const { timeZone } = await tx.store.merchantFacts()
    const has = (itemId: ItemId, center: CenterCode) => shelves.level(itemId, center) !== null
    const checked = checkRestockDays(entered, { ...shelves, has, today: dayOf(deps.now(), timeZone) })
    if (!checked.ok) return checked
    await tx.store.writeRestockDays(checked.value)
    await lookAgainAt(tx, { items: checked.value.map(({ itemId }) => itemId), at: deps.now() })
    return checked
  })

async function record(
  tx: Tx,
  made: { readonly moves: readonly ShelfMove[]; readonly who: string; readonly at: number },
): Promise<void> {
  await tx.store.recordMoves(made)
  await lookAgainAt(tx, { items: made.moves.map(({ itemId }) => itemId), at: made.at })
}

type KnownShelves = {
  readonly items: ReadonlyMap<ItemId, Item>
  readonly centers: ReadonlySet<CenterCode>
  level(itemId: ItemId, center: CenterCode): StockInCenter | null
}

/** Work on the stock of the items named, alone in its turn: no order takes of it meanwhile. */
function atShelves<T>(
  deps: Deps,
  merchant: MerchantId,
  ...[named, work]: [
    named: readonly { readonly itemId: ItemId }[],
    work: (tx: Tx, shelves: KnownShelves) => Promise<Checked<T>>,
  ]
): Promise<Checked<T>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const ids = [...new Set(named.map(({ itemId }) => itemId))].filter((id) => isText(id, 1, 200))
    const items = await tx.store.findItems(ids)
    const centers = await tx.store.listCenters()
    const rows = await tx.store.stockOfItems(ids)
    const levels = new Map(rows.map((row) => [`${row.itemId}\n${row.center}`, row]))
    return work(tx, {
      items: new Map(items.map((item) => [item.id, item])),
      centers: new Set(centers.map(({ code }) => code)),
      level: (itemId, center) => levels.get(`${itemId}\n${center}`) ?? null,
    })
  })
}
