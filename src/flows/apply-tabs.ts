import { type EnteredTab, tabName } from '#core/catalog/amazon-tab.ts'
import type { Definition, DefinitionKey } from '#core/catalog/product-type.ts'
import type { Configuration } from '#core/settings/configuration.ts'
import type { Change } from '#core/settings/configuration-diff.ts'
import { faultsOf } from './amazon-tab.ts'
import type { Deps, Tx } from './deps.ts'

/** Definitions that are kept here, by marketplace, product type and requirements. */
export type KeptDefinitions = ReadonlyMap<string, Definition>

type Typed = Pick<EnteredTab, 'marketplaceId' | 'productType' | 'requirements'>

const nameOf = ({ marketplaceId, productType, requirements }: Typed): string =>
  [marketplaceId, productType, requirements].join(' ')

/** The definitions that tabs of a file are checked by: those that are kept here; Amazon is not asked for a file (T1, X4). */
export async function keptDefinitions(deps: Deps, tabs: readonly EnteredTab[]): Promise<KeptDefinitions> {
  const found = new Map<string, Definition>()
  for (const [name, tab] of new Map(tabs.map((each) => [nameOf(each), each]))) {
    const { marketplaceId, productType, requirements } = tab
    const key: DefinitionKey = { marketplaceId, productType, requirements, locale: 'DEFAULT' }
    const kept = await deps.deployment.keptDefinition(key)
    if (kept && kept.withdrawnAt === null) found.set(name, kept)
  }
  return found
}

/** The tabs as they were and are wanted, and what differs. */
export type TabChanges = {
  readonly before: Partial<Configuration>
  readonly after: Partial<Configuration>
  readonly changes: readonly Change[]
  readonly definitions: KeptDefinitions
}

/** Writes the tabs that differ, with their faults; one whose definition is not kept here counts as unchecked until it is saved or submitted (T1). */
export async function applyTabs(
  deps: Deps,
  tx: Tx,
  { before, after, changes, definitions }: TabChanges,
): Promise<void> {
  const kept = new Set(after.amazonTabs?.map(tabName))
  const named = new Set(changes.flatMap(({ section, name }) => (section === 'amazonTabs' ? [name] : [])))
  for (const tab of before.amazonTabs ?? []) if (!kept.has(tabName(tab))) await tx.store.removeTab(tab)
  const at = deps.now()
  for (const tab of (after.amazonTabs ?? []).filter((each) => named.has(tabName(each)))) {
    const definition = definitions.get(nameOf(tab))
    const checked = definition ? faultsOf(deps, definition, tab.attributes) : null
    const faults = checked?.ok ? checked.value : []
    await tx.store.saveTab({ ...tab, faults, at, checkedAt: checked?.ok ? at : null })
  }
}
