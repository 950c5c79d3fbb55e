import { checkItems, checkMappings, type KnownItems } from '../catalog/check-items.ts'
import { checkTabs } from '../catalog/check-tabs.ts'
import type { Item } from '../catalog/item.ts'
import { checkChannels } from '../channel-orders/check-channels.ts'
import type { ItemId } from '../ids.ts'
import { checkOffers } from '../inventory/check-offers.ts'
import { checkCenters } from '../inventory/check-stock.ts'
import { checkMerchant } from '../merchants/check-merchant.ts'
import { type Problem, problem } from '../problems.ts'
import { checkCarriers } from '../shipments/check-carriers.ts'
import { checkMethods } from '../shipping/check-methods.ts'
import { checkVendors } from '../vendors/check-vendors.ts'
import { checkOrderSettings, checkShippingSettings } from './check-settings.ts'
import type { Configuration, EnteredConfiguration, MerchantDetails } from './configuration.ts'
import { diffConfiguration } from './configuration-diff.ts'
import type { Checked } from './faults.ts'
import { checkInventorySettings } from './inventory-settings.ts'
import { checkThemes } from './theme.ts'

/** What is there already, as far as the entered sections touch it. */
export type KnownConfiguration = {
  /** The sections as they are. */
  readonly before: Partial<Configuration> &
    Pick<Configuration, 'merchant' | 'centers' | 'vendors' | 'methods' | 'themes' | 'channels' | 'shipping'>
  readonly owner: string
  /** Stored items that stay, among those that the entered sections name. */
  readonly items: KnownItems['items']
  readonly kits: KnownItems['kits']
  /** The currencies of the merchant's marketplaces, by their ids. */
  readonly marketplaces: ReadonlyMap<string, string>
  readonly busyCenters: Parameters<typeof checkCenters>[1]
  readonly usedThemes: ReadonlySet<string>
  /** Channels of which orders are here (H3). */
  readonly usedChannels: ReadonlySet<string>
  /** Vendors that hold addresses of ours (U5). */
  readonly holdingVendors: ReadonlySet<string>
  /** Items that would be removed although something still needs them, and what that is. */
  readonly needed: readonly { readonly item: ItemId; readonly by: string }[]
}

/** What must hold to apply a configuration; everything that is wrong in any section is told at once (X4). */
export function checkConfiguration(
  entered: EnteredConfiguration,
  known: KnownConfiguration,
): Checked<Partial<Configuration>> {
  const problems: Problem[] = []
  const take = <T>(checked: Checked<T> | undefined, prefix = ''): T | undefined => {
    if (checked === undefined || checked.ok) return checked?.value
    problems.push(...checked.problems.map((each) => underSection(each, prefix)))
    return undefined
  }
  const { currency } = known.before.merchant
  const itemIds = new Set([...known.items.keys(), ...(entered.items ?? []).map((each) => each.id)])
  const themes = new Set((entered.themes ?? known.before.themes).map((theme) => theme.code))
  const goods = {
    merchant: take(checkDetails(entered.merchant, known), 'merchant.'),
    items: take(entered.items && checkItems(entered.items, { currency, items: known.items, kits: known.kits })),
    mappings: take(entered.mappings && checkMappings(entered.mappings, itemIds)),
    centers: take(entered.centers && checkCentersUnlessNone(entered.centers, known)),
  }
  const methods = take(
    entered.methods && checkMethods(entered.methods, { currency, used: methodsUsed(entered, known), items: itemIds }),
  )
  const target: Partial<Configuration> = {
    ...goods,
    vendors: take(checkVendorsToo(entered, known)),
    offers: take(entered.offers && checkOffers(entered.offers, knownOffers(entered, known, goods.items))),
    amazonTabs: take(entered.amazonTabs && checkTabs(entered.amazonTabs, knownTabs(known, itemIds))),
    methods,
    carriers: take(entered.carriers && checkCarriers(entered.carriers)),
    themes: take(entered.themes && checkThemes(entered.themes, known.usedThemes)),
    channels: take(entered.channels && checkChannels(entered.channels, known.usedChannels)),
    orders: take(entered.orders && checkOrderSettings(entered.orders, themes), 'orders.'),
    shipping: take(checkShipping(entered, known, methods), 'shipping.'),
    inventory: take(entered.inventory && checkInventorySettings(entered.inventory), 'inventory.'),
  }
  for (const { item, by } of known.needed)
    problems.push(problem('not-valid', { field: 'items', why: `leaves out the item ${item}, which ${by}` }))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: Object.fromEntries(Object.entries(target).filter(([, value]) => value !== undefined)) }
}

/** Prices as they will be; where an entered item is wrong itself, only that it is there. */
function knownOffers(
  entered: EnteredConfiguration,
  { before, items, marketplaces }: KnownConfiguration,
  checked: Configuration['items'] | undefined,
): Parameters<typeof checkOffers>[1] {
  const coming = checked ?? (entered.items ?? []).map(({ id }) => ({ id, price: null }))
  return {
    items: new Map<ItemId, Pick<Item, 'price'>>([...items, ...coming.map((item) => [item.id, item] as const)]),
    currency: before.merchant.currency,
    marketplaces,
    stored: before.offers ?? [],
  }
}

const knownTabs = (
  { before, marketplaces }: KnownConfiguration,
  items: ReadonlySet<ItemId>,
): Parameters<typeof checkTabs>[1] => ({
  items,
  marketplaces: new Set(marketplaces.keys()),
  stored: before.amazonTabs ?? [],
})

function checkDetails(
  entered: EnteredConfiguration['merchant'],
  { before, owner }: KnownConfiguration,
): Checked<MerchantDetails> | undefined {
  if (entered === undefined) return undefined
  const checked = checkMerchant({ ...entered, id: null, owner })
  const problems = checked.ok ? [] : [...checked.problems]
  const { currency } = before.merchant
  if (entered.currency !== currency) {
    const why = `must stay ${currency}: every amount that is stored is written in it`
    problems.push(problem('not-valid', { field: 'currency', why }))
  }
  if (!checked.ok || problems.length > 0) return { ok: false, problems }
  const { id: _id, owner: _owner, ...details } = checked.value
  return { ok: true, value: details }
}

/** The methods that the Shipping section names; when it is entered too, its own check names those that are missing. */
const methodsUsed = (entered: EnteredConfiguration, { before }: KnownConfiguration) =>
  new Set(
    entered.shipping
      ? []
      : Object.values(before.shipping.levels).flatMap((rows) => rows.map(({ methodId }) => methodId)),
  )

/** No center before and none now: a new merchant's export applies all the same. */
const checkCentersUnlessNone = (
  entered: Configuration['centers'],
  { before, busyCenters }: KnownConfiguration,
): ReturnType<typeof checkCenters> =>
  entered.length === 0 && before.centers.length === 0 ? { ok: true, value: [] } : checkCenters(entered, busyCenters)

/** A center that the same file brings or takes counts as it will be (U5). */
function checkVendorsToo({ vendors, centers }: EnteredConfiguration, { before, holdingVendors }: KnownConfiguration) {
  if (vendors === undefined) return undefined
  const codes = new Set((centers ?? before.centers).map(({ code }) => code))
  return checkVendors(vendors, { centers: codes, holding: holdingVendors })
}

/** What was there already needs no check, so that every export applies: a new merchant has no method yet, another disabled its only one. */
function checkShipping(
  { shipping, methods }: EnteredConfiguration,
  { before }: KnownConfiguration,
  checkedMethods: Configuration['methods'] | undefined,
) {
  if (shipping === undefined) return undefined
  const isAsBefore = diffConfiguration({ shipping: before.shipping }, { shipping }).length === 0
  const sameMethods =
    methods === undefined ||
    (checkedMethods && diffConfiguration({ methods: before.methods }, { methods: checkedMethods }).length === 0)
  const isEmpty = Object.values(shipping.levels).every((rows) => rows.length === 0)
  if (isAsBefore && (sameMethods || isEmpty)) return { ok: true, value: shipping } as const
  return checkShippingSettings(shipping, methods ?? before.methods)
}

function underSection({ code, facts }: Problem, prefix: string): Problem {
  return { code, facts: { ...facts, field: `${prefix}${facts.field}` } }
}
