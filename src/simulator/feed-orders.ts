import { CODE, type Finding } from './feed-findings.ts'
import type { FeedJob } from './feed-work.ts'
import type { ItemDocument, OrderDocument } from './order-document.ts'
import type { XmlElement } from './read-xml.ts'
import { ownOrder } from './ship-package.ts'
import { textOf } from './xml-elements.ts'

type Known = { readonly document: OrderDocument }

/** The order that a message names, by Amazon's id or by the seller's own number. */
export function findOrder({ world, sellerId }: FeedJob, body: XmlElement): Known | Finding {
  const amazonId = textOf(body, 'AmazonOrderID')
  const ownId = textOf(body, 'MerchantOrderID')
  const order =
    amazonId === undefined
      ? [...world.orders.byId.values()]
          .filter((record) => record.sellerId === sellerId)
          .map((record) => record.current.document)
          .find((o) => o.orderAliases?.some((alias) => alias.aliasId === ownId))
      : ownOrder(world, sellerId, amazonId)
  if (order) return { document: order }
  return { code: CODE.unknownOrder, text: `The order '${amazonId ?? ownId}' is not known.`, orderId: amazonId }
}

/** The line that a message names, by Amazon's code or by the seller's own. */
export function findItem({ world }: FeedJob, order: OrderDocument, named: XmlElement): ItemDocument | Finding {
  const ownId = textOf(named, 'MerchantOrderItemID')
  const code = textOf(named, 'AmazonOrderItemCode') ?? world.shipments.merchantItems.get(`${order.orderId}/${ownId}`)
  const item = order.orderItems.find((i) => i.orderItemId === code)
  const text = `The order item '${code ?? ownId}' is not one of order ${order.orderId}.`
  return item ?? { code: CODE.unknownItem, text, orderId: order.orderId, orderItemId: code }
}
