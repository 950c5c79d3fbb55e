import type { MerchantId } from '#core/ids.ts'
import { tell } from '#core/problems.ts'
import type { Deps } from './deps.ts'
import { importOrders } from './import-orders.ts'
import { rereadHeld } from './reread-held.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const RESERVED_DAYS = 14
const AT_ONCE = 50

/**
 * Reads Pre-ordered orders again by getOrder, 24 hours after they were placed and then daily, and gives back what an order
 * has reserved for 14 days (O13). A search may have missed their change. Held orders that came incomplete follow.
 */
export async function rereadPending(deps: Deps, merchant: MerchantId): Promise<{ again: number | null }> {
  const now = deps.now()
  const { orders, connections } = await deps.transaction(merchant, 'app', async (tx) => {
    // As every import does: whoever moves stock takes its turn first.
    await tx.store.lockConfiguration()
    await tx.store.releaseOldReservations({ placedBefore: now - RESERVED_DAYS * DAY, at: now })
    return {
      orders: await tx.store.ordersToReread({ at: now, limit: AT_ONCE }),
      connections: await tx.store.listConnections(),
    }
  })
  for (const order of orders) {
    const connection = connections.find((c) => c.id === order.connection && c.importing && c.state === 'authorized')
    const answer = connection ? await deps.amazon.getOrder(connection, order.amazonOrderId) : null
    if (answer?.ok === 'wait') return { again: answer.wait.readyAt }
    // An answer that got lost says nothing about the order: asked again in an hour, not in a day.
    const lost = answer?.ok === false && tell(answer.problem).retryHelps
    await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
      if (answer?.ok)
        await importOrders(deps, tx, {
          merchant,
          connection: order.connection,
          wires: [answer.value],
          who: 'import',
          again: false,
        })
      // After the import, which takes its turn before it touches an order.
      await tx.store.setReread({ orderId: order.orderId, at: now + (lost ? HOUR : DAY) })
    })
    if (answer && !answer.ok)
      deps.log.note('A pending order could not be read again.', {
        merchant,
        order: order.orderId,
        code: answer.problem.code,
      })
  }
  if (orders.length === AT_ONCE) return { again: now }
  return { again: (await rereadHeld(deps, merchant)) ?? now + HOUR }
}
