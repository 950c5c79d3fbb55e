import type { AmazonLine } from '#core/orders/amazon-order.ts'
import type { ImportOutcome } from '#core/orders/import-outcome.ts'
import type { Parts } from '#core/orders/missing-parts.ts'
import type { Stage } from '#core/orders/stage.ts'
import { type Problem, problem } from '#core/problems.ts'
import type { Decided, ImportRecord, OrderToWrite } from './import-record.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** When an order is read again by its number: a pending one 24 hours after it was placed, an incomplete one in an hour (O1, O13). */
export function rereadAt(order: { stage: Stage; placedAt: number }, missing: Parts, at: number): number | null {
  if (order.stage === 'Pre-ordered') return order.placedAt + DAY
  return missing.length > 0 ? at + HOUR : null
}

/** The rows of inbound documents: their end, and the log that tells why (E1, E3). */
export function documentRows(decided: readonly Decided[]) {
  return decided.map(({ documentId, reference, order, outcome, missing }) => {
    if (outcome.kind === 'unchanged') throw new Error('An unchanged document is not written.')
    return {
      document_id: documentId,
      reference,
      state: outcome.kind === 'updated' ? 'placed' : outcome.kind,
      reason: outcome.kind === 'skipped' ? outcome.reason : null,
      problems: problemsOf(outcome),
      log: outcome.log,
      updated_at: order?.updatedAt ?? null,
      missing,
    }
  })
}

function problemsOf(outcome: ImportOutcome): readonly Problem[] {
  if (outcome.kind === 'held') return outcome.problems
  if (outcome.kind === 'updated') return outcome.change.problems
  return outcome.kind === 'placed' && outcome.order.cancellation ? [problem('cancellation-requested')] : []
}

/** The rows of orders to be written. */
export function orderRows(orders: readonly OrderToWrite[]) {
  return orders.map(({ orderId, documentId, order, rereadAt: again }) => ({
    order_id: orderId,
    amazon_order_id: order.amazon.id,
    document_id: documentId,
    marketplace_id: order.amazon.marketplaceId,
    stage: order.stage,
    amazon_status: order.amazon.status,
    service_level: order.amazon.serviceLevel,
    method_id: order.methodId,
    method_cost: order.methodCost,
    payment_method: order.payment.method,
    po_number: order.payment.method === 'Purchase Order' ? order.payment.number : null,
    buyer_po: order.payment.method === 'Purchase Order' && order.payment.ofBuyer,
    theme: order.themeCode,
    by_amazon: order.fulfilledByAmazon,
    to_confirm: order.toConfirm,
    center_code: order.center,
    placed_at: order.amazon.placedAt,
    updated_at: order.amazon.updatedAt,
    ship_by: order.amazon.shipBy,
    deliver_by: order.amazon.deliverBy,
    currency: order.amazon.currency,
    grand_total: order.amazon.grandTotal?.minor ?? null,
    outside_lines: order.amazon.outsideLines,
    programs: order.amazon.programs,
    replaces: order.amazon.replaces,
    flags: order.amazon.flags,
    dropped: order.dropped,
    packages: order.amazon.packages,
    reserved: order.allocations.length > 0,
    reread_at: again,
    ship_country: order.amazon.shipTo?.country ?? null,
    ship_state: order.amazon.shipTo?.state ?? null,
  }))
}

/** The rows of order lines. */
export function lineRows(orders: readonly OrderToWrite[]) {
  return orders.flatMap(({ orderId, order }) =>
    order.lines.map((line, position) => ({
      order_id: orderId,
      line_id: line.lineId,
      position,
      seller_sku: line.sellerSku,
      asin: line.asin,
      title: line.title,
      item_id: line.itemId,
      quantity_amazon: line.quantity,
      fulfilled_amazon: line.quantityFulfilled,
      quantity: line.ours,
      ratio_amazon: line.ratio.amazon,
      ratio_ours: line.ratio.ours,
      ...amountsOf(line),
      gift: line.gift,
      particulars: line.particulars,
    })),
  )
}

const amountsOf = ({ money }: AmazonLine) => ({
  item: money?.item ?? null,
  shipping: money?.shipping ?? null,
  gift_wrap: money?.giftWrap ?? null,
  other: money?.other ?? null,
  tax: money?.tax ?? null,
  marketplace_tax: money?.marketplaceTax ?? null,
  discount: money?.discount ?? null,
  total: money?.total ?? null,
})

/** The rows of orders that get what they lacked, and of their lines (O1). */
export function completionRows(decided: readonly Decided[]) {
  const completed = decided.flatMap(({ outcome }) =>
    outcome.kind === 'updated' && outcome.change.completion
      ? [{ order_id: outcome.orderId, order: outcome.change.completion.order }]
      : [],
  )
  return {
    orders: completed.map(({ order_id, order }) => ({
      order_id,
      currency: order.currency,
      grand_total: order.grandTotal?.minor ?? null,
      outside_lines: order.outsideLines,
      flags: order.flags,
      buyer_po: order.hasPurchaseOrder,
    })),
    lines: completed.flatMap(({ order_id, order }) =>
      order.lines.map((line) => ({
        order_id,
        line_id: line.lineId,
        ...amountsOf(line),
        gift: line.gift,
        particulars: line.particulars,
      })),
    ),
  }
}

const whence = ({ channel }: ImportRecord, status: string | null): string =>
  channel === undefined ? `Amazon says ${status}` : `it came with a file of channel ${channel}`

/** The rows of the orders' history: placed, pending, or the change of a known order. */
export function eventRows(orders: readonly OrderToWrite[], decided: readonly Decided[], record: ImportRecord) {
  const written = orders.map(({ orderId, order }) => ({
    orderId,
    kind: order.stage === 'Pre-ordered' ? 'order.pending' : 'order.placed',
    facts: {
      stage: order.stage,
      method: order.methodId,
      center: order.center,
      connection: record.connection,
      why: order.cancellation ? 'the buyer asks to cancel' : whence(record, order.amazon.status),
    },
  }))
  const updated = decided.flatMap(({ outcome, placed, order }) =>
    outcome.kind === 'updated' && !(outcome.change.completion && order?.updatedAt === placed?.updatedAt)
      ? [
          {
            orderId: outcome.orderId,
            kind: 'order.updated',
            facts: {
              from: placed?.stage ?? null,
              stage: outcome.change.stage,
              status: order?.status ?? null,
              ...(outcome.change.cancellation ? { cancellation: outcome.change.cancellation.kind } : {}),
              why: outcome.change.problems[0]?.code ?? `Amazon says ${order?.status}`,
            },
          },
        ]
      : [],
  )
  const filledIn = decided.flatMap(({ outcome }) =>
    outcome.kind === 'updated' && outcome.change.completion
      ? [
          {
            orderId: outcome.orderId,
            kind: 'order.filled-in',
            facts: { given: outcome.change.completion.parts.join(', '), why: 'Amazon gives what it refused before' },
          },
        ]
      : [],
  )
  return [...written, ...updated, ...filledIn]
}
