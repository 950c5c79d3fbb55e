import { spellingsOf, wordsOf } from '#core/catalog/match-listings.ts'
import { idsInside, packSize, plainId, type Suggestion, suggestItems } from '#core/catalog/suggest-items.ts'
import type { MerchantId, SellerSku } from '#core/ids.ts'
import type { Deps } from './deps.ts'

const MOST_CANDIDATES = 200
/** Shorter words say nothing: "of", "100", "g". */
const SHORTEST_WORD = 3
const MOST_WORDS = 12

/** What Amazon says of a seller SKU, and the items that it may be. */
export type SkuSuggestions = {
  readonly title: string
  readonly barcode: string | null
  readonly asin: string | null
  readonly ours: number
  readonly suggestions: readonly Suggestion[]
}

/** Looks for the items that an unknown SKU may be; nothing is mapped by it (O11, E4). */
export function suggestForSku(
  deps: Deps,
  merchant: MerchantId,
  asked: { readonly sellerSku: SellerSku; readonly title: string },
): Promise<SkuSuggestions> {
  return deps.transaction(merchant, 'app', async ({ store }) => {
    const listed = await store.listedAs(asked.sellerSku)
    const { barcode = null, asin = null } = listed ?? {}
    const sku = { sellerSku: asked.sellerSku, title: listed?.title || asked.title, barcode }
    const candidates = await store.candidateItems({
      plainIds: [plainId(sku.sellerSku), ...idsInside(sku.sellerSku)],
      barcodes: barcode === null ? [] : spellingsOf(barcode),
      words: [...wordsOf(sku.title)].filter((word) => word.length >= SHORTEST_WORD).slice(0, MOST_WORDS),
      limit: MOST_CANDIDATES,
    })
    return { title: sku.title, barcode, asin, ours: packSize(sku), suggestions: suggestItems(sku, candidates) }
  })
}
