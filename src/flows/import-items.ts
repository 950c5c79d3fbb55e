import { checkItems } from '#core/catalog/check-items.ts'
import type { CatalogItem } from '#core/catalog/item.ts'
import type { ItemId } from '#core/ids.ts'
import { canonical } from '#core/inventory/canonical.ts'
import { formatAmount } from '#core/money.ts'
import { isText } from '#core/settings/faults.ts'
import { decideItem, type KnownToItems } from '#core/spreadsheet/decide-item.ts'
import type { ImportRow, RowDecision } from '#core/spreadsheet/import.ts'
import { readKit } from '#core/spreadsheet/kit-cell.ts'
import { keysMeant, type OwnRow, ownRow } from '#core/spreadsheet/own-row.ts'
import type { AppliedRow, UndoneRow } from '#store/rows-of-imports.ts'
import type { Tx } from './deps.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'
import { changedIds, lookAgainAt } from './look-again.ts'
import { targetsBefore } from './targets-before.ts'
import { changedSince, undoneRow, usedSince } from './undone-rows.ts'

/** A merchant's own spreadsheet of items (T5). */
export const ITEMS_IMPORT: OpenKind = { buyers: false, decide, write, undo }

async function decide(tx: Tx, run: ImportRun, rows: readonly ImportRow[]): Promise<readonly RowDecision[]> {
  const columns = run.found.recognized?.columns ?? []
  const read = rows.map((row) => ownRow({ kind: 'items', columns }, row))
  const known = await knownTo(tx, run, read)
  const items = new Map(known.items)
  return read.map((row) => {
    const decision = decideItem(row, { ...known, items })
    // A kit may name what a row above it brings in.
    if (decision.plan) items.set(decision.plan.id, decision.plan)
    return decision
  })
}

/** What a page names is loaded once: its items, the components of its kits, and the kits that hold them. */
async function knownTo(tx: Tx, run: ImportRun, rows: readonly OwnRow[]): Promise<KnownToItems> {
  const ids = keysOf<ItemId>(rows, 'item')
  const parts = rows.flatMap((row) => {
    const kit = readKit(row.text('kit'))
    return kit.ok ? kit.value.map(({ itemId }) => itemId) : []
  })
  const { currency } = await tx.store.merchantFacts()
  const found = await tx.store.findItems(storable([...ids, ...parts]))
  const items = new Map(found.map((item) => [item.id, item]))
  const missing = parts.filter((id) => !items.has(id))
  for (const item of await broughtBefore(tx, run, missing)) items.set(item.id, item)
  return { currency, items, kits: await tx.store.findKitsWith(ids) }
}

/** While a file is looked through nothing of it is written: components that its rows above bring in count as there. */
async function broughtBefore(tx: Tx, run: ImportRun, missing: readonly ItemId[]): Promise<readonly CatalogItem[]> {
  if (run.found.state !== 'reading' || missing.length === 0) return []
  const targets = await targetsBefore(tx, run)
  return missing.filter((id) => targets.has(id)).map((id) => ({ ...PLAIN, id }))
}

const PLAIN: Omit<CatalogItem, 'id'> = {
  description: '',
  price: null,
  grams: 0,
  tracksStock: true,
  kit: null,
  leadTimeMinutes: null,
  barcode: null,
}

async function write(tx: Tx, { deps }: ImportRun, decided: readonly RowDecision[]): Promise<void> {
  const items = decided.map(({ plan }) => plan as CatalogItem)
  const before = decided.flatMap((each) => (each.before === null ? [] : [each.before as CatalogItem]))
  await tx.store.upsertItems(items)
  const ids = changedIds(new Map(before.map((item) => [item.id, item])), items)
  await lookAgainAt(tx, { items: ids, at: deps.now() })
}

/** Takes back what rows wrote: an item as it was, or none where it was new and nothing uses it. What was changed since stays. */
async function undo(tx: Tx, { deps }: ImportRun, rows: readonly AppliedRow[]): Promise<readonly UndoneRow[]> {
  const ids = rows.map(({ after }) => (after as CatalogItem).id)
  const now = new Map((await tx.store.findItems(ids)).map((item) => [item.id, item]))
  const isAsWritten = ({ after }: AppliedRow) =>
    canonical(now.get((after as CatalogItem).id) ?? null) === canonical(after)
  const created = rows.filter((row) => row.before === null && isAsWritten(row))
  const uses = await usesOf(
    tx,
    created.map(({ after }) => (after as CatalogItem).id),
  )
  const back = rows.filter((row) => row.before !== null && isAsWritten(row)).map(({ before }) => before as CatalogItem)
  const fit = await fitting(tx, back)
  const undone = rows.map((row) => {
    const { id } = row.after as CatalogItem
    if (!isAsWritten(row)) return changedSince(row, id)
    const by = row.before === null ? uses.get(id) : fit.has(id) ? undefined : 'a kit'
    return by === undefined ? undoneRow(row) : usedSince(row, id, by)
  })
  const gone = undone.flatMap((each, at) =>
    each.undone === 'undone' && rows[at]?.before === null ? [ids[at] as ItemId] : [],
  )
  await tx.store.deleteItems(gone)
  await tx.store.upsertItems(back.filter(({ id }) => fit.has(id)))
  await lookAgainAt(tx, { items: ids.filter((_, at) => undone[at]?.undone === 'undone'), at: deps.now() })
  return undone
}

/** By what items are used; a kit that goes as well does not count. */
async function usesOf(tx: Tx, ids: readonly ItemId[]): Promise<ReadonlyMap<ItemId, string>> {
  const uses = new Map((await tx.store.usesOfItems(ids)).map(({ itemId, by }) => [itemId, by]))
  const kits = await tx.store.findKitsWith(ids)
  // A kit that stays keeps its components, and those of a kit among these only where that one stays itself.
  for (const { component, kit } of kits)
    if (!ids.includes(kit) || uses.has(kit)) uses.set(component, uses.get(component) ?? `the kit ${kit}`)
  return uses
}

/** Those of the items that may be as they were: a kit whose components are gone, or that became a component, may not. */
async function fitting(tx: Tx, items: readonly CatalogItem[]): Promise<ReadonlySet<ItemId>> {
  const { currency } = await tx.store.merchantFacts()
  const parts = items.flatMap(({ kit }) => kit?.map(({ itemId }) => itemId) ?? [])
  const found = await tx.store.findItems([...items.map(({ id }) => id), ...parts])
  const kits = await tx.store.findKitsWith(items.map(({ id }) => id))
  const known = { currency, kits, items: new Map(found.map((item) => [item.id, item])) }
  return new Set(items.flatMap((item) => (checkItems([asEntered(item, currency)], known).ok ? [item.id] : [])))
}

const asEntered = ({ price, ...item }: CatalogItem, currency: string) => ({
  ...item,
  price: price === null ? null : { amount: formatAmount({ minor: price, currency }), currency },
})

/** The keys that cells may mean: as they stand, and as people mean them. */
export const keysOf = <Key extends string>(rows: readonly OwnRow[], field: string): Key[] =>
  storable([...new Set(rows.flatMap((row) => keysMeant(row, field)))]) as Key[]

const storable = <Key extends string>(keys: readonly Key[]): Key[] => keys.filter((key) => isText(key, 1, 200))
