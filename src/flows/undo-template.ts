import type { CatalogItem } from '#core/catalog/item.ts'
import type { ItemId } from '#core/ids.ts'
import type { KnownMapping, TemplatePlan, TimedTab } from '#core/spreadsheet/known-catalog.ts'
import { type PresentCatalog, undoRow, type WrittenParts } from '#core/spreadsheet/undo-row.ts'
import type { AppliedRow, UndoneRow } from '#store/rows-of-imports.ts'
import type { Tx } from './deps.ts'
import type { ImportRun } from './import-kind.ts'
import { lookAgainAt } from './look-again.ts'

type Written = { readonly row: AppliedRow; readonly before: TemplatePlan; readonly after: WrittenParts }

/** Takes rows of a template back, the last one first, so that of several rows about one thing each finds what it wrote (T3). */
export async function undoTemplateRows(
  tx: Tx,
  { deps }: ImportRun,
  rows: readonly AppliedRow[],
): Promise<readonly UndoneRow[]> {
  const written = rows.map(
    (row): Written => ({ row, before: row.before as TemplatePlan, after: row.after as WrittenParts }),
  )
  const now = await presentOf(tx, written)
  const was = { items: new Map(now.items), mappings: new Map(now.mappings), tabs: new Map(now.tabs) }
  const relinked: TemplatePlan[] = []
  const undone = written.map(({ row, before, after }): UndoneRow => {
    const why = undoRow(row.target ?? '', { before, after }, now)
    if (why) return { row: row.row, undone: 'kept', fault: { column: null, value: '', problem: why } }
    if (before.unlinks) relinked.push(before)
    return { row: row.row, undone: 'undone', fault: null }
  })
  await writeBack(tx, was, now)
  for (const { connection, sellerSku, itemId } of relinked.flatMap(({ unlinks = [] }) => unlinks))
    await tx.store.linkSku({ connection, sellerSku, itemId })
  const touched = written.flatMap(({ row, after }) => [
    row.target ?? '',
    after.item?.id ?? '',
    after.mapping?.itemId ?? '',
    after.tab?.itemId ?? '',
  ])
  const linked = relinked.flatMap(({ unlinks = [] }) => unlinks.map(({ itemId }) => itemId as string))
  await lookAgainAt(tx, { items: [...touched, ...linked].filter((id) => id !== ''), at: deps.now() })
  return undone
}

async function presentOf(tx: Tx, written: readonly Written[]): Promise<PresentCatalog> {
  const skus = written.flatMap(({ row }) => row.target ?? [])
  const ids = [
    ...new Set(written.flatMap(({ after: { item, tab, mapping } }) => [item?.id, tab?.itemId, mapping?.itemId])),
  ].filter((id) => id !== undefined)
  const made = written.flatMap(({ before, after }) => (after.item && before.item === null ? [after.item.id] : []))
  const marketplaceId = written.find(({ after }) => after.tab)?.after.tab?.marketplaceId ?? ''
  const items = await tx.store.findItems(ids)
  const mappings = await tx.store.mappingsAround({ items: ids, skus })
  const tabs = await tx.store.tabsIn({ items: ids, marketplaceId })
  const uses = await tx.store.otherUsesOfItems(made)
  const { links } = await tx.store.groundOfSkus({ skus, barcodes: [], marketplaceId })
  return {
    items: new Map(items.map((item) => [item.id, item])),
    mappings: new Map(mappings.map((mapping) => [mapping.sellerSku, mapping])),
    tabs: new Map(tabs.map((tab) => [tab.itemId, tab])),
    uses: new Map(uses.map(({ itemId, by }) => [itemId, by])),
    linked: new Set(links.map(({ sellerSku }) => sellerSku)),
  }
}

type Was = {
  readonly items: ReadonlyMap<string, CatalogItem>
  readonly mappings: ReadonlyMap<string, KnownMapping>
  readonly tabs: ReadonlyMap<string, TimedTab>
}

/** What goes is taken before what it stands on, and what comes the other way round. */
async function writeBack(tx: Tx, was: Was, now: Was): Promise<void> {
  const goneMappings = [...was.mappings.values()].filter(({ sellerSku }) => !now.mappings.has(sellerSku))
  const goneTabs = [...was.tabs.values()].filter(({ itemId }) => !now.tabs.has(itemId))
  const goneItems = [...was.items.keys()].filter((id) => !now.items.has(id)) as ItemId[]
  const items = differing(was.items, now.items)
  const mappings = differing(was.mappings, now.mappings)
  const tabs = differing(was.tabs, now.tabs)
  if (goneMappings.length > 0) await tx.store.deleteMappings(goneMappings.map(({ sellerSku }) => sellerSku))
  if (goneTabs.length > 0) await tx.store.removeTabs(goneTabs)
  if (goneItems.length > 0) await tx.store.deleteItems(goneItems)
  if (items.length > 0) await tx.store.upsertItems(items)
  if (mappings.length > 0) await tx.store.saveKnownMappings(mappings)
  if (tabs.length > 0) await tx.store.saveTabs(tabs)
}

const differing = <Value>(was: ReadonlyMap<string, Value>, now: ReadonlyMap<string, Value>): Value[] =>
  [...now].flatMap(([key, value]) => (was.get(key) === value ? [] : [value]))
