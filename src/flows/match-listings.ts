import {
  type ItemToMatch,
  type ListingToMatch,
  longBarcode,
  type Match,
  type MatchGround,
  matchListing,
  spellingsOf,
} from '#core/catalog/match-listings.ts'
import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { Candidate } from '#store/item-candidates.ts'
import type { Deps, Tx } from './deps.ts'

/** A listing that is linked to no item, and the items that it may be, the surest first. */
export type ListingWithMatches = ListingToMatch & { readonly matches: readonly Match[] }

/** The next unlinked SKUs of a connection, or one of them, with proposals (T4); nothing is linked by it. */
export function proposeMatches(
  deps: Deps,
  merchant: MerchantId,
  page: {
    readonly connection: ConnectionId
    readonly sku?: SellerSku | undefined
    readonly after: string | null
    readonly limit: number
  },
): Promise<readonly ListingWithMatches[]> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const listings = await tx.store.unlinkedSkus(page)
    if (listings.length === 0) return []
    const known = await knownOf(tx, listings)
    const titled = namedTitles(listings.filter(({ sellerSku }) => !known.mappings.has(sellerSku)))
    const telling = bySku(await tx.store.candidatesByTellingWords(titled))
    const first = matched(listings, { ...known, similar: telling })
    // Common words are looked up only where nothing else tells what it is: they cost more.
    const left = new Set(first.filter(({ matches }) => matches.length === 0).map(({ sellerSku }) => sellerSku))
    if (left.size === 0) return first
    const common = bySku(await tx.store.candidatesByCommonWords(titled.filter(({ name }) => left.has(name))))
    return matched(listings, { ...known, similar: new Map([...telling, ...common]) })
  })
}

const matched = (listings: readonly ListingToMatch[], ground: MatchGround): readonly ListingWithMatches[] =>
  listings.map((listing) => ({ ...listing, matches: matchListing(listing, ground) }))

const namedTitles = (listings: readonly ListingToMatch[]) =>
  listings.map(({ sellerSku, title }) => ({ name: sellerSku, title }))

function bySku(candidates: readonly Candidate[]): ReadonlyMap<SellerSku, readonly ItemToMatch[]> {
  const found = new Map<SellerSku, ItemToMatch[]>()
  for (const each of candidates) {
    const sku = each.name as SellerSku
    const some = found.get(sku)
    if (some) some.push(each)
    else found.set(sku, [each])
  }
  return found
}

async function knownOf(tx: Tx, listings: readonly ListingToMatch[]): Promise<Omit<MatchGround, 'similar'>> {
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
  return {
    mappings: new Map(mapped.map(({ sellerSku, itemId }) => [sellerSku, itemId])),
    items: new Map(items.map((item) => [item.itemId, item])),
    barcodes: byBarcode,
  }
}
