import { formatAmount } from '#core/money.ts'
import type { FileRecord, OrderFeed, OrderFile } from '#core/shipments/order-feed.ts'
import { CANCEL_REASON_IN_FILE, REFUND_REASON } from './order-reasons.ts'
import { wellFormed } from './read-wire.ts'

type Row = FileRecord & { readonly cells: Readonly<Record<string, string>> }

/** Seller Central's columns for each kind of file, in its order (H2). */
const COLUMNS = {
  confirmation: [
    'order-id',
    'order-item-id',
    'quantity',
    'ship-date',
    'carrier-code',
    'carrier-name',
    'tracking-number',
    'ship-method',
  ],
  cancellation: ['order-id', 'amazon-order-item-code', 'cancellation-reason-code'],
  refund: [
    'adjustment-reason-code',
    'currency',
    'gift-wrap-price-adj',
    'gift-wrap-tax-adj',
    'item-price-adj',
    'item-promotion-adj',
    'item-promotion-id',
    'item-tax-adj',
    'order-id',
    'order-item-id',
    'quantity-cancelled',
    'ship-promotion-adj',
    'ship-promotion-id',
    'shipping-price-adj',
    'shipping-tax-adj',
  ],
} as const satisfies Record<OrderFeed['kind'], readonly string[]>

/** Writes a tab-separated file for Seller Central: a line for each order line of each message, text as it is, zeros in front too (H2). Pure. */
export function writeOrderFile(feed: OrderFeed): OrderFile {
  const columns: readonly string[] = COLUMNS[feed.kind]
  const rows = rowsOf(feed)
  const lines = [columns, ...rows.map(({ cells }) => columns.map((column) => plain(cells[column] ?? '')))]
  return {
    content: lines.map((cells) => `${cells.join('\t')}\r\n`).join(''),
    records: rows.map(({ message, orderId, line }) => ({ message, orderId, line })),
  }
}

function rowsOf(feed: OrderFeed): Row[] {
  switch (feed.kind) {
    case 'confirmation':
      return feed.messages.flatMap(({ number, amazonOrderId, shipDay, carrier, service, tracking, items }) =>
        items.map(({ line, quantity }) => ({
          message: number,
          orderId: amazonOrderId,
          line,
          cells: {
            'order-id': amazonOrderId,
            'order-item-id': line,
            quantity: String(quantity),
            'ship-date': shipDay,
            'carrier-code': carrier.code,
            'carrier-name': carrier.name ?? '',
            'tracking-number': tracking ?? '',
            'ship-method': service ?? '',
          },
        })),
      )
    case 'cancellation':
      return feed.messages.flatMap(({ number, amazonOrderId, reason, lines }) =>
        lines.map((line) => ({
          message: number,
          orderId: amazonOrderId,
          line,
          cells: {
            'order-id': amazonOrderId,
            'amazon-order-item-code': line,
            'cancellation-reason-code': CANCEL_REASON_IN_FILE[reason],
          },
        })),
      )
    case 'refund':
      return refundRows(feed)
  }
}

function refundRows({ messages }: Extract<OrderFeed, { kind: 'refund' }>): Row[] {
  return messages.flatMap(({ number, amazonOrderId, reason, currency, lines }) => {
    const amount = (minor: number) => (minor === 0 ? '' : formatAmount({ minor, currency }))
    return lines.map((each) => ({
      message: number,
      orderId: amazonOrderId,
      line: each.line,
      cells: {
        'adjustment-reason-code': REFUND_REASON[reason],
        currency,
        'gift-wrap-price-adj': amount(each.giftWrap),
        'gift-wrap-tax-adj': amount(each.giftWrapTax),
        'item-price-adj': amount(each.item),
        'item-tax-adj': amount(each.tax),
        'order-id': amazonOrderId,
        'order-item-id': each.line,
        'quantity-cancelled': each.quantityCancelled > 0 ? String(each.quantityCancelled) : '',
        'shipping-price-adj': amount(each.shipping),
        'shipping-tax-adj': amount(each.shippingTax),
      },
    }))
  })
}

/** A tab or the end of a line inside a text would be read as the next cell. */
const plain = (text: string): string =>
  wellFormed(text)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
