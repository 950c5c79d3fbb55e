import type { ItemDocument, OrderDocument } from './order-document.ts'

/** Statuses in the words of Orders v0, which this notification still uses. */
const STATUSES: Readonly<Record<string, string>> = {
  PENDING: 'Pending',
  PENDING_AVAILABILITY: 'PendingAvailability',
  UNSHIPPED: 'Unshipped',
  PARTIALLY_SHIPPED: 'PartiallyShipped',
  SHIPPED: 'Shipped',
  CANCELLED: 'Canceled',
  UNFULFILLABLE: 'Unfulfillable',
}
const PROGRAMS: Readonly<Record<string, string>> = {
  AMAZON_BUSINESS: 'Business',
  PRIME: 'Prime',
  PREMIUM: 'Premium',
}

/** What ORDER_CHANGE tells of an order: no price and no address but the postal code. */
export function orderNotice(sellerId: string, order: OrderDocument) {
  const { fulfillment } = order
  const asked = order.orderItems.some((item) => item.cancellation?.cancellationRequest)
  const units = (of: 'quantityFulfilled' | 'quantityUnfulfilled') =>
    order.orderItems.reduce((sum, item) => sum + (item.fulfillment?.[of] ?? 0), 0)
  return {
    OrderChangeNotification: {
      NotificationLevel: 'OrderLevel',
      SellerId: sellerId,
      AmazonOrderId: order.orderId,
      OrderChangeType: asked ? 'BuyerRequestedChange' : 'OrderStatusChange',
      OrderChangeTrigger: {
        TimeOfOrderChange: order.lastUpdatedTime,
        ChangeReason: asked ? 'Buyer Requested Cancel' : 'Order status changed',
      },
      Summary: {
        MarketplaceId: order.salesChannel.marketplaceId ?? '',
        OrderStatus: STATUSES[fulfillment?.fulfillmentStatus ?? ''] ?? 'Pending',
        PurchaseDate: order.createdTime,
        DestinationPostalCode: order.recipient?.deliveryAddress?.postalCode ?? null,
        FulfillmentType: fulfillment?.fulfilledBy === 'AMAZON' ? 'AFN' : 'MFN',
        OrderType: 'StandardOrder',
        NumberOfItemsShipped: units('quantityFulfilled'),
        NumberOfItemsUnshipped: units('quantityUnfulfilled'),
        ...dates(order),
        OrderPrograms: (order.programs ?? []).flatMap((program) => PROGRAMS[program] ?? []),
        OrderItems: order.orderItems.map(itemNotice),
      },
    },
  }
}

function dates({ fulfillment }: OrderDocument) {
  const { shipByWindow, deliverByWindow } = fulfillment ?? {}
  const told = {
    EarliestDeliveryDate: deliverByWindow?.earliestDateTime,
    LatestDeliveryDate: deliverByWindow?.latestDateTime,
    EarliestShipDate: shipByWindow?.earliestDateTime,
    LatestShipDate: shipByWindow?.latestDateTime,
  }
  return Object.fromEntries(Object.entries(told).filter(([, date]) => date !== undefined))
}

const itemNotice = ({ orderItemId, product, quantityOrdered, fulfillment, cancellation }: ItemDocument) => ({
  OrderItemId: orderItemId,
  SellerSKU: product.sellerSku ?? '',
  SupplySourceId: null,
  OrderItemStatus: (fulfillment?.quantityUnfulfilled ?? 0) > 0 ? 'Unshipped' : 'Shipped',
  Quantity: quantityOrdered,
  QuantityShipped: fulfillment?.quantityFulfilled ?? 0,
  IsBuyerRequestedCancel: cancellation?.cancellationRequest !== undefined,
})
