import type { MerchantId } from '#core/ids.ts'
import type { OutboxKind, OutboxRow, OutboxState } from '#core/shipments/outbox.ts'
import type { Tx } from './db.ts'
import { causeGoingUp, type ErrorWish } from './error-groups.ts'

const ROW = `o.outbox_id as "outboxId", o.kind, o.connection_id as connection, o.marketplace_id as "marketplaceId", o.order_id as "orderId", r.amazon_order_id as "amazonOrderId", o.subject,
  o.state, o.way, o.due_by as "dueBy", o.next_at as "nextAt", o.attempts, o.failing_since as "failingSince", o.problem, o.submission_id as "submissionId", o.sent_version as "sentVersion",
  o.sent_at as "sentAt", o.sweeps_since as "sweepsSince", o.sent_again as "sentAgain", o.settled_at as "settledAt", o.entered_at as "enteredAt"`

const FROM = 'millrace.outbox o join millrace.orders r on r.merchant_id = o.merchant_id and r.order_id = o.order_id'

/** What waits for a person first, then what failed before, then what simply waits, then what is at Amazon, then what is over. */
const RANK = `case when o.state in ('refused', 'unsure') then 1 when o.state = 'waiting' and o.attempts > 0 then 2 when o.state in ('waiting', 'taken') then 3 when o.state = 'sent' then 4 else 5 end`

/** Which rows are wanted; without a state those that are not over. `after` is the rank and number of the last one seen. */
export type OutboxWish = {
  readonly kind?: OutboxKind | undefined
  readonly state?: OutboxState | undefined
  readonly orderId?: number | undefined
  /** Only what waits for a person, of a cause (E5). */
  readonly forPeople?: ErrorWish | undefined
  readonly after: readonly [rank: number, outboxId: number] | null
  readonly limit: number
}

/** A row of the list, with where it stands in it. */
export type ListedOutboxRow = OutboxRow & { readonly rank: number }

/** The retry queue: what waits for a person first (E6). */
export function listOutbox(tx: Tx, merchant: MerchantId, wish: OutboxWish): Promise<ListedOutboxRow[]> {
  // What is over is all of one rank, and its index has no other order.
  const isOver = wish.state === 'settled' || wish.state === 'removed'
  return tx.query<ListedOutboxRow>(
    `select ${ROW}, ${RANK} as rank from ${FROM}
     where o.merchant_id = $1 and ($2::text is null or o.kind = $2) and ($3::text is null and o.state not in ('settled', 'removed') or o.state = $3)
       and ($4::bigint is null or o.order_id = $4) ${wish.forPeople ? FOR_PEOPLE : ''} and ($5::integer is null or ${isOver ? 'o.outbox_id > $6::bigint' : `(${RANK}, o.outbox_id) > ($5, $6::bigint)`})
     order by ${isOver ? '' : 'rank, '}o.outbox_id limit $7`,
    [
      merchant,
      wish.kind ?? null,
      wish.state ?? null,
      wish.orderId ?? null,
      wish.after?.[0] ?? null,
      wish.after?.[1] ?? null,
      wish.limit,
      ...(wish.forPeople
        ? [wish.forPeople.code, wish.forPeople.cause, wish.forPeople.connection, wish.forPeople.search]
        : []),
    ],
  )
}

const FOR_PEOPLE = `and o.state in ('refused', 'unsure') and ($8::text is null or o.problem->>'code' = $8) and ($9::text is null or ${causeGoingUp('o.problem')} = $9)
       and ($10::text is null or o.connection_id = $10) and ($11::text is null or strpos(lower(r.amazon_order_id), lower($11)) > 0)`

/** One row, or null; with `lock` nobody else changes it until the transaction ends. */
export async function findOutboxRow(
  tx: Tx,
  merchant: MerchantId,
  wanted: { readonly outboxId: number; readonly lock: boolean },
): Promise<OutboxRow | null> {
  const [row] = await tx.query<OutboxRow>(
    `select ${ROW} from ${FROM} where o.merchant_id = $1 and o.outbox_id = $2 ${wanted.lock ? 'for update of o' : ''}`,
    [merchant, wanted.outboxId],
  )
  return row ?? null
}

const MOST_FOR_PEOPLE = 200

/** The rows that wait for a person, the oldest first (E5). */
export const outboxForPeople = (tx: Tx, merchant: MerchantId): Promise<OutboxRow[]> =>
  tx.query<OutboxRow>(
    `select ${ROW} from ${FROM} where o.merchant_id = $1 and o.state not in ('settled', 'removed') and o.state in ('refused', 'unsure') order by o.outbox_id limit $2`,
    [merchant, MOST_FOR_PEOPLE],
  )

/** How many rows of each kind wait for a person (E5). */
export async function countOutbox(tx: Tx, merchant: MerchantId): Promise<Partial<Record<OutboxKind, number>>> {
  const rows = await tx.query<{ kind: OutboxKind; n: number }>(
    `select kind, count(*) as n from millrace.outbox where merchant_id = $1 and state not in ('settled', 'removed') and state in ('refused', 'unsure') group by kind`,
    [merchant],
  )
  return Object.fromEntries(rows.map((row) => [row.kind, row.n]))
}

/** It is sent now, from the beginning (E6). */
export const sendNow = (tx: Tx, merchant: MerchantId, { outboxId, at }: { outboxId: number; at: number }) =>
  tx.query(
    `update millrace.outbox set state = 'waiting', next_at = to_timestamp($3::float8 / 1000), attempts = 0, failing_since = null, submission_id = null, message_number = null,
       sent_again = false, sweeps_since = 0
     where merchant_id = $1 and outbox_id = $2`,
    [merchant, outboxId, at],
  )

/** It is taken off by a person and never sent (E6). */
export const removeFromOutbox = (tx: Tx, merchant: MerchantId, outboxId: number) =>
  tx.query(`update millrace.outbox set state = 'removed' where merchant_id = $1 and outbox_id = $2`, [
    merchant,
    outboxId,
  ])
