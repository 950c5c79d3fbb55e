import type { Answer, WireOrder } from '#amazon/port.ts'
import type { Connection } from '#core/connection.ts'
import { CALLS_AT_ONCE, type HintedOrder, planLook } from '#core/hints/plan-look.ts'
import type { AmazonOrderId, ConnectionId, MerchantId } from '#core/ids.ts'
import type { Parts } from '#core/orders/missing-parts.ts'
import { type Problem, tell } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'
import { importOrders } from './import-orders.ts'

type Again = { readonly again: number | null }
type Begun = {
  readonly connection: Connection
  readonly byNumber: readonly HintedOrder[]
  readonly again: number | null
  /** Datasets that the sweep is not given either at the moment. */
  readonly leftOut: Parts
}

/** No more are looked at in one plan; the others follow. */
const MOST = 500
/** So often an order is asked for that Amazon does not show yet, or that was lost on the way; then the sweep brings it. */
const MOST_TRIES = 4
const MINUTE = 60_000

/**
 * Looks at the orders that Amazon hinted at: each is read by its number and imported as a sweep would do it, so that it is here within half
 * a minute; a flood of them comes by the sweep (O1). What is not found here comes with the next sweep in any case.
 */
export async function lookAtHinted(deps: Deps, merchant: MerchantId, subject: string): Promise<Again> {
  const left = await callsLeft(deps, subject as ConnectionId)
  const begun = await deps.transaction(merchant, 'app', (tx) => begin(deps, tx, { id: subject as ConnectionId, left }))
  if (!begun) return { again: null }
  const wires: WireOrder[] = []
  const read: HintedOrder[] = []
  let readyAt: number | null = null
  for (const order of begun.byNumber) {
    const answer = await deps.amazon.getOrder(begun.connection, order.orderId as AmazonOrderId, begun.leftOut)
    if (answer.ok === 'wait') {
      readyAt = answer.wait.readyAt
      break
    }
    if (answer.ok) {
      read.push(order)
      if (isOurs(deps, begun.connection, answer.value)) wires.push(answer.value)
    } else if (!(await putOff(deps, begun.connection, { order, answer }))) {
      readyAt = deps.now() + MINUTE
      break
    }
  }
  await takeIn(deps, begun, { wires, read })
  const next = await deps.transaction(merchant, 'app', (tx) => tx.store.nextHinted(begun.connection.id))
  if (next === null) return { again: null }
  return { again: Math.max(next, readyAt ?? begun.again ?? deps.now() + 1) }
}

/** How many orders can be read by number at once now, of the bucket that all who read orders share. */
async function callsLeft(deps: Deps, id: ConnectionId): Promise<number> {
  const partner = id.replace(/^[a-z]+-/, '')
  const buckets = await deps.deployment.bucketsOf([partner], deps.now())
  const asked = buckets.filter(({ operation }) => operation === 'getOrder')
  return Math.min(CALLS_AT_ONCE, ...asked.map(({ left }) => left))
}

/** What is to be done now; null where the connection rests. */
async function begin(
  deps: Deps,
  tx: Tx,
  { id, left }: { readonly id: ConnectionId; readonly left: number },
): Promise<Begun | null> {
  const connection = await tx.store.findConnection(id)
  if (connection?.state !== 'authorized' || !connection.importing) {
    await tx.store.forgetHintedThrough({ connection: id, through: null })
    return null
  }
  const now = deps.now()
  const waiting = await tx.store.hintedOrders({ connection: id, at: now, limit: MOST })
  const amazonNow = now + (await tx.store.amazonClockOffset(id))
  const { byNumber, sweptThrough, again } = planLook(waiting, { now, amazonNow, left })
  if (sweptThrough !== null) {
    await tx.store.forgetHintedThrough({ connection: id, through: sweptThrough })
    await tx.wake('sweep-orders', id)
  }
  return { connection, byNumber, again, leftOut: await tx.store.refusedDatasets(id) }
}

/** The sweep asks for orders of marketplaces in which the selling partner takes part, so no others come in this way. */
function isOurs(deps: Deps, { marketplaces }: Connection, wire: WireOrder): boolean {
  const read = deps.amazon.translateOrder(wire)
  if (!read.ok || !read.value.order.marketplaceId) return true
  const { marketplaceId } = read.value.order
  return marketplaces.some(({ id, participating }) => id === marketplaceId && participating)
}

type Unread = { readonly order: HintedOrder; readonly answer: Extract<Answer<WireOrder>, { ok: false }> }

/** An order that Amazon does not show yet is asked for again; one that nothing helps is left to the sweep. False: asking on is of no use now. */
async function putOff(deps: Deps, { merchantId, id }: Connection, { order, answer }: Unread): Promise<boolean> {
  const isUnseen = answer.problem.code === 'not-found-at-amazon'
  const helps = isUnseen || tell(answer.problem).retryHelps
  const goesOn = helps && order.tries + 1 < MOST_TRIES
  await deps.transaction(merchantId, 'app', async (tx) => {
    const at = deps.now() + (MINUTE / 4) * 2 ** order.tries
    if (goesOn) await tx.store.putOffHinted({ connection: id, orderId: order.orderId, at })
    else await tx.store.forgetHinted({ connection: id, orders: [order] })
  })
  return isUnseen || isAboutOne(answer.problem)
}

const isAboutOne = ({ code }: Problem): boolean => code === 'request-refused' || code === 'answer-unreadable'

/** Imports what was read, all at once. What the import cannot take comes by the sweep, which knows how to hold it. */
async function takeIn(
  deps: Deps,
  { connection: { merchantId: merchant, id: connection }, leftOut }: Begun,
  { wires, read }: { readonly wires: readonly WireOrder[]; readonly read: readonly HintedOrder[] },
): Promise<void> {
  if (read.length === 0) return
  try {
    await deps.transaction(merchant, { vault: 'import' }, async (tx) => {
      const inbound = { merchant, connection, wires, who: 'import', again: false, leftOut }
      if (wires.length > 0) await importOrders(deps, tx, inbound)
      await tx.store.forgetHinted({ connection, orders: read })
    })
  } catch (error) {
    if (deps.isPassing(error)) throw error
    deps.log.alarm('Orders that Amazon hinted at are left to the sweep.', { merchant, connection })
    await deps.transaction(merchant, 'app', (tx) => tx.store.forgetHinted({ connection, orders: read }))
  }
}
