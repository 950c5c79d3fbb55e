import { ONE_TO_ONE } from '#core/catalog/resolve-sku.ts'
import type { ConnectionId, ItemId, MerchantId, SellerSku } from '#core/ids.ts'
import type { FieldOutcome } from '#core/inventory/evaluate-sku.ts'
import { type ReportedQuantity, reportedQuantity } from '#core/inventory/reported-quantity.ts'
import type { SkuField } from '#core/inventory/sku-field.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { ItemEvent } from '#store/item-history.ts'
import type { Deps, Tx } from './deps.ts'
import { type StandingListing, withStanding } from './list-catalog.ts'
import { lookAtSkus } from './look-at-skus.ts'

/** A listing of an item with what we would say of it now, and what was sent and confirmed. */
export type ShownItemListing = StandingListing & {
  readonly fields: readonly SkuField[]
  readonly outcomes: readonly FieldOutcome[]
}

/** What the program reports of an item, and all its listings. */
export type ItemAtAmazon = { readonly reported: ReportedQuantity; readonly listings: readonly ShownItemListing[] }

const MOST_LISTINGS = 500

/** How one item stands at Amazon: each listing, what would be said of it now, and what became of what was sent (I2, I10). */
export function showListings(deps: Deps, merchant: MerchantId, itemId: ItemId): Promise<Result<ItemAtAmazon>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    const counted = await tx.store.countedItems([itemId])
    const item = counted.items.get(itemId)
    if (!item) return failed('not-found', { what: `item [${itemId}]` })
    const { untracked } = await tx.store.readInventorySettings()
    const reported = reportedQuantity(item, ONE_TO_ONE, { ...counted, untracked })
    const listings = await tx.store.listingsOfItems({ ids: [itemId], limit: MOST_LISTINGS })
    const said = await whatIsSaid(tx, { listings, at: deps.now() })
    return ok({ reported, listings: listings.map(withStanding).map((listing) => ({ ...listing, ...said(listing) })) })
  })
}

type Said = Pick<ShownItemListing, 'fields' | 'outcomes'>

async function whatIsSaid(
  tx: Tx,
  { listings, at }: { readonly listings: readonly Listed[]; readonly at: number },
): Promise<(of: Listed) => Said> {
  const known = new Map<string, Said>()
  for (const connectionId of new Set(listings.map((listing) => listing.connectionId))) {
    const mine = listings.filter((listing) => listing.connectionId === connectionId)
    const skus = [...new Set(mine.map(({ sellerSku }) => sellerSku))]
    const connection = await tx.store.findConnection(connectionId)
    if (!connection) continue
    const fields = await tx.store.fieldsOfSkus({ connection: connectionId, skus })
    const sending = { stock: true, price: true }
    const outcomes = await lookAtSkus(tx, { connection, skus, occasion: 'changes', sending, at })
    for (const listing of mine) {
      const here = (each: { readonly sellerSku: SellerSku; readonly marketplaceId: string }) =>
        each.sellerSku === listing.sellerSku && ['', listing.marketplaceId].includes(each.marketplaceId)
      known.set(nameOf(listing), { fields: fields.filter(here), outcomes: outcomes.filter(here) })
    }
  }
  return (of) => known.get(nameOf(of)) ?? { fields: [], outcomes: [] }
}

type Listed = { readonly connectionId: ConnectionId; readonly sellerSku: SellerSku; readonly marketplaceId: string }
const nameOf = (of: Listed): string => `${of.connectionId} ${of.sellerSku} ${of.marketplaceId}`

/** Which part of an item's history is wanted. */
export type HistoryWish = {
  readonly itemId: ItemId
  readonly sellerSku: SellerSku | null
  readonly before: readonly [number, string, number, string] | null
  readonly limit: number
}

/** What happened to an item at Amazon and on the shelf, the newest first; with a SKU only what happened to that one (I12, O20). */
export function showItemHistory(
  deps: Deps,
  merchant: MerchantId,
  wish: HistoryWish,
): Promise<Result<readonly ItemEvent[]>> {
  return deps.transaction(merchant, 'app', async ({ store }) => {
    const [item] = await store.findItems([wish.itemId])
    if (!item) return failed('not-found', { what: `item [${wish.itemId}]` })
    const listings = await store.listingsOfItems({ ids: [wish.itemId], limit: MOST_LISTINGS })
    const named = listings
      .filter(({ sellerSku }) => wish.sellerSku === null || sellerSku === wish.sellerSku)
      .map(({ connectionId, sellerSku }) => `${connectionId} ${sellerSku}`)
    const skus = [...new Set(named)].map((name) => ({
      connection: name.slice(0, name.indexOf(' ')) as ConnectionId,
      sku: name.slice(name.indexOf(' ') + 1) as SellerSku,
    }))
    return ok(await store.itemHistory({ ...wish, skus, withStock: wish.sellerSku === null }))
  })
}
