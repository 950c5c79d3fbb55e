import type { SkuMapping } from '#core/catalog/item.ts'
import type { Link, Linked } from '#core/catalog/link.ts'
import { ONE_TO_ONE } from '#core/catalog/resolve-sku.ts'
import type { Connection } from '#core/connection.ts'
import type { ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { ReadListing } from '#core/inventory/read-listing.ts'
import { failed, ok, type Problem, problem, type Result } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'
import { lookAgainAt } from './look-again.ts'
import { noteCounted } from './note-settings.ts'
import { readSkus, SKUS_A_CALL } from './read-skus.ts'

/**
 * Links SKUs at Amazon to items (T4): from then on they are configured (I1). Each is read once as it is now, so that the parts of its
 * offer that are not ours are kept (I4); one that cannot be read is not linked. A SKU that is not the item's id gets a mapping 1:1.
 */
export async function linkListings(
  deps: Deps,
  merchant: MerchantId,
  { connection: id, links }: { readonly connection: ConnectionId; readonly links: readonly Link[] },
): Promise<Result<readonly Linked[]>> {
  const skus = [...new Set(links.map(({ sellerSku }) => sellerSku))]
  const { connection, places } = await deps.transaction(merchant, 'app', async (tx) => ({
    connection: await tx.store.findConnection(id),
    places: await tx.store.placesOfSkus({ connection: id, skus }),
  }))
  // Where people carry the files nobody can be asked: what an order showed is what there is (H1).
  const byFiles = connection?.state === 'by-files'
  if (!connection || (connection.state !== 'authorized' && !byFiles))
    return failed('not-found', { what: `authorized connection [${id}]` })
  const read = byFiles ? NOTHING_READ : await readNow(deps, connection, places)
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    await tx.store.saveListings({ connection: id, listings: read.listings, at: deps.now() })
    const seen = new Set((byFiles ? places : read.listings).map(({ sellerSku }) => sellerSku))
    const known = {
      items: new Set((await tx.store.findItems(links.map(({ itemId }) => itemId))).map((item) => item.id)),
      mappings: new Map((await tx.store.findMappings(skus)).map((mapping) => [mapping.sellerSku, mapping])),
    }
    const done = links.map((link): Linked => {
      const refused =
        read.refused.get(link.sellerSku) ??
        (seen.has(link.sellerSku) ? faultOf(link, known) : problem('sku-not-at-amazon', { sku: link.sellerSku }))
      if (refused) return { ...link, linked: false, problem: refused }
      return {
        ...link,
        linked: true,
        mapped: link.sellerSku !== (link.itemId as string) && !known.mappings.has(link.sellerSku),
      }
    })
    await write(deps, tx, { connection: id, done })
    return ok(done)
  })
}

type Known = { readonly items: ReadonlySet<ItemId>; readonly mappings: ReadonlyMap<SellerSku, SkuMapping> }

function faultOf({ sellerSku: sku, itemId: item }: Link, { items, mappings }: Known): Problem | null {
  if (!items.has(item)) return problem('item-unknown', { item, sku })
  const mapped = mappings.get(sku)?.itemId
  return mapped === undefined || mapped === item ? null : problem('sku-mapped-elsewhere', { sku, item: mapped })
}

async function write(
  deps: Deps,
  tx: Tx,
  { connection, done }: { readonly connection: ConnectionId; readonly done: readonly Linked[] },
): Promise<void> {
  const linked = done.filter((each) => each.linked)
  if (linked.length === 0) return
  const touched: string[] = []
  let count = 0
  for (const { sellerSku, itemId } of linked) {
    const before = await tx.store.linkSku({ connection, sellerSku, itemId })
    touched.push(itemId, ...(before === null ? [] : [before]))
    if (before !== itemId) count++
  }
  noteCounted(deps, tx, { section: 'links', count })
  const mappings = linked.filter(({ mapped }) => mapped)
  if (mappings.length > 0) {
    await tx.store.upsertMappings(
      mappings.map(({ sellerSku, itemId }) => ({ sellerSku, itemId, ratio: ONE_TO_ONE, unit: '', note: 'linked' })),
    )
    noteCounted(deps, tx, { section: 'mappings', count: mappings.length })
    // Held orders of this SKU are tried again (E4).
    await tx.store.bumpConfiguration()
    await tx.wake('reprocess')
  }
  await lookAgainAt(tx, { items: touched, at: deps.now() })
}

type ReadNow = { readonly listings: readonly ReadListing[]; readonly refused: ReadonlyMap<SellerSku, Problem> }

const NOTHING_READ: ReadNow = { listings: [], refused: new Map() }

/** Reads SKUs in each marketplace where they are listed; one that could not be read anywhere is told why. */
async function readNow(
  deps: Deps,
  connection: Connection,
  places: readonly { readonly sellerSku: SellerSku; readonly marketplaceId: string }[],
): Promise<ReadNow> {
  const listings: ReadListing[] = []
  const refused = new Map<SellerSku, Problem>()
  for (const marketplaceId of new Set(places.map((place) => place.marketplaceId))) {
    const here = places.filter((place) => place.marketplaceId === marketplaceId).map(({ sellerSku }) => sellerSku)
    for (const skus of callsFor(here)) {
      const answer = await readSkus(deps, connection, { marketplaceId, skus })
      if (answer.ok === true) listings.push(...answer.value)
      else {
        const told = answer.ok === 'wait' ? problem('throttled', { operation: 'searchListingsItems' }) : answer.problem
        for (const sku of skus) refused.set(sku, told)
      }
    }
  }
  return { listings, refused }
}

/** Twenty a call; a SKU with a comma cannot stand in a list and goes alone. */
function callsFor(skus: readonly SellerSku[]): readonly (readonly SellerSku[])[] {
  const plain = skus.filter((sku) => !sku.includes(','))
  const lists = Array.from({ length: Math.ceil(plain.length / SKUS_A_CALL) }, (_, at) =>
    plain.slice(at * SKUS_A_CALL, (at + 1) * SKUS_A_CALL),
  )
  return [...lists, ...skus.filter((sku) => sku.includes(',')).map((sku) => [sku])]
}

/** Takes the link of a SKU away: its item is no longer sent under it unless its Amazon tab says so. A mapping stays, and so does Amazon's offer. */
export function unlinkListing(
  deps: Deps,
  merchant: MerchantId,
  { connection, sellerSku }: { readonly connection: ConnectionId; readonly sellerSku: SellerSku },
): Promise<Result<{ readonly itemId: ItemId }>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    const itemId = await tx.store.linkSku({ connection, sellerSku, itemId: null })
    if (itemId === null) return failed('not-found', { what: `linked listing [${sellerSku}]` })
    await lookAgainAt(tx, { items: [itemId], at: deps.now() })
    noteCounted(deps, tx, { section: 'links', count: 1 })
    return ok({ itemId })
  })
}
