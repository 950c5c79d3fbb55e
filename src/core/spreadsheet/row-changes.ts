import type { EnteredTab } from '../catalog/amazon-tab.ts'
import type { CatalogItem } from '../catalog/item.ts'
import { differingAttributes } from './filled-tab.ts'
import type { RowChange } from './import.ts'
import type { KnownMapping, TimedTab } from './known-catalog.ts'

/** What a row found and what it makes of it. */
export type Compared = {
  readonly found: CatalogItem | null
  readonly item: CatalogItem
  readonly oldMapping: KnownMapping | null
  readonly mapping: KnownMapping
  readonly oldTab: TimedTab | null
  readonly tab: TimedTab | null
}

/** The changes as people read them; of a tab its product type and which attributes differ. */
export function changesOf({ found, item, oldMapping, mapping, oldTab, tab }: Compared): RowChange[] {
  const changes: RowChange[] = []
  const add = (field: string, from: unknown, to: unknown) => {
    if (String(from ?? '') !== String(to ?? '')) changes.push({ field, from: String(from ?? ''), to: String(to ?? '') })
  }
  add('Item', found?.id, item.id)
  add('Description', found?.description, item.description)
  add('Barcode', found?.barcode, item.barcode)
  add('Weight in grams', found?.grams, item.grams)
  add('SKU mapping', oldMapping?.itemId, mapping.itemId)
  if ((oldMapping?.stockByAmazon ?? false) !== mapping.stockByAmazon)
    add('Stock', oldMapping ? stockWords(oldMapping.stockByAmazon) : '', stockWords(mapping.stockByAmazon))
  if (tab && tab !== oldTab) {
    add('Product type', oldTab?.productType, tab.productType)
    const names = differing(oldTab?.attributes ?? null, tab.attributes)
    if (names.length > 0) add('Amazon tab', oldTab ? 'filled before' : '', names.join(', '))
  }
  return changes
}

const stockWords = (byAmazon: boolean): string => (byAmazon ? 'managed by Amazon' : 'managed here')

const MOST_NAMES = 12

function differing(before: EnteredTab['attributes'] | null, after: EnteredTab['attributes']): string[] {
  const names = before ? differingAttributes(before, after) : Object.keys(after)
  return names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), `and ${names.length - MOST_NAMES} more`] : names
}
