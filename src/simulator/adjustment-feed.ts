import { type Adjustment, adjustPayment } from './adjust-payment.ts'
import { CODE, type Finding } from './feed-findings.ts'
import { findItem, findOrder } from './feed-orders.ts'
import type { FeedJob } from './feed-work.ts'
import { flatFeed, xmlFeed } from './order-feeds.ts'
import type { FlatRecord } from './read-flat-file.ts'
import type { XmlElement } from './read-xml.ts'
import { ownOrder } from './ship-package.ts'
import { childOf, childrenOf, refuseChildren, textOf } from './xml-elements.ts'

const MESSAGE = 'AmazonOrderID|MerchantOrderID AdjustedItem+'
const ITEM =
  'AmazonOrderItemCode|MerchantOrderItemID MerchantAdjustmentItemID? AdjustmentReason ItemPriceAdjustments PromotionAdjustments* QuantityCancelled?'
const PROMOTION = 'PromotionClaimCode? MerchantPromotionID Component+'
const PRICE_COLUMNS = [
  ['item-price-adj', 'Principal'],
  ['item-tax-adj', 'Tax'],
  ['shipping-price-adj', 'Shipping'],
  ['shipping-tax-adj', 'ShippingTax'],
  ['gift-wrap-price-adj', 'GiftWrap'],
  ['gift-wrap-tax-adj', 'GiftWrapTax'],
] as const
const PROMOTION_COLUMNS = [
  ['item-promotion-adj', 'item-promotion-id'],
  ['ship-promotion-adj', 'ship-promotion-id'],
] as const

/** POST_PAYMENT_ADJUSTMENT_DATA: money back, line by line. */
export const xmlAdjustmentFeed = xmlFeed({ messageType: 'OrderAdjustment', carryOut: adjustMessage })

/** POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA: each record is a line. */
export const flatAdjustmentFeed = flatFeed({
  columns: {
    required: ['order-id', 'order-item-id', 'adjustment-reason-code', 'currency'],
    optional: [...PRICE_COLUMNS.map(([name]) => name), ...PROMOTION_COLUMNS.flat(), 'quantity-cancelled'],
  },
  keyOf: ({ number }) => number,
  carryOut: adjustRecord,
})

function adjustMessage(job: FeedJob, body: XmlElement): Finding | undefined {
  const items = childrenOf(body, 'AdjustedItem')
  const wrong = refuseChildren(body, MESSAGE) ?? items.map(refuseItem).find((text) => text !== undefined)
  if (wrong) return { code: CODE.invalidContent, text: wrong }
  const found = findOrder(job, body)
  if ('code' in found) return found
  const adjustments: Adjustment[] = []
  for (const item of items) {
    const known = findItem(job, found.document, item)
    if ('code' in known) return known
    adjustments.push({
      orderItemId: known.orderItemId,
      reason: textOf(item, 'AdjustmentReason'),
      components: childrenOf(childOf(item, 'ItemPriceAdjustments'), 'Component').map(amountOf),
      promotions: childrenOf(item, 'PromotionAdjustments').flatMap((p) => childrenOf(p, 'Component').map(amountOf)),
      quantityCancelled: textOf(item, 'QuantityCancelled'),
    })
  }
  return adjustPayment(job, found.document, adjustments)
}

function refuseItem(item: XmlElement): string | undefined {
  const prices = childOf(item, 'ItemPriceAdjustments')
  const promotions = childrenOf(item, 'PromotionAdjustments')
  const parts = [prices, ...promotions].flatMap((part) => childrenOf(part, 'Component'))
  return (
    refuseChildren(item, ITEM) ??
    (prices && refuseChildren(prices, 'Component+')) ??
    promotions.map((p) => refuseChildren(p, PROMOTION)).find((text) => text !== undefined) ??
    parts.map((part) => refuseChildren(part, 'Type Amount')).find((text) => text !== undefined)
  )
}

const amountOf = (component: XmlElement) => ({
  type: textOf(component, 'Type') ?? '',
  amount: textOf(component, 'Amount') ?? '',
  currency: childOf(component, 'Amount')?.attributes.currency,
})

function adjustRecord(job: FeedJob, records: readonly FlatRecord[]): Finding | undefined {
  const cell = (name: string) => records[0]?.cell(name)
  const orderId = cell('order-id') ?? ''
  const order = ownOrder(job.world, job.sellerId, orderId)
  if (!order) return { code: CODE.unknownOrder, text: `The order-id '${orderId}' is not known.` }
  const nameless = PROMOTION_COLUMNS.find(([amount, id]) => cell(amount) !== undefined && cell(id) === undefined)
  if (nameless) return { code: CODE.invalidValue, text: `${nameless[0]} needs ${nameless[1]}.` }
  const currency = cell('currency')
  const adjustment: Adjustment = {
    orderItemId: cell('order-item-id') ?? '',
    reason: cell('adjustment-reason-code'),
    components: PRICE_COLUMNS.flatMap(([name, type]) => {
      const amount = cell(name)
      return amount === undefined ? [] : [{ type, amount, currency }]
    }),
    promotions: PROMOTION_COLUMNS.flatMap(([name]) => {
      const amount = cell(name)
      return amount === undefined ? [] : [{ amount, currency }]
    }),
    quantityCancelled: cell('quantity-cancelled'),
  }
  return adjustPayment(job, order, [adjustment])
}
