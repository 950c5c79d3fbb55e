import type { ItemDocument, OrderDocument } from './order-document.ts'
import { lineProceeds, minorUnits, orderProceeds } from './order-money.ts'
import { Refusal } from './place-order.ts'

/** Amazon keeps the line when its quantity drops, even to 0; the money follows per unit. */
export function setQuantities(order: OrderDocument, quantities: Readonly<Record<string, number>>): void {
  for (const [key, quantity] of Object.entries(quantities)) {
    const item = lineOf(order, key)
    const unit = item.product.price?.unitPrice
    const currency = unit?.currencyCode ?? 'USD'
    const part = (type: string) =>
      Math.abs(minorUnits(item.proceeds?.breakdowns?.find((b) => b.type === type)?.subtotal.amount ?? 0, currency))
    const gross = part('ITEM') + part('SHIPPING') + part('GIFT_WRAP') - part('DISCOUNT')
    const total = minorUnits(item.proceeds?.proceedsTotal?.amount ?? 0, currency)
    const taxIncluded = part('TAX') > 0 && total === gross
    const net = part('ITEM') + part('SHIPPING') - (taxIncluded ? part('TAX') : 0)
    const rate = part('ITEM') === 0 ? 0 : Math.round((part('TAX') / net) * 100) / 100
    item.quantityOrdered = quantity
    item.fulfillment = {
      ...item.fulfillment,
      quantityUnfulfilled: Math.max(0, quantity - (item.fulfillment?.quantityFulfilled ?? 0)),
    }
    item.proceeds = lineProceeds(
      {
        item: minorUnits(unit?.amount ?? 0, currency) * quantity,
        shipping: part('SHIPPING'),
        giftWrap: part('GIFT_WRAP'),
        itemDiscount: Math.min(part('DISCOUNT'), minorUnits(unit?.amount ?? 0, currency) * quantity),
        shippingDiscount: 0,
        taxRate: rate,
        taxIncluded,
        discountSign: 'negative',
      },
      currency,
    )
    order.proceeds = orderProceeds(order.orderItems, currency, tipOf(order, currency))
  }
}

/** The line with this order item id or seller SKU. */
export function lineOf(order: OrderDocument, key: string): ItemDocument {
  const item = order.orderItems.find((i) => i.orderItemId === key || i.product.sellerSku === key)
  if (!item) throw new Refusal(`Order ${order.orderId} has no line ${key}.`)
  return item
}

/** The tip belongs to no line, so it stays what it is. */
function tipOf(order: OrderDocument, currency: string): { amount: number; status?: string } {
  const tip = order.proceeds?.breakdowns?.find((b) => b.type === 'DELIVERY_TIP')
  return { amount: minorUnits(tip?.subtotal.amount ?? 0, currency), status: tip?.status }
}
