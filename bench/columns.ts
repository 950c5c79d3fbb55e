// The rows of one order as the loop writes them: the same columns as the product's statements.
import type { Allocation } from '#core/orders/import-context.ts'
import type { NewOrder, OrderLine } from '#core/orders/import-outcome.ts'
import type { VaultTx } from '#flows/deps.ts'

type Recorded = Parameters<VaultTx['store']['recordImport']>[0]
type Row = Readonly<Record<string, unknown>>

const instant = (at: number | null | undefined) => (at === null || at === undefined ? null : new Date(at))

/** The inbound document with its log. */
export function documentRow(decided: Recorded['decided'][number], record: Recorded): Row {
  const { outcome, order } = decided
  return {
    document_id: decided.documentId,
    reference: decided.reference,
    connection_id: record.connection,
    state: outcome.kind,
    reason: outcome.kind === 'skipped' ? outcome.reason : null,
    problems: JSON.stringify(outcome.kind === 'held' ? outcome.problems : []),
    log: JSON.stringify(outcome.kind === 'unchanged' ? [] : outcome.log),
    amazon_updated_at: instant(order?.updatedAt),
    received_at: instant(record.at),
    decided_at: instant(record.at),
    decided_under: record.configurationVersion,
  }
}

/** The order. */
export function orderRow(order: NewOrder, documentId: number, record: Recorded): Row {
  const { amazon } = order
  return {
    amazon_order_id: amazon.id,
    document_id: documentId,
    connection_id: record.connection,
    marketplace_id: amazon.marketplaceId,
    stage: order.stage,
    amazon_status: amazon.status,
    service_level: amazon.serviceLevel,
    method_id: order.methodId,
    method_cost: order.methodCost,
    payment_method: order.payment.method,
    purchase_order_number: order.payment.method === 'Purchase Order' ? order.payment.number : null,
    buyer_purchase_order: order.payment.method === 'Purchase Order' && order.payment.ofBuyer,
    approved_at: null,
    theme_code: order.themeCode,
    fulfilled_by_amazon: order.fulfilledByAmazon,
    to_confirm: order.toConfirm,
    center_code: order.center,
    placed_at: instant(amazon.placedAt),
    amazon_updated_at: instant(amazon.updatedAt),
    ship_by: instant(amazon.shipBy),
    deliver_by: instant(amazon.deliverBy),
    currency: amazon.currency,
    grand_total: amazon.grandTotal?.minor ?? null,
    outside_lines: amazon.outsideLines,
    programs: amazon.programs,
    replaces: amazon.replaces,
    flags: amazon.flags,
    dropped_lines: JSON.stringify(order.dropped),
    reread_at: null,
    created_at: instant(record.at),
    updated_at: instant(record.at),
  }
}

/** One of its lines. */
export function lineRow(line: OrderLine, position: number): Row {
  const { money } = line
  return {
    line_id: line.lineId,
    position,
    seller_sku: line.sellerSku,
    asin: line.asin,
    title: line.title,
    item_id: line.itemId,
    quantity_amazon: line.quantity,
    fulfilled_amazon: line.quantityFulfilled,
    quantity: line.ours,
    item_amount: money?.item ?? null,
    shipping_amount: money?.shipping ?? null,
    gift_wrap_amount: money?.giftWrap ?? null,
    other_amount: money?.other ?? null,
    tax_amount: money?.tax ?? null,
    marketplace_tax_amount: money?.marketplaceTax ?? null,
    discount_amount: money?.discount ?? null,
    total_amount: money?.total ?? null,
    gift: line.gift,
  }
}

/** What it reserves of one item. */
export const allocationRow = (allocation: Allocation): Row => ({
  line_id: allocation.line,
  item_id: allocation.itemId,
  center_code: allocation.center,
  quantity: allocation.quantity,
})

/** That it was placed. */
export const eventRow = ({ stage, methodId, center }: NewOrder, { at, who, connection }: Recorded): Row => ({
  at: instant(at),
  kind: 'order.placed',
  who,
  facts: JSON.stringify({ stage, method: methodId, center, connection }),
})
