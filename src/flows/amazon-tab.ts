import {
  type AmazonTab,
  type AttributeFault,
  type EnteredTab,
  OURS,
  type TabGroup,
  tabGroups,
} from '#core/catalog/amazon-tab.ts'
import { LONGEST_TAB } from '#core/catalog/check-tabs.ts'
import { type Definition, type ListingAttributes, partAt } from '#core/catalog/product-type.ts'
import type { MerchantId } from '#core/ids.ts'
import { failed, ok, type Problem, type Result } from '#core/problems.ts'
import { isSame, type Value } from '#core/settings/configuration-diff.ts'
import type { TabPlace } from '#store/amazon-tabs.ts'
import type { Deps } from './deps.ts'
import { lookAgainAt } from './look-again.ts'
import { noteCounted } from './note-settings.ts'
import { definitionOf } from './product-types.ts'

/** A tab as a form shows it; `problem`: what is wrong with its product type. */
export type ShownTab = {
  readonly tab: AmazonTab
  readonly title: string
  readonly groups: readonly TabGroup[]
  readonly problem: Problem | null
}

const LOCALE = 'DEFAULT'

/** The Amazon tab of an item in a marketplace: its fields by Amazon's groups with our values and their faults (T1). */
export async function showTab(deps: Deps, merchant: MerchantId, place: TabPlace): Promise<Result<ShownTab>> {
  const tab = await deps.transaction(merchant, 'app', (tx) => tx.store.findTab(place))
  if (!tab) return failed('tab-missing', { item: place.itemId, marketplace: place.marketplaceId })
  const { productType, requirements, marketplaceId } = tab
  const key = { marketplaceId, productType, requirements, locale: LOCALE }
  const { definition, problem } = await definitionOf(deps, merchant, key)
  return ok(shown(tab, definition, problem))
}

const shown = (tab: AmazonTab, definition: Definition | null, problem: Problem | null): ShownTab => ({
  tab,
  title: definition?.title ?? tab.productType,
  groups: definition === null ? [] : tabGroups(definition, tab),
  problem,
})

/**
 * Saves the Amazon tab of an item, with what the check on this machine says of it (T1): faults are kept beside it, so that a tab can be
 * filled in over several days. From now on the item is configured (I1). A product type that is withdrawn or unknown saves nothing.
 */
export async function saveTab(deps: Deps, merchant: MerchantId, entry: EnteredTab): Promise<Result<ShownTab>> {
  const { itemId, marketplaceId, productType, requirements, attributes } = entry
  if (JSON.stringify(attributes).length > LONGEST_TAB)
    return failed('not-valid', { field: 'attributes', why: `they hold more than ${LONGEST_TAB / 1024} kB` })
  const known = await definitionOf(deps, merchant, { marketplaceId, productType, requirements, locale: LOCALE })
  if (known.problem || !known.definition)
    return { ok: false, problem: known.problem ?? { code: 'product-type-unknown', facts: {} } }
  const { definition } = known
  const ours = OURS.find((name) => Object.hasOwn(attributes, name))
  if (ours !== undefined) {
    const { title } = partAt(definition.schema, [ours])
    return failed('attribute-ours', { field: typeof title === 'string' ? title : ours })
  }
  const faults = faultsOf(deps, definition, attributes)
  if (!faults.ok) return faults
  const at = deps.now()
  const saved = await deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const [item] = await tx.store.findItems([itemId])
    if (!item) return null
    const tab = { itemId, marketplaceId, productType, requirements, attributes, faults: faults.value }
    const before = await tx.store.findTab(entry)
    await tx.store.saveTab({ ...tab, at, checkedAt: at })
    await tx.store.bumpConfiguration()
    await lookAgainAt(tx, { items: [itemId], at })
    if (before === null || !isSame(said(before), said(entry)))
      noteCounted(deps, tx, { section: 'amazonTabs', count: 1 })
    return tx.store.findTab(entry)
  })
  return saved ? ok(shown(saved, definition, null)) : failed('not-found', { what: `item [${itemId}]` })
}

const said = ({ productType, requirements, attributes }: EnteredTab): Value =>
  ({ productType, requirements, attributes }) as Value

/** What a check on this machine says; what Millrace says itself is never missing (I4, I9). */
export function faultsOf(
  deps: Pick<Deps, 'amazon'>,
  definition: Definition,
  attributes: ListingAttributes,
): Result<readonly AttributeFault[]> {
  const checked = deps.amazon.checkAttributes(definition, attributes)
  return checked.ok ? ok(checked.value.filter(({ attribute }) => !OURS.includes(attribute))) : checked
}

/** Takes the Amazon tab of an item away: unless its listing is linked, it is not configured any more (I1). */
export function dropTab(deps: Deps, merchant: MerchantId, place: TabPlace): Promise<Result<true>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    if (!(await tx.store.removeTab(place)))
      return failed('tab-missing', { item: place.itemId, marketplace: place.marketplaceId })
    await tx.store.bumpConfiguration()
    await lookAgainAt(tx, { items: [place.itemId], at: deps.now() })
    noteCounted(deps, tx, { section: 'amazonTabs', count: 1 })
    return ok(true as const)
  })
}
