import type { Control } from '../../src/simulator/control.ts'
import type { Scene, Story } from './crash-story.ts'
import { HOUR, MINUTE } from './seller.ts'

const QUEUE = { arn: 'arn:aws:sqs:us-east-1:123456789012:millrace', path: '/123456789012/millrace' }

/** The orders of the story, by what becomes of them. */
export const HINT_ORDERS = { kept: '117-0000000-0000001', cancelled: '117-0000000-0000002' } as const

/** Puts a message into the queue that says of an order what is not so. */
function lie(control: Control, id: string, order: { readonly orderId: string; readonly status: string }): void {
  const at = new Date(control.now())
  const change = {
    SellerId: 'A3HARBORGOODS',
    AmazonOrderId: order.orderId,
    OrderChangeTrigger: { TimeOfOrderChange: at },
  }
  const body = {
    NotificationType: 'ORDER_CHANGE',
    EventTime: at,
    Payload: { OrderChangeNotification: { ...change, Summary: { OrderStatus: order.status, OrderItems: [] } } },
    NotificationMetadata: { NotificationId: id },
  }
  control.putMessage({ arn: QUEUE.arn, body: JSON.stringify(body) })
}

const line = [{ sku: 'MUG-BLUE', quantity: 2, price: 10 }]
/** A taken message comes again after a minute, and the work of a program that died after half of one. */
const MOMENTS = [10_000, 10_000, 90_000, 90_000, 90_000]

const SCENES: readonly Scene[] = [
  {
    rule: 'C5',
    name: 'Amazon is asked to tell: the destination and each subscription once',
    byPerson: (deps) => deps.deployment.wakeSubscriptions({ arn: QUEUE.arn, at: deps.now() }),
    moments: [1_000, 1.5 * MINUTE, HOUR, 1.5 * MINUTE],
  },
  {
    rule: 'O1',
    name: 'two orders are told of, one three times and as shipped: each is taken, looked at and placed, and no message is left',
    atAmazon(control) {
      for (const orderId of Object.values(HINT_ORDERS)) control.placeOrder({ orderId, lines: line })
      lie(control, 'n-1', { orderId: HINT_ORDERS.kept, status: 'Canceled' })
      for (let copy = 0; copy < 3; copy++) lie(control, 'n-2', { orderId: HINT_ORDERS.cancelled, status: 'Shipped' })
    },
    moments: MOMENTS,
  },
  {
    rule: 'O1',
    name: 'a cancellation is told of beside junk: it alone has its effect, once',
    atAmazon(control) {
      control.alterOrder(HINT_ORDERS.cancelled, { cancel: { by: 'BUYER' } })
      lie(control, 'n-3', { orderId: HINT_ORDERS.cancelled, status: 'Unshipped' })
      control.putMessage({ arn: QUEUE.arn, body: '{"NotificationType":' })
    },
    moments: MOMENTS,
  },
]

/** Amazon's notifications: nothing but them brings an order here, so that one that were lost would be seen. */
export const HINTS_STORY: Story = {
  scenes: SCENES,
  notBefore: '2026-11-01',
  without: ['sweep-orders', 'reconcile', 'reread-pending', 'watch-pages', 'notify'],
  queue: QUEUE,
}
