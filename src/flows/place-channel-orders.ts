import { channelLog } from '#core/channel-orders/channel-log.ts'
import type { ChannelOrder } from '#core/channel-orders/channel-order.ts'
import { nameOfChannelOrder } from '#core/channel-orders/channel-order.ts'
import { type ChannelDecision, decideChannelOrder } from '#core/channel-orders/decide-channel-order.ts'
import type { ConnectionId, SellerSku } from '#core/ids.ts'
import { workingStock } from '#core/orders/working-stock.ts'
import type { Decided } from '#store/import-record.ts'
import type { Deps, Tx, VaultTx } from './deps.ts'

/** An order of a file with what becomes of it. */
export type DecidedChannelOrder = { readonly read: ChannelOrder; readonly decision: ChannelDecision }

/** Orders of a file, the channel of those that name none, and who brought them. */
export type ChannelOrders = {
  readonly orders: readonly ChannelOrder[]
  readonly channel: string | null
  readonly who: string
  readonly importId: number
}

/** No order of another channel comes through a connection. */
const NO_CONNECTION = '' as ConnectionId

/** Decides about orders of other channels as they would be placed now; nothing is written (H3). */
export async function previewChannelOrders(
  deps: Deps,
  tx: Tx,
  { orders, channel }: ChannelOrders,
): Promise<readonly DecidedChannelOrder[]> {
  const asked = askedFor(orders, channel)
  const { context, stock } = await tx.store.previewContext(asked)
  return decideAll(deps, tx, { orders, channel, context, stock, references: asked.references })
}

/** Places orders of other channels as every other order is: with their stock, their method, their buyer sealed; one is placed once (H3, O20, U3). */
export async function placeChannelOrders(
  deps: Deps,
  tx: VaultTx,
  file: ChannelOrders,
): Promise<readonly (DecidedChannelOrder & { readonly orderId: number | null })[]> {
  const { orders, channel, who, importId } = file
  const asked = askedFor(orders, channel)
  const loaded = await tx.store.importContext(asked)
  const { context, stock, documents } = loaded
  const all = await decideAll(deps, tx, { orders, channel, context, stock, references: asked.references })
  const at = deps.now()
  const placed = new Map<string, number>()
  for (const code of new Set(all.flatMap(({ decision }) => (decision.kind === 'placed' ? [decision.code] : [])))) {
    const ofChannel = all.flatMap(({ read, decision }) =>
      decision.kind === 'placed' && decision.code === code ? [{ read, decision }] : [],
    )
    const decided = ofChannel.map(({ read, decision }): Decided => {
      const { amazon } = decision.order
      const documentId = documents.get(amazon.id)?.documentId
      if (documentId === undefined) throw new Error('A document has no number.')
      const log = channelLog(decision, { documentId, importId, rows: read.rows, clock: context.merchant })
      const outcome = { kind: 'placed', order: decision.order, log } as const
      return {
        reference: amazon.id,
        documentId,
        order: amazon,
        outcome,
        placed: context.placed.get(amazon.id),
        missing: [],
      }
    })
    const orderIds = await tx.store.numberOrders(decided)
    const numbered = ofChannel.map(({ read, decision }) => ({
      read,
      orderId: orderIds.get(decision.order.amazon.id) ?? 0,
    }))
    await Promise.all([
      tx.store.recordImport({
        connection: NO_CONNECTION,
        configurationVersion: loaded.configurationVersion,
        at,
        who,
        decided,
        orderIds,
        channel: code,
      }),
      tx.vault.putBuyers(numbered.map(({ read, orderId }) => ({ orderId, buyerData: read.buyer, origin: code }))),
    ])
    for (const [name, orderId] of orderIds) placed.set(name, orderId)
  }
  return all.map((each) => ({
    ...each,
    orderId: each.decision.kind === 'placed' ? (placed.get(each.decision.order.amazon.id) ?? null) : null,
  }))
}

function askedFor(orders: readonly ChannelOrder[], channel: string | null) {
  return {
    connection: NO_CONNECTION,
    references: orders.map((each) => nameOfChannelOrder(each.channel ?? channel ?? '', each.id)),
    sellerSkus: orders.flatMap(({ lines }) => lines.map(({ item }) => item as SellerSku)),
  }
}

type Loaded = Pick<ChannelOrders, 'orders' | 'channel'> & {
  readonly context: Parameters<typeof decideChannelOrder>[1]['context']
  readonly stock: Parameters<typeof workingStock>[0]
  readonly references: readonly string[]
}

async function decideAll(
  deps: Deps,
  tx: Tx,
  { orders, channel, context, stock, references }: Loaded,
): Promise<readonly DecidedChannelOrder[]> {
  const [channels, themes, undone] = await Promise.all([
    tx.store.listChannels(),
    tx.store.listThemes(),
    tx.store.undoneOrders(references),
  ])
  const facts = {
    context,
    channels: new Set(channels.map(({ code }) => code)),
    channel,
    themes: new Set(themes.map(({ code }) => code)),
    undone,
    now: deps.now(),
  }
  const working = workingStock(stock)
  return orders.map((read) => ({ read, decision: decideChannelOrder(read, facts, working) }))
}
