import type { CenterCode, MerchantId } from '#core/ids.ts'
import type { ProblemCode } from '#core/known-problems.ts'
import type { Stage } from '#core/orders/stage.ts'
import type { Tx } from './db.ts'
import { moveStock, type StockMove } from './move-stock.ts'

/** An order that a person moved: where to, with what stock, and what the history tells of it. */
export type RecordedMove = {
  readonly orderId: number
  readonly stage: Stage
  readonly center: CenterCode | null
  readonly stock: StockMove
  readonly event: { readonly kind: string; readonly who: string; readonly facts: Readonly<Record<string, unknown>> }
  readonly at: number
}

/** What waited for a person's word, and is told no longer once it was spoken (O13, O16). */
const DECIDED: readonly ProblemCode[] = [
  'cancellation-requested',
  'cancellation-not-done',
  'cancelled-after-shipping',
  'cancelled-after-completion',
]

const FORGET_DECIDED = `
update millrace.documents d set problems = coalesce((select jsonb_agg(p.each order by p.n)
    from jsonb_array_elements(d.problems) with ordinality as p (each, n) where p.each->>'code' <> all($3::text[])), '[]')
from millrace.orders o
where o.merchant_id = $1 and o.order_id = $2 and d.merchant_id = $1 and d.document_id = o.document_id and d.problems <> '[]'`

/** Records what a person did with an order: its stage, its reservation, the stock, and the history (O20). */
export async function recordMove(tx: Tx, merchant: MerchantId, move: RecordedMove): Promise<void> {
  const { orderId, stage, center, stock, event, at } = move
  await tx.query(
    `update millrace.orders set stage = $3, center_code = $4, reread_at = case when stage = 'Pre-ordered' then null else reread_at end, updated_at = to_timestamp($5::float8 / 1000)
     where merchant_id = $1 and order_id = $2`,
    [merchant, orderId, stage, center, at],
  )
  await tx.query('delete from millrace.allocations where merchant_id = $1 and order_id = $2', [merchant, orderId])
  await tx.query(
    `insert into millrace.allocations (merchant_id, order_id, line_id, item_id, center_code, quantity)
     select $1, $2, a.line, a."itemId", a.center, a.quantity from json_to_recordset($3::json) as a (line text, "itemId" text, center text, quantity bigint)`,
    [merchant, orderId, JSON.stringify(stock.after)],
  )
  await tx.query(FORGET_DECIDED, [merchant, orderId, DECIDED])
  await moveStock(tx, merchant, { orders: [{ ...stock, orderId }], who: event.who, at })
  await tx.query(
    `insert into millrace.order_events (merchant_id, order_id, at, kind, who, facts) values ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
    [merchant, orderId, at, event.kind, event.who, JSON.stringify(event.facts)],
  )
}
