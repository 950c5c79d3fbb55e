import { z } from 'zod'
import type { PriceNotice } from '#core/inventory/fair-pricing.ts'
import type { InventorySettings } from '#core/settings/inventory-settings.ts'
import { whole } from './parts.ts'

/** The Inventory section of the settings (I1, I3-I6). */
export const inventorySettings = z
  .strictObject({
    completeHourly: z.boolean().describe('Send complete inventory files hourly; else changes only.'),
    includePrice: z
      .boolean()
      .describe("Include price in hourly inventory file: the item's price and offers, never the spreadsheet's."),
    defaultLeadTimeMinutes: whole(0, 86_400)
      .nullable()
      .describe('Time to ship in minutes, sent as whole days, rounded up; null: none is sent.'),
    untracked: z
      .union([whole(0, 1_000_000), z.literal('always')])
      .describe("What an item without counted stock reports: a number, or Amazon's own always available."),
    unconfiguredProductType: z
      .string()
      .max(100)
      .nullable()
      .describe(
        'Send all unconfigured items in inventory file for this product type, such as LUGGAGE; null: none. Never creates a listing.',
      ),
  })
  .meta({ id: 'InventorySettings', description: 'The Inventory section of the settings.' })

const priceNotice = z
  .object({
    country: z.string().describe('Of the marketplace.'),
    text: z.string(),
    source: z.string(),
    asOf: z.string().describe('The day on which it was read, YYYY-MM-DD.'),
  })
  .meta({ id: 'PriceNotice', description: "What a marketplace's rules say today about prices (I13)." })

/** The Inventory section, with what the marketplaces say about prices (I13). */
export const inventoryReply = z
  .object({ ...inventorySettings.shape, priceNotices: z.array(priceNotice) })
  .meta({ id: 'InventorySettingsReply' })

/** The Inventory section to be saved; what was read may be sent back. */
export const inventoryBody = z
  .strictObject({ ...inventorySettings.shape, priceNotices: z.unknown().optional().describe('Not saved.') })
  .meta({ id: 'InventorySettingsBody' })

/** Writes the Inventory section. */
export const writeInventorySettings = (from: InventorySettings): z.output<typeof inventorySettings> => ({ ...from })

/** Writes it with the notices about prices. */
export const writeInventoryReply = (
  from: InventorySettings,
  notices: readonly PriceNotice[],
): z.output<typeof inventoryReply> => ({ ...from, priceNotices: notices.map((notice) => ({ ...notice })) })
