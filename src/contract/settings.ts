import { z } from 'zod'
import type { OrderSettings, ShippingSettings } from '#core/settings/settings.ts'
import { LEVELS } from '#core/shipping/service-level.ts'
import { text, whole } from './parts.ts'
import { methodId } from './shipping-methods.ts'

/** The Orders section of the settings (O2, O3, O4). */
export const orderSettings = z
  .strictObject({
    notBefore: z
      .string()
      .max(40)
      .nullable()
      .describe(
        "Orders placed before this day (YYYY-MM-DD, the merchant's time zone) are not imported; null for none.",
      ),
    ignoredOrders: z.array(z.string().max(40)).max(10_000).describe('Amazon order ids that are never imported.'),
    ignoredItems: z
      .array(z.string().max(200))
      .max(10_000)
      .describe('ASINs, seller SKUs or order item ids whose lines are dropped.'),
    sweepEveryMinutes: whole(3, 60).describe('Minutes between two sweeps for orders.'),
    sweepAdapts: z
      .boolean()
      .default(true)
      .describe('Sweeps come sooner when many orders come, and later when few do; else always after those minutes.'),
    asPurchaseOrders: z
      .boolean()
      .default(false)
      .describe("Orders come in as purchase orders, with the buyer's number or else the Amazon order id; approved."),
    asCompleted: z
      .boolean()
      .default(false)
      .describe('Orders come in completed, for the books only: never confirmed to Amazon.'),
    themeCode: text(1, 20).nullable().default(null).describe('The theme that every order is stamped with.'),
    importFba: z.boolean().default(false).describe('Orders that Amazon fulfills come in completed and read-only.'),
  })
  .meta({ id: 'OrderSettings', description: 'The Orders section of the settings.' })

const levelMethod = z
  .strictObject({
    methodId,
    valid: z.boolean().describe('Whether the method may be chosen for this level.'),
    priority: z
      .int()
      .min(1)
      .max(1_000_000)
      .nullable()
      .default(null)
      .describe('The lowest number that is available wins; without numbers the cheapest.'),
  })
  .meta({ id: 'LevelMethod' })

const table = z.array(levelMethod).max(200)
const further = z.enum([...LEVELS, 'hold']).describe('One of the four levels, or hold the order.')

/** The Shipping section of the settings (O9, O10). */
export const shippingSettings = z
  .strictObject({
    levels: z
      .strictObject({ standard: table, expedited: table, 'two-day': table, 'one-day': table })
      .describe('The shipping methods of each service level; each level needs a valid one that is not disabled.'),
    further: z
      .strictObject({ FREE_ECONOMY: further, SAME_DAY: further, PRIORITY: further, SCHEDULED: further })
      .describe("What Amazon's other service levels become."),
  })
  .meta({ id: 'ShippingSettings', description: 'The Shipping section of the settings.' })

/** Writes the Orders section. */
export const writeOrderSettings = (from: OrderSettings): z.output<typeof orderSettings> => ({
  ...from,
  ignoredOrders: [...from.ignoredOrders],
  ignoredItems: [...from.ignoredItems],
})

/** Writes the Shipping section. */
export const writeShippingSettings = ({ levels, further }: ShippingSettings): z.output<typeof shippingSettings> => ({
  levels: {
    standard: [...levels.standard],
    expedited: [...levels.expedited],
    'two-day': [...levels['two-day']],
    'one-day': [...levels['one-day']],
  },
  further: { ...further },
})
