import type { OrderDraft } from '../../src/simulator/order-draft.ts'
import { feedDesk } from './feed-desk.ts'
import { HOUR, US } from './seller-central.ts'

/** The order that most tests of shipping begin with: two lines, three units. */
export const TWO_LINES: OrderDraft = {
  lines: [
    { sku: 'MUG-BLUE', quantity: 2, price: '12.00', orderItemId: '10000000000001' },
    { sku: 'TEA', price: '9.50', orderItemId: '10000000000002' },
  ],
}
export const MUG = '10000000000001'
export const TEA = '10000000000002'
export const SHIPPED_AT = '2026-11-10T12:30:00Z'

/** A desk with an order of an hour ago, and the call that confirms packages of it. */
export async function shippingDesk(draft: OrderDraft = {}, options: { lag?: number } = {}) {
  const desk = await feedDesk(options)
  const orderId = desk.control.placeOrder({ ...TWO_LINES, ...draft })
  desk.control.advance(HOUR)
  /** Fields of the package and of the body around it, over a sound confirmation of all. */
  const confirm = (detail: Record<string, unknown> = {}, body: Record<string, unknown> = {}, id = orderId) =>
    desk.call('POST', `/orders/v0/orders/${id}/shipmentConfirmation`, {
      body: {
        marketplaceId: US,
        packageDetail: {
          packageReferenceId: '1',
          carrierCode: 'USPS',
          shippingMethod: 'Priority Mail',
          trackingNumber: '9400100000000000000001',
          shipDate: SHIPPED_AT,
          orderItems: [
            { orderItemId: MUG, quantity: 2 },
            { orderItemId: TEA, quantity: 1 },
          ],
          ...detail,
        },
        ...body,
      },
    })
  const order = (id = orderId) => desk.control.order(id)
  const status = (id = orderId) => order(id)?.fulfillment?.fulfillmentStatus
  /** Shipped and unshipped units, line by line. */
  const units = () =>
    order()?.orderItems.map((i) => [i.fulfillment?.quantityFulfilled, i.fulfillment?.quantityUnfulfilled])
  const packages = () => order()?.packages ?? []
  return { ...desk, orderId, confirm, orderNow: order, status, units, packages }
}
