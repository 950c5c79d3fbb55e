import type { SkuMapping } from '#core/catalog/item.ts'
import type { ItemId } from '#core/ids.ts'
import { canonical } from '#core/inventory/canonical.ts'
import type { NamedCenter } from '#core/inventory/stock-entry.ts'
import type { Tx } from './deps.ts'

/** What is said of every SKU may be another now: each connection that sends begins a cycle at once, unless one is just beginning (I2, I11). */
export async function lookAgainAtAll(
  tx: Tx,
  { who, at }: { readonly who: string; readonly at: number },
): Promise<void> {
  for (const connection of await tx.store.sendingConnections()) {
    const open = await tx.store.openCycle(connection)
    const begins = open !== null && open.skus === null && open.afterSku === null
    if (!begins) await tx.store.beginCycle({ connection, kind: 'changes', skus: null, by: who, at })
    await tx.wake('listings', connection)
  }
}

/** Notes items whose stock, price or options a person changed; what is said of them is looked at again within a minute (I11). */
export const lookAgainAt = (
  tx: Tx,
  { items, at }: { readonly items: readonly string[]; readonly at: number },
): Promise<void> => tx.store.touchItems({ items, byOrders: false, at })

/** The ids of those that are new or not as they were. */
export function changedIds<Entry extends { readonly id: ItemId }>(
  before: ReadonlyMap<ItemId, Entry>,
  after: readonly Entry[],
): ItemId[] {
  const was = (id: ItemId) => before.get(id)
  return after.filter((each) => canonical(was(each.id) ?? null) !== canonical(each)).map(({ id }) => id)
}

/** Of two lists the entries that stand in one of them only: as they were, and as they are. */
export function differing<Entry>(before: readonly Entry[], after: readonly Entry[]): Entry[] {
  const [old, wanted] = [new Set(before.map(canonical)), new Set(after.map(canonical))]
  const gone = before.filter((each) => !wanted.has(canonical(each)))
  return [...gone, ...after.filter((each) => !old.has(canonical(each)))]
}

/** What a change of mappings is about: the items that the differing ones name, before and after, and one with the SKU itself as its id (O11). */
export const itemsOfMappings = (before: readonly SkuMapping[], after: readonly SkuMapping[]): string[] =>
  differing(before, after).flatMap(({ itemId, sellerSku }) => [itemId, sellerSku])

/** How many entries a change is about, each told by its name once. */
export const countDiffering = <Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  nameOf: (entry: Entry) => string,
): number => new Set(differing(before, after).map(nameOf)).size

/** True when a center keeps back another number of units than before, or a new one keeps some back (I2). */
export function buffersDiffer(before: readonly NamedCenter[], after: readonly NamedCenter[]): boolean {
  const was = new Map(before.map(({ code, inventoryBuffer }) => [code, inventoryBuffer]))
  return after.some(({ code, inventoryBuffer }) => inventoryBuffer !== (was.get(code) ?? 0))
}
