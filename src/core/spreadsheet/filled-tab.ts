import type { EnteredTab } from '../catalog/amazon-tab.ts'
import type { ItemId } from '../ids.ts'
import { isSame, type Value } from '../settings/configuration-diff.ts'
import { type Json, setAtPath, withoutEmpty } from './column-path.ts'
import type { Deciding, TimedTab } from './known-catalog.ts'
import type { TemplateRow } from './row-of-template.ts'

type ForTab = { readonly value: TemplateRow; readonly deciding: Deciding }
type Attributes = EnteredTab['attributes']

/** The tab of an item with what a row of a template says (T3): a partial row leaves blank cells as they are, a full one takes what they named away. */
export function filledTab(old: TimedTab | null, itemId: ItemId, { value, deciding }: ForTab): TimedTab | null {
  const { marketplaceId, names, productTypes, at } = deciding
  const type =
    value.productType ??
    old?.productType ??
    (productTypes.length === 1 ? productTypes[0] : null) ??
    (deciding.isLoader ? 'PRODUCT' : null)
  if (marketplaceId === null || type === null) return old
  // A copy as JSON costs a third of a structured one.
  const attributes = (old ? JSON.parse(JSON.stringify(old.attributes)) : {}) as { [name: string]: Json }
  for (const name of value.action === 'full' ? names : value.removes) delete attributes[name]
  const gaping = new Set<string>()
  for (const [path, put] of value.puts) if (setAtPath(attributes, path, put)) gaping.add(path[0]?.name ?? '')
  for (const name of gaping) {
    const filled = withoutEmpty(attributes[name] ?? null, SELECTORS)
    if (filled === undefined) delete attributes[name]
    else attributes[name] = filled
  }
  const kept = old ? withoutRepeated(old.attributes, attributes as Attributes) : (attributes as Attributes)
  const requirements = type === 'PRODUCT' ? 'LISTING_OFFER_ONLY' : 'LISTING'
  const tab: TimedTab = { itemId, marketplaceId, productType: type, requirements, attributes: kept, updatedAt: at }
  return old && old.productType === type && differingAttributes(old.attributes, kept).length === 0 ? old : tab
}

/** Fields that only say which entry of a list is meant. */
const SELECTORS: ReadonlySet<string> = new Set(['marketplace_id', 'language_tag', 'audience'])

/** The names of attributes that are not the same in both. */
export const differingAttributes = (before: Attributes, after: Attributes): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => !isSame(before[name] as Value | undefined, after[name] as Value | undefined),
  )

/**
 * A second entry whose first is blank becomes the first, since a listing has no empty ones: the same row would add it again each time
 * it comes. What is new at the end of a list and stands in it already is left out.
 */
const withoutRepeated = (before: Attributes, after: Attributes): Attributes =>
  Object.fromEntries(
    Object.entries(after).map(([name, list]) => {
      const known = before[name] as Value | undefined
      if (!Array.isArray(known) || !Array.isArray(list) || list.length <= known.length) return [name, list]
      return [name, list.filter((each, at) => at < known.length || !known.some((one) => isSame(one, each as Value)))]
    }),
  ) as Attributes
