import { z } from 'zod'
import type { Channel, CountedChannel } from '#core/channel-orders/channel.ts'

const keepDays = z.int().describe("For how many days its buyers' data is kept after an order has ended.")

/** A channel beside Amazon (H3). */
export const channelReply = z
  .object({
    code: z.string().describe('Stands before the number of each of its orders.'),
    name: z.string(),
    keepDays,
    orders: z.int().describe('How many of its orders are here.'),
  })
  .meta({ id: 'Channel' })

/** Names a channel. */
export const channelParams = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Z0-9]{1,10}$/, 'must be 1 to 10 capital letters and digits')
    .describe('1 to 10 capital letters and digits; it never changes.'),
})

/** What is said of a channel. */
export const channelBody = z.strictObject({ name: z.string().max(60), keepDays }).meta({ id: 'SaveChannel' })

/** A channel as a configuration holds it (X4). */
export const configuredChannel = z
  .strictObject({ code: z.string().max(10), name: z.string().max(60), keepDays })
  .meta({ id: 'ConfiguredChannel', description: 'A channel beside Amazon.' })

/** Writes it without its orders: those are no configuration. */
export const writeConfiguredChannel = ({
  code,
  name,
  keepDays: days,
}: Channel): z.output<typeof configuredChannel> => ({
  code,
  name,
  keepDays: days,
})

/** Writes a channel. */
export const writeChannel = ({
  code,
  name,
  keepDays: days,
  orders,
}: CountedChannel): z.output<typeof channelReply> => ({
  code,
  name,
  keepDays: days,
  orders,
})
