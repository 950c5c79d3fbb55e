import { checkItems, checkMappings, type EnteredItem } from '#core/catalog/check-items.ts'
import type { CatalogItem, SkuMapping } from '#core/catalog/item.ts'
import type { ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import { canonical } from '#core/inventory/canonical.ts'
import { checkCenters } from '#core/inventory/check-stock.ts'
import type { NamedCenter } from '#core/inventory/stock-entry.ts'
import { isOtherPace } from '#core/orders/next-look.ts'
import { problem } from '#core/problems.ts'
import { checkOrderSettings, checkShippingSettings } from '#core/settings/check-settings.ts'
import { type Checked, isText } from '#core/settings/faults.ts'
import type { OrderSettings, ShippingSettings } from '#core/settings/settings.ts'
import { checkMethods, type EnteredMethod } from '#core/shipping/check-methods.ts'
import type { ShippingMethod } from '#core/shipping/shipping-method.ts'
import type { Deps, Tx } from './deps.ts'
import { type EarlierDays, fillEarlierDays } from './fill-earlier-days.ts'
import {
  buffersDiffer,
  changedIds,
  countDiffering,
  itemsOfMappings,
  lookAgainAt,
  lookAgainAtAll,
} from './look-again.ts'
import { noteCounted, noteSettings } from './note-settings.ts'

/** Creates or replaces items; all of them, or none with everything that is wrong. Held orders are tried again (E4). */
export const saveItems = (
  deps: Deps,
  merchant: MerchantId,
  entered: readonly EnteredItem[],
): Promise<Checked<CatalogItem[]>> =>
  change(deps, merchant, async (tx) => {
    const ids = storable(entered.map((item) => item.id))
    const components = storable(entered.flatMap((item) => item.kit?.map((part) => part.itemId) ?? []))
    const { currency } = await tx.store.merchantFacts()
    const stored = await tx.store.findItems([...ids, ...components])
    const kits = await tx.store.findKitsWith(ids)
    const before = byId(stored)
    const checked = checkItems(entered, { currency, items: before, kits })
    if (!checked.ok) return checked
    await tx.store.upsertItems(checked.value)
    const items = changedIds(before, checked.value)
    await lookAgainAt(tx, { items, at: deps.now() })
    noteCounted(deps, tx, { section: 'items', count: items.length })
    return checked
  })

/** Creates or replaces SKU mappings (O11). Held orders are tried again (E4). */
export const saveMappings = (
  deps: Deps,
  merchant: MerchantId,
  entered: readonly SkuMapping[],
): Promise<Checked<SkuMapping[]>> =>
  change(deps, merchant, async (tx) => {
    const items = await tx.store.findItems(storable(entered.map((mapping) => mapping.itemId)))
    const checked = checkMappings(entered, new Set(items.map((item) => item.id)))
    if (!checked.ok) return checked
    const before = await tx.store.findMappings(checked.value.map(({ sellerSku }) => sellerSku))
    await tx.store.upsertMappings(checked.value)
    await lookAgainAt(tx, { items: itemsOfMappings(before, checked.value), at: deps.now() })
    const count = countDiffering(before, checked.value, ({ sellerSku }) => sellerSku)
    noteCounted(deps, tx, { section: 'mappings', count })
    return checked
  })

/** Removes the mapping of one seller SKU (O11). */
export const removeMapping = (deps: Deps, merchant: MerchantId, sku: SellerSku): Promise<Checked<null>> =>
  change(deps, merchant, async (tx) => {
    const before = await tx.store.findMappings([sku])
    if (await tx.store.deleteMapping(sku)) {
      await lookAgainAt(tx, { items: itemsOfMappings(before, []), at: deps.now() })
      noteCounted(deps, tx, { section: 'mappings', count: before.length })
      return { ok: true, value: null }
    }
    return { ok: false, problems: [problem('not-found', { what: 'mapping of this seller SKU' })] }
  })

/** Makes this the list of distribution centers, in the merchant's order (O20). */
export const saveCenters = (
  deps: Deps,
  merchant: MerchantId,
  entered: readonly NamedCenter[],
): Promise<Checked<NamedCenter[]>> =>
  change(deps, merchant, async (tx) => {
    const busy = await tx.store.findBusyCenters(storable(entered.map((center) => center.code)))
    const checked = checkCenters(entered, busy)
    if (!checked.ok) return checked
    const before = await tx.store.listCenters()
    await tx.store.replaceCenters(checked.value)
    await noteSettings(deps, tx, { section: 'centers', before, after: checked.value })
    if (buffersDiffer(before, checked.value)) await lookAgainAtAll(tx, { who: 'the configuration', at: deps.now() })
    return checked
  })

/** A list of methods as it is entered; `version`: of the list that was changed, where whoever changes it knows that. */
export type EnteredMethods = { readonly methods: readonly EnteredMethod[]; readonly version?: string | undefined }

/** What tells one list of methods from another. */
export const versionOfMethods = (deps: Pick<Deps, 'fingerprint'>, methods: readonly ShippingMethod[]): string =>
  deps.fingerprint(canonical(methods))

/**
 * Makes this the list of shipping methods (O9). Held orders are tried again (E4). Whoever changed an older list than the one that stands
 * is told so: nobody's methods are overwritten unseen.
 */
export const saveMethods = (
  deps: Deps,
  merchant: MerchantId,
  { methods: entered, version }: EnteredMethods,
): Promise<Checked<ShippingMethod[]>> =>
  change(deps, merchant, async (tx) => {
    const before = await tx.store.listMethods()
    if (version !== undefined && version !== versionOfMethods(deps, before))
      return { ok: false, problems: [problem('methods-moved')] }
    const { currency } = await tx.store.merchantFacts()
    const { levels } = (await tx.store.readSettings()).shipping
    const used = new Set(Object.values(levels).flatMap((rows) => rows.map((row) => row.methodId)))
    const named = entered.flatMap((method) => [...method.excludedItems, ...method.onlyItems])
    const found = await tx.store.findItems(storable([...new Set(named)]))
    const checked = checkMethods(entered, { currency, used, items: new Set(found.map((item) => item.id)) })
    if (!checked.ok) return checked
    await tx.store.deleteOtherMethods(checked.value.map((method) => method.id))
    await tx.store.upsertMethods(checked.value)
    await noteSettings(deps, tx, { section: 'methods', before, after: checked.value })
    return checked
  })

/** The Orders section as it was saved, and what an earlier date of O2 reads back. */
export type SavedOrders = { readonly orders: OrderSettings; readonly earlierDays: readonly EarlierDays[] }

/**
 * Saves the Orders section (O2-O7). Held orders are tried again (E4); another interval of the sweeps counts from now on, and what an
 * earlier date lets in is read back by itself (O18).
 */
export const saveOrderSettings = (
  deps: Deps,
  merchant: MerchantId,
  entered: OrderSettings,
): Promise<Checked<SavedOrders>> =>
  change(deps, merchant, async (tx) => {
    const themes = await tx.store.listThemes()
    const checked = checkOrderSettings(entered, new Set(themes.map((theme) => theme.code)))
    if (!checked.ok) return checked
    const before = (await tx.store.readSettings()).orders
    await tx.store.writeOrderSettings({ value: checked.value, at: deps.now() })
    await noteSettings(deps, tx, { section: 'orders', before, after: checked.value })
    if (isOtherPace(checked.value, before))
      for (const { id } of await tx.store.listConnections()) await tx.wake('sweep-orders', id)
    const orders = checked.value
    return {
      ok: true,
      value: { orders, earlierDays: await fillEarlierDays(tx, { before, after: orders, now: deps.now() }) },
    }
  })

/** Saves the Shipping section (O9, O10). Held orders are tried again (E4). */
export const saveShippingSettings = (
  deps: Deps,
  merchant: MerchantId,
  entered: ShippingSettings,
): Promise<Checked<ShippingSettings>> =>
  change(deps, merchant, async (tx) => {
    const checked = checkShippingSettings(entered, await tx.store.listMethods())
    if (!checked.ok) return checked
    const before = (await tx.store.readSettings()).shipping
    await tx.store.writeShippingSettings({ value: checked.value, at: deps.now() })
    await noteSettings(deps, tx, { section: 'shipping', before, after: checked.value })
    return checked
  })

/** One change of the configuration: alone in its turn, and what was held is tried again once it is saved (E4). */
function change<T>(deps: Deps, merchant: MerchantId, work: (tx: Tx) => Promise<Checked<T>>): Promise<Checked<T>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const checked = await work(tx)
    if (!checked.ok) return checked
    await tx.store.bumpConfiguration()
    await tx.wake('reprocess')
    return checked
  })
}

const byId = (items: readonly CatalogItem[]): Map<ItemId, CatalogItem> => new Map(items.map((item) => [item.id, item]))

/** The ids that a database can hold at all; the check names the others. */
const storable = <Id extends string>(ids: readonly Id[]): Id[] => ids.filter((id) => isText(id, 1, 200))
