import type { EnteredTab } from '#core/catalog/amazon-tab.ts'
import type { MerchantId } from '#core/ids.ts'
import type { Configuration } from '#core/settings/configuration.ts'
import type { Deps, Tx } from './deps.ts'

/** More rows than any merchant has. */
export const ALL = 100_000_000

/** The whole configuration of a merchant as it is, all of one moment (X4). */
export const readConfiguration = (deps: Deps, merchant: MerchantId): Promise<Configuration> =>
  deps.transaction(merchant, 'app', async ({ store }) => {
    // A change of the configuration waits, so that no section is older than another.
    await store.lockConfiguration()
    return {
      ...(await readSmallSections(store)),
      items: await store.listItems({ after: null, limit: ALL }),
      offers: await store.listOffers({ after: null, limit: ALL }),
      amazonTabs: await listTabs(store),
      mappings: await store.listMappings({ after: null, limit: ALL }),
    }
  })

/** The Amazon tabs as a configuration holds them (T1). */
export async function listTabs(store: Tx['store']): Promise<EnteredTab[]> {
  const tabs = await store.listTabs(null)
  return tabs.map(({ itemId, marketplaceId, productType, requirements, attributes }) => ({
    itemId,
    marketplaceId,
    productType,
    requirements,
    attributes,
  }))
}

/** The sections that never grow large. */
export async function readSmallSections(
  store: Tx['store'],
): Promise<Omit<Configuration, 'items' | 'offers' | 'amazonTabs' | 'mappings'>> {
  const { orders, shipping } = await store.readSettings()
  return {
    merchant: (await store.merchantDetails()).details,
    centers: await store.listCenters(),
    vendors: await store.listVendors(),
    methods: await store.listMethods(),
    carriers: await store.listCarriers(),
    themes: await store.listThemes(),
    // How many orders it has is no configuration.
    channels: (await store.listChannels()).map(({ code, name, keepDays }) => ({ code, name, keepDays })),
    orders,
    shipping,
    inventory: await store.readInventorySettings(),
  }
}
