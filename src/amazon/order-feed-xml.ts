import { Temporal } from 'temporal-polyfill'
import { formatAmount } from '#core/money.ts'
import type {
  CancellationMessage,
  ConfirmationMessage,
  OrderFeed,
  RefundMessage,
  RefundMessageLine,
} from '#core/shipments/order-feed.ts'
import { CANCEL_REASON_IN_XML, REFUND_REASON } from './order-reasons.ts'
import type { WrittenFeed } from './port.ts'
import { wellFormed } from './read-wire.ts'

/** The content type under which a feed's document is announced and uploaded; both must be the same. */
export const XML_CONTENT_TYPE = 'text/xml; charset=UTF-8'

/** Amazon advises to stay below 10 MiB. */
const MOST_BYTES = 10 * 1024 * 1024

const TYPES = {
  confirmation: 'OrderFulfillment',
  cancellation: 'OrderAcknowledgement',
  refund: 'OrderAdjustment',
} as const satisfies Record<OrderFeed['kind'], string>

/** Writes an order feed: as many messages, from the first on, as one document may hold (S5). Pure. */
export function writeOrderFeed(sellingPartnerId: string, feed: OrderFeed, mostBytes = MOST_BYTES): WrittenFeed {
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<AmazonEnvelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="amzn-envelope.xsd">
<Header>${tag('DocumentVersion', '1.01')}${tag('MerchantIdentifier', sellingPartnerId)}</Header>
${tag('MessageType', TYPES[feed.kind])}
`
  const tail = '</AmazonEnvelope>\n'
  const texts: string[] = []
  let room = mostBytes - Buffer.byteLength(head) - Buffer.byteLength(tail)
  for (const text of messagesOf(feed)) {
    room -= Buffer.byteLength(text)
    if (room < 0) break
    texts.push(text)
  }
  return { contentType: XML_CONTENT_TYPE, content: head + texts.join('') + tail, taken: texts.length }
}

function* messagesOf(feed: OrderFeed): Iterable<string> {
  const message = (number: number, body: string) =>
    `<Message>${tag('MessageID', number)}<${TYPES[feed.kind]}>${body}</${TYPES[feed.kind]}></Message>\n`
  if (feed.kind === 'confirmation') for (const each of feed.messages) yield message(each.number, confirmation(each))
  if (feed.kind === 'cancellation') for (const each of feed.messages) yield message(each.number, cancellation(each))
  if (feed.kind === 'refund') for (const each of feed.messages) yield message(each.number, refund(each))
}

function confirmation({
  shipment,
  amazonOrderId,
  shippedAt,
  carrier,
  service,
  tracking,
  items,
}: ConfirmationMessage): string {
  const shipped = Temporal.Instant.fromEpochMilliseconds(shippedAt).toString({ smallestUnit: 'second' })
  const by = carrier.name === null ? tag('CarrierCode', carrier.code) : tag('CarrierName', carrier.name)
  const box = by + (service === null ? '' : tag('ShippingMethod', service))
  // No number is ever invented: a parcel without one is told without (S5).
  const data = box + (tracking === null ? '' : tag('ShipperTrackingNumber', tracking))
  const lines = items.map(
    ({ line, quantity }) => `<Item>${tag('AmazonOrderItemCode', line)}${tag('Quantity', quantity)}</Item>`,
  )
  const head =
    tag('AmazonOrderID', amazonOrderId) + tag('MerchantFulfillmentID', shipment) + tag('FulfillmentDate', shipped)
  return `${head}<FulfillmentData>${data}</FulfillmentData>${lines.join('')}`
}

function cancellation({ amazonOrderId, reason, lines }: CancellationMessage): string {
  const why = tag('CancelReason', CANCEL_REASON_IN_XML[reason])
  const items = lines.map((line) => `<Item>${tag('AmazonOrderItemCode', line)}${why}</Item>`)
  return `${tag('AmazonOrderID', amazonOrderId)}${tag('StatusCode', 'Failure')}${items.join('')}`
}

const refund = ({ amazonOrderId, reason, currency, lines }: RefundMessage): string =>
  tag('AmazonOrderID', amazonOrderId) +
  lines.map((line) => `<AdjustedItem>${adjusted(line, { reason, currency })}</AdjustedItem>`).join('')

function adjusted(line: RefundMessageLine, { reason, currency }: Pick<RefundMessage, 'reason' | 'currency'>): string {
  const amounts = [
    ['Principal', line.item],
    ['Shipping', line.shipping],
    ['Tax', line.tax],
    ['ShippingTax', line.shippingTax],
    ['GiftWrap', line.giftWrap],
    ['GiftWrapTax', line.giftWrapTax],
  ] as const
  const given = amounts.filter(([, minor]) => minor !== 0)
  const components = (given.length === 0 ? amounts.slice(0, 1) : given).map(
    ([type, minor]) =>
      `<Component>${tag('Type', type)}<Amount currency="${escaped(currency)}">${formatAmount({ minor, currency })}</Amount></Component>`,
  )
  const prices = `<ItemPriceAdjustments>${components.join('')}</ItemPriceAdjustments>`
  const cancelled = line.quantityCancelled > 0 ? tag('QuantityCancelled', line.quantityCancelled) : ''
  return tag('AmazonOrderItemCode', line.line) + tag('AdjustmentReason', REFUND_REASON[reason]) + prices + cancelled
}

const tag = (name: string, value: string | number): string => `<${name}>${escaped(String(value))}</${name}>`

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What XML cannot hold at all becomes a space. */
const escaped = (text: string): string =>
  wellFormed(text)
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
