import type { MerchantId } from '#core/ids.ts'
import { offerName } from '#core/inventory/item-offer.ts'
import { isOtherPace } from '#core/orders/next-look.ts'
import { problem } from '#core/problems.ts'
import { checkConfiguration } from '#core/settings/check-configuration.ts'
import type { Configuration, EnteredConfiguration } from '#core/settings/configuration.ts'
import { type Change, diffConfiguration } from '#core/settings/configuration-diff.ts'
import type { Checked } from '#core/settings/faults.ts'
import { applyTabs, keptDefinitions } from './apply-tabs.ts'
import type { Deps, Tx } from './deps.ts'
import { type EarlierDays, fillEarlierDays } from './fill-earlier-days.ts'
import { knownConfiguration } from './known-configuration.ts'
import { buffersDiffer, itemsOfMappings, lookAgainAt, lookAgainAtAll } from './look-again.ts'
import { noteApplied } from './note-settings.ts'
import { wakeConfirmations } from './save-carriers.ts'
import { writeChannels } from './save-channel.ts'
import { writeVendors } from './save-vendors.ts'

/** How a configuration is applied. */
export type HowToApply = {
  /** Only says what would change. */
  readonly dryRun: boolean
  /** Items and mappings that the file leaves out are removed; else they stay. */
  readonly prune: boolean
  /** The version that the difference was shown for; null to apply to whatever is there. */
  readonly version: number | null
}

/** What was, or would be, applied: the touched sections as they were and as they are wanted. */
export type AppliedConfiguration = {
  readonly before: Partial<Configuration>
  readonly after: Partial<Configuration>
  /** Of the configuration that the difference was taken from. */
  readonly version: number
  readonly changed: boolean
  /** What an earlier date of O2 reads back. */
  readonly earlierDays: readonly EarlierDays[]
}

/** Applies the sections of a configuration, all of them or none; held orders are then tried again by themselves (X4, E4). */
export async function applyConfiguration(
  deps: Deps,
  merchant: MerchantId,
  { entered, dryRun, prune, version }: HowToApply & { readonly entered: EnteredConfiguration },
): Promise<Checked<AppliedConfiguration>> {
  const definitions = await keptDefinitions(deps, entered.amazonTabs ?? [])
  return deps.transaction(merchant, 'app', async (tx) => {
    const found = await tx.store.lockConfiguration()
    if (version !== null && version !== found) return { ok: false, problems: [problem('configuration-moved')] }
    const known = await knownConfiguration(tx.store, entered, prune)
    const checked = checkConfiguration(entered, known)
    if (!checked.ok) return checked
    const after = checked.value
    const sections = Object.keys(after) as (keyof Configuration)[]
    const before = Object.fromEntries(sections.map((section) => [section, known.before[section]]))
    const changes = diffConfiguration(before, after)
    let begun: readonly EarlierDays[] = []
    if (changes.length > 0 && !dryRun) {
      begun = await writeSections(tx, { before, after, changes }, deps.now())
      if (after.channels) await writeChannels(deps, tx, { before: known.before.channels, after: after.channels })
      if (after.vendors) await writeVendors(deps, tx, { vendors: after.vendors, who: deps.by.who })
      await applyTabs(deps, tx, { before, after, changes, definitions })
      await lookAgain(tx, { before, after, changes }, deps.now())
      await noteApplied(deps, tx, { before, after, changes })
      await tx.store.bumpConfiguration()
      await tx.wake('reprocess')
    }
    return { ok: true, value: { before, after, version: found, changed: changes.length > 0, earlierDays: begun } }
  })
}

type Writing = {
  readonly before: Partial<Configuration>
  readonly after: Partial<Configuration>
  readonly changes: readonly Change[]
}

/** Writes what differs; items come before the mappings and methods that name them, and go after them. */
async function writeSections(tx: Tx, writing: Writing, at: number): Promise<readonly EarlierDays[]> {
  const { store } = tx
  const { after, changes, before } = writing
  const touched = new Set(changes.map(({ section }) => section))
  const named = namesIn(writing)
  if (after.merchant && touched.has('merchant')) await store.writeMerchantDetails(after.merchant)
  if (after.items) await store.upsertItems(after.items.filter((each) => named('items', each.id)))
  if (after.offers) {
    const kept = new Set(after.offers.map(offerName))
    await store.deleteOffers((before.offers ?? []).filter((each) => !kept.has(offerName(each))))
    await store.upsertOffers(after.offers.filter((each) => named('offers', offerName(each))))
  }
  if (after.mappings) {
    await store.deleteMappings(
      (before.mappings ?? [])
        .map((each) => each.sellerSku)
        .filter(goneFrom(after.mappings.map((each) => each.sellerSku))),
    )
    await store.upsertMappings(after.mappings.filter((each) => named('mappings', each.sellerSku)))
  }
  if (after.centers && touched.has('centers')) await store.replaceCenters(after.centers)
  if (after.methods && touched.has('methods')) {
    await store.deleteOtherMethods(after.methods.map((each) => each.id))
    await store.upsertMethods(after.methods)
  }
  if (after.items) {
    const gone = (before.items ?? []).map((each) => each.id).filter(goneFrom(after.items.map((each) => each.id)))
    await store.deleteItems(gone)
  }
  if (after.carriers && touched.has('carriers')) {
    await store.replaceCarriers(after.carriers)
    await wakeConfirmations(tx)
  }
  if (after.themes && touched.has('themes')) await store.replaceThemes(after.themes)
  if (after.shipping && touched.has('shipping')) await store.writeShippingSettings({ value: after.shipping, at })
  if (after.inventory && touched.has('inventory')) await store.writeInventorySettings({ value: after.inventory, at })
  return after.orders && touched.has('orders') ? writeOrders(tx, writing, at) : []
}

async function writeOrders(tx: Tx, { before, after }: Writing, at: number): Promise<readonly EarlierDays[]> {
  const { store, wake } = tx
  if (!after.orders) return []
  await store.writeOrderSettings({ value: after.orders, at })
  if (isOtherPace(after.orders, before.orders))
    for (const { id } of await store.listConnections()) await wake('sweep-orders', id)
  return before.orders ? fillEarlierDays(tx, { before: before.orders, after: after.orders, now: at }) : []
}

/** What Amazon is told of the items that differ, or of all where a buffer or an option of theirs differs, is looked at again (I11). */
async function lookAgain(tx: Tx, { before, after, changes }: Writing, at: number): Promise<void> {
  const items = changes.flatMap(({ section, name, from, to }) => {
    if (section === 'items') return [name]
    if (section !== 'offers' && section !== 'amazonTabs') return []
    const entry = (to ?? from) as { readonly itemId?: string }
    return entry.itemId ?? []
  })
  await lookAgainAt(tx, { items: [...items, ...itemsOfMappings(before.mappings ?? [], after.mappings ?? [])], at })
  const inventory = changes.some(({ section }) => section === 'inventory')
  if (inventory || buffersDiffer(before.centers ?? [], after.centers ?? []))
    await lookAgainAtAll(tx, { who: 'the configuration', at })
}

function namesIn({ changes }: Writing): (section: 'items' | 'offers' | 'mappings', name: string) => boolean {
  const named = new Set(changes.map(({ section, name }) => `${section} ${name}`))
  return (section, name) => named.has(`${section} ${name}`)
}

function goneFrom<Id extends string>(kept: readonly Id[]): (id: Id) => boolean {
  const stays = new Set(kept)
  return (id) => !stays.has(id)
}
