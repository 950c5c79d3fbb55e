import type { MerchantId } from '#core/ids.ts'
import type { Allocation } from '#core/orders/import-context.ts'
import type { Tx } from './db.ts'
import type { Decided } from './import-record.ts'
import { touchItems } from './touch-items.ts'

/** What one order reserved, what it reserves from now on, and what left the shelf. */
export type StockMove = {
  readonly before: readonly Allocation[]
  readonly after: readonly Allocation[]
  readonly used: readonly Allocation[]
}

/** Stock follows the difference between what was reserved and what is now; used units leave the shelf (O20). */
export async function moveStock(
  tx: Tx,
  merchant: MerchantId,
  { orders, at }: { readonly orders: readonly StockMove[]; readonly at: number },
): Promise<void> {
  const moves = new Map<string, { item: string; center: string; allocated: number; on_hand: number }>()
  const move = (a: Allocation, allocated: number, onHand: number) => {
    const key = `${a.itemId}\n${a.center}`
    const sum = moves.get(key) ?? { item: a.itemId, center: a.center, allocated: 0, on_hand: 0 }
    moves.set(key, { ...sum, allocated: sum.allocated + allocated, on_hand: sum.on_hand + onHand })
  }
  for (const { before, after, used } of orders) {
    for (const a of before) move(a, -a.quantity, 0)
    for (const a of after) move(a, a.quantity, 0)
    for (const a of used) move(a, 0, -a.quantity)
  }
  const changed = [...moves.values()]
    .filter((m) => m.allocated !== 0 || m.on_hand !== 0)
    .sort((a, b) => (a.item + a.center < b.item + b.center ? -1 : 1))
  if (changed.length === 0) return
  await tx.query(
    `insert into millrace.stock as s (merchant_id, item_id, center_code, on_hand, allocated)
     select $1, m.item, m.center, m.on_hand, m.allocated from json_to_recordset($2::json) as m (item text, center text, on_hand bigint, allocated bigint)
     on conflict (merchant_id, item_id, center_code) do update set on_hand = s.on_hand + excluded.on_hand, allocated = s.allocated + excluded.allocated`,
    [merchant, JSON.stringify(changed)],
  )
  await touchItems(tx, merchant, { items: changed.map(({ item }) => item), byOrders: true, at })
}

/** What the decisions on a page do to stock. */
export const stockMoves = (decided: readonly Decided[]): readonly StockMove[] =>
  decided.flatMap(({ outcome, placed }) => {
    if (outcome.kind !== 'placed' && outcome.kind !== 'pending' && outcome.kind !== 'updated') return []
    const before = (placed?.lines ?? []).flatMap((l) => l.allocations)
    const { allocations: after, used } = outcome.kind === 'updated' ? outcome.change : outcome.order
    return [{ before, after, used }]
  })
