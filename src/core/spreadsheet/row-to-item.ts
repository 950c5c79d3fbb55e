import { LONGEST_TAB } from '../catalog/check-tabs.ts'
import type { CatalogItem } from '../catalog/item.ts'
import { longBarcode } from '../catalog/match-listings.ts'
import { ONE_TO_ONE } from '../catalog/resolve-sku.ts'
import type { ItemId, SellerSku } from '../ids.ts'
import { problem } from '../problems.ts'
import { filledTab } from './filled-tab.ts'
import { type RowDecision, refusedRow, unchangedRow } from './import.ts'
import type { Deciding, KnownCatalog, KnownMapping, TemplatePlan, TimedTab } from './known-catalog.ts'
import { changesOf } from './row-changes.ts'
import type { ReadRow, TemplateRow } from './row-of-template.ts'

/**
 * What a row of Amazon's template does (T3): the item is found by its mapping, then by an item id equal to the SKU, then by its barcode;
 * else it is made, without a price. Its SKU is mapped to it, and its Amazon tab filled. A parent is nothing that is sold; a row that
 * deletes takes the link of its listing away and no more. Pure, but for what is known, which it brings up to date.
 */
export function rowToItem(read: ReadRow, known: KnownCatalog, deciding: Deciding): RowDecision<TemplatePlan> {
  const { row } = read
  if (!read.ok) return refusedRow(row, read.sku, read.fault)
  const { value } = read
  if (value.action === 'delete') return unlinking(row, value, known)
  if (value.isParent) return noted(row, value.sku, 'A parent is not sold itself, so no item is made of it')
  const found = itemOf(value, known)
  if ('several' in found)
    return refusedRow(row, value.sku, {
      column: null,
      value: '',
      problem: problem('import-row', {
        why: `The barcode ${value.barcode} belongs to several items (${found.several.slice(0, 5).join(', ')})`,
        instead: `Map the SKU ${value.sku} to one of them, and bring the file again.`,
      }),
    })
  return decided(row, { value, found: found.item, known, deciding })
}

const noted = (row: number, target: string, why: string): RowDecision<never> => ({
  ...unchangedRow(row, target),
  fault: { column: null, value: '', problem: problem('import-row', { why, instead: 'Nothing needs to be done.' }) },
})

function unlinking(row: number, { sku }: TemplateRow, known: KnownCatalog): RowDecision<TemplatePlan> {
  const links = known.links.get(sku) ?? []
  if (links.length === 0)
    return noted(row, sku, 'The row deletes the listing at Amazon; none of it is linked here, and no item is deleted')
  const [first] = links
  return {
    ...unchangedRow(row, sku),
    outcome: 'updated',
    asks: 'unlink',
    changes: [{ field: 'Listing', from: `linked to ${first?.itemId}`, to: 'not linked' }],
    before: { unlinks: links },
    after: { unlinks: links },
    plan: { unlinks: links },
  }
}

type Found = { readonly item: CatalogItem | null } | { readonly several: readonly ItemId[] }

function itemOf({ sku, barcode }: TemplateRow, { mappings, items, barcodes }: KnownCatalog): Found {
  const mapped = mappings.get(sku)
  if (mapped) return { item: items.get(mapped.itemId) ?? null }
  const own = items.get(sku)
  if (own) return { item: own }
  const ids = barcode === null ? [] : (barcodes.get(longBarcode(barcode)) ?? [])
  if (ids.length > 1) return { several: ids }
  return { item: (ids[0] && items.get(ids[0])) || null }
}

type ForDecision = {
  readonly value: TemplateRow
  readonly found: CatalogItem | null
  readonly known: KnownCatalog
  readonly deciding: Deciding
}

function decided(row: number, { value, found, known, deciding }: ForDecision): RowDecision<TemplatePlan> {
  const { sku } = value
  const item = found ? filledItem(found, value) : newItem(value, known)
  const oldMapping = known.mappings.get(sku) ?? null
  const mapping = mappingOf(oldMapping, item.id, value)
  const oldTab = known.tabs.get(item.id) ?? null
  const tab = filledTab(oldTab, item.id, { value, deciding })
  if (tab !== null && tab !== oldTab && isTooLong(tab, value))
    return refusedRow(row, sku, {
      column: null,
      value: '',
      problem: problem('import-row', {
        why: `The row holds more than ${LONGEST_TAB / 1024} kB`,
        instead: 'Shorten its texts.',
      }),
    })
  const touched = {
    item: item !== found,
    mapping: mapping !== oldMapping,
    tab: tab !== oldTab,
  }
  if (!touched.item && !touched.mapping && !touched.tab) return unchangedRow(row, sku)
  const part = <T>(name: keyof typeof touched, of: T) => (touched[name] ? { [name]: of } : {})
  const plan: TemplatePlan = { ...part('item', item), ...part('mapping', mapping), ...part('tab', tab) }
  remember(known, plan)
  return {
    ...unchangedRow(row, sku),
    outcome: found ? 'updated' : 'created',
    changes: changesOf({ found, item, oldMapping, mapping, oldTab, tab }),
    before: { ...part('item', found), ...part('mapping', oldMapping), ...part('tab', oldTab) },
    after: {
      ...part('item', item),
      ...part('mapping', mapping),
      ...part('tab', tab && { updatedAt: tab.updatedAt, itemId: tab.itemId, marketplaceId: tab.marketplaceId }),
    },
    plan,
  }
}

/** A row of few words cannot be too long; only others are counted. */
const isTooLong = ({ attributes }: TimedTab, { puts }: TemplateRow): boolean =>
  puts.reduce((sum, [path, value]) => sum + path.length * 60 + String(value).length, 0) > LONGEST_TAB / 8 &&
  JSON.stringify(attributes).length > LONGEST_TAB

/** A new item has no price until a person gives it one, and I4 sends none before. It counts its stock, even where Amazon keeps that of this SKU. */
const newItem = ({ sku, title, barcode, grams }: TemplateRow, { titles }: KnownCatalog): CatalogItem => ({
  id: sku as ItemId,
  description: title ?? titles.get(sku)?.slice(0, 500) ?? sku,
  price: null,
  grams: grams ?? 0,
  tracksStock: true,
  kit: null,
  leadTimeMinutes: null,
  barcode,
})

/** What the merchant entered stays; only what is empty is filled. */
function filledItem(item: CatalogItem, { barcode, grams }: TemplateRow): CatalogItem {
  const fills = { barcode: item.barcode ?? barcode, grams: item.grams === 0 && grams !== null ? grams : item.grams }
  return fills.barcode === item.barcode && fills.grams === item.grams ? item : { ...item, ...fills }
}

function mappingOf(old: KnownMapping | null, itemId: ItemId, { sku, byAmazon }: TemplateRow): KnownMapping {
  const stockByAmazon = byAmazon ?? old?.stockByAmazon ?? false
  if (old && old.stockByAmazon === stockByAmazon) return old
  if (old) return { ...old, stockByAmazon }
  return { sellerSku: sku as SellerSku, itemId, ratio: ONE_TO_ONE, unit: '', note: "Amazon's template", stockByAmazon }
}

/** Later rows of the page see what this one does. */
function remember(known: KnownCatalog, { item, mapping, tab }: TemplatePlan): void {
  if (mapping) known.mappings.set(mapping.sellerSku, mapping)
  if (tab) known.tabs.set(tab.itemId, tab)
  if (!item) return
  known.items.set(item.id, item)
  if (item.barcode === null) return
  const code = longBarcode(item.barcode)
  const ids = known.barcodes.get(code) ?? []
  if (!ids.includes(item.id)) known.barcodes.set(code, [...ids, item.id])
}
