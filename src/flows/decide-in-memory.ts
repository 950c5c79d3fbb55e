import type { TranslatedOrder, WireOrder } from '#amazon/port.ts'
import type { ConnectionId, SellerSku } from '#core/ids.ts'
import { decidePage, type PageDocument } from '#core/orders/decide-page.ts'
import { type PreviewedOrder, previewOrder } from '#core/orders/preview-order.ts'
import { unreadableDocument } from '#core/orders/unreadable-document.ts'
import type { Result } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'

/**
 * Decides orders as the import would, and writes nothing: no vault, no document, no number (C9). Buyer data is used for the
 * choice of a method and never leaves memory.
 */
export async function decideInMemory(
  deps: Deps,
  tx: Tx,
  { connection, wires }: { connection: ConnectionId; wires: readonly WireOrder[] },
): Promise<readonly PreviewedOrder[]> {
  const readings = wires.map((wire): Result<TranslatedOrder> => deps.amazon.translateOrder(wire))
  const readable = readings.flatMap((each) => (each.ok ? [each.value] : []))
  const { context, stock } = await tx.store.previewContext({
    connection,
    references: readable.map(({ order }) => order.id),
    sellerSkus: readable.flatMap(({ order }) => order.lines.map((line): SellerSku => line.sellerSku)),
  })
  const documents = readable.map(
    ({ order, destination }, at): PageDocument => ({ documentId: at + 1, order, destination }),
  )
  const outcomes = decidePage(documents, context, stock)
  const decided = documents.flatMap((document, at) => {
    const outcome = outcomes[at]
    return outcome ? [previewOrder(document, outcome)] : []
  })
  const unreadable = readings.flatMap((each) =>
    each.ok ? [] : [previewOrder(null, unreadableDocument(0, each.problem))],
  )
  return [...decided, ...unreadable]
}
