import { changeOrder } from './change-order.ts'
import { CODE, type Finding } from './feed-findings.ts'
import type { FeedJob } from './feed-work.ts'
import type { ItemDocument, OrderDocument } from './order-document.ts'
import { minorUnits, money } from './order-money.ts'
import { COMPONENTS, type Component, type Refund } from './refund-book.ts'
import { unitsLeft } from './ship-package.ts'

/** What the seller gives back for one line, totals of the line, as it was written. */
export type Adjustment = {
  readonly orderItemId: string
  readonly reason: string | undefined
  readonly components: readonly {
    readonly type: string
    readonly amount: string
    readonly currency: string | undefined
  }[]
  readonly promotions: readonly { readonly amount: string; readonly currency: string | undefined }[]
  readonly quantityCancelled: string | undefined
}

const REASONS = ['NoInventory', 'CustomerReturn', 'GeneralAdjustment', 'CouldNotShip', 'DifferentItem']

/** Gives money back for lines of an order: all of them, or none and the reason why not. */
export function adjustPayment(job: FeedJob, order: OrderDocument, given: readonly Adjustment[]): Finding | undefined {
  const { orderId } = order
  const status = order.fulfillment?.fulfillmentStatus ?? ''
  if (status !== 'SHIPPED' && status !== 'PARTIALLY_SHIPPED')
    return {
      code: CODE.wrongStatus,
      text: `The order is in status ${status}: it must be ship-confirmed first.`,
      orderId,
    }
  const refunds: Refund[] = []
  for (const adjustment of given) {
    const { orderItemId } = adjustment
    const item = order.orderItems.find((i) => i.orderItemId === orderItemId)
    if (!item)
      return {
        code: CODE.unknownItem,
        text: `The order item '${orderItemId}' is not one of the order.`,
        orderId,
        orderItemId,
      }
    const read = readAdjustment(job, { order, item, adjustment })
    const refund = 'text' in read ? read : (refuseRefund([...job.world.refunds, ...refunds], item, read) ?? read)
    if ('text' in refund) return { ...refund, orderId, orderItemId }
    refunds.push(refund)
  }
  job.world.refunds.push(...refunds)
  if (refunds.some((refund) => refund.quantityCancelled > 0))
    changeOrder(job.world, orderId, { edit: (changed) => cancelUnits(changed, refunds) })
  return undefined
}

type Asked = { readonly order: OrderDocument; readonly item: ItemDocument; readonly adjustment: Adjustment }

function readAdjustment({ world, sellerId, feedId }: FeedJob, { order, item, adjustment }: Asked): Refund | Finding {
  const { reason, quantityCancelled: units = '0' } = adjustment
  const currency = order.proceeds?.grandTotal?.currencyCode ?? 'USD'
  const amount = currency === 'JPY' ? /^\d{1,9}(\.0{1,2})?$/ : /^\d{1,9}(\.\d{1,2})?$/
  if (reason === undefined || !REASONS.includes(reason))
    return { code: CODE.reason, text: `The adjustment reason '${reason ?? ''}' is not allowed.` }
  const strange = [...adjustment.components, ...adjustment.promotions].find((part) => part.currency !== currency)
  if (strange) return { code: CODE.currency, text: `The currency '${strange.currency ?? ''}' is not ${currency}.` }
  const components: Partial<Record<Component, number>> = {}
  for (const part of adjustment.components) {
    const type = COMPONENTS.find((known) => known === part.type)
    if (!type) return { code: CODE.invalidContent, text: `A component of type '${part.type}' is not allowed.` }
    if (!amount.test(part.amount)) return { code: CODE.amount, text: `The amount '${part.amount}' is not allowed.` }
    components[type] = (components[type] ?? 0) + minorUnits(part.amount, currency)
  }
  const bad = adjustment.promotions.find((part) => !amount.test(part.amount.replace(/^-/, '')))
  if (bad) return { code: CODE.amount, text: `The amount '${bad.amount}' is not allowed.` }
  const promotions = adjustment.promotions.reduce((sum, part) => sum + Math.abs(minorUnits(part.amount, currency)), 0)
  if (!/^\d{1,6}$/.test(units) || Number(units) > unitsLeft(item))
    return { code: CODE.tooManyUnits, text: `Of ${unitsLeft(item)} unshipped units, '${units}' cannot be cancelled.` }
  const total = Object.values(components).reduce((sum, minor) => sum + minor, 0) - promotions
  return {
    orderId: order.orderId,
    sellerId,
    orderItemId: item.orderItemId,
    feedId: feedId === '' ? undefined : feedId,
    at: new Date(world.clock.now()).toISOString(),
    reason,
    currency,
    components,
    promotions,
    quantityCancelled: Number(units),
    total,
  }
}

/** No part of a line gives back more than was paid for it, and all together no more than the line brought. */
function refuseRefund(known: readonly Refund[], item: ItemDocument, refund: Refund): Finding | undefined {
  const earlier = known.filter((r) => r.orderId === refund.orderId && r.orderItemId === refund.orderItemId)
  const left = (paid: number, of: (r: Refund) => number) => paid - earlier.reduce((sum, r) => sum + of(r), 0)
  const over = (what: string, most: number): Finding => ({
    code: CODE.overRefund,
    text: `The ${what} to be refunded exceeds the ${money(most, refund.currency).amount} that are left.`,
  })
  if (refund.total < 0 || (refund.total === 0 && refund.quantityCancelled === 0))
    return { code: CODE.amount, text: 'Nothing is to be refunded.' }
  const paid = paidFor(item, refund.currency)
  for (const type of COMPONENTS) {
    const most = left(paid[type], (r) => r.components[type] ?? 0)
    if ((refund.components[type] ?? 0) > most) return over(type, most)
  }
  const discount = left(paid.discount, (r) => r.promotions)
  if (refund.promotions > discount) return over('promotion', discount)
  const most = left(paid.total, (r) => r.total)
  return refund.total > most ? over('amount', most) : undefined
}

function paidFor(item: ItemDocument, currency: string): Record<Component | 'discount' | 'total', number> {
  const minor = (amount: string | undefined) => Math.abs(minorUnits(amount ?? 0, currency))
  const breakdown = (type: string) => item.proceeds?.breakdowns?.find((b) => b.type === type)
  const tax = (subtype: string) =>
    minor(breakdown('TAX')?.detailedBreakdowns?.find((d) => d.subtype === subtype)?.value.amount)
  return {
    Principal: minor(breakdown('ITEM')?.subtotal.amount),
    Shipping: minor(breakdown('SHIPPING')?.subtotal.amount),
    GiftWrap: minor(breakdown('GIFT_WRAP')?.subtotal.amount),
    Tax: tax('ITEM'),
    ShippingTax: tax('SHIPPING'),
    GiftWrapTax: tax('GIFT_WRAP'),
    discount: minor(breakdown('DISCOUNT')?.subtotal.amount),
    total: minor(item.proceeds?.proceedsTotal?.amount),
  }
}

/** Units that will never be shipped leave the line; an order with nothing left to ship is shipped. */
function cancelUnits(order: OrderDocument, refunds: readonly Refund[]): void {
  for (const { orderItemId, quantityCancelled, reason } of refunds) {
    const item = order.orderItems.find((i) => i.orderItemId === orderItemId)
    if (!item || quantityCancelled === 0) continue
    item.quantityOrdered -= quantityCancelled
    item.fulfillment = { ...item.fulfillment, quantityUnfulfilled: unitsLeft(item) - quantityCancelled }
    item.cancellation = {
      ...item.cancellation,
      cancellationExecution: { cancelledBy: 'MERCHANT', cancelReason: reason },
    }
  }
  if (order.fulfillment && order.orderItems.every((item) => unitsLeft(item) === 0))
    order.fulfillment.fulfillmentStatus = 'SHIPPED'
}
