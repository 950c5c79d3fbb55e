import type { ConnectionId } from '#core/ids.ts'
import type { Tx } from './deps.ts'

/** A refund that is to go up, and where. */
type RefundToSend = {
  readonly refundId: number
  readonly orderId: number
  readonly connection: ConnectionId
  readonly marketplaceId: string
  readonly at: number
}

/** Puts a refund into the outbox, by feed, and wakes what sends it (O16). */
export async function queueRefund(tx: Tx, { refundId, at, ...of }: RefundToSend): Promise<void> {
  const thing = { kind: 'refund', ...of, subject: refundId, way: 'feed', dueBy: null } as const
  await tx.store.putInOutbox({ things: [thing], at })
  await tx.wake('order-feeds', of.connection)
}
