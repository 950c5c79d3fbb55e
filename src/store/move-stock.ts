import type { MerchantId } from '#core/ids.ts'
import type { Allocation } from '#core/orders/import-context.ts'
import type { Tx } from './db.ts'
import type { Decided } from './import-record.ts'

/** Stock follows the difference between what was reserved and what is now; used units leave the shelf (O20). */
export async function moveStock(tx: Tx, merchant: MerchantId, decided: readonly Decided[]): Promise<void> {
  const moves = new Map<string, { item: string; center: string; allocated: number; on_hand: number }>()
  const move = (a: Allocation, allocated: number, onHand: number) => {
    const key = `${a.itemId}\n${a.center}`
    const sum = moves.get(key) ?? { item: a.itemId, center: a.center, allocated: 0, on_hand: 0 }
    moves.set(key, { ...sum, allocated: sum.allocated + allocated, on_hand: sum.on_hand + onHand })
  }
  for (const { outcome, placed } of decided) {
    if (outcome.kind !== 'placed' && outcome.kind !== 'pending' && outcome.kind !== 'updated') continue
    for (const a of (placed?.lines ?? []).flatMap((l) => l.allocations)) move(a, -a.quantity, 0)
    for (const a of outcome.kind === 'updated' ? outcome.change.allocations : outcome.order.allocations)
      move(a, a.quantity, 0)
    for (const a of outcome.kind === 'updated' ? outcome.change.used : outcome.order.used) move(a, 0, -a.quantity)
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
}
