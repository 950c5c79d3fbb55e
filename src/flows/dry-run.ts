import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import type { FieldOutcome } from '#core/inventory/evaluate-sku.ts'
import type { DryRunRow } from '#core/inventory/sku-field.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { ListingToChange } from '#store/sending.ts'
import { patchesOf } from './change-listing.ts'
import type { Deps, Tx } from './deps.ts'
import { lookAtSkus } from './look-at-skus.ts'

/** Which SKUs a dry run shows: the next ones after a SKU, or chosen ones. */
export type DryRunWish = {
  readonly connection: ConnectionId
  readonly skus: readonly SellerSku[] | null
  readonly after: SellerSku | null
  readonly limit: number
}

/** What would be sent now, exactly, and nothing is written or sent (I14). `next`: the SKU to go on after, null at the end. */
export function dryRun(
  deps: Deps,
  merchant: MerchantId,
  wish: DryRunWish,
): Promise<Result<{ readonly rows: readonly DryRunRow[]; readonly next: SellerSku | null }>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const connection = await tx.store.findConnection(wish.connection)
    if (!connection) return failed('not-found', { what: `connection [${wish.connection}]` })
    const skus = wish.skus ?? (await tx.store.nextSkus({ ...wish, connection: connection.id }))
    const sending = { stock: true, price: true }
    const outcomes = await lookAtSkus(tx, { connection, skus, occasion: 'changes', sending, at: deps.now() })
    const rows = await rowsOf(deps, tx, { connection: connection.id, outcomes })
    const next = wish.skus === null && skus.length === wish.limit ? (skus.at(-1) ?? null) : null
    return ok({ rows, next })
  })
}

async function rowsOf(
  deps: Deps,
  tx: Tx,
  { connection, outcomes }: { connection: ConnectionId; outcomes: readonly FieldOutcome[] },
): Promise<readonly DryRunRow[]> {
  const skus = [...new Set(outcomes.map(({ sellerSku }) => sellerSku))]
  const [listings, known] = await Promise.all([
    tx.store.listingsOf({ connection, skus }),
    tx.store.knownFields({ connection, skus }),
  ])
  return outcomes.map((outcome) => {
    const mine = listings.filter(({ sellerSku }) => sellerSku === outcome.sellerSku)
    const field = known.find(
      (each) =>
        each.sellerSku === outcome.sellerSku &&
        each.field === outcome.field &&
        each.marketplaceId === outcome.marketplaceId,
    )
    const { sellerSku, marketplaceId, field: name, what } = outcome
    const after = 'value' in outcome ? outcome.value : null
    return {
      sellerSku,
      marketplaceId,
      field: name,
      what,
      before: field?.confirmed ?? field?.sent ?? liveText(mine, outcome),
      after,
      problems: what === 'held' ? outcome.problems : [],
      silence: what === 'silent' ? outcome.why : null,
      patch:
        what === 'due' && after !== null
          ? patchOf(deps, { outcome, after, listings: mine, sent: field?.before })
          : null,
    }
  })
}

type Patched = {
  readonly outcome: FieldOutcome
  readonly after: string
  readonly listings: readonly ListingToChange[]
  readonly sent: string | null | undefined
}

function patchOf(deps: Deps, { outcome, after, listings, sent }: Patched): unknown {
  const { marketplaceId } = outcome
  const due = { marketplaceId, desired: after, before: sent ?? null }
  const [patch] = patchesOf(deps, {
    stock: outcome.field === 'stock' ? due : undefined,
    prices: outcome.field === 'price' ? [due] : [],
    listings,
  })
  return patch
}

/** What Amazon was last read to have, in our spelling. */
function liveText(listings: readonly ListingToChange[], { field, marketplaceId }: FieldOutcome): string | null {
  if (field === 'stock') {
    const listing = listings.find(({ quantity }) => quantity !== null)
    return listing ? JSON.stringify({ leadDays: listing.leadDays, quantity: listing.quantity, restockOn: null }) : null
  }
  const listing = listings.find((each) => each.marketplaceId === marketplaceId)
  return listing?.price == null ? null : JSON.stringify({ currency: listing.currency, price: listing.price })
}
