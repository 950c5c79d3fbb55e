import type { MerchantId } from '#core/ids.ts'
import type { Tx } from './db.ts'

/** One line of an order's history: what happened, by whom; facts are never buyer data. */
export type OrderEvent = {
  readonly orderId: number
  readonly kind: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Adds lines to the histories of orders, all by the same and at the same instant (epoch ms). */
export async function addOrderEvents(
  tx: Tx,
  merchant: MerchantId,
  { events, who, at }: { readonly events: readonly OrderEvent[]; readonly who: string; readonly at: number },
): Promise<void> {
  if (events.length === 0) return
  await tx.query(
    `insert into millrace.order_events (merchant_id, order_id, at, kind, who, facts)
     select $1, e."orderId", to_timestamp($3::float8 / 1000), e.kind, $4, e.facts from json_to_recordset($2::json) as e ("orderId" bigint, kind text, facts jsonb)`,
    [merchant, JSON.stringify(events), at, who],
  )
}
