import { spellingsOf } from '#core/catalog/match-listings.ts'
import { idsInside, packSize, plainId, type Suggestion, suggestItems } from '#core/catalog/suggest-items.ts'
import type { MerchantId, SellerSku } from '#core/ids.ts'
import type { Deps } from './deps.ts'

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
    const named = [{ name: '', title: sku.title }]
    const candidates = [
      ...(await store.itemsByPlainId([plainId(sku.sellerSku), ...idsInside(sku.sellerSku)])),
      ...(await store.itemsToMatch({ ids: [], barcodes: barcode === null ? [] : spellingsOf(barcode) })),
      ...(await store.candidatesByTellingWords(named)),
      ...(await store.candidatesByCommonWords(named)),
    ]
    const items = [...new Map(candidates.map((item) => [item.itemId, item])).values()]
    return { title: sku.title, barcode, asin, ours: packSize(sku), suggestions: suggestItems(sku, items) }
  })
}
