import { z } from 'zod'
import { QUEUE_DEADLINES } from '#core/shipments/queue-filter.ts'
import type { QueueSums } from '#core/shipments/sum-queue.ts'
import { maskedBuyer } from './orders.ts'
import { instant, pageQuery, writeInstantOrNull } from './parts.ts'

/** An order that waits to be shipped, in the clerk's queue (S6). */
export const queuedOrder = z
  .object({
    orderNumber: z.int(),
    channel: z.string().describe("Where it was ordered: `amazon`, or a channel of the merchant's own."),
    amazonOrderId: z.string().describe("Its number there; Amazon's order id for an order of Amazon."),
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
  readonly channel: string
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
  channel: order.channel,
  amazonOrderId: order.amazonOrderId,
  shipBy: writeInstantOrNull(order.shipBy),
  late: order.shipBy !== null && order.shipBy < now,
  center: order.center,
  shippingMethod: order.methodId,
  carrier: order.carrier,
  buyer: { masked: true, country: order.shipCountry, state: order.shipState },
  lines: order.lines.map((line) => ({ ...line })),
})

const filters = {
  center: z.string().max(100).optional().describe('Only what leaves from this distribution center.'),
  method: z.string().max(100).optional().describe('Only what goes by this shipping method.'),
  channel: z.string().max(100).optional().describe('Only what was ordered there.'),
  deadline: z
    .enum(QUEUE_DEADLINES)
    .optional()
    .describe("Only what should have left by now, or must leave today or tomorrow, by the merchant's clock."),
}

/** A part of the queue. */
export const queueFilter = z.strictObject(filters).meta({ id: 'QueueFilter' })

/** Which part of the queue is wanted. */
export const queueQuery = pageQuery.extend(filters)

/** Of which part of the queue it is told how many wait. */
export const sumsQuery = z.strictObject(filters)

/** The order that was scanned or typed. */
export const findQuery = z.strictObject({
  order: z.string().min(1).max(60).describe('Our order number, or the number of the channel.'),
})

const counted = z.array(z.object({ name: z.string().nullable(), count: z.int() }))

/** How many orders wait, and where (S6). */
export const queueSums = z
  .object({
    all: z.int(),
    late: z.int(),
    today: z.int().describe("Those whose deadline is still to come on the merchant's day."),
    tomorrow: z.int(),
    centers: counted,
    methods: counted,
    channels: counted,
  })
  .meta({ id: 'QueueSums' })

/** Writes how many wait. */
export const writeSums = (sums: QueueSums): z.output<typeof queueSums> => ({
  ...sums,
  centers: [...sums.centers],
  methods: [...sums.methods],
  channels: [...sums.channels],
})
