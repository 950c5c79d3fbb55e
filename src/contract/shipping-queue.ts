import { z } from 'zod'
import { maskedBuyer } from './orders.ts'
import { instant, pageQuery, writeInstantOrNull } from './parts.ts'

/** An order that waits to be shipped, in the clerk's queue (S6). */
export const queuedOrder = z
  .object({
    orderNumber: z.int(),
    amazonOrderId: z.string(),
    shipBy: instant.nullable(),
    late: z.boolean().describe('Whether its time to ship has passed.'),
    center: z.string().nullable(),
    shippingMethod: z.string().nullable(),
    carrier: z.string().nullable().describe('The carrier of its shipping method.'),
    buyer: maskedBuyer,
    lines: z.array(
      z.object({
        lineId: z.string(),
        sellerSku: z.string(),
        title: z.string(),
        itemId: z.string().nullable(),
        open: z.int().describe('What has not left yet, in our units.'),
      }),
    ),
  })
  .meta({ id: 'QueuedOrder' })

/** An order of the queue as it is known; epoch ms. */
type Queued = {
  readonly orderId: number
  readonly amazonOrderId: string
  readonly shipBy: number | null
  readonly center: string | null
  readonly methodId: string | null
  readonly carrier: string | null
  readonly shipCountry: string | null
  readonly shipState: string | null
  readonly lines: readonly z.output<typeof queuedOrder>['lines'][number][]
}

/** Writes an order of the queue. */
export const writeQueued = (order: Queued, now: number): z.output<typeof queuedOrder> => ({
  orderNumber: order.orderId,
  amazonOrderId: order.amazonOrderId,
  shipBy: writeInstantOrNull(order.shipBy),
  late: order.shipBy !== null && order.shipBy < now,
  center: order.center,
  shippingMethod: order.methodId,
  carrier: order.carrier,
  buyer: { masked: true, country: order.shipCountry, state: order.shipState },
  lines: order.lines.map((line) => ({ ...line })),
})

/** Which part of the queue is wanted. */
export const queueQuery = pageQuery.extend({
  center: z.string().max(100).optional().describe('Only what leaves from this distribution center.'),
})
