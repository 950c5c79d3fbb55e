import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Problem, type Result } from '#core/problems.ts'
import type { OutboxRow } from '#core/shipments/outbox.ts'
import { checkRemove, checkRetry } from '#core/shipments/outbox-decisions.ts'
import type { Deps, Tx } from './deps.ts'

/** A person's word about one row of what goes up. */
export type OutboxDecision = { readonly outboxId: number; readonly who: string }

/** Sends a row now, from the beginning (E6). */
export const retryOutbox = (deps: Deps, merchant: MerchantId, decision: OutboxDecision): Promise<Result<OutboxRow>> =>
  decide(deps, merchant, {
    ...decision,
    check: checkRetry,
    kind: 'outbox.retried',
    write: async (tx, row) => {
      await tx.store.sendNow({ outboxId: row.outboxId, at: deps.now() })
      const byCall = row.kind === 'confirmation' && row.way === 'call'
      await tx.wake(byCall ? 'confirm-shipments' : 'order-feeds', row.connection)
    },
  })

/** Takes a row off: it is never sent, and the order's history says who wanted that (E6). */
export const removeOutbox = (deps: Deps, merchant: MerchantId, decision: OutboxDecision): Promise<Result<OutboxRow>> =>
  decide(deps, merchant, {
    ...decision,
    check: checkRemove,
    kind: 'outbox.removed',
    write: (tx, row) => tx.store.removeFromOutbox(row.outboxId),
  })

type Deed = OutboxDecision & {
  readonly check: (row: OutboxRow) => Result<null>
  readonly kind: string
  readonly write: (tx: Tx, row: OutboxRow) => Promise<unknown>
}

const decide = (
  deps: Deps,
  merchant: MerchantId,
  { outboxId, who, check, kind, write }: Deed,
): Promise<Result<OutboxRow>> =>
  deps.transaction(merchant, 'app', async (tx): Promise<Result<OutboxRow>> => {
    const row = await tx.store.findOutboxRow({ outboxId, lock: true })
    if (!row) return unknown(outboxId)
    const allowed = check(row)
    if (!allowed.ok) return allowed
    await write(tx, row)
    const facts = { what: row.kind, number: row.subject, ...whyOf(row.problem) }
    await tx.store.addOrderEvents({ events: [{ orderId: row.orderId, kind, facts }], who, at: deps.now() })
    const after = await tx.store.findOutboxRow({ outboxId, lock: false })
    return after ? ok(after) : unknown(outboxId)
  })

const unknown = (outboxId: number) => failed('not-found', { what: `entry [${outboxId}] of what goes up to Amazon` })

const whyOf = (found: Problem | null) => (found === null ? {} : { why: found.code })
