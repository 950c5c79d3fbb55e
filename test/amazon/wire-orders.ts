import type { Order, OrderItem } from '@sp-api-sdk/orders-api-2026-01-01'
import type { WireOrder } from '#amazon/port.ts'

/** The types of the model, but any field may be absent or wrong. */
type Loose<T> = { [Field in keyof T]?: unknown }

export const usd = (amount: string) => ({ amount, currencyCode: 'USD' })

/** One line, 2 x 20.00 and 3.20 tax, as a wire line. */
export function wireLine(changes: Loose<OrderItem> = {}): OrderItem {
  const line: OrderItem = {
    orderItemId: '11000000000001',
    quantityOrdered: 2,
    product: { asin: 'B0EXAMPLE1', title: 'Brass cleat', sellerSku: 'CLEAT-4', price: { unitPrice: usd('20.00') } },
    proceeds: proceeds('43.20', [
      ['ITEM', '40.00'],
      ['TAX', '3.20'],
    ]),
    fulfillment: { quantityFulfilled: 0, quantityUnfulfilled: 2 },
  }
  return { ...line, ...changes } as OrderItem
}

/** The proceeds of a line. */
export const proceeds = (total: string, parts: readonly (readonly [type: string, amount: string])[]) => ({
  proceedsTotal: usd(total),
  breakdowns: parts.map(([type, amount]) => ({ type, subtotal: usd(amount) })),
})

/** An unshipped order of one line with its buyer, as a wire order. */
export function wireOrder(changes: Loose<Order> = {}): WireOrder {
  const order: Order = {
    orderId: '111-0000001-0000001',
    createdTime: '2026-11-01T10:00:00.000Z',
    lastUpdatedTime: '2026-11-01T10:30:00.000Z',
    programs: ['PRIME'],
    salesChannel: { channelName: 'AMAZON', marketplaceId: 'ATVPDKIKX0DER', marketplaceName: 'Amazon.com' },
    buyer: { buyerName: 'Robin Example', buyerEmail: 'buyer@marketplace.amazon.example' },
    recipient: {
      deliveryAddress: {
        name: 'Robin Example',
        addressLine1: '1 Pier Rd',
        city: 'Seattle',
        stateOrRegion: 'Washington',
        postalCode: '98101-1234',
        countryCode: 'US',
        phone: '555-0100',
      },
    },
    proceeds: { grandTotal: usd('43.20') },
    fulfillment: {
      fulfillmentStatus: 'UNSHIPPED',
      fulfilledBy: 'MERCHANT',
      fulfillmentServiceLevel: 'STANDARD',
      shipByWindow: { earliestDateTime: '2026-11-02T00:00:00Z', latestDateTime: '2026-11-03T07:59:59Z' },
      deliverByWindow: { latestDateTime: '2026-11-08T07:59:59Z' },
    },
    orderItems: [wireLine()],
  }
  return { ...order, ...changes } as WireOrder
}
