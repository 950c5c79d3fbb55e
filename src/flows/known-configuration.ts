import { type EnteredTab, tabName } from '#core/catalog/amazon-tab.ts'
import type { CatalogItem, SkuMapping } from '#core/catalog/item.ts'
import type { ItemId } from '#core/ids.ts'
import { type ItemOffer, offerName } from '#core/inventory/item-offer.ts'
import type { KnownConfiguration } from '#core/settings/check-configuration.ts'
import type { EnteredConfiguration } from '#core/settings/configuration.ts'
import { isText } from '#core/settings/faults.ts'
import type { Tx } from './deps.ts'
import { ALL, listTabs, readSmallSections } from './read-configuration.ts'
import { soldIn } from './save-offers.ts'

type Store = Tx['store']
type Entered = EnteredConfiguration

/** Loads what checking and comparing the entered sections needs; of items and mappings only those that are named, unless others shall go. */
export async function knownConfiguration(store: Store, entered: Entered, prune: boolean): Promise<KnownConfiguration> {
  const small = await readSmallSections(store)
  const { owner } = await store.merchantDetails()
  const kept = new Set(entered.items?.map((item) => item.id))
  const items = await storedItems(store, entered, prune)
  const going = prune && entered.items ? items.filter(({ id }) => !kept.has(id)).map(({ id }) => id) : []
  const gone = new Set(going)
  const mappings = await storedMappings(store, entered, prune)
  const named = entered.items ? items.filter(({ id }) => kept.has(id) || gone.has(id)) : undefined
  const kits = await store.findKitsWith(storable([...kept]))
  return {
    before: {
      ...small,
      items: named,
      mappings,
      offers: await storedOffers(store, entered, prune),
      amazonTabs: await storedTabs(store, entered, prune),
    },
    owner,
    items: new Map(items.filter(({ id }) => !gone.has(id)).map((item) => [item.id, item])),
    marketplaces: entered.offers || entered.amazonTabs ? (await soldIn(store)).marketplaces : new Map(),
    kits: kits.filter(({ kit }) => !gone.has(kit)),
    busyCenters: entered.centers ? await store.findBusyCenters(storable(entered.centers.map(({ code }) => code))) : [],
    holdingVendors: new Set(entered.vendors ? await store.holdingVendors() : []),
    usedThemes: new Set(entered.themes ? await store.usedThemes() : []),
    usedChannels: new Set(entered.channels ? await channelsWithOrders(store) : []),
    needed: going.length === 0 ? [] : await neededItems(store, { going, entered, methods: small.methods }),
  }
}

const channelsWithOrders = async (store: Store): Promise<string[]> =>
  (await store.listChannels()).filter(({ orders }) => orders > 0).map(({ code }) => code)

/** With `prune` all items, as those left out shall go; else those that any section names. */
async function storedItems(store: Store, entered: Entered, prune: boolean): Promise<CatalogItem[]> {
  if (prune && entered.items) return store.listItems({ after: null, limit: ALL })
  const named = [
    ...(entered.items ?? []).flatMap((item) => [item.id, ...(item.kit ?? []).map((part) => part.itemId)]),
    ...(entered.offers ?? []).map((offer) => offer.itemId),
    ...(entered.amazonTabs ?? []).map((tab) => tab.itemId),
    ...(entered.mappings ?? []).map((mapping) => mapping.itemId),
    ...(entered.methods ?? []).flatMap((method) => [...method.excludedItems, ...method.onlyItems]),
  ]
  return store.findItems(storable([...new Set(named)]))
}

async function storedMappings(store: Store, { mappings }: Entered, prune: boolean): Promise<SkuMapping[] | undefined> {
  if (!mappings) return undefined
  if (prune) return store.listMappings({ after: null, limit: ALL })
  return store.findMappings(storable(mappings.map((mapping) => mapping.sellerSku)))
}

/** With `prune` all offers, as those left out shall go; else those that are entered, by their names. */
async function storedOffers(store: Store, { offers }: Entered, prune: boolean): Promise<ItemOffer[] | undefined> {
  if (!offers) return undefined
  if (prune) return store.listOffers({ after: null, limit: ALL })
  const named = new Set(offers.map(offerName))
  const found = await store.findOffers(storable([...new Set(offers.map(({ itemId }) => itemId))]))
  return found.filter((offer) => named.has(offerName(offer)))
}

/** With `prune` all Amazon tabs, as those left out shall go; else those that are entered, by their names. */
async function storedTabs(
  store: Store,
  { amazonTabs }: Entered,
  prune: boolean,
): Promise<readonly EnteredTab[] | undefined> {
  if (!amazonTabs) return undefined
  const stored = await listTabs(store)
  const named = new Set(amazonTabs.map(tabName))
  return prune ? stored : stored.filter((tab) => named.has(tabName(tab)))
}

type Going = {
  readonly going: readonly ItemId[]
  readonly entered: Entered
  readonly methods: KnownConfiguration['before']['methods']
}

/** Items that shall go although stock, a mapping that stays or a method that stays still needs them. */
async function neededItems(store: Store, { going, entered, methods }: Going): Promise<KnownConfiguration['needed']> {
  const stocked = await store.findStockedItems(going)
  const mapped = entered.mappings ? [] : await store.findMappingsTo(going)
  const gone = new Set(going)
  const named = entered.methods
    ? []
    : methods.flatMap(({ id, excludedItems, onlyItems }) =>
        [...excludedItems, ...onlyItems].filter((item) => gone.has(item)).map((item) => ({ item, id })),
      )
  return [
    ...stocked.map((item) => ({ item, by: 'has stock or is reserved by orders' })),
    ...mapped.map(({ itemId, sellerSku }) => ({ item: itemId, by: `the mapping of ${sellerSku} points to` })),
    ...named.map(({ item, id }) => ({ item, by: `the shipping method ${id} names` })),
  ].slice(0, 200)
}

const storable = <Id extends string>(ids: readonly Id[]): Id[] => ids.filter((id) => isText(id, 1, 200))
