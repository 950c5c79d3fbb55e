import type { WireOrder } from '#amazon/port.ts'
import type { Connection } from '#core/connection.ts'
import type { AmazonOrderId, ConnectionId, MerchantId } from '#core/ids.ts'
import type { AmazonOrder } from '#core/orders/amazon-order.ts'
import type { MerchantFacts } from '#core/orders/import-context.ts'
import { merchantTime } from '#core/orders/merchant-time.ts'
import type { Parts } from '#core/orders/missing-parts.ts'
import type { Whereabouts } from '#core/orders/where-is.ts'
import { failed, ok, type Problem, type Result } from '#core/problems.ts'
import type { Deps } from './deps.ts'

/** An order that Amazon gave and that may come in, and why it was not here yet. */
export type Unseen = {
  readonly connection: ConnectionId
  readonly wire: WireOrder
  readonly why: string
  /** Datasets that Amazon was asked without, since it refuses them to the sweep (O1). */
  readonly leftOut: Parts
}

type Sweeps = readonly { readonly connection: ConnectionId; readonly watermark: number }[]

/** Asks Amazon once, at each connection, for an order that we never saw; tells why it is not here where it does not belong here (O19). */
export async function fetchUnseen(
  deps: Deps,
  merchant: MerchantId,
  id: AmazonOrderId,
): Promise<Result<Unseen | Whereabouts>> {
  const { connections, sweeps, facts } = await deps.transaction(merchant, 'app', async (tx) => ({
    connections: (await tx.store.listConnections()).filter(({ state }) => state === 'authorized'),
    sweeps: await tx.store.lastSweeps(),
    facts: await tx.store.merchantFacts(),
  }))
  if (connections.length === 0)
    return ok(nowhere('not-asked-for', 'It was never seen, and no connection to Amazon is authorized.'))
  let trouble: Problem | null = null
  for (const connection of connections) {
    const leftOut = await deps.transaction(merchant, 'app', (tx) => tx.store.refusedDatasets(connection.id))
    const answer = await deps.amazon.getOrder(connection, id, leftOut)
    if (answer.ok === 'wait') return failed('throttled', { operation: 'getOrder' })
    if (answer.ok) return ok(belongs(deps, { connection, wire: answer.value, leftOut }, { sweeps, facts }))
    if (answer.problem.code !== 'not-found-at-amazon') trouble ??= answer.problem
  }
  if (trouble) return { ok: false, problem: trouble }
  const names = connections.map((each) => each.id).join(', ')
  return ok(
    nowhere(
      'unknown-at-amazon',
      `It was never seen, and Amazon does not know it for ${names}. Likely causes, in this order: the number is mistyped, it belongs to another seller account or region, or it is so new that Amazon does not show it yet.`,
    ),
  )
}

const nowhere = (step: Whereabouts['step'], sentence: string): Whereabouts => ({
  step,
  sentence,
  orderNumber: null,
  stage: null,
  documentId: null,
  problems: [],
})

/** Whether an order that Amazon gave is one that the sweeps bring. */
function belongs(
  deps: Deps,
  { connection, wire, leftOut }: { connection: Connection; wire: WireOrder; leftOut: Parts },
  { sweeps, facts }: { sweeps: Sweeps; facts: MerchantFacts },
): Unseen | Whereabouts {
  const translated = deps.amazon.translateOrder(wire)
  const order = translated.ok ? translated.value.order : null
  const { id, marketplaces, importing, startedAt } = connection
  if (!importing) {
    const state = startedAt === null ? 'was never started' : 'is paused'
    return nowhere('not-asked-for', `Amazon knows it, but importing of ${id} ${state}.`)
  }
  const marketplace = marketplaces.find((each) => each.id === order?.marketplaceId)
  if (order?.marketplaceId && !marketplace?.participating) {
    const where = marketplace ? marketplace.name : `the marketplace ${order.marketplaceId}`
    return nowhere('not-asked-for', `It was placed in ${where}, in which ${id} does not take part.`)
  }
  if (marketplace && marketplace.refusedAt !== null) {
    const since = merchantTime(marketplace.refusedAt, facts)
    const why = `Amazon refuses to list the orders of ${marketplace.name} since ${since}; it was read by its number now.`
    return { connection: id, wire, why, leftOut }
  }
  const read = sweeps.find((each) => each.connection === id)?.watermark ?? null
  return { connection: id, wire, why: whyUnseen(order, read, facts), leftOut }
}

/** Why the sweep had not brought it: it changed after what was read, or it was missing in Amazon's list. */
function whyUnseen(order: AmazonOrder | null, read: number | null, facts: MerchantFacts): string {
  if (!order || read === null) return 'It had not been seen and was read now.'
  const through = `the last sweep has read through ${merchantTime(read, facts)}`
  return order.updatedAt >= read
    ? `It changed ${merchantTime(order.updatedAt, facts)} and ${through}: it was read now, before the next one.`
    : `It changed ${merchantTime(order.updatedAt, facts)} and ${through}, but it was missing in Amazon's list: it was read now.`
}
