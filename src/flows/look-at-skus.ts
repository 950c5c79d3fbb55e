import type { Connection } from '#core/connection.ts'
import type { SellerSku } from '#core/ids.ts'
import { type Evaluation, evaluateSku, type FieldOutcome } from '#core/inventory/evaluate-sku.ts'
import type { Occasion } from '#core/inventory/next-sending.ts'
import { dayOf } from '#core/orders/merchant-time.ts'
import type { Tx } from './deps.ts'

/** Which SKUs are looked at, for whom and why. */
export type Look = {
  readonly connection: Connection
  readonly skus: readonly SellerSku[]
  readonly occasion: Occasion
  /** What may be sent; a dry run looks at both (I14). */
  readonly sending: { readonly stock: boolean; readonly price: boolean }
  /** Epoch ms. */
  readonly at: number
  /** For a file that a person carries (H2). */
  readonly byFile?: boolean
}

/** What we would tell Amazon of these SKUs now: loaded once, decided for each; nothing is written (I10, I14). */
export async function lookAtSkus(
  tx: Tx,
  { connection, skus, occasion, sending, at, byFile = false }: Look,
): Promise<readonly FieldOutcome[]> {
  const options = await tx.store.readInventorySettings()
  const { currency, timeZone } = await tx.store.merchantFacts()
  const places = connection.marketplaces.filter(({ participating }) => participating)
  const includePrice = options.includePrice && sending.price
  const priced = includePrice ? places : []
  const loaded = await tx.store.skuPictures({ connection: connection.id, skus, places: priced, currency })
  const run: Evaluation = {
    options: { ...options, includePrice },
    stock: { ...loaded, untracked: options.untracked },
    places,
    occasion,
    byFile,
    today: dayOf(at, timeZone),
  }
  const outcomes = loaded.skus.flatMap((sku) => evaluateSku(sku, run))
  return sending.stock ? outcomes : outcomes.filter(({ field }) => field !== 'stock')
}
