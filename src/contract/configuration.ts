import { z } from 'zod'
import { MOST_CHANNELS } from '#core/channel-orders/check-channels.ts'
import { type Configuration, SECTIONS } from '#core/settings/configuration.ts'
import { diffConfiguration, type Sections } from '#core/settings/configuration-diff.ts'
import { type FieldChange, type ToldChange, tellChange } from '#core/settings/tell-changes.ts'
import { configuredTab, writeConfiguredTab } from './amazon-tab.ts'
import { carrier, writeCarrier } from './carriers.ts'
import { configuredChannel, writeConfiguredChannel } from './channels.ts'
import { inventorySettings, writeInventorySettings } from './inventory-settings.ts'
import { item, skuMapping, writeItem, writeMapping } from './items.ts'
import { theme, writeTheme } from './mails.ts'
import { itemOffer, writeOffer } from './offers.ts'
import { text } from './parts.ts'
import { orderSettings, shippingSettings, writeOrderSettings, writeShippingSettings } from './settings.ts'
import { shippingMethod, writeMethod } from './shipping-methods.ts'
import { center } from './stock.ts'
import { vendor, writeVendor } from './vendors.ts'

/** Most items, and most mappings, of one file or request; more go in several. */
const MOST_ENTRIES = 50_000

const merchantDetails = z
  .strictObject({
    name: text(1, 100),
    timeZone: text(1, 100).describe('A time zone by its place, such as "America/New_York".'),
    currency: z.string().max(3).describe('Cannot be changed: all amounts are written in it.'),
    weightUnit: z.enum(['g', 'kg', 'oz', 'lb']),
    shipFrom: z.strictObject({
      name: text(1, 100),
      line1: text(1, 100),
      city: text(1, 100),
      state: text(0, 100),
      postalCode: text(1, 100),
      country: z.string().max(2),
    }),
  })
  .meta({ id: 'MerchantDetails', description: 'What a merchant may change of itself.' })

const sections = {
  merchant: merchantDetails,
  items: z.array(item).max(MOST_ENTRIES).describe('Items and kits. Those left out stay, unless `prune` is said.'),
  offers: z.array(itemOffer).max(MOST_ENTRIES).describe('Those left out stay, unless `prune` is said.'),
  amazonTabs: z.array(configuredTab).max(MOST_ENTRIES).describe('Those left out stay, unless `prune` is said.'),
  mappings: z.array(skuMapping).max(MOST_ENTRIES).describe('Those left out stay, unless `prune` is said.'),
  centers: z.array(center).max(100).describe('All of them, in the order in which they are tried.'),
  vendors: z.array(vendor).max(50).describe('All of them; one left out is removed.'),
  methods: z.array(shippingMethod).max(200).describe('All of them; one left out is removed.'),
  carriers: z.array(carrier).max(500).describe('All of them; one left out is removed.'),
  themes: z.array(theme).max(200).describe('All of them; one left out is removed.'),
  channels: z.array(configuredChannel).max(MOST_CHANNELS).describe('All of them; one left out is removed.'),
  orders: orderSettings,
  shipping: shippingSettings,
  inventory: inventorySettings,
}

/** The whole configuration of a merchant: no secret, no stock, no order, no buyer (X4). */
export const configuration = z
  .strictObject({
    ...sections,
    // What is told is told whole, also where it must be applied in parts.
    items: z.array(item),
    offers: z.array(itemOffer),
    amazonTabs: z.array(configuredTab),
    mappings: z.array(skuMapping),
  })
  .meta({ id: 'Configuration', description: "A merchant's whole configuration." })

/** A configuration to be applied: a section left out stays as it is (X4). */
export const configurationBody = z.strictObject(sections).partial().meta({
  id: 'ConfigurationBody',
  description: 'A section that is there is the whole truth of it; one left out stays.',
})

const flag = z.enum(['true', 'false']).default('false')

/** How a configuration is applied. */
export const configurationQuery = z.strictObject({
  dryRun: flag.describe('Only says what would change.'),
  prune: flag.describe('Removes items, offers, Amazon tabs and mappings that their section leaves out.'),
})

const value = z.unknown().describe('Any JSON value.')

/** What was changed, or would be. */
export const configurationReply = z
  .object({
    applied: z.boolean().describe('False for a dry run, and where nothing differs.'),
    changes: z.array(
      z
        .object({
          section: z.enum(SECTIONS),
          name: z.string().describe('The entry by its id, or the field of the section.'),
          kind: z.enum(['added', 'changed', 'removed']),
          fields: z
            .array(z.object({ field: z.string(), from: value, to: value }))
            .describe('What differs in it, old and new; of a list of ids, those that go and those that come.'),
        })
        .meta({ id: 'ConfigurationChange' }),
    ),
  })
  .meta({ id: 'AppliedConfiguration' })

/** Writes the whole configuration. */
export function writeWhole(from: Configuration): z.output<typeof configuration> {
  const { currency, shipFrom } = from.merchant
  const { name, line1, city, state, postalCode, country } = shipFrom
  return {
    merchant: { ...from.merchant, shipFrom: { name, line1, city, state, postalCode, country } },
    items: from.items.map((each) => writeItem(each, currency)),
    offers: from.offers.map(writeOffer),
    amazonTabs: from.amazonTabs.map(writeConfiguredTab),
    mappings: from.mappings.map(writeMapping),
    centers: from.centers.map((each) => ({ ...each })),
    vendors: from.vendors.map(writeVendor),
    methods: from.methods.map((each) => writeMethod(each, currency)),
    carriers: from.carriers.map(writeCarrier),
    themes: from.themes.map(writeTheme),
    channels: from.channels.map(writeConfiguredChannel),
    orders: writeOrderSettings(from.orders),
    shipping: writeShippingSettings(from.shipping),
    inventory: writeInventorySettings(from.inventory),
  }
}

/** The amounts of the sections that are there as people write them; the rest is the same in every form. */
const withAmounts = ({ items, offers, methods, ...rest }: Partial<Configuration>, currency: string): Sections => ({
  ...rest,
  ...(items && { items: items.map((each) => writeItem(each, currency)) }),
  ...(offers && { offers: offers.map(writeOffer) }),
  ...(methods && { methods: methods.map((each) => writeMethod(each, currency)) }),
})

/** The differences with amounts as people write them. */
export function writeChanges(
  { before, after }: { readonly before: Partial<Configuration>; readonly after: Partial<Configuration> },
  currency: string,
): (Omit<ToldChange, 'fields'> & { fields: FieldChange[] })[] {
  const changes = diffConfiguration(withAmounts(before, currency), withAmounts(after, currency))
  return changes.map(tellChange).map((told) => ({ ...told, fields: [...told.fields] }))
}
