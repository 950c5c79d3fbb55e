import type { MerchantId } from '#core/ids.ts'
import { ok, type Problem, problem, type Result } from '#core/problems.ts'
import { deadlineBounds, endsOfDays, type QueueFilter } from '#core/shipments/queue-filter.ts'
import { type QueueSums, sumQueue } from '#core/shipments/sum-queue.ts'
import { whyNoPackage } from '#core/shipments/takes-package.ts'
import { visibleText } from '#core/visible-text.ts'
import type { QueueAsked, QueuedOrder } from '#store/shipping-queue.ts'
import type { Deps, Tx } from './deps.ts'
import { openShipment } from './shippable-order.ts'

/** What a filter asks of the store: deadlines are those of the merchant's day (S6). */
export async function queueAsked(deps: Deps, tx: Tx, filter: QueueFilter): Promise<QueueAsked> {
  const { timeZone } = (await tx.store.merchantDetails()).details
  const { deadline, center = null, method = null, channel = null } = filter
  return { center, method, channel, ...deadlineBounds(deadline, { now: deps.now(), timeZone }) }
}

/** One page of the clerk's queue, the earliest deadline first (S6). */
export const readQueue = (
  deps: Deps,
  merchant: MerchantId,
  page: {
    readonly filter: QueueFilter
    readonly after: readonly [place: number, orderId: number] | null
    readonly limit: number
  },
): Promise<readonly QueuedOrder[]> =>
  deps.transaction(merchant, 'app', async (tx) =>
    tx.store.listQueue({ ...(await queueAsked(deps, tx, page.filter)), after: page.after, limit: page.limit }),
  )

/** How many wait by deadline, center, method and channel, beside the filters that are set (S6). */
export const sumUpQueue = (deps: Deps, merchant: MerchantId, filter: QueueFilter): Promise<QueueSums> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const { timeZone } = (await tx.store.merchantDetails()).details
    const now = deps.now()
    return sumQueue(await tx.store.groupQueue({ now, ...endsOfDays(now, timeZone) }), filter)
  })

/** The order that was scanned or typed, by our number or the channel's; otherwise why it cannot be shipped now (S2). */
export const findToShip = (deps: Deps, merchant: MerchantId, key: string): Promise<Result<QueuedOrder>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const queued = await tx.store.findQueued(/^\d{1,15}$/.test(key) ? Number(key) : visibleText(key, 60))
    if (queued && queued.lines.length > 0) return ok(queued)
    return { ok: false, problem: await whyNot(tx, key, deps.now()) }
  })

async function whyNot(tx: Tx, key: string, now: number): Promise<Problem> {
  const open = await openShipment(tx, key, now)
  if (!open) return problem('not-found', { what: `order [${visibleText(key, 60)}]` })
  return whyNoPackage(open.shippable) ?? problem('order-completed', { order: open.order.amazonOrderId })
}
