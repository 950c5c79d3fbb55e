import { readFileSync } from 'node:fs'
import type { Order } from '@sp-api-sdk/orders-api-2026-01-01'
import { expect, it } from 'vitest'
import type { WireOrder } from '#amazon/port.ts'
import { needsNoBuyerData, withoutBuyerData } from '#amazon/strip-buyer.ts'
import { translateOrder } from '#amazon/translate-order.ts'
import { describeWithModels, modelFile } from '../make/amazon-models.ts'

type Named = readonly [where: string, order: Order]

/** Every order of this API anywhere in the model: examples of answers, and blocks for sandboxes where a model has them. */
function ordersIn(value: unknown, where: string): Named[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.entries(value).flatMap(([name, part]) => ordersIn(part, `${where}/${name}`))
  const isOrder = 'orderId' in value && 'orderItems' in value && Array.isArray(value.orderItems)
  return isOrder ? [[where, value as Order], ...inner] : inner
}

const wireOf = (order: Order): WireOrder => ({ ...order })

const LINE_KINDS = ['ITEM', 'SHIPPING', 'GIFT_WRAP', 'COD_FEE', 'OTHER', 'TAX', 'DISCOUNT']
const cents = (amount: string) => Math.round(Number(amount) * 1000)

/** Whether an order's parts are its total, reckoned apart from the product; null where Amazon states no total. */
function reconciles(order: Order): boolean | null {
  const total = order.proceeds?.grandTotal
  if (!total) return null
  const lines = order.orderItems.map((item) => cents(item.proceeds?.proceedsTotal?.amount ?? '0'))
  const outside = (order.proceeds?.breakdowns ?? []).map((each) =>
    LINE_KINDS.includes(each.type!) ? 0 : cents(each.subtotal.amount!),
  )
  return [...lines, ...outside].reduce((sum, part) => sum + part, 0) === cents(total.amount!)
}

describeWithModels('[O1] every order that Amazon’s model shows', () => {
  const found = () => ordersIn(JSON.parse(readFileSync(modelFile('orders_2026-01-01.json'), 'utf8')), '')

  it('[O1] translates without an unreadable field, with its buyer and without', () => {
    expect(found().length).toBeGreaterThanOrEqual(2)
    for (const [where, order] of found()) {
      for (const wire of [wireOf(order), withoutBuyerData(wireOf(order))])
        expect([where, translateOrder(wire)]).toMatchObject([
          where,
          { ok: true, value: { order: { id: order.orderId } } },
        ])
      expect([where, needsNoBuyerData(wireOf(order))]).toEqual([
        where,
        order.fulfillment?.fulfillmentStatus === 'SHIPPED',
      ])
    }
  })

  it('[O15] has money that adds up, or is flagged', () => {
    for (const [where, order] of found()) {
      const read = translateOrder(wireOf(order))
      const flagged = read.ok && read.value.order.flags.includes('money-mismatch')
      expect([where, flagged]).toEqual([where, reconciles(order) === false])
    }
  })

  it('[O1] keeps its particulars: the window, the demands and the wrapping of each line', () => {
    for (const [where, order] of found()) {
      const read = translateOrder(wireOf(order))
      const lines = read.ok ? read.value.order.lines : []
      for (const [index, item] of order.orderItems.entries()) {
        const shipping = item.fulfillment?.shipping
        const packing = item.fulfillment?.packing
        expect([where, lines[index]?.particulars]).toMatchObject([
          where,
          {
            demands: Object.keys(shipping?.shippingConstraints ?? {}),
            scheduled: shipping?.scheduledDeliveryWindow
              ? { to: Date.parse(shipping.scheduledDeliveryWindow.latestDateTime!) }
              : null,
            giftWrap: packing?.giftOption?.giftWrapLevel ?? null,
            programs: item.programs ?? [],
          },
        ])
      }
    }
  })
})
