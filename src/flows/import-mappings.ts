import type { SkuMapping } from '#core/catalog/item.ts'
import type { ItemId, SellerSku } from '#core/ids.ts'
import { canonical } from '#core/inventory/canonical.ts'
import { decideMapping } from '#core/spreadsheet/decide-mapping.ts'
import type { ImportRow, RowDecision } from '#core/spreadsheet/import.ts'
import { ownRow } from '#core/spreadsheet/own-row.ts'
import type { AppliedRow, UndoneRow } from '#store/rows-of-imports.ts'
import type { Tx } from './deps.ts'
import { keysOf } from './import-items.ts'
import type { ImportRun, OpenKind } from './import-kind.ts'
import { itemsOfMappings, lookAgainAt } from './look-again.ts'
import { changedSince, undoneRow, usedSince } from './undone-rows.ts'

/** A merchant's own spreadsheet of SKU mappings (T5, O11). */
export const MAPPINGS_IMPORT: OpenKind = { buyers: false, decide, write, undo }

async function decide(tx: Tx, run: ImportRun, rows: readonly ImportRow[]): Promise<readonly RowDecision[]> {
  const columns = run.found.recognized?.columns ?? []
  const read = rows.map((row) => ownRow({ kind: 'mappings', columns }, row))
  const mappings = await tx.store.findMappings(keysOf<SellerSku>(read, 'sellerSku'))
  const named = [...keysOf<ItemId>(read, 'item'), ...mappings.map(({ itemId }) => itemId)]
  const items = await tx.store.findItems(named)
  const known = {
    mappings: new Map(mappings.map((mapping) => [mapping.sellerSku, mapping])),
    items: new Set(items.map(({ id }) => id)),
  }
  return read.map((row) => decideMapping(row, known))
}

async function write(tx: Tx, { deps }: ImportRun, decided: readonly RowDecision[]): Promise<void> {
  const after = decided.map(({ plan }) => plan as SkuMapping)
  const before = decided.flatMap((each) => (each.before === null ? [] : [each.before as SkuMapping]))
  await tx.store.upsertMappings(after)
  await lookAgainAt(tx, { items: itemsOfMappings(before, after), at: deps.now() })
}

/** Takes back what rows wrote: a mapping as it was, or none where it was new. What was changed since stays. */
async function undo(tx: Tx, { deps }: ImportRun, rows: readonly AppliedRow[]): Promise<readonly UndoneRow[]> {
  const written = rows.map(({ after }) => after as SkuMapping)
  const found = await tx.store.findMappings(written.map(({ sellerSku }) => sellerSku))
  const now = new Map(found.map((mapping) => [mapping.sellerSku, mapping]))
  const before = rows.flatMap((row) => (row.before === null ? [] : [row.before as SkuMapping]))
  const items = new Set((await tx.store.findItems(before.map(({ itemId }) => itemId))).map(({ id }) => id))
  const undone = rows.map((row) => {
    const { sellerSku } = row.after as SkuMapping
    if (canonical(now.get(sellerSku) ?? null) !== canonical(row.after)) return changedSince(row, sellerSku)
    const was = row.before as SkuMapping | null
    const isGone = was !== null && !items.has(was.itemId)
    return isGone ? usedSince(row, sellerSku, `the item ${was.itemId} is gone`) : undoneRow(row)
  })
  const back = rows.filter((_, at) => undone[at]?.undone === 'undone')
  const again = back.flatMap((row) => (row.before === null ? [] : [row.before as SkuMapping]))
  const gone = back.flatMap((row) => (row.before === null ? [(row.after as SkuMapping).sellerSku] : []))
  await tx.store.deleteMappings(gone)
  await tx.store.upsertMappings(again)
  const old = back.map(({ after }) => after as SkuMapping)
  await lookAgainAt(tx, { items: itemsOfMappings(old, again), at: deps.now() })
  return undone
}
