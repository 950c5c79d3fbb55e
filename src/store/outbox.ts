import type { ConnectionId, MerchantId } from '#core/ids.ts'
import type { OutboxKind, WayUp } from '#core/shipments/outbox.ts'
import type { Tx } from './db.ts'

/** What is put into the outbox; `subject` is the package's number, the request's or the refund's. */
export type Outgoing = {
  readonly kind: OutboxKind
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly orderId: number
  readonly subject: number
  readonly way: WayUp
  /** Epoch ms (S6). */
  readonly dueBy: number | null
}

/** Puts things into the outbox, to be sent from an instant on; what is there already waits again from the beginning, as after a correction (E6). */
export async function putInOutbox(
  tx: Tx,
  merchant: MerchantId,
  { things, at, from = at }: { readonly things: readonly Outgoing[]; readonly at: number; readonly from?: number },
): Promise<void> {
  if (things.length === 0) return
  await tx.query(
    `insert into millrace.outbox as o (merchant_id, kind, connection_id, marketplace_id, order_id, subject, way, due_by, next_at, entered_at)
     select $1, t.kind, t.connection, t."marketplaceId", t."orderId", t.subject, t.way, to_timestamp(t."dueBy" / 1000), to_timestamp($4::float8 / 1000), to_timestamp($3::float8 / 1000)
     from json_to_recordset($2::json) as t (kind text, connection text, "marketplaceId" text, "orderId" bigint, subject bigint, way text, "dueBy" float8)
     on conflict (merchant_id, kind, order_id, subject) do update set state = 'waiting', way = excluded.way, next_at = excluded.next_at, attempts = 0,
       failing_since = null, problem = null, submission_id = null, message_number = null, sent_at = null, sweeps_since = 0, sent_again = false,
       settled_at = null, settled_by = null`,
    [merchant, JSON.stringify(things), at, from],
  )
}
