import type { ConnectionId, MerchantId, SellerSku } from '#core/ids.ts'
import { failed, ok, type Result } from '#core/problems.ts'
import type { Deps, Tx } from './deps.ts'

/** Who decides about which connection. */
type Word = { readonly connection: ConnectionId; readonly who: string }

/** Approves held prices, those of some SKUs or all of a run (I4); gives how many. */
export const approveChanges = (
  deps: Deps,
  merchant: MerchantId,
  { connection, who, skus }: Word & { readonly skus: readonly SellerSku[] | null },
): Promise<Result<number>> =>
  atConnection(deps, merchant, {
    connection,
    decide: (tx) => tx.store.approveHeld({ connection, skus, who, at: deps.now() }),
  })

/** Releases the brake: what it stopped goes up exactly as it stands (I12); gives how many fields. */
export const releaseTheBrake = (deps: Deps, merchant: MerchantId, { connection }: Word): Promise<Result<number>> =>
  atConnection(deps, merchant, {
    connection,
    decide: async (tx) => {
      await tx.store.clearProblems({ connection, codes: ['brake-pulled'], at: deps.now() })
      return tx.store.releaseBrake({ connection })
    },
  })

/** Begins a Manual Upload: chosen SKUs, or everything that changed, now (I7); gives the number of its cycle. */
export const uploadNow = (
  deps: Deps,
  merchant: MerchantId,
  { connection, who, skus }: Word & { readonly skus: readonly SellerSku[] | null },
): Promise<Result<number>> =>
  deps.transaction(merchant, 'app', async (tx) => {
    const switches = await tx.store.readSwitches(connection)
    if (!switches) return failed('not-found', { what: `authorized connection [${connection}]` })
    if (!switches.stock && !switches.price) return failed('sending-is-off', { connection })
    const known = skus === null ? null : await tx.store.listingsOf({ connection, skus })
    const unknown = skus?.find((sku) => !known?.some(({ sellerSku }) => sellerSku === sku))
    if (unknown !== undefined) return failed('sku-not-listed', { sku: unknown, connection })
    const kind = skus === null ? 'changes' : 'manual'
    const cycle = await tx.store.beginCycle({ connection, kind, skus, by: who, at: deps.now() })
    await tx.wake('listings', connection)
    return ok(cycle)
  })

/** A price of one SKU in one marketplace. */
export type PriceWord = Word & { readonly sellerSku: SellerSku; readonly marketplaceId: string }

/** Puts a price back to what stood before and pins it there, until it is released (I12). */
export const putPriceBack = (deps: Deps, merchant: MerchantId, word: PriceWord): Promise<Result<true>> =>
  aboutPrice(deps, merchant, {
    word,
    decide: (tx) => tx.store.putBackPrice({ ...word, at: deps.now() }),
    otherwise: 'nothing-to-put-back',
  })

/** Releases a pinned price: the store's own goes up again (I12). */
export const releasePrice = (deps: Deps, merchant: MerchantId, word: PriceWord): Promise<Result<true>> =>
  aboutPrice(deps, merchant, {
    word,
    otherwise: 'price-not-pinned',
    decide: async (tx) => {
      const released = await tx.store.releasePin({ ...word, at: deps.now() })
      if (released)
        await tx.store.beginCycle({
          connection: word.connection,
          kind: 'manual',
          skus: [word.sellerSku],
          by: word.who,
          at: deps.now(),
        })
      return released
    },
  })

type AboutPrice = {
  readonly word: PriceWord
  readonly otherwise: 'nothing-to-put-back' | 'price-not-pinned'
  decide(tx: Tx): Promise<boolean>
}

async function aboutPrice(
  deps: Deps,
  merchant: MerchantId,
  { word, otherwise, decide }: AboutPrice,
): Promise<Result<true>> {
  const { connection, sellerSku: sku, marketplaceId: marketplace } = word
  const done = await atConnection(deps, merchant, { connection, decide })
  if (!done.ok) return done
  return done.value ? ok(true) : failed(otherwise, { sku, marketplace })
}

function atConnection<T>(
  deps: Deps,
  merchant: MerchantId,
  { connection, decide }: { readonly connection: ConnectionId; decide(tx: Tx): Promise<T> },
): Promise<Result<T>> {
  return deps.transaction(merchant, 'app', async (tx) => {
    await tx.store.lockConfiguration()
    if (!(await tx.store.findConnection(connection))) return failed('not-found', { what: `connection [${connection}]` })
    const value = await decide(tx)
    await tx.wake('listings', connection)
    return ok(value)
  })
}
