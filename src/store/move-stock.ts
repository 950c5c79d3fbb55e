import type { MerchantId } from '#core/ids.ts'
import type { Allocation } from '#core/orders/import-context.ts'
import type { Tx } from './db.ts'
import type { Decided, OrderIds } from './import-record.ts'
import { touchItems } from './touch-items.ts'

/** What one order reserved, what it reserves from now on, and what left the shelf (below zero: came back). */
export type StockMove = {
  readonly before: readonly Allocation[]
  readonly after: readonly Allocation[]
  readonly used: readonly Allocation[]
}

/** What orders do to stock, each with its number, by whom, and why units came back. */
export type OrderMoves = {
  readonly orders: readonly (StockMove & { readonly orderId: number })[]
  readonly who: string
  readonly back?: 'returned' | 'package-voided'
  readonly at: number
}

const WRITE = `
insert into millrace.stock as s (merchant_id, item_id, center_code, on_hand, allocated)
select $1, m.item, m.center, m.on_hand, m.allocated from json_to_recordset($2::json) as m (item text, center text, on_hand bigint, allocated bigint)
on conflict (merchant_id, item_id, center_code) do update set on_hand = s.on_hand + excluded.on_hand, allocated = s.allocated + excluded.allocated`

/** The same with the history: one row for each order, item and center, with what lay there after it. */
const WRITE_AND_TELL = `
with lies as (${WRITE} returning item_id, center_code, on_hand)
insert into millrace.stock_moves (merchant_id, at, kind, item_id, center_code, change, on_hand, reason, who, reference)
select $1, to_timestamp($4::float8 / 1000), case when u.change < 0 then 'shipment' else 'restock' end, u.item, u.center, u.change,
  lies.on_hand - coalesce(sum(u.change) over (partition by u.item, u.center order by u.n rows between 1 following and unbounded following), 0),
  case when u.change < 0 then 'shipped' else $6 end, $5, 'order ' || u.order_id
from json_to_recordset($3::json) as u (n integer, item text, center text, order_id bigint, change bigint)
  join lies on lies.item_id = u.item and lies.center_code = u.center
order by u.n`

/** Stock follows the difference between what was reserved and what is now; used units leave the shelf, with a row of its history (O20). */
export async function moveStock(tx: Tx, merchant: MerchantId, moved: OrderMoves): Promise<void> {
  const shelves = new Map<string, { item: string; center: string; allocated: number; on_hand: number }>()
  const move = (a: Allocation, allocated: number, onHand: number) => {
    const key = `${a.itemId}\n${a.center}`
    const sum = shelves.get(key) ?? { item: a.itemId, center: a.center, allocated: 0, on_hand: 0 }
    shelves.set(key, { ...sum, allocated: sum.allocated + allocated, on_hand: sum.on_hand + onHand })
  }
  for (const { before, after, used } of moved.orders) {
    for (const a of before) move(a, -a.quantity, 0)
    for (const a of after) move(a, a.quantity, 0)
    for (const a of used) move(a, 0, -a.quantity)
  }
  const told = toldMoves(moved)
  const named = new Set(told.map(({ item, center }) => `${item}\n${center}`))
  const changed = [...shelves]
    .filter(([key, m]) => m.allocated !== 0 || m.on_hand !== 0 || named.has(key))
    .map(([, m]) => m)
    .sort((a, b) => (a.item + a.center < b.item + b.center ? -1 : 1))
  if (changed.length === 0) return
  const { who, back = 'returned', at } = moved
  if (told.length === 0) await tx.query(WRITE, [merchant, JSON.stringify(changed)])
  else await tx.query(WRITE_AND_TELL, [merchant, JSON.stringify(changed), JSON.stringify(told), at, who, back])
  await touchItems(tx, merchant, { items: changed.map(({ item }) => item), byOrders: true, at })
}

type Told = { n: number; item: string; center: string; order_id: number; change: number }

/** What left the shelf or came back, by order, item and center. */
function toldMoves({ orders }: OrderMoves): readonly Told[] {
  const told = new Map<string, Told>()
  for (const { orderId, used } of orders) {
    for (const { itemId, center, quantity } of used) {
      const key = `${orderId}\n${itemId}\n${center}`
      const sum = told.get(key) ?? { n: told.size, item: itemId, center, order_id: orderId, change: 0 }
      told.set(key, { ...sum, change: sum.change - quantity })
    }
  }
  return [...told.values()].filter(({ change }) => change !== 0)
}

/** What the decisions on a page do to stock. */
export const stockMoves = (decided: readonly Decided[], orderIds: OrderIds): OrderMoves['orders'] =>
  decided.flatMap(({ outcome, placed, order }) => {
    if (outcome.kind !== 'placed' && outcome.kind !== 'pending' && outcome.kind !== 'updated') return []
    const orderId = outcome.kind === 'updated' ? outcome.orderId : orderIds.get(order?.id ?? '')
    if (orderId === undefined) throw new Error('An order has no number.')
    const before = (placed?.lines ?? []).flatMap((l) => l.allocations)
    const { allocations: after, used } = outcome.kind === 'updated' ? outcome.change : outcome.order
    return [{ orderId, before, after, used }]
  })
