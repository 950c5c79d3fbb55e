import type { CatalogItem } from '../catalog/item.ts'
import type { ItemId } from '../ids.ts'
import { canonical } from '../inventory/canonical.ts'
import { type Problem, problem } from '../problems.ts'
import type { KnownMapping, TemplatePlan, TimedTab } from './known-catalog.ts'

/** What a row wrote, as it was kept: of a tab only when it was saved. */
export type WrittenParts = Omit<TemplatePlan, 'tab'> & {
  readonly tab?: Pick<TimedTab, 'itemId' | 'marketplaceId' | 'updatedAt'>
}

/** What is there now; it is brought up to date by each row that is taken back. */
export type PresentCatalog = {
  readonly items: Map<string, CatalogItem>
  readonly mappings: Map<string, KnownMapping>
  readonly tabs: Map<string, TimedTab>
  readonly uses: ReadonlyMap<string, string>
  /** SKUs that are linked again. */
  readonly linked: ReadonlySet<string>
}

/** Why a row cannot be taken back, or null: then what is there is made what it was before the row (T3). */
export function undoRow(
  target: string,
  { before, after }: { readonly before: TemplatePlan; readonly after: WrittenParts },
  now: PresentCatalog,
): Problem | null {
  const changed = hasChanged(target, after, now)
  if (changed) return problem('import-changed-since', { target })
  const { item, mapping, tab } = after
  if (item && before.item === null) {
    const others = [...now.mappings.values()].some(
      ({ itemId, sellerSku }) => itemId === item.id && (sellerSku as string) !== target,
    )
    const by = now.uses.get(item.id) ?? (others ? 'another SKU mapping' : null)
    if (by !== null) return problem('import-used-since', { target: item.id, by })
  }
  if (mapping) put(now.mappings, mapping.sellerSku, before.mapping)
  if (tab) put(now.tabs, tab.itemId, before.tab)
  if (item) put(now.items, item.id, before.item)
  return null
}

function hasChanged(target: string, { item, mapping, tab, unlinks }: WrittenParts, now: PresentCatalog): boolean {
  if (item && canonical(now.items.get(item.id) ?? null) !== canonical(item)) return true
  if (mapping && canonical(now.mappings.get(mapping.sellerSku) ?? null) !== canonical(mapping)) return true
  if (tab && now.tabs.get(tab.itemId)?.updatedAt !== tab.updatedAt) return true
  return unlinks !== undefined && now.linked.has(target)
}

function put<Value>(map: Map<string, Value>, key: string | ItemId, value: Value | null | undefined): void {
  if (value) map.set(key, value)
  else map.delete(key)
}
