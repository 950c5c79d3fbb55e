import {
  type ItemToMatch,
  type ListingToMatch,
  longBarcode,
  type Match,
  type MatchGround,
  matchListing,
  similarItems,
  spellingsOf,
} from '#core/catalog/match-listings.ts'
import type { ConnectionId, ItemId, MerchantId } from '#core/ids.ts'
import type { Deps, Tx } from './deps.ts'

const ITEMS_AT_ONCE = 5000

/** A listing that is linked to no item, and the items that it may be, the surest first. */
export type ListingWithMatches = ListingToMatch & { readonly matches: readonly Match[] }

/** The next unlinked SKUs of a connection with proposals (T4); nothing is linked by it. */
export function proposeMatches(
  deps: Deps,
  merchant: MerchantId,
  page: { readonly connection: ConnectionId; readonly after: string | null; readonly limit: number },
): Promise<readonly ListingWithMatches[]> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const listings = await tx.store.unlinkedSkus(page)
    if (listings.length === 0) return []
    const ground = await groundOf(tx, listings)
    return listings.map((listing) => ({ ...listing, matches: matchListing(listing, ground) }))
  })
}

async function groundOf(tx: Tx, listings: readonly ListingToMatch[]): Promise<MatchGround> {
  const mapped = await tx.store.findMappings(listings.map(({ sellerSku }) => sellerSku))
  const ids = [...listings.map(({ sellerSku }) => sellerSku as string), ...mapped.map(({ itemId }) => itemId)]
  const barcodes = listings.flatMap(({ barcode }) => (barcode === null ? [] : spellingsOf(barcode)))
  const items = await tx.store.itemsToMatch({ ids, barcodes })
  const byBarcode = new Map<string, ItemToMatch[]>()
  for (const item of items)
    if (item.barcode !== null) {
      const long = longBarcode(item.barcode)
      byBarcode.set(long, [...(byBarcode.get(long) ?? []), item])
    }
  const similar = similarItems(listings)
  let after: ItemId | null = null
  for (;;) {
    const some: readonly ItemToMatch[] = await tx.store.nextItemsToMatch({ after, limit: ITEMS_AT_ONCE })
    for (const item of some) similar.pass(item)
    after = some.at(-1)?.itemId ?? null
    if (some.length < ITEMS_AT_ONCE) break
  }
  return {
    mappings: new Map(mapped.map(({ sellerSku, itemId }) => [sellerSku, itemId])),
    items: new Map(items.map((item) => [item.itemId, item])),
    barcodes: byBarcode,
    similar: similar.found(),
  }
}
